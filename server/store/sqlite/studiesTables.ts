/** The tables of case studies and corrections as queries see them, and how a row of them reads. */
import { NOT_KEPT, type CaseStudy, type CaseStudyFields } from '../../../core/caseStudies/types.ts';
import type { Correction, CorrectionFields } from '../../../core/readBack/types.ts';

interface Row {
  consultation: string;
  id: string;
  document: string;
}
interface Id {
  consultation: string;
  id: string;
}

/** In `told_done`, before the id of something that was removed and brought back. */
export const BACK = 'back.';

export interface StudiesTables {
  case_study: Row;
  correction: Row & { about: string; of: string; session: number | null; of_session: number | null };
  told_gone: Id;
  told_done: Id;
}

/** Always in one order of its fields, and of what is in its lists, so that nothing shows how it came to be what it is. */
export function caseStudyDocument(study: CaseStudyFields): string {
  const { title, text, group, gender, ageBand, version, names, passed, writer } = study;
  const { yesTo, yesDay, yesHow, yesGroup, readTo, reader, readDay, readGroup, knownTo } = study;
  return JSON.stringify({
    title,
    text,
    group,
    gender,
    ageBand,
    version,
    names: names.toSorted(),
    passed: passed.toSorted(),
    writer,
    yesTo,
    yesDay,
    yesHow,
    yesGroup,
    readTo,
    reader,
    readDay,
    readGroup,
    knownTo: knownTo.toSorted(),
  } satisfies CaseStudyFields);
}

/** Sessions stand beside it, in columns that go with them. */
export function correctionDocument(correction: CorrectionFields): string {
  const { about, of, was, verdict, text, day, people, accepted } = correction;
  return JSON.stringify({ about, of, was, verdict, text, day, people, accepted } satisfies Omit<
    CorrectionFields,
    'session' | 'ofSession'
  >);
}

type Told = Omit<CaseStudyFields, keyof typeof NOT_KEPT> & Partial<CaseStudyFields>;

export function readCaseStudy({ id, document }: Pick<Row, 'id' | 'document'>): CaseStudy {
  // Of what was ticked before this was kept it is not known.
  return { id, ...NOT_KEPT, ...(JSON.parse(document) as Told) };
}

/** @param at ids of its sessions */
export function readCorrection(
  { id, document }: Pick<Row, 'id' | 'document'>,
  at: Pick<Correction, 'session' | 'ofSession'>,
): Correction {
  return { id, ...(JSON.parse(document) as Omit<CorrectionFields, keyof typeof at>), ...at };
}

/**
 * Case studies in a report: those that the team chose and that may be printed, in the team's order. Of the person no
 * more is said than enough people share, over all that earlier releases said of them.
 */
import type { Attributes } from '../attribution.ts';
import { namesChanged, type NamesChanged } from '../caseStudies/namesChanged.ts';
import { mayPublish, type GroupNames } from '../caseStudies/publish.ts';
import type { CaseStudy } from '../caseStudies/types.ts';
import type { Consultation } from '../consultation.ts';
import type { Session } from '../session.ts';
import type { ReportDocument } from './document.ts';
import { groupLabel, makeSayOf } from './register.ts';
import { sayBeside, type ToldPersons } from './saidBefore.ts';

interface StudiesSource {
  consultation: Consultation;
  document: ReportDocument;
  /** Those of the report. */
  sessions: readonly Session[];
  caseStudies: readonly CaseStudy[];
  /** What earlier releases said of persons. */
  earlier: readonly ToldPersons[];
  audience: 'release' | 'team';
}

export interface PrintedStudy {
  id: string;
  version: string;
  title: string;
  text: string;
  said: Attributes;
}

export interface StudiesReport {
  list: PrintedStudy[];
  /** Whether names in them were changed. */
  changed: NamesChanged;
  /** So many are left out: beside an earlier release in a report on other sessions they would tell of too few. */
  held: number;
}

/** Those that were chosen and may be printed as they stand now, in the team's order. */
export function standingStudies(
  { caseStudies: chosen = [], lists }: Pick<ReportDocument, 'caseStudies' | 'lists'>,
  all: readonly CaseStudy[],
  groups: GroupNames,
): CaseStudy[] {
  return chosen.flatMap((id) => {
    const study = all.find((one) => one.id === id);
    return study === undefined || mayPublish(study, lists, groups).length > 0 ? [] : [study];
  });
}

/** Null: there is none to print. */
export function studiesReport(source: StudiesSource): StudiesReport | null {
  const { consultation, document, caseStudies, earlier } = source;
  const standing = standingStudies(document, caseStudies, consultation.groups);
  if (standing.length === 0) return null;
  const sayOf = makeSayOf(source);
  const list = standing.flatMap(({ id, version, title, text, group, gender, ageBand }): PrintedStudy[] => {
    const all = { group: groupLabel(group, consultation), gender, ageBand };
    const said = sayBeside(
      earlier,
      { is: (one) => (one.of === 'study' && one.id === id ? 'same' : null), words: text, study: true },
      (before) => sayOf(all, before, null),
      all,
    );
    return said === null ? [] : [{ id, version, title, text, said }];
  });
  return {
    list,
    changed: namesChanged(
      standing.filter(({ id }) => list.some((one) => one.id === id)),
      document.lists,
    ),
    held: standing.length - list.length,
  };
}

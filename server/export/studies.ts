/** Rows of case studies, and of what people corrected when things were read back to them. */
import { mayPublish, readOf, yesOf } from '../../core/caseStudies/publish.ts';
import type { Correction, Verdict } from '../../core/readBack/types.ts';
import type { Codes } from './codes.ts';
import type { Cell } from './csv.ts';
import type { ExportSource } from './source.ts';

const flag = (yes: boolean): number => (yes ? 1 : 0);
const words = (text: string): Cell => (text === '' ? null : text);

export function hasCaseStudies({ studies }: ExportSource): boolean {
  return (studies?.caseStudies.length ?? 0) > 0;
}

export function hasCorrections(source: ExportSource): boolean {
  return correctionsOf(source).length > 0;
}

/** In the order of random ids. */
export function caseStudyRows(source: ExportSource, codes: Codes): Cell[][] {
  const { groups } = source.consultation;
  const known = new Set(groups.map(({ id }) => id));
  const lists = source.lists ?? { names: [], places: [] };
  return (source.studies?.caseStudies ?? [])
    .map((study): Cell[] => [
      codes.uuid(`case study ${study.id}`),
      words(study.title),
      words(study.text),
      known.has(study.group) ? codes.groups([study.group]) : null,
      words(study.gender),
      words(study.ageBand),
      flag(yesOf(study, groups) === 'stands'),
      words(study.yesDay),
      words(study.yesHow),
      flag(readOf(study, groups) === 'stands'),
      flag(mayPublish(study, lists, groups).length === 0),
    ])
    .toSorted(byFirst);
}

const ABOUT: Record<Correction['about'], string> = {
  theme: 'theme',
  point: 'quote',
  caseStudy: 'case study',
};
const SAID: Record<Verdict, string> = { said: 'said', notQuite: 'not quite', missing: 'missing' };

/** Of the sessions of this export, and those that were said to something between sessions. */
export function correctionRows(source: ExportSource, codes: Codes): Cell[][] {
  return correctionsOf(source)
    .map((one): Cell[] => [
      codes.uuid(`correction ${one.id}`),
      ABOUT[one.about],
      one.was,
      words(wordsNow(source, one)),
      SAID[one.verdict],
      words(one.text),
      one.day,
      one.session === '' ? null : codes.session(one.session),
      one.people,
      flag(one.accepted),
    ])
    .toSorted(byFirst);
}

const byFirst = (a: Cell[], b: Cell[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);

function correctionsOf({ studies, sessions }: ExportSource): readonly Correction[] {
  const shown = new Set(sessions.map(({ id }) => id));
  return (studies?.corrections ?? []).filter(
    ({ session, ofSession }) =>
      (session === '' || shown.has(session)) && (ofSession === '' || shown.has(ofSession)),
  );
}

function wordsNow({ talk, studies }: ExportSource, { about, of }: Correction): string {
  switch (about) {
    case 'theme':
      return talk?.themes.find(({ id }) => id === of)?.name ?? '';
    case 'point':
      return talk?.points.find(({ id }) => id === of)?.text ?? '';
    case 'caseStudy':
      return studies?.caseStudies.find(({ id }) => id === of)?.text ?? '';
  }
}

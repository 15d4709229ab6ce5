/** Whether a case study may be printed: both ticks are to the words that stand, and no sign of a person is left open. */
import { speaker } from '../message.ts';
import { caseStudiesEn } from '../messages/caseStudies.en.ts';
import { foldWord } from '../personal/fold.ts';
import type { PersonalLists } from '../personal/types.ts';
import { openSigns } from './signs.ts';
import type { CaseStudyFields } from './types.ts';

const say = speaker(caseStudiesEn, 'en-GB');

export type Tick = 'none' | 'old' | 'stands';

/** The person's own yes; old: to words that were changed since. */
export function yesOf({ yesTo, yesDay, yesHow, version }: CaseStudyFields): Tick {
  if (yesTo === '' || yesDay === '' || yesHow === '') return 'none';
  return yesTo === version ? 'stands' : 'old';
}

/** The second reader's tick, likewise. */
export function readOf({ readTo, readDay, reader, version }: CaseStudyFields): Tick {
  if (readTo === '' || readDay === '' || reader === '') return 'none';
  return readTo === version ? 'stands' : 'old';
}

/** Whether whoever wrote it would be the second reader. */
export function sameReader({ writer, reader }: Pick<CaseStudyFields, 'writer' | 'reader'>): boolean {
  return foldWord(writer).replace(/\s+/gu, ' ').trim() === foldWord(reader).replace(/\s+/gu, ' ').trim();
}

/**
 * @param lists names and places that the team has listed
 * @returns what is missing, a sentence each; none: it may be printed
 */
export function mayPublish(study: CaseStudyFields, lists: PersonalLists): string[] {
  const [yes, read, open] = [yesOf(study), readOf(study), openSigns(study, lists).length];
  return [
    ...(study.title === '' ? [say('missing.title')] : []),
    ...(study.text === '' ? [say('missing.text')] : []),
    ...(open > 0 ? [say('missing.signs', { n: open })] : []),
    ...(yes === 'stands' ? [] : [say(`missing.yes.${yes}`)]),
    ...(study.writer === '' ? [say('missing.writer')] : []),
    ...(read === 'stands' ? [] : [say(`missing.read.${read}`)]),
    ...(read === 'stands' && study.writer !== '' && sameReader(study) ? [say('missing.other')] : []),
  ];
}

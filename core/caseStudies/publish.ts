/** Whether a case study may be printed: both ticks are to the words that stand, and no sign of a person is left open. */
import { speaker } from '../message.ts';
import { caseStudiesEn } from '../messages/caseStudies.en.ts';
import { foldWord } from '../personal/fold.ts';
import type { PersonalLists } from '../personal/types.ts';
import { openSigns } from './signs.ts';
import type { CaseStudyFields } from './types.ts';

const say = speaker(caseStudiesEn, 'en-GB');

/**
 * Old: to words that were changed since; renamed: the group beside the words is called something else since; unnamed:
 * it had no name then, or none was kept, and has one now.
 */
export type Tick = 'none' | 'old' | 'renamed' | 'unnamed' | 'stands';

/** Known: a second reader said of these very words that somebody would recognise the person. */
export type ReadTick = Tick | 'known';

/** Groups as they are called now. */
export type GroupNames = readonly { id: string; label: string }[];

/** The person's own yes. */
export function yesOf(study: CaseStudyFields, groups: GroupNames): Tick {
  const { yesTo, yesDay, yesHow, yesGroup } = study;
  if (yesTo === '' || yesDay === '' || yesHow === '') return 'none';
  return tickOf(study, yesTo, yesGroup, groups);
}

/** The second reader's tick, likewise. That somebody would recognise the person stands over it, whoever ticks it. */
export function readOf(study: CaseStudyFields, groups: GroupNames): ReadTick {
  const { readTo, readDay, reader, readGroup, knownTo, version } = study;
  if (knownTo.includes(version)) return 'known';
  if (readTo === '' || readDay === '' || reader === '') return 'none';
  return tickOf(study, readTo, readGroup, groups);
}

function tickOf({ version, group }: CaseStudyFields, to: string, called: string, groups: GroupNames): Tick {
  if (to !== version) return 'old';
  if (group === '' || called === groupCalled(group, groups)) return 'stands';
  return called === '' ? 'unnamed' : 'renamed';
}

/** Empty: there is no such group. */
export function groupCalled(group: string, groups: GroupNames): string {
  return groups.find(({ id }) => id === group)?.label ?? '';
}

/** Whether whoever wrote it would be the second reader. */
export function sameReader({ writer, reader }: Pick<CaseStudyFields, 'writer' | 'reader'>): boolean {
  return foldWord(writer).replace(/\s+/gu, ' ').trim() === foldWord(reader).replace(/\s+/gu, ' ').trim();
}

/**
 * @param lists names and places that the team has listed
 * @param groups those of the consultation
 * @returns what is missing, a sentence each; none: it may be printed
 */
export function mayPublish(study: CaseStudyFields, lists: PersonalLists, groups: GroupNames): string[] {
  const [yes, read, open] = [yesOf(study, groups), readOf(study, groups), openSigns(study, lists).length];
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

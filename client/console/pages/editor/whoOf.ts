/** For whom a wording is, and who would miss it, in words. */
import type { Consultation, Wording } from '../../../../core/consultation.ts';
import { languageName } from '../../languages.ts';
import { mainLanguage } from '../edits.ts';
import { say } from '../say.ts';

/** "For parents", "For everyone else, in Welsh"; the default language goes without saying. */
export function whoOf(doc: Consultation, wording: Pick<Wording, 'group' | 'lang'>): string {
  const label = doc.groups.find((g) => g.id === wording.group)?.label ?? '';
  const index = doc.groups.findIndex((g) => g.id === wording.group);
  const group = label === '' ? say('group.n', { n: index + 1 }) : label;
  const who = wording.group === null ? say('wording.everyone') : say('wording.for', { group });
  return wording.lang === mainLanguage(doc)
    ? who
    : say('wording.in', { who, lang: languageName(wording.lang) });
}

/** What is wrong with leaving a wording empty. */
export function emptyWords(doc: Consultation, wording: Pick<Wording, 'group' | 'lang'>): string {
  if (wording.group !== null) return say('wording.empty.group');
  return say(wording.lang === mainLanguage(doc) ? 'wording.empty' : 'wording.empty.lang');
}

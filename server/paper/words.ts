/** The words of the pack, and texts as its templates take them. */
import { speaker } from '../../core/message.ts';
import { answersEn } from '../../core/messages/answers.en.ts';
import { paperEn } from '../../core/messages/paper.en.ts';
import { paperScriptEn } from '../../core/messages/paperScript.en.ts';
import { roomLabel, type Group } from '../../core/consultation.ts';
import { listsIn } from '../../core/message.ts';
import { say as asSaid, type Said } from '../report/pdf/said.ts';
import { printable } from '../report/text.ts';

export const LANGUAGE = 'en-GB';

export const paper = speaker(paperEn, LANGUAGE);
export const script = speaker(paperScriptEn, LANGUAGE);
export const answers = speaker(answersEn, LANGUAGE);

const list = listsIn(LANGUAGE, 'conjunction');

/** A text as a template takes it: cleaned, with its lines, its direction and its language. */
export function said(text: string, lang?: string): Said {
  return asSaid(printable(text), lang);
}

/** The names of groups in the room. */
export function namesOf(groups: readonly Group[]): string {
  return list.format(groups.map(roomLabel));
}

/** YYYY-MM-DD in words. */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** Stands in a sentence where something is filled in by hand. */
export const BLANK = '_'.repeat(18);

/** How many of the longest words are measured where a text is set as large as it fits. */
const MEASURED = 6;

/** A text that is set as large as it fits, with the words that have to fit on a line whole. */
export interface Fitted extends Said {
  words: string[];
}

export function fitted(text: string, lang?: string): Fitted {
  const whole = said(text, lang);
  const words = [...new Set(whole.lines.flatMap((line) => line.split(/\s+/u)))]
    // Longer ones have places to break.
    .filter((word) => !word.includes('\u200b'))
    .toSorted((a, b) => b.length - a.length);
  return { ...whole, words: words.slice(0, MEASURED) };
}

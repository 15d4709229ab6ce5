/** The phone's words: messages, and the words, marks and tones of answers. */
import type { RefusalCode } from '../../core/refusal.ts';
import type { Answer, Scale } from '../../core/scale.ts';
import { MARKS, toneOf } from '../../core/scale.ts';
import { answerWord as wordOn } from '../../core/answers.ts';
import { speaker } from '../../core/message.ts';
import { answersEn } from '../../core/messages/answers.en.ts';
import { EN } from './messages/en.ts';

/** The language of the phone's own words; statements carry theirs. */
export const LANG = 'en-GB';

export const say = speaker(EN, LANG);
const sayAnswer = speaker(answersEn, LANG);

/** The word of an answer, as the wall has it. */
export function answerWord(scale: Scale, answer: Answer): string {
  return wordOn(sayAnswer, scale, answer);
}

/** Tone (0 to 6) and mark of an answer; declined ones have neither. */
export function toneAndMark(scale: Scale, answer: Answer): { tone: number; mark: string } | null {
  if (typeof answer !== 'number') return null;
  const tone = toneOf(scale, answer);
  return { tone, mark: MARKS[tone] ?? '' };
}

/** What a refusal tells the person; `other` stands for those without words of their own. */
export function refusalWord(code: RefusalCode, other = say('refusal.other')): string {
  const key = `refusal.${code}`;
  return key in EN ? say(key as 'refusal.other') : other;
}

/** A date (YYYY-MM-DD) in words; anything else is words already. */
export function dateWord(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  return new Intl.DateTimeFormat(LANG, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
}

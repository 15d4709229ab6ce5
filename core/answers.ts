/** The word, the mark and the tone of an answer on a screen of the room. */
import type { Answer, Scale } from './scale.ts';
import { MARKS, points, toneOf } from './scale.ts';
import type { Say } from './message.ts';
import type { answersEn } from './messages/answers.en.ts';

export type SayAnswer = Say<typeof answersEn>;

/** The word of an answer: a built-in scale's from the catalogue, an own one's as it was written. */
export function answerWord(say: SayAnswer, scale: Scale, answer: Answer): string {
  if (typeof answer !== 'number') return say(`answer.${answer}`);
  if (scale.kind === 'own') return scale.labels?.[answer - 1] ?? '';
  return say(`answer.${toneOf(scale, answer)}` as keyof typeof answersEn);
}

/** One heading of the wall. */
export interface Heading {
  code: number;
  word: string;
  mark: string;
  tone: number;
}

/** The headings of a scale, most disagreeing first. */
export function headingsOf(say: SayAnswer, scale: Scale): Heading[] {
  return Array.from({ length: points(scale) }, (_, i) => {
    const tone = toneOf(scale, i + 1);
    return { code: i + 1, word: answerWord(say, scale, i + 1), mark: MARKS[tone] ?? '', tone };
  });
}

/** A figure's numbers in words. */
import type { Figure } from '../../../core/results.ts';
import type { Scale } from '../../../core/scale.ts';
import type { Plurality } from '../../../core/side.ts';
import { sideLabels } from '../../../core/side.ts';
import { answerWord } from '../../../core/answers.ts';
import { saySentence } from '../../../core/chart/words.ts';
import { sayEither } from '../words.ts';
import { say } from './say.ts';

/** The median, see `sayCode`. */
export function sayMedian({ median }: Figure, scale: Scale): string {
  return sayCode(median, scale);
}

/** "Agree", or "between Neither and Agree" for a half, which falls between two answers. */
export function sayCode(code: number | null, scale: Scale): string {
  if (code === null) return say('res.no.median');
  const low = answerWord(say, scale, Math.floor(code));
  const high = answerWord(say, scale, Math.ceil(code));
  return low === high ? low : say('res.between', { low, high });
}

/** The answers on one side of an own scale: “Often” or “Always”. */
export function sayAnswers(scale: Scale, side: Exclude<Plurality, 'even'>): string {
  return sayEither(sideLabels(scale, side).map((text) => say('res.quoted', { text })));
}

/** The figure in a sentence that ends; declined answers stand apart behind it. */
export function sayFigure(figure: Figure, scale: Scale): string {
  const words = saySentence(say, figure, scale);
  const sentence = figure.n === 0 ? words : say('res.sentence', { sentence: words });
  const apart = figure.declined.n + figure.declined.x;
  return apart === 0
    ? sentence
    : say('res.sentence.apart', { sentence, apart: say('res.apart', { n: apart }) });
}

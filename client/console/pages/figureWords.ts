/** A figure's numbers in words. */
import type { Figure } from '../../../core/results.ts';
import type { Scale } from '../../../core/scale.ts';
import { answerWord } from '../../../core/answers.ts';
import { saySentence } from '../../../core/chart/words.ts';
import { say } from './say.ts';

/** "Agree", or "between Neither and Agree" where the middle falls between two answers. */
export function sayMedian(figure: Figure, scale: Scale): string {
  const { median } = figure;
  if (median === null) return say('res.no.median');
  const low = answerWord(say, scale, Math.floor(median));
  const high = answerWord(say, scale, Math.ceil(median));
  return low === high ? low : say('res.between', { low, high });
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

/** What the chart says in words. */
import type { ChartRow } from '../../../core/chart.ts';
import type { Scale } from '../../../core/scale.ts';
import { sentenceOf } from '../../../core/sentence.ts';
import type { Figure } from '../../../core/results.ts';
import type { Say } from '../message.ts';
import type { answersEn } from '../messages/answers.en.ts';
import type { chartEn } from '../messages/chart.en.ts';

export type SayChart = Say<typeof answersEn & typeof chartEn>;

/** A figure in one plain sentence. */
export function saySentence(say: SayChart, figure: Figure, scale: Scale): string {
  const { key, slots } = sentenceOf(figure, scale);
  return say(key, slots);
}

/** The chart for those who cannot see it: a sentence for each row. */
export function altText(say: SayChart, rows: readonly ChartRow[], scale: Scale): string {
  const lines = rows.map((r) =>
    say('chart.row', { group: r.label, sentence: saySentence(say, r.figure, scale) }),
  );
  return say('chart.alt', { what: lines.join('. ') });
}

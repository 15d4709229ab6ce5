/** What the chart says in words. */
import type { Say } from '../message.ts';
import type { answersEn } from '../messages/answers.en.ts';
import type { chartEn } from '../messages/chart.en.ts';
import type { Scale } from '../scale.ts';
import { sentenceOf } from '../sentence.ts';
import type { BarRow, Counted } from './bars.ts';

export type SayChart = Say<typeof answersEn & typeof chartEn>;

/** A figure in one plain sentence. */
export function saySentence(say: SayChart, figure: Counted, scale: Scale): string {
  const { key, slots } = sentenceOf(figure, scale);
  return say(key, slots);
}

/** The chart for those who cannot see it: a sentence for each row. */
export function altText(say: SayChart, rows: readonly BarRow[], scale: Scale): string {
  const lines = rows.map((r) =>
    say('chart.row', { group: r.label, sentence: saySentence(say, r.figure, scale) }),
  );
  return say('chart.alt', { what: lines.join('. ') });
}

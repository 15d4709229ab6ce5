/** How far two coders agree, for the codebook of the appendix; and themes that were raised together, for the team. */
import type { CodersTold } from './between.ts';
import type { ReportInput } from './input.ts';
import type { Block } from './model.ts';
import type { Speech } from './words.ts';

/** Without a name: coders are labels, and a release has none of either. */
export function codersBlocks(speech: Speech, { between }: ReportInput): Block[] {
  if (between == null) return [];
  const { say, date } = speech;
  const { said, texts } = between;
  const units = ({ units: n, again }: CodersTold): string =>
    again === null ? say('coders.said', { n }) : say('coders.said.again', { n, date: date(again) });
  const none = ({ unplaced: n }: CodersTold): string[] =>
    n === null ? [say('coders.said.unplaced')] : n > 0 ? [say('coders.said.unplaced.n', { n })] : [];
  return [
    ...(said === null ? [] : [paragraph(units(said), ...none(said), alphaWords(speech, said))]),
    ...(texts === null
      ? []
      : [paragraph(say('coders.texts', { n: texts.units }), alphaWords(speech, texts))]),
  ];
}

function paragraph(...sentences: string[]): Block {
  return { kind: 'paragraph', text: sentences.join(' ') };
}

function alphaWords({ say }: Speech, { alpha, low, high, worth }: CodersTold): string {
  if (alpha === null) return say('coders.none');
  const figure = (of: number): string => of.toFixed(2).replace('-0.00', '0.00').replace('-', '−');
  const told =
    low === null || high === null
      ? say('coders.alpha', { alpha: figure(alpha) })
      : say('coders.alpha.between', { alpha: figure(alpha), low: figure(low), high: figure(high) });
  return `${told} ${say(`coders.${worth}`)}`;
}

export function togetherBlocks({ say }: Speech, { between }: ReportInput): Block[] {
  const together = between?.together ?? [];
  if (together.length === 0) return [];
  const head = [
    say('talk.theme'),
    say('talk.together.with'),
    say('talk.together.times'),
    say('talk.together.origins'),
  ];
  const rows = together.map(({ a, b, times, origins }) => [
    a,
    b,
    say('chart.number', { n: times }),
    say('chart.number', { n: origins }),
  ]);
  return [
    { kind: 'table', caption: say('talk.together'), head, rows, numeric: [2, 3] },
    { kind: 'note', text: say('talk.together.note') },
  ];
}

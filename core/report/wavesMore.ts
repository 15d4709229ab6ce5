/** Of the comparison with the wave before: statistics that are asked for, and what became of what was recommended then. */
import { linesOf, sayTold } from '../recommendations/toldWords.ts';
import { stateOf } from '../recommendations/told.ts';
import { testOf } from '../waves/change.ts';
import type { ReportInput } from './input.ts';
import type { Block, Section } from './model.ts';
import { caveatWords, decimal, pWords } from './statistics.ts';
import type { StatementThen, WaveReport } from './waves.ts';
import type { Speech } from './words.ts';

/** What the two waves are called. */
export interface Names {
  was: string;
  now: string;
}

/** The interval and the test, where the team asks for such things in its report. */
export function statisticsBlocks(
  speech: Speech,
  { document }: Pick<ReportInput, 'document'>,
  statement: Pick<StatementThen, 'pairs'>,
  names: Names,
): Block[] {
  const { say } = speech;
  const [{ was, now, change }] = statement.pairs;
  const { interval } = change;
  const signed = (n: number): string => (n < 0 ? `−${-n}` : n > 0 ? `+${n}` : '0');
  const test = document.show.tests
    ? testOf({ ...was, label: names.was }, { ...now, label: names.now })
    : null;
  return [
    ...(document.show.intervals && interval !== null
      ? [
          {
            kind: 'paragraph' as const,
            text: say('waves.interval', { low: signed(interval.low), high: signed(interval.high) }),
          },
          { kind: 'note' as const, text: say('wave.interval.note') },
        ]
      : []),
    ...(test === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: say('waves.test', {
              ...names,
              p: pWords(speech, test.test.p),
              method: say(`tests.method.${test.test.method}`),
              delta: decimal(speech, test.test.delta),
            }),
          },
          {
            kind: 'note' as const,
            text: `${say('wave.test.note')} ${caveatWords(speech, test.caveats, test.test.least)}`,
          },
        ]),
  ];
}

/**
 * What was asked for then, each with its state and what was said and done. The section is named as those on
 * recommendations are, so that words which somebody takes back go from it as well.
 */
export function sinceSections(
  { say }: Speech,
  { since }: WaveReport,
  { date }: Pick<ReportInput, 'date'>,
): Section[] {
  if (since.length === 0) return [];
  return [
    {
      id: 'recommendation-since',
      heading: say('waves.since'),
      level: 2,
      blocks: [
        { kind: 'paragraph', text: say('waves.since.intro') },
        ...since.flatMap((item): Block[] => [
          { kind: 'paragraph', text: item.text },
          {
            kind: 'facts',
            items: [
              { name: say('waves.since.state'), value: sayTold(`state.${stateOf(item)}`) },
              ...linesOf(item, 0, date).map(({ name, texts }) => ({ name, value: texts.join('\n') })),
            ],
          },
        ]),
      ],
    },
  ];
}

import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import { madeTexts } from '../../../core/report/texts.ts';
import type { Scale } from '../../../core/scale.ts';
import { comparePaired } from '../../../core/statistics/compare.ts';
import {
  blocksOf,
  figureWith,
  figuresOf,
  linesOf,
  roundWith,
  sampleInput,
  statementWith,
  textsOf,
} from './made.ts';

const scale: Scale = { kind: 'own', labels: ['Never', 'Rarely', 'Often', 'Always'], declines: [] };
const often = figureWith([1, 0, 3, 4]);
const never = figureWith([4, 3, 1, 0]);
const own = (number: number, ...rounds: ReturnType<typeof roundWith>[]) =>
  statementWith(number, rounds, { scale });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Common ground, a split of two groups, two camps, and two rounds. */
const statements = [
  own(1, roundWith(figureWith([2, 0, 6, 8]), { Young: often, Adults: often })),
  own(2, roundWith(figureWith([5, 3, 4, 4]), { Young: often, Adults: never })),
  own(
    3,
    roundWith(figureWith([5, 0, 0, 6]), {
      Young: figureWith([1, 0, 0, 4]),
      Adults: figureWith([4, 0, 0, 2]),
    }),
  ),
  own(4, roundWith(figureWith([3, 3, 1, 1])), roundWith(figureWith([1, 1, 3, 3]), {}, 2)),
];

async function input(): Promise<ReportInput> {
  const moved = [
    {
      statement: 's4',
      result: comparePaired([
        [1, 3],
        [2, 4],
        [2, 1],
        [3, 3],
        [1, 4],
      ]),
    },
  ];
  const made = await sampleInput({ statements, quotes: [], moved, audience: 'team', number: null });
  const show = { agreement: false, consensus: false, intervals: true, tests: true };
  return { ...made, document: { ...made.document, show } };
}

describe('a scale with words of its own', () => {
  test('F15 nobody is said to have agreed or disagreed who was not asked that', async () => {
    const model = buildReport(await input());
    const texts = [
      ...blocksOf(model).flatMap(textsOf),
      ...figuresOf(model).flatMap((f) => [f.caption, f.alt, f.table.caption]),
    ];
    expect(texts.filter((text) => /agree/iu.test(text) && !text.includes('agreed to be quoted'))).toEqual([]);
  });

  test('F15 what groups share and where they differ is told in its answers', async () => {
    const { shared, differ } = madeTexts(await input()).texts;
    expect(plain(shared)).toContain(
      '- More than half of every such group answered “Often” or “Always” to “The worker keeps promise 1”. In all, 14 of 16 people did.',
    );
    expect(differ).toContain(
      '- “The worker keeps promise 2”: more than half answered “Often” or “Always” among Young and more than half answered “Never” or “Rarely” among Adults.',
    );
    const camps = madeTexts({
      ...(await input()),
      statements: [own(1, roundWith(figureWith([5, 0, 0, 6])))],
    });
    expect(camps.texts.differ).toContain(
      '- “The worker keeps promise 1”: 6 answered “Often” or “Always” and 5 answered “Never” or “Rarely”, of 11.',
    );
  });

  test('F15 the appendix counts the statements by its answers', async () => {
    const [first] = figuresOf(buildReport(await input())).filter((f) => f.number === 'A1');
    expect(first?.sentence).toBe(
      'Everyone: more people answered “Often” or “Always” than “Never” or “Rarely” to 3 of 4 statements. As many people answered “Never” or “Rarely” as “Often” or “Always” to 1 of them. Where there were two rounds, the last with an answer is counted.',
    );
  });

  test('F15 who moved went towards one of its ends', async () => {
    expect(linesOf(buildReport(await input()), 'statement-4')).toContain(
      'Of 5 people who answered in both rounds in linked sessions, 3 moved towards “Always”, 1 moved towards “Never” and 1 gave the same answer.',
    );
  });

  test('F9 an interval names its answers', async () => {
    const many = [own(1, roundWith(figureWith([2, 4, 10, 8])))];
    const cells = blocksOf(buildReport({ ...(await input()), statements: many })).flatMap((b) =>
      b.kind === 'table' ? b.rows.flat().map(plain) : [],
    );
    expect(cells).toContain('“Often” or “Always”: 55 % to 88 %');
  });
});

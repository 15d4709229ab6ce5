/** Statistics of the results page in words, and that they are those of the report. */
import { describe, expect, test } from '@jest/globals';
import { comparisonOf, countsOf, testedColumns } from '../../client/console/pages/analysis/tested.ts';
import {
  sayApart,
  sayCommon,
  sayInterval,
  sayLeast,
  saySplitSide,
  sayTested,
} from '../../client/console/pages/analysis/words.ts';
import { sayCode } from '../../client/console/pages/figureWords.ts';
import { say } from '../../client/console/pages/say.ts';
import type { PartFigure } from '../../core/analysis/camps.ts';
import { measureBlocks, testBlocks } from '../../core/report/statistics.ts';
import { speechOf } from '../../core/report/words.ts';
import type { Scale } from '../../core/scale.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';
import { mannWhitney } from '../../core/statistics/mannWhitney.ts';
import { tableOfCounts } from '../../core/statistics/ranks.ts';
import { figureWith, roundWith, statementWith } from '../core/report/made.ts';

const own: Scale = { kind: 'own', labels: ['Never', 'Rarely', 'Often', 'Always'], declines: [] };

describe('statistics in words', () => {
  test('F9 quartiles are told in answers, as the median is', () => {
    expect([2, 3.5, 4, null].map((code) => sayCode(code, DEFAULT_SCALE))).toEqual([
      'Disagree',
      'between Neither and Agree',
      'Agree',
      'none',
    ]);
  });

  test('F15 of a scale with words of its own nobody is said to agree', () => {
    const statement = { scale: own };
    expect(sayCommon({ common: 'disagree', statement })).toBe(
      'More than half of everyone, and of every group compared, said “Never” or “Rarely”.',
    );
    expect([saySplitSide(own, 'agree'), saySplitSide(own, 'disagree')]).toEqual([
      'More than half said “Often” or “Always”',
      'More than half said “Never” or “Rarely”',
    ]);
    expect(saySplitSide(DEFAULT_SCALE, 'disagree')).toBe('More than half disagree');
    expect(sayApart({ higher: 'A', lower: 'B', delta: 0.5 }, own)).toBe(
      'A stand nearer “Always” than B: a large difference (0.50).',
    );
  });

  test('F1 F9 the interval is of the same share as in the report, and names it', () => {
    const speech = speechOf('en');
    for (const [counts, scale] of [
      [[4, 5, 3, 14, 10], DEFAULT_SCALE],
      [[14, 5, 3, 4, 10], DEFAULT_SCALE],
      [[1, 5, 20, 4, 2], DEFAULT_SCALE],
      [[5, 5, 4, 5, 5], DEFAULT_SCALE],
      [[1, 2, 0, 3, 0], DEFAULT_SCALE],
      [[9, 8, 5, 4], own],
      [[6, 6, 6, 6], own],
    ] as const) {
      const one = figureWith([...counts]);
      const blocks = measureBlocks(
        speech,
        statementWith(1, [], { scale }),
        [{ label: 'Everyone', figure: one }],
        { agreement: false, consensus: false, intervals: true, tests: false },
      );
      const [cell] = blocks.flatMap((b) => (b.kind === 'table' ? [b.rows[0]?.[1]] : []));
      expect(sayInterval(one, scale)).toBe(cell);
    }
    expect(sayInterval(figureWith([14, 5, 3, 4, 10]), DEFAULT_SCALE)).toMatch(/^disagree: /u);
  });

  test('F1 F9 a p drawn by lot is the same on the page as in the report', () => {
    const rows = [
      [1, 3, 6, 8, 4],
      [5, 6, 6, 3, 2],
      [3, 4, 5, 6, 4],
    ];
    const columns = rows.map((counts, i): PartFigure => ({
      part: { key: `${i}`, kind: 'group', label: `G${i}`, groups: [`${i}`], sessions: [] },
      figure: figureWith(counts),
    }));
    const statement = statementWith(1, []);
    const page = comparisonOf(statement.id, 2, countsOf(testedColumns(columns)));
    if (page.kind !== 'several') throw new Error('several groups');
    expect(page.test.method).toBe('monte-carlo');
    const parts = Object.fromEntries(columns.map(({ part, figure: f }) => [part.label, f]));
    const [report] = testBlocks(speechOf('en'), statement, roundWith(null, parts, 2));
    const words = sayTested(page.test.p, page.test.method);
    expect(words).toMatch(/^p = 0\.\d{3} \(from shuffles drawn by lot, the same each time\)$/u);
    expect(report).toMatchObject({ text: expect.stringContaining(`Kruskal-Wallis test, ${words}`) });
    // Another seed gives another p, so that this would be noticed.
    expect(comparisonOf(statement.id, 1, countsOf(columns))).not.toMatchObject({ test: { p: page.test.p } });
  });

  test('F9 units are tested only where they stand alone', () => {
    const column = (kind: PartFigure['part']['kind']): PartFigure => ({
      part: { key: kind, kind, label: kind, groups: [], sessions: [] },
      figure: figureWith([1, 1, 1, 1, 1]),
    });
    const tested = (...kinds: PartFigure['part']['kind'][]) =>
      testedColumns(kinds.map(column)).map(({ part }) => part.kind);
    expect(tested('everyone', 'group', 'unit')).toEqual(['group']);
    expect(tested('everyone', 'session', 'unit')).toEqual(['session']);
    expect(tested('everyone', 'unit', 'unit')).toEqual(['unit', 'unit']);
  });

  test('F9 two groups have the least p of their sizes, and of their answers where it is another', () => {
    const apart = mannWhitney(
      tableOfCounts([
        [3, 0],
        [0, 3],
      ]),
    );
    expect(sayLeast(apart)).toBe('The least that groups of 3 and 3 can reach: p = 0.100.');
    expect(
      sayLeast(
        mannWhitney(
          tableOfCounts([
            [5, 0],
            [4, 1],
          ]),
        ),
      ),
    ).toBe(
      'The least that groups of 5 and 5 can reach: p = 0.008 where no two people answer alike, p = 1.000 with these answers.',
    );
  });

  test('F9 where nothing is shared, no more is said than that the whole rule holds nowhere', () => {
    // The rule stands over the list; groups can be on one side and everyone not, or all of them in two camps.
    expect(say('an.common.none')).toBe('There is no statement of which all this is true.');
    // Groups can be on one side, and too few of one have answered.
    expect(say('op.shared.none', { floor: 5 })).toBe(
      'There is no statement that at least 5 people of every group answered and on which more than half of every group are on the same side.',
    );
  });

  test('F9 caveats hold for groups from several sessions, and for answers that tie', () => {
    expect(say('caveat.heard-one-another')).toMatch(/^Those in one session heard one another/u);
    expect(say('caveat.cannot-reach-05', { least: 'p = 0.100' })).not.toContain('whatever');
  });
});

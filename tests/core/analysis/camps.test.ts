import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ANALYSIS_EN } from '../../../client/console/pages/messages/analysis.en.ts';
import type { PartFigure } from '../../../core/analysis/camps.ts';
import { commonSide, compared, splitOf } from '../../../core/analysis/camps.ts';
import { netChange } from '../../../core/analysis/moved.ts';
import { furthestApart, sorted } from '../../../core/analysis/order.ts';
import { finds, folded } from '../../../core/analysis/search.ts';
import type { Figure } from '../../../core/results.ts';
import { majorityOf } from '../../../core/side.ts';
import { cliffDelta } from '../../../core/statistics/cliff.ts';
import { agreementMeaning } from '../../../core/statistics/meaning.ts';
import { tableOfCounts } from '../../../core/statistics/ranks.ts';

function figure(counts: number[]): Figure {
  const n = counts.reduce((a, b) => a + b, 0);
  const percent = n >= 20 ? counts.map((c) => Math.round((100 * c) / n)) : null;
  return { counts, n, declined: { n: 0, x: 0 }, notAnswered: 0, median: null, percent };
}

const parts = (...rows: number[][]): PartFigure[] =>
  rows.map((counts, i) => ({
    part: { key: String(i), kind: 'group', label: `G${i + 1}`, groups: [String(i)], sessions: [] },
    figure: figure(counts),
  }));

/** Everyone, where each person is in one group. */
const whole = (...rows: number[][]): Figure =>
  figure((rows[0] ?? []).map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0)));

describe('common ground and splits', () => {
  test('F9 a side needs more than half of those who answered', () => {
    const side = (counts: number[]) => majorityOf(figure(counts));
    expect(side([0, 0, 2, 2, 1])).toBe('agree');
    expect(side([0, 0, 3, 2, 1])).toBeNull();
    expect(side([3, 0, 0, 0, 2])).toBe('disagree');
    expect(side([0, 0, 0, 0, 0])).toBeNull();
  });

  test('F9 common ground is everyone and every group with five answers or more on one side', () => {
    const common = (...rows: number[][]) => commonSide(whole(...rows), parts(...rows), []);
    expect(common([0, 0, 1, 4, 0], [1, 0, 0, 3, 2])).toBe('agree');
    expect(common([4, 0, 1, 0, 0], [3, 2, 0, 0, 1])).toBe('disagree');
    expect(common([0, 0, 1, 4, 0], [4, 0, 1, 0, 0])).toBeNull();
    expect(common([0, 0, 1, 4, 0], [0, 0, 3, 2, 0])).toBeNull();
  });

  test('F9 a group under five answers neither makes common ground nor breaks it', () => {
    const common = (...rows: number[][]) => commonSide(whole(...rows), parts(...rows), []);
    expect(common([0, 0, 1, 4, 0], [1, 0, 0, 3, 2], [0, 0, 4, 0, 0])).toBe('agree');
    expect(common([0, 0, 1, 4, 0], [0, 0, 0, 4, 0])).toBeNull();
  });

  test('F9 there is no common ground that everyone together does not stand on', () => {
    // People in no group, all of the other mind.
    const groups = parts([0, 0, 1, 4, 0], [1, 0, 0, 3, 2]);
    expect(commonSide(figure([1, 20, 1, 7, 2]), groups, [])).toBeNull();
  });

  test('F4 F9 a unit counts only where it shares nobody with another that is compared', () => {
    const [first, second] = parts([0, 0, 1, 4, 0], [0, 0, 1, 4, 2]);
    if (first === undefined || second === undefined) throw new Error('two parts');
    const unit: PartFigure = { ...second, part: { ...second.part, kind: 'unit', label: 'Both' } };
    const everyone = figure([0, 0, 2, 8, 2]);
    // The same people in a group and in a unit of it are one part, not two.
    expect(commonSide(everyone, [first, unit], [[0, 1]])).toBeNull();
    expect(commonSide(everyone, [first, unit], [])).toBe('agree');
    // Two units that share people say no more than one.
    expect(compared([unit, unit], [[0, 1]])).toEqual([]);
    // Whom it shares with a group too small to be compared does not count against it.
    const small = { ...first, figure: figure([0, 0, 1, 2, 0]) };
    expect(compared([small, unit], [[0, 1]])).toEqual([unit]);
    // Groups stay, though somebody is in both.
    expect(compared([first, second], [[0, 1]])).toEqual([first, second]);
  });

  test('F9 a split is between groups on opposite sides, or within everyone in two camps', () => {
    expect(splitOf(figure([4, 1, 2, 4, 5]), parts([0, 0, 1, 4, 5], [4, 1, 1, 0, 0]), [])).toEqual({
      is: 'between',
      agree: ['G1'],
      disagree: ['G2'],
    });
    expect(splitOf(figure([5, 2, 0, 2, 5]), [], [])).toEqual({ is: 'within' });
    expect(splitOf(figure([1, 2, 8, 2, 1]), [], [])).toBeNull();
  });

  test('F9 a split is never common ground as well', () => {
    const rows = parts([3, 0, 0, 0, 5], [3, 0, 0, 0, 5]);
    const everyone = figure([6, 0, 0, 0, 10]);
    expect(rows.map((row) => majorityOf(row.figure))).toEqual(['agree', 'agree']);
    expect(splitOf(everyone, rows, [])).toEqual({ is: 'within' });
    expect(commonSide(everyone, rows, [])).toBeNull();
  });

  test('F9 the words say of camps what the rule is, also where many stand in the middle', () => {
    expect(agreementMeaning([5, 0, 5, 0, 5])).toBe('camps');
    expect(ANALYSIS_EN['an.split.rule']).not.toContain('few in between');
  });
});

describe('how far groups are apart', () => {
  const deltaOf = (a: number[], b: number[]) => cliffDelta(tableOfCounts([a, b]));

  test('F9 Cliff’s delta: the worked cases, and 0 and 1 at its ends', () => {
    // 5,5,4,4,4,3,5 and 2,1,3,2,4,2 of the worked cases: .8571429.
    expect(deltaOf([0, 0, 1, 3, 3], [1, 3, 1, 1, 0])).toBeCloseTo(0.8571429, 7);
    // 10,10,20,20,20,30,30,30,40,50 and 10,20,30,40,40,50: -.25.
    expect(deltaOf([2, 3, 3, 1, 1], [1, 1, 1, 2, 1])).toBeCloseTo(-0.25, 10);
    expect(deltaOf([0, 0, 0, 0, 3], [3, 0, 0, 0, 0])).toBe(1);
    expect(deltaOf([1, 2, 3], [1, 2, 3])).toBe(0);
    expect(deltaOf([0, 0], [1, 1])).toBeNull();
  });

  test('F9 it changes its sign with the order of the groups, and only that', () => {
    const row = fc.array(fc.nat(9), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(row, row, (a, b) => {
        const [there, back] = [deltaOf(a, b), deltaOf(b, a)];
        if (there === null || back === null) expect(there).toBe(back);
        else expect(there + back).toBeCloseTo(0, 12);
      }),
    );
  });

  test('F9 the two groups that differ most are named, and groups under five answers are not', () => {
    const figures = parts([0, 0, 0, 2, 4], [1, 1, 2, 1, 1], [5, 1, 0, 0, 0], [4, 0, 0, 0, 0]);
    expect(furthestApart(figures, [])).toEqual({ higher: 'G1', lower: 'G3', delta: 1 });
    expect(furthestApart(parts([0, 0, 0, 2, 4]), [])).toBeNull();
  });

  test('F9 statements are sorted by net agreement or by how far groups are apart, ties as on the board', () => {
    const line = (number: number, counts: number[], delta: number | null) => ({
      number,
      everyone: figure(counts),
      apart: delta === null ? null : { higher: '', lower: '', delta },
    });
    const lines = [
      line(1, [0, 0, 1, 0, 0], 0.2),
      line(2, [5, 0, 0, 0, 0], null),
      line(3, [0, 0, 0, 5, 0], 0.9),
      line(4, [0, 0, 0, 0, 0], 0.2),
      line(5, [0, 0, 0, 0, 1], 0.2),
    ];
    const numbers = (order: Parameters<typeof sorted>[1]) => sorted(lines, order).map((l) => l.number);
    expect(numbers('board')).toEqual([1, 2, 3, 4, 5]);
    expect(numbers('agree')).toEqual([3, 5, 1, 2, 4]);
    expect(numbers('disagree')).toEqual([2, 1, 3, 5, 4]);
    expect(numbers('apart')).toEqual([3, 1, 4, 5, 2]);
  });
});

describe('what moved', () => {
  test('F2 people where as many answered twice, points only from twenty on, nothing where a round is empty', () => {
    expect(netChange(figure([2, 0, 1, 0, 0]), figure([1, 0, 1, 1, 0]))).toMatchObject({
      people: [-1, 0, 0, 1, 0],
      points: null,
    });
    expect(netChange(figure([2, 0, 1, 0, 0]), figure([1, 0, 1, 0, 0]))).toMatchObject({
      people: null,
      points: null,
    });
    expect(netChange(figure([10, 0, 0, 0, 10]), figure([5, 0, 0, 0, 20]))).toMatchObject({
      people: null,
      points: [-30, 0, 0, 0, 30],
    });
    expect(netChange(figure([0, 0]), figure([1, 0]))).toBeNull();
  });
});

describe('searching comments', () => {
  test.each([
    ['cafe', 'The CAFÉ was closed', true],
    ["don't", 'They don’t listen', true],
    ['strasse', 'In der Straße', true],
    ['worker listens', 'She listens, my worker', true],
    ['worker hears', 'She listens, my worker', false],
    ['', 'anything', true],
    ['সমাজ', 'সমাজকর্মী শোনেন', true],
    ['সমজ', 'সমাজকর্মী শোনেন', false],
  ])('F14 “%s” in “%s”: %s', (search, text, found) => {
    expect(finds(search, text)).toBe(found);
  });

  test('F14 a folded text folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(folded(folded(text))).toBe(folded(text))),
    );
  });
});

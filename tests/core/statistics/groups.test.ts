import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deltaSize } from '../../../core/statistics/cliff.ts';
import { kruskalWallis } from '../../../core/statistics/kruskalWallis.ts';
import { leastOfSigns, leastOfTable, leastOfTwoGroups } from '../../../core/statistics/leastP.ts';
import { mannWhitney } from '../../../core/statistics/mannWhitney.ts';
import { rankSum2, tableOf, tableOfCounts } from '../../../core/statistics/ranks.ts';
import { ANSWERS, MUCOCILIARY, OZONE, PERMEABILITY, SMALL_GROUPS, TREATMENT } from './cases.ts';

const answers = (most: number) => fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: most });
const twoGroups = (x: readonly number[], y: readonly number[]) => mannWhitney(tableOf([x, y]));

/** All ways to choose n1 of the pooled values, one by one. */
function* splits(values: readonly number[], n1: number): Generator<[number[], number[]]> {
  const [first, ...rest] = values;
  if (first === undefined) {
    if (n1 === 0) yield [[], []];
    return;
  }
  if (n1 > 0) for (const [a, b] of splits(rest, n1 - 1)) yield [[first, ...a], b];
  if (rest.length >= n1) for (const [a, b] of splits(rest, n1)) yield [a, [first, ...b]];
}

describe('F9 two groups', () => {
  test('permeability', () => {
    const result = twoGroups(PERMEABILITY.x, PERMEABILITY.y);
    expect(result).toMatchObject({ u: 35, method: 'exact', n1: 10, n2: 5 });
    expect(result.greater).toBeCloseTo(0.1272061, 7);
    expect(result.p).toBeCloseTo(0.2544123, 7);
    expect(result.p).toBeCloseTo(764 / 3003, 12);
  });

  test('tied answers', () => {
    const result = twoGroups(ANSWERS.a, ANSWERS.b);
    expect(result).toMatchObject({ u: 39, method: 'exact', deltaSize: 'large' });
    expect(result.z).toBeCloseTo(2.641287, 6);
    expect(result.p).toBeCloseTo(13 / 1716, 12);
    expect(result.p).toBeCloseTo(0.00757576, 8);
    expect(result.normalP).toBeCloseTo(0.0082592, 7);
    expect(result.delta).toBeCloseTo(0.8571429, 7);
    // PSPP counts the other group's wins.
    expect(twoGroups(ANSWERS.b, ANSWERS.a).u).toBe(3);
  });

  test("Cliff's delta and its words", () => {
    expect(twoGroups(TREATMENT.x, TREATMENT.y).delta).toBeCloseTo(-0.25, 12);
    const words = [0, 0.146, -0.147, 0.329, 0.33, -0.473, 0.474, -1].map(deltaSize);
    expect(words).toEqual([
      'negligible',
      'negligible',
      'small',
      'small',
      'medium',
      'medium',
      'large',
      'large',
    ]);
  });

  test('the exact p is the share of all splits, counted one by one', () => {
    fc.assert(
      fc.property(answers(5), answers(5), (x, y) => {
        const found = twoGroups(x, y);
        const far = (a: readonly number[], b: readonly number[]) => {
          const table = tableOf([a, b]);
          return rankSum2(table, 0) - a.length * (table.n + 1);
        };
        const seen = far(x, y);
        const all = [...splits([...x, ...y], x.length)].map(([a, b]) => far(a, b));
        const share = (some: (d: number) => boolean) => all.filter(some).length / all.length;
        expect(found.p).toBeCloseTo(
          share((d) => Math.abs(d) >= Math.abs(seen)),
          12,
        );
        expect(found.greater).toBeCloseTo(
          share((d) => d >= seen),
          12,
        );
        expect(found.less).toBeCloseTo(
          share((d) => d <= seen),
          12,
        );
        const furthest = Math.max(...all.map(Math.abs));
        expect(found.least).toBeCloseTo(
          share((d) => Math.abs(d) === furthest),
          12,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('p is above 0 and at most 1, and the same with groups exchanged or the scale turned round', () => {
    fc.assert(
      fc.property(answers(25), answers(25), (x, y) => {
        const found = twoGroups(x, y);
        const exchanged = twoGroups(y, x);
        const turned = twoGroups(
          x.map((code) => 6 - code),
          y.map((code) => 6 - code),
        );
        expect(found.p).toBeGreaterThan(0);
        expect(found.p).toBeLessThanOrEqual(1);
        expect(found.least).toBeLessThanOrEqual(found.p + 1e-12);
        for (const other of [exchanged, turned]) {
          expect(other.p).toBeCloseTo(found.p, 12);
          expect(other.greater).toBeCloseTo(found.less, 12);
          expect(other.delta).toBeCloseTo(-found.delta, 12);
        }
        expect(found.u + exchanged.u).toBe(x.length * y.length);
      }),
    );
  });

  test('counts and lists give the same', () => {
    const counts = (list: readonly number[]) =>
      [1, 2, 3, 4, 5].map((code) => list.filter((x) => x === code).length);
    fc.assert(
      fc.property(answers(20), answers(20), (x, y) => {
        expect(mannWhitney(tableOfCounts([counts(x), counts(y)]))).toEqual(twoGroups(x, y));
      }),
    );
  });

  test('groups too large to count take the normal approximation and say so', () => {
    const result = mannWhitney(
      tableOfCounts([
        [60, 50, 50, 50, 90],
        [50, 50, 50, 80, 70],
      ]),
    );
    expect(result.method).toBe('normal');
    expect(result.p).toBe(result.normalP);
    const far = mannWhitney(
      tableOfCounts([
        [500_000, 0, 0, 0, 0],
        [0, 1, 2, 3, 500_000],
      ]),
    );
    expect(far.p).toBeGreaterThan(0);
    const close = Array.from({ length: 26 }, (_, i) => i + 0.3 * (i % 7));
    const exact = twoGroups(
      close,
      close.map((x) => x + 6.05),
    );
    expect(exact.method).toBe('exact');
    expect(Math.abs(exact.p - exact.normalP)).toBeLessThan(0.01);
  });

  test('everyone alike has p 1 and nothing to reach; an empty group is refused', () => {
    const result = twoGroups([3, 3, 3], [3, 3]);
    expect(result).toMatchObject({ p: 1, greater: 1, less: 1, least: 1, z: null, delta: 0 });
    expect(() => twoGroups([], [1])).toThrow(RangeError);
    expect(() => twoGroups([1, Number.NaN], [1])).toThrow(RangeError);
  });
});

describe('F9 the least p that can be reached', () => {
  test.each([
    [3, 3, 0.1],
    [3, 5, 0.0357],
    [4, 4, 0.0286],
    [5, 5, 0.0079],
  ])('%d against %d, no ties', (n1, n2, p) => {
    expect(leastOfTwoGroups(n1, n2)).toBeCloseTo(p, 4);
    const values = Array.from({ length: n1 + n2 }, (_, i) => i);
    expect(leastOfTable(tableOf([values.slice(0, n1), values.slice(n1)]))).toBeCloseTo(p, 4);
  });

  test('before and after', () => {
    expect([4, 5, 6].map(leastOfSigns)).toEqual([0.125, 0.0625, 0.03125]);
    expect(leastOfSigns(0)).toBe(1);
  });

  test('ties leave less to be reached', () => {
    // Five against five, but nine gave the same answer: one split in two has it on either side.
    expect(
      leastOfTable(
        tableOfCounts([
          [0, 5, 0],
          [0, 4, 1],
        ]),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      leastOfTable(
        tableOfCounts([
          [0, 5, 0],
          [0, 2, 3],
        ]),
      ),
    ).toBeCloseTo(42 / 252, 12);
  });
});

describe('F9 three groups and more', () => {
  test.each([
    ['mucociliary', MUCOCILIARY, 0.7714286, 0.6799648],
    ['answers', [ANSWERS.a, ANSWERS.b, ANSWERS.c], 7.881714, 0.0194316],
    ['small groups', SMALL_GROUPS, 5.954023, 0.0509449],
  ])('%s', (_, groups, h, p) => {
    const result = kruskalWallis(tableOf(groups), 'seed');
    expect(result.h).toBeCloseTo(h, 6);
    expect(result.chiSquareP).toBeCloseTo(p, 7);
  });

  test('ozone by month', () => {
    const result = kruskalWallis(tableOf(OZONE), 'seed');
    expect(result.h).toBeCloseTo(29.26658, 5);
    expect(result.chiSquareP).toBeCloseTo(6.9007e-6, 10);
    expect(result).toMatchObject({ df: 4, method: 'monte-carlo', drawn: 9999, p: 0.0001 });
  });

  test('exact where the groups are small', () => {
    const result = kruskalWallis(tableOf(SMALL_GROUPS), 'seed');
    expect(result.method).toBe('exact');
    expect(result.p).toBeCloseTo(36 / 1680, 12);
    expect(result.p).toBeCloseTo(0.0214286, 7);
    expect(result.least).toBeLessThanOrEqual(result.p);
  });

  test('of two groups it is the exact test of Mann and Whitney', () => {
    fc.assert(
      fc.property(answers(8), answers(8), (x, y) => {
        const table = tableOf([x, y]);
        const many = kruskalWallis(table, 'seed');
        expect(many.method).toBe('exact');
        expect(many.p).toBeCloseTo(mannWhitney(table).p, 12);
        expect(many.least).toBeCloseTo(leastOfTable(table), 12);
        expect(many.h).toBeCloseTo((mannWhitney(table).z ?? 0) ** 2, 9);
      }),
    );
  });

  test('the order of groups and the direction of the scale do not matter', () => {
    fc.assert(
      fc.property(answers(4), answers(4), answers(4), (x, y, z) => {
        const p = kruskalWallis(tableOf([x, y, z]), 'seed').p;
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(kruskalWallis(tableOf([z, x, y]), 'other').p).toBeCloseTo(p, 12);
        const turned = [x, y, z].map((list) => list.map((code) => 6 - code));
        expect(kruskalWallis(tableOf(turned), 'seed').p).toBeCloseTo(p, 12);
      }),
    );
  });

  test('Monte Carlo is the same for the same seed, near the exact p, and is left for chi-square when large', () => {
    const groups = [
      [1, 3, 6, 8, 4],
      [5, 6, 6, 3, 2],
      [3, 4, 5, 6, 4],
    ];
    const drawn = kruskalWallis(tableOfCounts(groups), 'one');
    expect(drawn.method).toBe('monte-carlo');
    expect(kruskalWallis(tableOfCounts(groups), 'one').p).toBe(drawn.p);
    const other = kruskalWallis(tableOfCounts(groups), 'two').p;
    expect(other).not.toBe(drawn.p);
    expect(Math.abs(other - drawn.p)).toBeLessThan(0.02);
    expect(Math.abs(drawn.chiSquareP - drawn.p)).toBeLessThan(0.02);
    // Wherever the one who differs is, H is the same: every re-shuffling reaches it.
    const one = [
      [200, 1],
      [201, 0],
      [201, 0],
    ];
    expect(kruskalWallis(tableOfCounts(one), 'one')).toMatchObject({ method: 'monte-carlo', p: 1 });
    const large = kruskalWallis(tableOfCounts(groups.map((c) => c.map((n) => n * 40))), 'one');
    expect(large.method).toBe('chi-square');
    expect(large.p).toBe(large.chiSquareP);
  });

  test('everyone alike has H 0 and p 1; an empty group is refused', () => {
    const result = kruskalWallis(tableOf([[2, 2], [2], [2, 2]]), 'seed');
    expect(result).toMatchObject({ h: 0, p: 1, least: 1 });
    expect(() => kruskalWallis(tableOf([[1], [], [2]]), 'seed')).toThrow(RangeError);
  });
});

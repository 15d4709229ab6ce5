import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareGroups } from '../../../core/statistics/compare.ts';
import { kruskalWallis, pairwise } from '../../../core/statistics/kruskalWallis.ts';
import { leastOfGroups } from '../../../core/statistics/leastOfMany.ts';
import { mannWhitney } from '../../../core/statistics/mannWhitney.ts';
import { tableOf, tableOfCounts } from '../../../core/statistics/ranks.ts';

/** Groups of so many people each, all of whom gave the answer that is theirs. */
const apart = (groups: number, people: number): number[][] =>
  Array.from({ length: groups }, (_, g) =>
    Array.from({ length: groups }, (__, code) => (code === g ? people : 0)),
  );
const named = (rows: readonly (readonly number[])[]) =>
  rows.map((counts, i) => ({ label: `G${i + 1}`, counts }));

describe('F9 the least p of three groups and more', () => {
  test('is the share of the splits that lie furthest apart, as counting them all gives it', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    let compared = 0;
    fc.assert(
      fc.property(fc.array(answers, { minLength: 2, maxLength: 5 }), (groups) => {
        const table = tableOf(groups);
        const counted = kruskalWallis(table, 'seed');
        if (counted.method !== 'exact' || counted.least === null) return;
        compared += 1;
        const least = leastOfGroups(table) ?? Number.NaN;
        expect(Math.abs(least / counted.least - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(60);
  });

  test('twenty-four of five and one of four: every split lies as far, and no p but 1 is possible', () => {
    const rows = [...Array.from({ length: 4 }, () => [0, 0, 0, 0, 5]), [0, 0, 0, 1, 4]];
    const found = compareGroups(named(rows), 'seed');
    expect(found).toMatchObject({ kind: 'several', test: { method: 'monte-carlo', p: 1 } });
    if (found.kind !== 'several') throw new Error('several groups');
    expect(found.test.least).toBeCloseTo(1, 9);
    expect(found.caveats).toContain('cannot-reach-05');
  });

  test('a p by lot or by a formula is never below it', () => {
    // Whichever group has the one who differs, H is the same.
    const one = [
      [1000, 1],
      [1001, 0],
      [1001, 0],
    ];
    const formula = kruskalWallis(tableOfCounts(one), 'seed');
    expect(formula.method).toBe('chi-square');
    expect(formula.chiSquareP).toBeLessThan(0.5);
    expect(formula.p).toBeCloseTo(1, 9);
    const pair = mannWhitney(
      tableOfCounts([
        [6000, 1],
        [6001, 0],
      ]),
    );
    expect(pair).toMatchObject({ method: 'normal' });
    expect(pair.normalP).toBeLessThan(0.5);
    expect(pair.p).toBeCloseTo(1, 9);
  });

  test('where there are too many groups of different sizes it is not known, and that is told', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i % 7, 2, i % 5, 1 + (i % 11)]);
    const found = compareGroups(named(rows), 'seed');
    if (found.kind !== 'several') throw new Error('several groups');
    expect(found.test.least).toBeNull();
    expect(found.caveats).toContain('least-unknown');
    expect(compareGroups(named(rows.slice(0, 6)), 'seed')).toHaveProperty(
      'caveats',
      expect.not.arrayContaining(['least-unknown']),
    );
  });
});

describe('F9 the least p of several pairs', () => {
  test('five groups of five, wholly apart: each pair is .0079 and cannot be below .079 beside the others', () => {
    const rows = apart(5, 5);
    const pairs = pairwise((a, b) => tableOfCounts([rows[a] ?? [], rows[b] ?? []]), 5);
    expect(pairs).toHaveLength(10);
    for (const { p, least, adjusted, leastAdjusted } of pairs) {
      expect(p).toBeCloseTo(2 / 252, 12);
      expect(least).toBeCloseTo(2 / 252, 12);
      expect(adjusted).toBeCloseTo(20 / 252, 12);
      expect(leastAdjusted).toBeCloseTo(20 / 252, 12);
    }
    const found = compareGroups(named(rows), 'seed');
    if (found.kind !== 'several') throw new Error('several groups');
    for (const { caveats } of found.pairs) expect(caveats).toContain('cannot-reach-05');
    // Three such groups can reach it: .0079 three times over.
    const three = compareGroups(named(apart(3, 5)), 'seed');
    if (three.kind !== 'several') throw new Error('several groups');
    for (const { caveats, leastAdjusted } of three.pairs) {
      expect(leastAdjusted).toBeCloseTo(6 / 252, 12);
      expect(caveats).not.toContain('cannot-reach-05');
    }
  });

  test('no adjusted p is below the least that is told', () => {
    const row = fc
      .array(fc.nat(4), { minLength: 5, maxLength: 5 })
      .filter((counts) => counts.some((n) => n > 0));
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 5 }), (rows) => {
        const pairs = pairwise((a, b) => tableOfCounts([rows[a] ?? [], rows[b] ?? []]), rows.length);
        for (const { adjusted, leastAdjusted } of pairs)
          expect(adjusted).toBeGreaterThanOrEqual(leastAdjusted - 1e-9);
      }),
    );
  });
});

test('F9 two groups have the least of their sizes beside the least of their answers', () => {
  const found = compareGroups(
    named([
      [0, 5],
      [1, 4],
    ]),
    'seed',
  );
  if (found.kind !== 'two') throw new Error('two groups');
  expect(found.test.leastUntied).toBeCloseTo(2 / 252, 12);
  expect(found.test.least).toBeCloseTo(1, 12);
});

import { describe, expect, test } from '@jest/globals';
import { compareGroups, comparePaired, takesLong } from '../../../core/statistics/compare.ts';
import { pairsOf, ROUNDS } from './cases.ts';

const ALWAYS = ['not-sampled', 'heard-one-another', 'moved-together', 'these-people-only'];
const A = { label: 'Group 1', counts: [0, 0, 1, 3, 3] };
const B = { label: 'Group 2', counts: [1, 3, 1, 1, 0] };
const C = { label: 'Group 3', counts: [0, 1, 2, 1, 1] };
const NOBODY = { label: 'Group 4', counts: [0, 0, 0, 0, 0] };

describe('F9 comparing groups', () => {
  test('two groups, with everything that has to be said', () => {
    const found = compareGroups([A, NOBODY, B], 'seed');
    expect(found).toMatchObject({
      kind: 'two',
      empty: ['Group 4'],
      caveats: ALWAYS,
      groups: [
        { label: 'Group 1', n: 7, quartiles: { lower: 4, median: 4, upper: 5 }, meaning: 'agree' },
        { label: 'Group 2', n: 6, meaning: 'spread' },
      ],
    });
    if (found.kind !== 'two') throw new Error('two groups');
    expect(found.test.p).toBeCloseTo(13 / 1716, 12);
  });

  test('three groups, and then every pair', () => {
    const found = compareGroups([A, B, C], 'seed');
    if (found.kind !== 'several') throw new Error('several groups');
    expect(found.test.h).toBeCloseTo(7.881714, 6);
    expect(found.caveats).toEqual([...ALWAYS, 'several-pairs']);
    expect(found.pairs).toHaveLength(3);
    expect(found.pairs[0]?.adjusted).toBeCloseTo(39 / 1716, 12);
  });

  test('sizes that can reach nothing are told so', () => {
    const small = (code: number) => [1, 2, 3, 4, 5].map((c) => (c === code ? 3 : 0));
    const found = compareGroups(
      [
        { label: 'a', counts: small(1) },
        { label: 'b', counts: small(5) },
      ],
      'seed',
    );
    if (found.kind !== 'two') throw new Error('two groups');
    expect(found.caveats).toContain('cannot-reach-05');
    expect(found.test.least).toBeCloseTo(0.1, 12);
    expect(found.test.p).toBeCloseTo(0.1, 12);
    const several = compareGroups(
      [
        { label: 'a', counts: [5, 0, 1] },
        { label: 'b', counts: [6, 0, 0] },
        { label: 'c', counts: [6, 0, 0] },
      ],
      'seed',
    );
    if (several.kind !== 'several') throw new Error('several groups');
    expect(several.caveats).toContain('cannot-reach-05');
    expect(several.pairs.every(({ caveats }) => caveats.includes('cannot-reach-05'))).toBe(true);
  });

  test('what is not exact is told so', () => {
    const large = [40, 30, 50, 60, 70];
    const two = compareGroups(
      [
        { label: 'a', counts: large },
        { label: 'b', counts: large.toReversed() },
      ],
      'seed',
    );
    expect(two).toMatchObject({ kind: 'two', test: { method: 'normal' } });
    expect(two).toHaveProperty('caveats', [...ALWAYS, 'approximate']);
    const several = compareGroups(
      [A, B, C].map(({ label, counts }) => ({ label, counts: counts.map((n) => 3 * n) })),
      'seed',
    );
    expect(several).toMatchObject({ test: { method: 'monte-carlo' } });
    expect(several).toHaveProperty('caveats', [...ALWAYS, 'approximate', 'several-pairs']);
  });

  test('all pairs share the additions of one exact count; the smallest are exact, the rest is told', () => {
    const group = (n: number, i: number) => ({
      label: `${i}`,
      counts: [n, n + (i % 3), n, n + (i % 2), n],
    });
    const groups = [...Array.from({ length: 8 }, (_, i) => group(10, i)), group(2, 1), group(2, 2)];
    const found = compareGroups(groups, 'seed');
    if (found.kind !== 'several') throw new Error('several groups');
    // Each pair alone is quickly counted; it is that there are so many.
    expect(compareGroups([group(10, 0), group(10, 1)], 'seed')).toMatchObject({ test: { method: 'exact' } });
    const of = (method: string) => found.pairs.filter((pair) => pair.method === method);
    expect(of('normal').length).toBeGreaterThan(0);
    expect(of('exact').length).toBeGreaterThan(0);
    expect(found.pairs.find(({ a, b }) => a === 8 && b === 9)?.method).toBe('exact');
    // The pairs keep their order, whichever was counted first.
    const order = found.pairs.map(({ a, b }) => 10 * a + b);
    expect(order).toEqual(order.toSorted((x, y) => x - y));
    expect(found.caveats).toContain('pairs-approximate');
    const few = compareGroups([group(2, 0), group(2, 1), group(2, 2)], 'seed');
    expect(few).toHaveProperty('caveats', expect.not.arrayContaining(['pairs-approximate']));
  });

  test('what takes long is known before it is begun', () => {
    const groups = (of: number, n: number) =>
      Array.from({ length: of }, (_, i) => ({ label: `${i}`, counts: [n, 0, 0, 0, n] }));
    expect(takesLong(groups(2, 5000))).toBe(false);
    expect(takesLong(groups(3, 30))).toBe(false);
    expect(takesLong(groups(3, 40))).toBe(true);
    expect(takesLong([...groups(2, 500), { label: 'nobody', counts: [0, 0, 0, 0, 0] }])).toBe(false);
  });

  test('what cannot be compared is refused with the reason', () => {
    expect(compareGroups([], 'seed')).toEqual({ kind: 'none', reason: 'nobody' });
    expect(compareGroups([NOBODY, NOBODY], 'seed')).toEqual({ kind: 'none', reason: 'nobody' });
    expect(compareGroups([A, NOBODY], 'seed')).toEqual({ kind: 'none', reason: 'too-few-groups' });
    expect(compareGroups([A, { label: 'x', counts: [1, 2, 3] }], 'seed')).toEqual({
      kind: 'none',
      reason: 'different-scales',
    });
  });

  test('a million answers are five rows', () => {
    const found = compareGroups(
      [1, 2, 3].map((g) => ({ label: `${g}`, counts: [100_000, 20_000 * g, 50_000, 80_000, 100_000] })),
      'seed',
    );
    if (found.kind !== 'several') throw new Error('several groups');
    expect(found.test.method).toBe('chi-square');
    expect(found.test.p).toBeGreaterThan(0);
  });
});

describe('F9 comparing before and after', () => {
  test('the same people twice', () => {
    const found = comparePaired(pairsOf(ROUNDS.before, ROUNDS.after));
    expect(found).toMatchObject({ kind: 'paired', n: 10, up: 6, down: 1, same: 3, caveats: ALWAYS });
  });

  test('too few who moved can reach nothing', () => {
    const found = comparePaired(pairsOf([1, 2, 3, 4, 5], [2, 3, 4, 5, 5]));
    expect(found).toMatchObject({ kind: 'paired', least: 0.125 });
    expect(found).toHaveProperty('caveats', [...ALWAYS, 'cannot-reach-05']);
  });

  test('nobody, or nobody who moved', () => {
    expect(comparePaired([])).toEqual({ kind: 'none', reason: 'nobody' });
    expect(comparePaired([[4, 4]])).toEqual({ kind: 'unmoved', n: 1 });
  });
});

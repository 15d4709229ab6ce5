import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementA, consensus, leikDispersion } from '../../../core/statistics/agreement.ts';
import { agreementMeaning } from '../../../core/statistics/meaning.ts';
import { median, quantile, quartiles } from '../../../core/statistics/quantile.ts';
import { wilson } from '../../../core/statistics/wilson.ts';

const SEVEN = [30, 40, 210, 130, 530, 50, 10];
const countsOf = (k: number) =>
  fc.array(fc.nat(9), { minLength: k, maxLength: k }).filter((counts) => counts.some((n) => n > 0));
const anyCounts = fc.integer({ min: 3, max: 7 }).chain(countsOf);

describe('F9 median and quartiles', () => {
  test('by type 2, as R has it', () => {
    expect(quartiles([1, 2, 1, 3, 1])).toEqual({ lower: 2, median: 3.5, upper: 4 });
    expect(quartiles([0, 0, 0, 0, 0])).toBeNull();
    expect(median([1, 0, 0, 1])).toBe(2.5);
  });

  test('are turned round with the scale', () => {
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(0.25, 0.5, 0.75), (counts, p) => {
        const turned = quantile(counts.toReversed(), 1 - p);
        expect(turned).toBe(counts.length + 1 - (quantile(counts, p) ?? 0));
      }),
    );
  });
});

describe('F9 agreement', () => {
  test.each([
    [SEVEN, 0.6113333],
    [[2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6], 0.6097236],
    [[1.6, 2.6, 8.2, 21, 29.3, 27, 10.3], 0.4823333],
    [[2, 0, 0, 2], -1],
    [[2, 0, 1, 1], 0.0833333],
    [[1, 1, 1, 1], 0],
    [[5, 0, 0, 0, 5], -1],
    [[1, 1, 1, 1, 1], 0],
    [[0, 0, 10, 0, 0], 1],
    [[3, 1, 2, 1, 3], -0.2833333],
    [[0, 2, 3, 5, 2], 0.4583333],
    [[1, 0, 0, 0, 2], -0.3333333],
  ])('A of %j is %d', (counts, expected) => {
    expect(agreementA(counts)).toBeCloseTo(expected, 7);
  });

  test('polarisation and consensus of the worked cases', () => {
    expect((1 - (agreementA(SEVEN) ?? Number.NaN)) / 2).toBeCloseTo(0.1943333, 7);
    expect(consensus(SEVEN)).toBeCloseTo(0.7256876, 7);
    expect(consensus([19, 16, 26, 29, 10])).toBeCloseTo(0.5184145, 7);
    expect(consensus([1, 1, 1, 1, 1])).toBeCloseTo(0.433985, 7);
    expect(consensus([5, 0, 0, 0, 5])).toBeCloseTo(0, 12);
    expect(consensus([0, 0, 10, 0, 0])).toBe(1);
    expect(leikDispersion([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.2866667, 7);
    expect(leikDispersion([5, 0, 0, 0, 5])).toBe(1);
    expect(leikDispersion([0, 0, 10, 0, 0])).toBe(0);
    expect(leikDispersion([0, 0, 0])).toBeNull();
  });

  test('nobody, and too short a scale, have none', () => {
    for (const measure of [agreementA, consensus]) expect(measure([0, 0, 0])).toBeNull();
    expect(agreementA([3, 4])).toBeNull();
    expect(consensus([4])).toBeNull();
  });

  test('stays within its bounds, is the same from either end, and does not change with more of the same', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 2, max: 5 }), (counts, times) => {
        for (const [measure, least] of [
          [agreementA, -1],
          [consensus, 0],
        ] as const) {
          const value = measure(counts) ?? Number.NaN;
          expect(value).toBeGreaterThanOrEqual(least - 1e-12);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(measure(counts.toReversed())).toBeCloseTo(value, 10);
          expect(measure(counts.map((n) => n * times))).toBeCloseTo(value, 10);
        }
      }),
    );
  });

  test('is 1 when all agree and -1 when half stand at each end, on any scale', () => {
    for (const k of [3, 4, 5, 6, 7]) {
      const ends = Array.from({ length: k }, (_, i) => (i === 0 || i === k - 1 ? 4 : 0));
      expect(agreementA(ends)).toBeCloseTo(-1, 12);
      for (let code = 0; code < k; code += 1)
        expect(agreementA(Array.from({ length: k }, (_, i) => (i === code ? 6 : 0)))).toBe(1);
    }
  });
});

/** All ways in which n people can answer on k points. */
function* figures(n: number, k: number): Generator<number[]> {
  if (k === 1) yield [n];
  else for (let i = 0; i <= n; i += 1) for (const rest of figures(n - i, k - 1)) yield [i, ...rest];
}

describe('F9 the meaning of an agreement', () => {
  test.each([
    // One person at the other end is nobody's camp.
    [[1, 0, 0, 0, 9], 'agree'],
    [[1, 0, 0, 0, 4], 'spread'],
    [[0, 0, 0, 5, 5], 'agree'],
    [[0, 0, 1, 5, 4], 'agree'],
    [[0, 1, 1, 5, 3], 'agree'],
    [[0, 1, 8, 1, 0], 'agree'],
    [[0, 0, 3, 3, 3], 'spread'],
    [[0, 2, 2, 4, 0], 'spread'],
    [[1, 2, 5, 3, 1], 'spread'],
    [[2, 2, 2, 2, 2], 'spread'],
    [[1, 1, 1, 1, 1], 'spread'],
    [[4, 5, 3, 14, 10], 'spread'],
    // Below nought, but two of eleven are no camp.
    [[2, 0, 3, 0, 6], 'spread'],
    [[2, 0, 0, 0, 3], 'camps'],
    [[3, 1, 2, 1, 3], 'camps'],
    // Above nought, but nobody stands between them.
    [[0, 4, 0, 4, 0], 'camps'],
    [[0, 4, 1, 4, 0], 'camps'],
    [[2, 3, 0, 4, 3], 'camps'],
    [[5, 0, 0, 0, 5], 'camps'],
    [[3, 0, 0, 0, 9], 'camps'],
    // Four points, three points.
    [[3, 1, 1, 3], 'camps'],
    [[0, 4, 0, 4], 'camps'],
    [[0, 4, 4, 0], 'spread'],
    [[2, 2, 2, 2], 'spread'],
    [[0, 3, 9], 'agree'],
    [[4, 1, 4], 'camps'],
    [[4, 3, 4], 'spread'],
    [[3, 3, 3], 'spread'],
    // Too few to speak of, and no scale to speak of.
    [[2, 0, 0, 0, 2], null],
    [[0, 0, 0, 0, 4], null],
    [[5, 5], null],
  ] as const)('of %j is %s', (counts, meaning) => {
    expect(agreementMeaning(counts)).toBe(meaning);
    expect(agreementMeaning(counts.toReversed())).toBe(meaning);
  });

  test('camps always hold at least two people and a quarter on either side', () => {
    for (const k of [3, 4, 5])
      for (let n = 5; n <= 15; n += 1)
        for (const counts of figures(n, k)) {
          if (agreementMeaning(counts) !== 'camps') continue;
          const half = Math.floor(k / 2);
          const sum = (part: number[]) => part.reduce((a, b) => a + b, 0);
          const smaller = Math.min(sum(counts.slice(0, half)), sum(counts.slice(k - half)));
          if (smaller < Math.max(2, n / 4)) throw new Error(`${counts.join()} are no camps`);
        }
  });

  test('from nine people on, one of them never turns agreement into camps', () => {
    for (const k of [3, 4, 5])
      for (let n = 9; n <= 13; n += 1)
        for (const counts of figures(n, k)) {
          if (agreementMeaning(counts) !== 'agree') continue;
          for (let from = 0; from < k; from += 1)
            for (let to = 0; to < k; to += 1) {
              if (from === to || counts[from] === 0) continue;
              const moved = counts.map((c, i) => c + Number(i === to) - Number(i === from));
              if (agreementMeaning(moved) === 'camps') throw new Error(`${counts.join()} to ${moved.join()}`);
            }
        }
  });
});

describe('F9 Wilson intervals', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [0, 5, 0, 0.4345],
    [5, 5, 0.5655, 1],
    [4, 7, 0.2505, 0.8418],
    [3, 12, 0.0889, 0.5323],
  ])('of %d in %d', (k, n, low, high) => {
    expect(wilson(k, n).low).toBeCloseTo(low, 4);
    expect(wilson(k, n).high).toBeCloseTo(high, 4);
  });

  test('hold the share, mirror, and refuse what is no share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
        const k = Math.min(some, n);
        const { low, high } = wilson(k, n);
        const other = wilson(n - k, n);
        expect(0 <= low && low <= k / n && k / n <= high && high <= 1).toBe(true);
        expect(other.low).toBeCloseTo(1 - high, 12);
      }),
    );
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
  });
});

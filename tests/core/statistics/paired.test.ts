import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BeforeAfter } from '../../../core/statistics/paired.ts';
import { pairedTests, signTest } from '../../../core/statistics/paired.ts';
import { DEPRESSION, pairsOf, ROUNDS } from './cases.ts';

const code = fc.integer({ min: 1, max: 5 });
const somePairs = fc
  .array(fc.tuple(code, code), { minLength: 1, maxLength: 9 })
  .filter((pairs) => pairs.some(([before, after]) => before !== after));

/** Sums of the ranks with a plus over all ways to give signs, one by one. */
function sums(ranks: readonly number[]): number[] {
  return ranks.reduce((all, rank) => all.flatMap((sum) => [sum, sum + rank]), [0]);
}

/** Midranks by counting who is below and who is level. */
function midranks(values: readonly number[]): number[] {
  return values.map(
    (x) => values.filter((y) => y < x).length + (values.filter((y) => y === x).length + 1) / 2,
  );
}

describe('F9 before and after', () => {
  test('depression', () => {
    // R's example subtracts the second from the first.
    const found = pairedTests(pairsOf(DEPRESSION.second, DEPRESSION.first));
    expect(found).toMatchObject({ up: 7, down: 2, same: 0, wilcoxon: { v: 40, method: 'exact' } });
    expect(found?.wilcoxon.greater).toBeCloseTo(0.0195313, 6);
    expect(found?.wilcoxon.p).toBeCloseTo(0.0390625, 12);
    expect(found?.sign.p).toBeCloseTo(0.1796875, 12);
    expect(found?.pratt).toEqual(found?.wilcoxon);
  });

  test('two rounds, under both rules for those who did not move', () => {
    const found = pairedTests(pairsOf(ROUNDS.before, ROUNDS.after));
    expect(found).toMatchObject({ up: 6, down: 1, same: 3 });
    expect(found?.wilcoxon).toMatchObject({ v: 26, method: 'exact' });
    expect(found?.wilcoxon.p).toBeCloseTo(0.0625, 12);
    expect(found?.pratt.p).toBeCloseTo(0.0625, 12);
    expect(found?.wilcoxon.z).toBeCloseTo(2.081064, 6);
    expect(found?.pratt.z).toBeCloseTo(2.044155, 6);
    expect(found?.sign).toEqual({ p: 0.125, method: 'exact' });
    expect(found?.least).toBeCloseTo(2 / 128, 12);
  });

  test('the exact p is the share of all signs, counted one by one', () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const found = pairedTests(pairs);
        const moves = pairs.map(([before, after]) => after - before);
        const moved = moves.filter((d) => d !== 0);
        const wilcoxon = midranks(moved.map(Math.abs));
        const pratt = midranks(moves.map(Math.abs)).filter((_, i) => moves[i] !== 0);
        for (const [ranks, result] of [
          [wilcoxon, found?.wilcoxon],
          [pratt, found?.pratt],
        ] as const) {
          const seen = ranks.reduce((sum, rank, i) => sum + ((moved[i] ?? 0) > 0 ? rank : 0), 0);
          const middle = ranks.reduce((a, b) => a + b, 0) / 2;
          const all = sums(ranks);
          const share = (some: (v: number) => boolean) => all.filter(some).length / all.length;
          expect(result?.v).toBe(seen);
          expect(result?.p).toBeCloseTo(
            share((v) => Math.abs(v - middle) >= Math.abs(seen - middle)),
            12,
          );
          expect(result?.greater).toBeCloseTo(
            share((v) => v >= seen),
            12,
          );
        }
      }),
    );
  });

  test('before and after exchanged mirror each other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { minLength: 1, maxLength: 60 }), (pairs) => {
        const found = pairedTests(pairs);
        const back = pairedTests(pairs.map(([before, after]): BeforeAfter => [after, before]));
        if (found === null || back === null) {
          expect(found).toBe(back);
          return;
        }
        expect(back).toMatchObject({ up: found.down, down: found.up, same: found.same });
        for (const rule of ['wilcoxon', 'pratt'] as const) {
          expect(found[rule].p).toBeGreaterThan(0);
          expect(found[rule].p).toBeLessThanOrEqual(1);
          expect(back[rule].p).toBeCloseTo(found[rule].p, 12);
          expect(back[rule].greater).toBeCloseTo(found[rule].less, 12);
          expect(found[rule].p).toBeGreaterThanOrEqual(found.least - 1e-12);
        }
        expect(back.sign).toEqual(found.sign);
      }),
    );
  });

  test('nobody moved: there is nothing to test', () => {
    expect(
      pairedTests([
        [3, 3],
        [4, 4],
      ]),
    ).toBeNull();
    expect(pairedTests([])).toBeNull();
  });

  test('many people take the normal approximation and say so', () => {
    const values = Array.from({ length: 700 }, (_, i): BeforeAfter => [0, (i % 7 < 3 ? -1 : 1) * (i + 1)]);
    const found = pairedTests(values);
    expect(found?.wilcoxon.method).toBe('normal');
    expect(found?.wilcoxon.greater).toBeCloseTo((found?.wilcoxon.p ?? 0) / 2, 12);
    expect(found?.sign.method).toBe('exact');
    expect(signTest(1600, 3000).method).toBe('normal');
    // The two ways meet: 1,040 of 2,000 by exact counting and by approximation.
    expect(Math.abs(signTest(1040, 2000).p - signTest(1040, 2001).p)).toBeLessThan(0.01);
  });
});

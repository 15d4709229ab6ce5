import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holm } from '../../../core/statistics/holm.ts';
import { pairwise } from '../../../core/statistics/kruskalWallis.ts';
import { tableOf } from '../../../core/statistics/ranks.ts';
import { ANSWERS } from './cases.ts';

describe('F9 several pairs', () => {
  test('Holm', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [i, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[i]).toBeCloseTo(p, 12);
    expect(holm([])).toEqual([]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });

  test('Holm keeps the order and never makes a p smaller', () => {
    const shares = fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(shares, (ps) => {
        const adjusted = holm(ps);
        for (const [i, p] of ps.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * ps.length) + 1e-12);
          for (const [j, q] of ps.entries())
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
        }
      }),
    );
  });

  test('each pair has its own test and the p adjusted over all', () => {
    const lists = [ANSWERS.a, ANSWERS.b, ANSWERS.c];
    const pairs = pairwise((a, b) => tableOf([lists[a] ?? [], lists[b] ?? []]), 3);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(pairs[0]?.p).toBeCloseTo(13 / 1716, 12);
    expect(pairs[0]?.adjusted).toBeCloseTo(39 / 1716, 12);
  });
});

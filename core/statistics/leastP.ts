/**
 * The least p that a comparison could have reached, whatever the people had answered. Where it is above
 * .05 there was nothing to be found out by a test, and saying "not significant" would mislead.
 */
import type { RankTable } from './ranks.ts';
import { lnGamma } from './tails.ts';

/** The natural logarithm of the number of ways to choose k of n. */
function lnChoose(n: number, k: number): number {
  return k === 0 || k === n ? 0 : lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
}

/**
 * For two groups when no two people answer the same: one of the two outermost splits, 2 / C(n1 + n2, n1).
 *
 * @param n1 people in one group, at least 1
 * @param n2 people in the other, at least 1
 * @returns the least two-sided p of the exact Mann-Whitney test
 */
export function leastOfTwoGroups(n1: number, n2: number): number {
  return Math.min(1, 2 * Math.exp(-lnChoose(n1 + n2, n1)));
}

/**
 * For before and after: everyone who moved, moved the same way, 2 / 2^n. Ties do not change it.
 *
 * @param n people whose answer changed
 * @returns the least two-sided p of the exact signed-rank test, and of the sign test
 */
export function leastOfSigns(n: number): number {
  return Math.min(1, 2 ** (1 - n));
}

/**
 * For two groups with the answers that were in fact given: only who gave which is shuffled. On five
 * answers many people are tied, so this is often far above `leastOfTwoGroups`.
 *
 * @param table two groups with at least one person in each
 * @returns the least two-sided p of the exact Mann-Whitney test on these pooled answers
 */
export function leastOfTable(table: RankTable): number {
  const size = table.sizes[0] ?? 0;
  const expected2 = size * (table.n + 1);
  const low = outermost(table.rows, size);
  const high = outermost(table.rows.toReversed(), size);
  const below = expected2 - low.sum2;
  const above = high.sum2 - expected2;
  const all = lnChoose(table.n, size);
  const share = (end: { lnWays: number }): number => Math.exp(end.lnWays - all);
  // All tied: both ends are one and the same split.
  if (below === 0 && above === 0) return 1;
  if (below === above) return Math.min(1, share(low) + share(high));
  return share(below > above ? low : high);
}

/** The first `size` people of the rows in this order: their rank sum, and in how many ways one has it. */
function outermost(rows: RankTable['rows'], size: number): { sum2: number; lnWays: number } {
  let [left, sum2] = [size, 0];
  for (const { t, rank2 } of rows) {
    if (t >= left) return { sum2: sum2 + left * rank2, lnWays: lnChoose(t, left) };
    left -= t;
    sum2 += t * rank2;
  }
  return { sum2, lnWays: 0 };
}

/** Two groups: does one answer higher than the other? */
import type { DeltaSize } from './cliff.ts';
import { cliffDelta, deltaSize, higherPairs } from './cliff.ts';
import { leastOfTable, leastOfTwoGroups } from './leastP.ts';
import type { RankTable } from './ranks.ts';
import { rankSum2, tieSum } from './ranks.ts';
import { normalAbove, normalBeyond } from './tails.ts';
import type { Allowance } from './ways.ts';
import { shareOf, waysToChoose } from './ways.ts';

export interface TwoGroups {
  n1: number;
  n2: number;
  /** See `higherPairs`. */
  u: number;
  /** U less its expectation in standard deviations, corrected for ties; null where everyone answered alike. */
  z: number | null;
  /** See `cliffDelta`. */
  delta: number;
  deltaSize: DeltaSize;
  /** Two-sided. */
  p: number;
  /** One-sided: the first group higher, or lower. */
  greater: number;
  less: number;
  method: 'exact' | 'normal';
  /** The two-sided p of the normal approximation, to compare with other programs. */
  normalP: number;
  /** The least two-sided p that these answers could have given, see `leastOfTable`. */
  least: number;
  /** The least that groups of these sizes could reach, had no two people answered alike, see `leastOfTwoGroups`. */
  leastUntied: number;
}

/**
 * The test of Mann and Whitney (1947, Annals of Mathematical Statistics 18(1):50-60), also Wilcoxon's
 * rank-sum test, on midranks. Exact: the share of all ways to split these people into groups of these
 * sizes whose rank sum lies at least as far from its expectation as the one observed. Where counting all
 * ways would take too long (`EXACT_ADDITIONS`: without ties from two groups of 30 people on, on five answers
 * from about two of 120 on), the normal approximation, corrected for ties, without correction for continuity,
 * as coin (R) and PSPP have it; in groups that large it is off by less than .01, and below .1 by less than .002.
 * It is never given below the least that these answers could have given.
 *
 * @param table two groups
 * @param allowance the additions that counting exactly may take; those it took are gone from it
 * @throws RangeError unless there are two groups with somebody in each
 */
export function mannWhitney(table: RankTable, allowance?: Allowance): TwoGroups {
  const [n1 = 0, n2 = 0] = table.sizes;
  if (table.sizes.length !== 2 || n1 === 0 || n2 === 0)
    throw new RangeError('two groups with somebody in each are needed');
  const { n } = table;
  const u = higherPairs(table);
  const delta = cliffDelta(table) ?? 0;
  const variance = ((n1 * n2) / 12) * (n + 1 - tieSum(table) / (n * (n - 1)));
  const z = table.rows.length < 2 ? null : (u - (n1 * n2) / 2) / Math.sqrt(variance);
  const normalP = z === null ? 1 : normalBeyond(z);
  const least = leastOfTable(table);
  return {
    n1,
    n2,
    u,
    z,
    delta,
    deltaSize: deltaSize(delta),
    ...(exact(table, allowance) ?? {
      p: atLeast(Math.max(normalP, least)),
      greater: atLeast(normalAbove(z ?? 0)),
      less: atLeast(normalAbove(-(z ?? 0))),
      method: 'normal',
    }),
    normalP,
    least,
    leastUntied: leastOfTwoGroups(n1, n2),
  };
}

/** Far out the approximation runs into 0, which no p is. */
function atLeast(p: number): number {
  return Math.max(p, Number.MIN_VALUE);
}

function exact(
  table: RankTable,
  allowance?: Allowance,
): Pick<TwoGroups, 'p' | 'greater' | 'less' | 'method'> | null {
  const [n1 = 0, n2 = 0] = table.sizes;
  // The smaller group is the quicker to count; the other's rank sum follows from it.
  const counted = n1 <= n2 ? 0 : 1;
  const size = Math.min(n1, n2);
  const ways = waysToChoose(table.rows, size, allowance);
  if (ways === null) return null;
  const seen = rankSum2(table, counted);
  const expected = size * (table.n + 1);
  const far = Math.abs(seen - expected);
  const up = shareOf(ways, (sum) => sum >= seen);
  const down = shareOf(ways, (sum) => sum <= seen);
  return {
    p: shareOf(ways, (sum) => Math.abs(sum - expected) >= far),
    greater: counted === 0 ? up : down,
    less: counted === 0 ? down : up,
    method: 'exact',
  };
}

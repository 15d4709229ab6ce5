/** Before and after, of the same people: did their answers move? */
import { leastOfSigns } from './leastP.ts';
import { normalBeyond } from './tails.ts';
import { chooseRow, ratio, shareOf, waysOfSigns } from './ways.ts';

/** One person's value before and after. */
export type BeforeAfter = readonly [before: number, after: number];

/** Signed ranks under one rule for those who did not move. */
export interface SignedRank {
  /** The sum of the ranks of those who moved up. */
  v: number;
  /** V less its expectation in standard deviations. */
  z: number;
  /** Two-sided, and one-sided: moved up, moved down. */
  p: number;
  greater: number;
  less: number;
  method: 'exact' | 'normal';
}

interface Moves {
  up: number;
  down: number;
  same: number;
}

export interface PairedTests extends Moves {
  /** Those who did not move are left out before ranking (Wilcoxon's own rule, which R and PSPP follow). */
  wilcoxon: SignedRank;
  /**
   * Those who did not move are ranked, and left out after (Pratt). Shown nowhere: it is kept for whoever asks
   * how much the rule matters, and for the worked cases that tell the two apart.
   */
  pratt: SignedRank;
  /** Two-sided p of the sign test: of those who moved, how many moved up. */
  sign: { p: number; method: 'exact' | 'normal' };
  /** The least two-sided p that this many people who moved could have given. */
  least: number;
}

/** Above this many people who moved the binomial counts grow long, and the approximation is as good. */
const MOST_SIGNS = 2000;

/** How many moved up, moved down and stayed. */
function movesOf(pairs: readonly BeforeAfter[]): Moves {
  const up = pairs.filter(([before, after]) => after > before).length;
  const down = pairs.filter(([before, after]) => after < before).length;
  return { up, down, same: pairs.length - up - down };
}

/**
 * The signed-rank test of Wilcoxon (1945, Biometrics Bulletin 1(6):80-83) under both rules for those who did
 * not move (Pratt, 1959, Journal of the American Statistical Association 54(287):655-667), and the sign test.
 * Exact over all ways to give the people who moved a plus or a minus, with midranks; two-sided by distance
 * from the expectation. Differences of codes count as distances: who moves from 1 to 3 moves twice as
 * far as who moves from 1 to 2. The sign test does not need that.
 *
 * @returns null where nobody moved, so that there is nothing to test
 */
export function pairedTests(pairs: readonly BeforeAfter[]): PairedTests | null {
  const moves = movesOf(pairs);
  const moved = moves.up + moves.down;
  if (moved === 0) return null;
  return {
    ...moves,
    wilcoxon: signedRank(pairs, 0),
    pratt: signedRank(pairs, moves.same),
    sign: signTest(moves.up, moved),
    least: leastOfSigns(moved),
  };
}

/** @param before ranks that go to those who did not move; the ranks of the others start after them */
function signedRank(pairs: readonly BeforeAfter[], before: number): SignedRank {
  const up2 = new Map<number, { t: number; up: number }>();
  for (const [was, is] of pairs) {
    // Decimals as they were typed: 1.1 - 1 and 2.1 - 2 are the same difference.
    const far = Number(Math.abs(is - was).toPrecision(12));
    if (far === 0) continue;
    const row = up2.get(far) ?? { t: 0, up: 0 };
    up2.set(far, { t: row.t + 1, up: row.up + (is > was ? 1 : 0) });
  }
  let at = before;
  let seen2 = 0;
  let variance2 = 0;
  const rows = [...up2]
    .toSorted(([a], [b]) => a - b)
    .map(([, { t, up }]) => {
      const rank2 = 2 * at + t + 1;
      at += t;
      seen2 += up * rank2;
      variance2 += t * rank2 ** 2;
      return { t, rank2 };
    });
  const all2 = rows.reduce((sum, { t, rank2 }) => sum + t * rank2, 0);
  // In doubled ranks the expectation is all2 / 2 and the variance a quarter of the squares.
  const z = (seen2 - all2 / 2) / Math.sqrt(variance2 / 4);
  const ways = waysOfSigns(rows);
  if (ways === null) {
    const p = Math.max(normalBeyond(z), Number.MIN_VALUE);
    const [near, beyond] = [1 - p / 2, p / 2];
    return {
      v: seen2 / 2,
      z,
      p,
      greater: z > 0 ? beyond : near,
      less: z > 0 ? near : beyond,
      method: 'normal',
    };
  }
  const far = Math.abs(2 * seen2 - all2);
  return {
    v: seen2 / 2,
    z,
    p: shareOf(ways, (sum2) => Math.abs(2 * sum2 - all2) >= far),
    greater: shareOf(ways, (sum2) => sum2 >= seen2),
    less: shareOf(ways, (sum2) => sum2 <= seen2),
    method: 'exact',
  };
}

/**
 * The sign test: two-sided binomial with one half. Above 2,000 the normal approximation.
 *
 * @param up how many of those who moved, moved up
 * @param moved at least 1
 */
export function signTest(up: number, moved: number): PairedTests['sign'] {
  const most = Math.max(up, moved - up);
  if (moved > MOST_SIGNS) {
    const z = (2 * most - moved) / Math.sqrt(moved);
    return { p: Math.max(normalBeyond(z), Number.MIN_VALUE), method: 'normal' };
  }
  const far = chooseRow(moved)
    .slice(most)
    .reduce((a, b) => a + b, 0n);
  return { p: Math.min(1, 2 * ratio(far, 2n ** BigInt(moved))), method: 'exact' };
}

/** How far two groups are apart. */
import type { RankTable } from './ranks.ts';
import { rankSum2 } from './ranks.ts';

/**
 * U of Mann and Whitney: pairs of one person from each group in which the first is higher; a tied pair is
 * half a one.
 *
 * @param table two groups
 */
export function higherPairs(table: RankTable): number {
  const [n1 = 0] = table.sizes;
  return (rankSum2(table, 0) - n1 * (n1 + 1)) / 2;
}

/**
 * Cliff's delta (1993, Psychological Bulletin 114(3):494-509): of all pairs of one person from each group,
 * the share in which the first is higher less the share in which it is lower. It uses the order of the
 * answers and no distances, so that it serves every scale.
 *
 * @param table two groups
 * @returns -1 to 1; null where one of them has nobody
 */
export function cliffDelta(table: RankTable): number | null {
  const [n1 = 0, n2 = 0] = table.sizes;
  if (n1 === 0 || n2 === 0) return null;
  return (2 * higherPairs(table) - n1 * n2) / (n1 * n2);
}

export type DeltaSize = 'negligible' | 'small' | 'medium' | 'large';

/**
 * A word for Cliff's delta by the bounds .147, .33 and .474 of Romano and others (2006, Florida Association
 * of Institutional Research). A bound belongs to the larger word.
 */
export function deltaSize(delta: number): DeltaSize {
  const size = Math.abs(delta);
  if (size < 0.147) return 'negligible';
  if (size < 0.33) return 'small';
  return size < 0.474 ? 'medium' : 'large';
}

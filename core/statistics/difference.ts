/** The interval of a difference between two shares of different people, for those who ask for it. */
import { FLOORS } from '../limits.ts';
import { wilson } from './wilson.ts';

/** So many of so many. */
export interface Part {
  k: number;
  n: number;
}

/**
 * The 95 % interval of the difference of two independent shares, the first less the second, by the hybrid of two
 * Wilson intervals: method 10 of Newcombe (1998, Statistics in Medicine 17(8):873-890), without correction for
 * continuity. It keeps within -1 and 1, and holds for nobody and for everybody. As with `wilson`, it speaks of random
 * samples, which the people of a consultation are not: wherever it stands, that is said.
 *
 * @returns two differences of shares from -1 to 1
 * @throws RangeError unless somebody answered on both sides and 0 <= k <= n
 */
export function differenceInterval(first: Part, second: Part): { low: number; high: number } {
  if (first.n === 0 || second.n === 0) throw new RangeError('a difference needs somebody on both sides');
  const [a, b] = [wilson(first.k, first.n), wilson(second.k, second.n)];
  const [p, q] = [first.k / first.n, second.k / second.n];
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

export interface PointsInterval {
  /** Whole points. */
  low: number;
  high: number;
}

/** The same in whole points; null where one of the two has fewer than twenty people, who are not told in percentages. */
export function pointsInterval(first: Part, second: Part): PointsInterval | null {
  if (Math.min(first.n, second.n) < FLOORS.percentFrom) return null;
  const { low, high } = differenceInterval(first, second);
  // Never minus nought.
  return { low: Math.round(100 * low) + 0, high: Math.round(100 * high) + 0 };
}

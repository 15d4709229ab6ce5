/**
 * Adjusts the p-values of several comparisons made together after Holm (1979, Scandinavian Journal of
 * Statistics 6(2):65-70): the i-th smallest of m is multiplied by m - i + 1, none may be smaller than the
 * one before it, and none is above 1.
 *
 * @param ps p-values, in any order
 * @returns the adjusted ones, in the same order
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
  const adjusted = ps.map(() => 1);
  let least = 0;
  for (const [i, { p, at }] of order.entries()) {
    least = Math.min(1, Math.max(least, p * (ps.length - i)));
    adjusted[at] = least;
  }
  return adjusted;
}

/** Statistics on ordered answers. */

/**
 * Quantile of ordered codes by definition 2 of Hyndman and Fan (1996, The American Statistician
 * 50(4):361-365): the inverse of the empirical distribution, averaged where it steps.
 *
 * @param counts counts of codes 1..k
 * @param p share, above 0 and below 1
 * @returns a code, or the middle between two codes; null when nobody answered
 */
export function quantile(counts: readonly number[], p: number): number | null {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return null;
  // Positions are exact in integers scaled by 4, since p is a quarter, a half or three quarters.
  const at = n * p;
  const low = codeAt(counts, Math.ceil(at - 1e-9));
  const high = Math.abs(at - Math.round(at)) < 1e-9 ? codeAt(counts, Math.round(at) + 1) : low;
  return (low + high) / 2;
}

/** The code of the i-th answer in order, from 1. */
function codeAt(counts: readonly number[], i: number): number {
  let seen = 0;
  for (let code = 1; code <= counts.length; code += 1) {
    seen += counts[code - 1] ?? 0;
    if (seen >= i) return code;
  }
  return counts.length;
}

export function median(counts: readonly number[]): number | null {
  return quantile(counts, 0.5);
}

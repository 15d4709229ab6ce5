/** Medians and quartiles of ordered answers. */

/** The lower quartile, the median and the upper quartile: codes, or the middle between two codes. */
export interface Quartiles {
  lower: number;
  median: number;
  upper: number;
}

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
  // A quarter, a half and three quarters of a whole number are exact; other shares need the slack.
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

/** The median of counts of the codes 1..k, see `quantile`; null when nobody answered. */
export function median(counts: readonly number[]): number | null {
  return quantile(counts, 0.5);
}

/** Both quartiles and the median of counts of the codes 1..k, see `quantile`; null when nobody answered. */
export function quartiles(counts: readonly number[]): Quartiles | null {
  const lower = quantile(counts, 0.25);
  const middle = quantile(counts, 0.5);
  const upper = quantile(counts, 0.75);
  return lower === null || middle === null || upper === null ? null : { lower, median: middle, upper };
}

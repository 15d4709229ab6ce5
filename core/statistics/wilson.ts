/** The interval of a share, for those who ask for it. */

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % score interval of Wilson (1927, Journal of the American Statistical Association
 * 22(158):209-212), without correction for continuity; method 3 of Newcombe (1998, Statistics in Medicine
 * 17(8):857-872). It says how far the share in a large population might be from this one **if these people
 * were a random sample of it**, which the people of a session are not: wherever it stands, that is said.
 *
 * @param k how many gave the answer
 * @param n how many answered; of nobody nothing is known, and the interval is 0 to 1
 * @returns two shares from 0 to 1
 * @throws RangeError unless 0 <= k <= n
 */
export function wilson(k: number, n: number): { low: number; high: number } {
  if (!(k >= 0 && k <= n)) throw new RangeError(`${k} of ${n} is no share`);
  if (n === 0) return { low: 0, high: 1 };
  const p = k / n;
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half };
}

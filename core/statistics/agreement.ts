/**
 * How far the people of one figure agree with each other. All of it describes the people who answered
 * and needs no assumption about anyone else.
 */

/**
 * Agreement A of van der Eijk (2001, Quality & Quantity 35(3):325-341): the counts are peeled into layers
 * that are flat, each layer has its own agreement by how many of its answers stand side by side, and A is
 * their mean by weight. It uses the order of the answers and their number, no distances.
 *
 * @param counts counts, or any weights, of the codes 1..k
 * @returns 1 when everyone gave one answer, 0 when all answers are equally frequent, -1 when half stand at
 *   each end; null when nobody answered, and on a scale of two answers, for which A is not defined
 */
export function agreementA(counts: readonly number[]): number | null {
  const k = counts.length;
  const n = total(counts);
  if (n === 0 || k < 3) return null;
  let left = [...counts];
  let sum = 0;
  for (;;) {
    const held = left.filter((f) => f > 0);
    if (held.length === 0) return sum;
    const least = Math.min(...held);
    const pattern = left.map((f) => f > 0);
    sum += ((least * held.length) / n) * layerAgreement(pattern, held.length);
    left = left.map((f) => (f > 0 ? f - least : 0));
  }
}

/** Agreement of one layer: which of the k answers it holds, and how many those are. */
function layerAgreement(pattern: readonly boolean[], held: number): number {
  if (held === 1) return 1;
  const k = pattern.length;
  let [together, apart] = [0, 0];
  for (let a = 0; a < k; a += 1)
    for (let b = a + 1; b < k; b += 1)
      for (let c = b + 1; c < k; c += 1) {
        // Three answers in order: two neighbours held and an end empty, or both ends held and the middle empty.
        if (pattern[b] && pattern[a] !== pattern[c]) together += 1;
        else if (!pattern[b] && pattern[a] && pattern[c]) apart += 1;
      }
  const both = together + apart;
  const unimodality = both === 0 ? 0 : ((k - 2) * together - (k - 1) * apart) / ((k - 2) * both);
  return unimodality * (1 - (held - 1) / (k - 1));
}

/**
 * Consensus of Tastle and Wierman (2007, International Journal of Approximate Reasoning 45(3):531-545).
 * It takes the answers to be evenly spaced, which A does not.
 *
 * @param counts counts of the codes 1..k
 * @returns 1 when everyone gave one answer, 0 when half stand at each end; null when nobody answered or
 *   the scale has fewer than two answers
 */
export function consensus(counts: readonly number[]): number | null {
  const k = counts.length;
  const n = total(counts);
  if (n === 0 || k < 2) return null;
  const mean = counts.reduce((sum, f, i) => sum + (i + 1) * f, 0) / n;
  // An answer nobody gave is left out: its share is 0 while its logarithm may have no end.
  const sum = counts.reduce(
    (s, f, i) => (f === 0 ? s : s + (f / n) * Math.log2(1 - Math.abs(i + 1 - mean) / (k - 1))),
    0,
  );
  // Rounding may leave a hair outside.
  return Math.min(1, Math.max(0, 1 + sum));
}

/**
 * Ordinal dispersion D of Leik (1966, Pacific Sociological Review 9(2):85-90), from the cumulative shares. No
 * screen shows it; it is here for holding our counts against other programs that have it.
 *
 * @param counts counts of the codes 1..k
 * @returns 0 when everyone gave one answer, 1 when half stand at each end; null as `consensus`
 */
export function leikDispersion(counts: readonly number[]): number | null {
  const k = counts.length;
  const n = total(counts);
  if (n === 0 || k < 2) return null;
  let [below, sum] = [0, 0];
  for (const f of counts) {
    below += f;
    sum += Math.min(below, n - below) / n;
  }
  return (2 * sum) / (k - 1);
}

/** The sum of counts, or of any weights. */
export function total(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}

/** How far coders agree beyond what chance would bring about. */

/** What one coder said of one unit; null: nothing, they did not look at it. */
export type Value = string | number | null;

/**
 * Krippendorff's alpha for names (nominal data), any number of coders, with gaps: one less the disagreement that was
 * seen over the one that chance would bring about, from the matrix of coincidences. A unit that fewer than two coders
 * looked at tells nothing and is left out. Krippendorff, Content Analysis: An Introduction to Its Methodology, 4th
 * ed., Sage 2019, chapter 12; Hayes and Krippendorff, Answering the Call for a Standard Reliability Measure for
 * Coding Data, Communication Methods and Measures 1(1), 2007, 77-89; the worked cases of the tests are those of
 * Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
 *
 * @param units what the coders said, a row for each unit
 * @returns 1 for full agreement, 0 for as much as chance, below 0 for less; null where nothing can be told: there is
 *   no unit that two looked at, or all of them said the same of all units
 */
export function krippendorffAlpha(units: readonly (readonly Value[])[]): {
  alpha: number | null;
  units: number;
} {
  const totals = new Map<Value, number>();
  let [n, seen, paired] = [0, 0, 0];
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) continue;
    paired += 1;
    n += values.length;
    const counts = new Map<Value, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      seen += (count * (values.length - count)) / (values.length - 1);
    }
  }
  let expected = 0;
  for (const total of totals.values()) expected += total * (n - total);
  if (expected === 0) return { alpha: null, units: paired };
  return { alpha: 1 - ((n - 1) * seen) / expected, units: paired };
}

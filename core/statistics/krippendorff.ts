/** How far coders agree beyond what chance would bring about. */
import { seeded } from './seeded.ts';

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

/** Of two coders. */
export interface Alpha {
  /** Null: nothing varies, or there is no unit. */
  alpha: number | null;
  /** Between these it lies in 95 of 100 samples; null: nothing to tell it from, the two never differed. */
  interval: readonly [number, number] | null;
}

const DRAWS = 1000;

/**
 * Krippendorff's alpha of two coders who both looked at all units, with an interval.
 *
 * The interval is the bootstrap of Hayes and Krippendorff (2007, as above): what chance would bring about stays as it
 * is, units are drawn anew with what the two differ by in them. The draws are the same for the same units.
 *
 * @param pairs what each of them said of each unit
 * @param apart how far two values are apart, from 0, the same, to 1
 */
export function alphaOfTwo(
  pairs: readonly (readonly [string, string])[],
  apart: (a: string, b: string) => number,
): Alpha {
  const n = 2 * pairs.length;
  const totals = new Map<string, number>();
  for (const value of pairs.flat()) totals.set(value, (totals.get(value) ?? 0) + 1);
  const values = [...totals];
  let expected = 0;
  for (const [i, [a, of]] of values.entries())
    for (const [b, others] of values.slice(i + 1)) expected += 2 * of * others * apart(a, b);
  expected /= n * (n - 1);
  if (pairs.length === 0 || expected === 0) return { alpha: null, interval: null };
  const differ = pairs.map(([a, b]) => (a === b ? 0 : apart(a, b)));
  const seen = differ.reduce((sum, one) => sum + one, 0);
  const alphaFor = (sum: number): number => 1 - sum / pairs.length / expected;
  if (seen === 0) return { alpha: 1, interval: null };
  const draw = seeded(`alpha ${pairs.length} ${seen}`);
  const drawn = Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let i = 0; i < differ.length; i += 1) sum += differ[Math.floor(draw() * differ.length)] ?? 0;
    return alphaFor(sum);
  }).toSorted((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (DRAWS - 1))] ?? 0;
  return { alpha: alphaFor(seen), interval: [at(0.025), at(0.975)] };
}

/**
 * How far two sets of names are apart, each of them written as names with a space between, or as nothing: MASI, the share
 * that they have in common, less where neither holds the other. Passonneau, Measuring Agreement on Set-valued Items
 * (MASI) for Semantic and Pragmatic Annotation, LREC 2006.
 */
export function masiApart(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => new Set(text.split(' ').filter((name) => name !== '')));
  if (one === undefined || other === undefined || a === b) return 0;
  const common = [...one].filter((name) => other.has(name)).length;
  const all = one.size + other.size - common;
  if (all === 0) return 0;
  const alike =
    common === all ? 1 : common === Math.min(one.size, other.size) ? 2 / 3 : common > 0 ? 1 / 3 : 0;
  return 1 - (common / all) * alike;
}

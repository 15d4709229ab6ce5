/** Two principal components of a matrix of people by statements. */
import { seeded } from '../statistics/seeded.ts';

export interface Plane {
  /** Two numbers for each person. */
  points: Float64Array;
  /** Share of all variance that the two components hold, 0 to 1. */
  held: number;
}

/** Rounds of iteration at most; what has not settled by then lies between components of equal size. */
const ROUNDS = 500;
/** Settled when a round turns both directions by less than about a ten-millionth. */
const SETTLED = 1e-14;

/**
 * Projects people onto the two directions in which their answers differ most (principal components; Pearson
 * 1901, Hotelling 1933), found by simultaneous iteration (Bauer, 1957) on the matrix itself. Signs are fixed:
 * the statement that weighs most in a component weighs in positively.
 *
 * Someone who answered few statements has few numbers that are not nought and would lie near the middle for
 * that alone; everyone is therefore moved out by the square root of statements / answered, as Polis does
 * (Small, Bjorkegren, Erkkilä, Shaw and Megill, 2021, Recerca 26(2), doi:10.6035/recerca.5516).
 *
 * @param x centred answers, people by rows
 * @param answered how many statements each person answered
 * @param rounds fewer where only `held` is wanted, which settles before the directions do
 * @returns null where all answers are the same, so that there is no direction
 */
export function planeOf(x: Float64Array, answered: readonly number[], rounds: number = ROUNDS): Plane | null {
  const people = answered.length;
  const m = people === 0 ? 0 : x.length / people;
  const all = x.reduce((sum, value) => sum + value * value, 0);
  if (all < 1e-12) return null;
  // Any start that leans on every statement a little, differently for the two.
  const draw = seeded('components');
  let a = Float64Array.from({ length: m }, () => draw() - 0.5);
  let b = Float64Array.from({ length: m }, () => draw() - 0.5);
  normalise(a);
  subtract(b, a);
  normalise(b);
  for (let round = 0; round < rounds; round += 1) {
    const nextA = byCovariance(x, a);
    const nextB = byCovariance(x, b);
    normalise(nextA);
    subtract(nextB, nextA);
    normalise(nextB);
    const moved = 2 - Math.abs(dot(a, nextA)) - Math.abs(dot(b, nextB));
    [a, b] = [nextA, nextB];
    if (moved < SETTLED) break;
  }
  settleSign(a);
  settleSign(b);
  const points = new Float64Array(2 * people);
  let held = 0;
  for (let i = 0; i < people; i += 1) {
    const row = x.subarray(i * m, (i + 1) * m);
    const [u, v] = [dot(row, a), dot(row, b)];
    held += u * u + v * v;
    const out = Math.sqrt(m / (answered[i] ?? m));
    points[2 * i] = out * u;
    points[2 * i + 1] = out * v;
  }
  return { points, held: Math.min(1, held / all) };
}

/** X'Xv, without making the covariance matrix. */
function byCovariance(x: Float64Array, v: Float64Array): Float64Array<ArrayBuffer> {
  const m = v.length;
  const out = new Float64Array(m);
  for (let start = 0; start < x.length; start += m) {
    let along = 0;
    for (let j = 0; j < m; j += 1) along += (x[start + j] ?? 0) * (v[j] ?? 0);
    if (along === 0) continue;
    for (let j = 0; j < m; j += 1) out[j] = (out[j] ?? 0) + along * (x[start + j] ?? 0);
  }
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** To length 1; what is nothing but rounding becomes nought. */
function normalise(v: Float64Array): void {
  const length = Math.sqrt(dot(v, v));
  for (let i = 0; i < v.length; i += 1) v[i] = length < 1e-12 ? 0 : (v[i] ?? 0) / length;
}

/** Takes out of `v` what lies along `unit`. */
function subtract(v: Float64Array, unit: Float64Array): void {
  const along = dot(v, unit);
  for (let i = 0; i < v.length; i += 1) v[i] = (v[i] ?? 0) - along * (unit[i] ?? 0);
}

function settleSign(v: Float64Array): void {
  let most = 0;
  // The slack keeps the first of equal weights, whatever their last digits.
  for (const weight of v) if (Math.abs(weight) > Math.abs(most) + 1e-6) most = weight;
  if (most < 0) for (let i = 0; i < v.length; i += 1) v[i] = -(v[i] ?? 0);
}

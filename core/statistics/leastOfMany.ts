/**
 * The least p that the test of Kruskal and Wallis could have given on the answers that were in fact given.
 *
 * H rises with a sum of squares over the groups' rank sums, so it is greatest at a corner of all that these
 * rank sums can be together. At a corner some weights of the groups are served best, and that is so when the
 * people stand in the order of their ranks and the groups follow each other, each a run of them: no more
 * arrangements than there are orders of the groups. What H gains by a group depends only on how many people
 * stand before it, so the best order is found step by step, over how many groups of each size are placed.
 *
 * People with one answer are tied, and who of them belongs to which group is open: each arrangement stands
 * for as many splits as the multinomial coefficients of its ties say. Orders that differ only among groups
 * wholly within one answer are one arrangement.
 */
import type { RankTable } from './ranks.ts';
import { lnGamma } from './tails.ts';

/** Above this many ways to have placed some groups of each size it would take long. */
const MOST_STATES = 20_000;
/** Sums that are equal may differ by a rounding. */
const SLACK = 1e-12;

/** The best that can be reached once some groups are placed. */
interface Reached {
  spread: number;
  /** Logarithms of the ways, by how many groups lie wholly within the answer that is being dealt. */
  lnWays: number[];
}

/**
 * @param table two groups or more with somebody in each
 * @returns the share of all splits of these people that reach the greatest H; null where there are too many
 *   groups of different sizes to find it quickly
 */
export function leastOfGroups(table: RankTable): number | null {
  const { rows, sizes, n } = table;
  const kinds = [...Map.groupBy(sizes, (size) => size)].map(([size, all]) => ({ size, of: all.length }));
  const states = kinds.reduce((product, { of }) => product * (of + 1), 1);
  if (states > MOST_STATES) return null;
  const ends = endsOf(rows);
  const reached = Array.from({ length: states }, (): Reached => ({ spread: -1, lnWays: [] }));
  reached[0] = { spread: 0, lnWays: [0] };
  for (const [state, from] of reached.entries()) {
    let at = 0;
    let step = 1;
    const places = kinds.map(({ size, of }) => {
      const used = Math.floor(state / step) % (of + 1);
      at += used * size;
      const place = { size, free: used < of, to: state + step };
      step *= of + 1;
      return place;
    });
    for (const { size, free, to } of places) {
      const next = reached[to];
      if (free && next !== undefined) extend(next, from, run(rows, ends, n, at, size));
    }
  }
  const ways = (reached.at(-1)?.lnWays ?? []).reduce(lnSum, -Infinity);
  const labels = total(kinds.map(({ of }) => of));
  const share = Math.exp(ways + labels + total(rows.map(({ t }) => t)) + total(sizes) - lnFactorial(n));
  return Math.min(1, Math.max(share, Number.MIN_VALUE));
}

/** A group that takes `size` people in the order of their ranks, after `at` others. */
interface Run {
  spread: number;
  /** Minus the logarithm of the factorials of how many of each answer it takes. */
  lnWays: number;
  /** Whether it lies within one answer, and whether with it the last of those with an answer are placed. */
  within: boolean;
  last: boolean;
}

function run(rows: RankTable['rows'], ends: readonly number[], n: number, at: number, size: number): Run {
  let [sum2, lnWays, touched, begun] = [0, 0, 0, at];
  let row = ends.findIndex((end) => end > at);
  for (; begun < at + size; row += 1) {
    const taken = Math.min(ends[row] ?? n, at + size) - begun;
    sum2 += taken * (rows[row]?.rank2 ?? 0);
    lnWays -= lnFactorial(taken);
    begun += taken;
    touched += 1;
  }
  const spread = (sum2 - size * (n + 1)) ** 2 / size;
  return { spread, lnWays, within: touched === 1, last: ends[row - 1] === at + size };
}

/** Takes in what is reached by one group more, where it is the best so far or as good. */
function extend(to: Reached, from: Reached, { spread, lnWays, within, last }: Run): void {
  const reaches = from.spread + spread;
  if (reaches < to.spread * (1 - SLACK)) return;
  if (reaches > to.spread * (1 + SLACK) || to.spread < 0) {
    to.spread = reaches;
    to.lnWays = [];
  }
  for (const [wholly, ways = -Infinity] of from.lnWays.entries()) {
    const now = within ? wholly + 1 : 0;
    const open = last ? 0 : now;
    // Of the orders of those within one answer only one is counted.
    to.lnWays[open] = lnSum(to.lnWays[open] ?? -Infinity, ways + lnWays - (within ? Math.log(now) : 0));
  }
}

function endsOf(rows: RankTable['rows']): number[] {
  let end = 0;
  return rows.map(({ t }) => (end += t));
}

function lnFactorial(n: number): number {
  return n < 2 ? 0 : lnGamma(n + 1);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + lnFactorial(n), 0);
}

function lnSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === -Infinity ? most : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
}

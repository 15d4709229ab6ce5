/** Three groups or more: do they differ at all, and if so, which pairs? */
import { holm } from './holm.ts';
import { leastOfGroups } from './leastOfMany.ts';
import type { TwoGroups } from './mannWhitney.ts';
import { mannWhitney } from './mannWhitney.ts';
import type { RankTable } from './ranks.ts';
import { rankSum2, tieSum } from './ranks.ts';
import { seeded, shuffle } from './seeded.ts';
import { shareOfSplits } from './splits.ts';
import { chiSquareAbove } from './tails.ts';
import type { Allowance } from './ways.ts';
import { EXACT_ADDITIONS } from './ways.ts';

export interface ManyGroups {
  sizes: number[];
  /** Corrected for ties; 0 where everyone answered alike. */
  h: number;
  df: number;
  p: number;
  method: 'exact' | 'monte-carlo' | 'chi-square';
  /** Re-shufflings drawn, by Monte Carlo only. */
  drawn: number | null;
  /** The p of the chi-square approximation, to compare with other programs. */
  chiSquareP: number;
  /** The least p these answers could have given, see `leastOfGroups`; null: not known. */
  least: number | null;
}

/** One pair of groups, by their places in the list. */
export interface Pair extends TwoGroups {
  a: number;
  b: number;
  /** The p after Holm over all pairs. */
  adjusted: number;
  /** What `adjusted` cannot be below: Holm over the least p of every pair, which never falls where one of them rises. */
  leastAdjusted: number;
}

/** Re-shufflings drawn: a p of .05 is then known to about plus or minus .004. */
const DRAWN = 9999;
/** Above this many people the re-shufflings take seconds, and the chi-square approximation is as good. */
const MOST_SHUFFLED = 2000;

/**
 * The test of Kruskal and Wallis (1952, Journal of the American Statistical Association 47(260):583-621).
 * Exact where all splits of these people are quickly counted (on five answers up to about three groups of
 * nine). Else by Monte Carlo: p = (b + 1) / (m + 1), where b of m re-shufflings have an H at least as large
 * (Phipson and Smyth, 2010, Statistical Applications in Genetics and Molecular Biology 9(1):39); it is the
 * same on every machine for the same seed. Above 2,000 people chi-square. Neither is given below the least
 * that these answers could have given.
 *
 * @param table two groups or more
 * @param seed any text that stands for this comparison
 * @throws RangeError unless there are two groups or more with somebody in each
 */
export function kruskalWallis(table: RankTable, seed: string): ManyGroups {
  const { sizes, n } = table;
  if (sizes.length < 2 || sizes.includes(0))
    throw new RangeError('two groups or more with somebody in each are needed');
  const sums2 = sizes.map((_, g) => rankSum2(table, g));
  const spread = spreadFor(sizes, n);
  const seen = spread(sums2);
  // With doubled rank sums S: 12 / (N(N+1)) * sum of (S/2 - mean)^2 / n, so a quarter of the spread.
  const raw = (3 * seen) / (n * (n + 1));
  const correction = 1 - tieSum(table) / (n ** 3 - n);
  const h = table.rows.length < 2 ? 0 : raw / correction;
  const df = sizes.length - 1;
  const chiSquareP = Math.max(chiSquareAbove(h, df), Number.MIN_VALUE);
  const base = { sizes, h, df, chiSquareP };
  const exact = shareOfSplits(table, spread, seen);
  if (exact !== null) return { ...base, p: exact.share, method: 'exact', drawn: null, least: exact.least };
  const least = leastOfGroups(table);
  const atLeast = (p: number): number => Math.max(p, least ?? 0);
  if (n > MOST_SHUFFLED) return { ...base, p: atLeast(chiSquareP), method: 'chi-square', drawn: null, least };
  const p = (shuffledAsFar(table, spread, seen, seed) + 1) / (DRAWN + 1);
  return { ...base, p: atLeast(p), method: 'monte-carlo', drawn: DRAWN, least };
}

/** Sum over the groups of (S - expected S)^2 / size, for doubled rank sums S: rises and falls with H. */
function spreadFor(sizes: readonly number[], n: number): (sums2: readonly number[]) => number {
  return (sums2) => sizes.reduce((sum, size, g) => sum + ((sums2[g] ?? 0) - size * (n + 1)) ** 2 / size, 0);
}

function shuffledAsFar(
  table: RankTable,
  spread: (sums2: readonly number[]) => number,
  seen: number,
  seed: string,
): number {
  const draw = seeded(seed);
  const ranks2 = Int32Array.from(
    table.rows.flatMap(({ t, rank2 }) => Array.from({ length: t }, () => rank2)),
  );
  let asFar = 0;
  for (let i = 0; i < DRAWN; i += 1) {
    shuffle(ranks2, draw);
    let at = 0;
    const sums2 = table.sizes.map((size) => {
      let sum = 0;
      for (const end = at + size; at < end; at += 1) sum += ranks2[at] ?? 0;
      return sum;
    });
    if (spread(sums2) >= seen - seen * 1e-12) asFar += 1;
  }
  return asFar;
}

/**
 * Every pair of groups by Mann-Whitney, with p adjusted after Holm over all pairs. Each pair is ranked by
 * itself, as R's pairwise.wilcox.test has it. All pairs together may take as many additions as one test:
 * the smallest groups, which most need it, are counted exactly first, and what is left over is by the
 * normal approximation, as its `method` says.
 *
 * @param pairTable the table of two groups, by their places in the list
 * @param groups how many there are
 */
export function pairwise(pairTable: (a: number, b: number) => RankTable, groups: number): Pair[] {
  const allowance: Allowance = { left: EXACT_ADDITIONS };
  const tables: { a: number; b: number; table: RankTable }[] = [];
  for (let a = 0; a < groups; a += 1)
    for (let b = a + 1; b < groups; b += 1) tables.push({ a, b, table: pairTable(a, b) });
  const tests = tables
    .toSorted((one, other) => splitsOf(one.table) - splitsOf(other.table))
    .map(({ a, b, table }) => ({ a, b, ...mannWhitney(table, allowance) }))
    .toSorted((one, other) => one.a - other.a || one.b - other.b);
  const adjusted = holm(tests.map(({ p }) => p));
  const least = holm(tests.map((test) => test.least));
  return tests.map((test, i) => ({ ...test, adjusted: adjusted[i] ?? 1, leastAdjusted: least[i] ?? 1 }));
}

/** Rises with the work of counting the splits of two groups. */
function splitsOf({ sizes }: RankTable): number {
  return sizes.reduce((product, size) => product * size, 1);
}

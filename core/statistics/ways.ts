/**
 * Exact counting of re-shufflings. Nothing is listed one by one: values that are tied are taken together,
 * and ways are added up by the rank sum they lead to. Counts are BigInt, since there are more than 2^53
 * ways to halve 57 people.
 *
 * Each count stops when it has taken more additions than it was allowed, and gives null; the caller then
 * takes an approximation and says so. The number of additions is the same on every machine, and so is
 * therefore the method of a result.
 */
import type { RankRow } from './ranks.ts';

/** Ways by the doubled rank sum they lead to. */
export type Ways = Map<number, bigint>;

/** Additions that an exact count may take: some hundredths of a second. All pairs of one comparison share them. */
export const EXACT_ADDITIONS = 400_000;

/** Additions that are left to whoever counts; several counts may draw on one. */
export interface Allowance {
  left: number;
}

/** The binomial coefficients of n: how many ways there are to choose 0, 1, ... `most` of n. */
export function chooseRow(n: number, most: number = n): bigint[] {
  const row = [1n];
  for (let i = 1; i <= most; i += 1) row.push(((row[i - 1] ?? 0n) * BigInt(n - i + 1)) / BigInt(i));
  return row;
}

/** Ways to choose `size` of all people, by the doubled sum of their ranks. */
export function waysToChoose(
  rows: readonly Pick<RankRow, 't' | 'rank2'>[],
  size: number,
  allowance: Allowance = { left: EXACT_ADDITIONS },
): Ways | null {
  // byTaken[j]: ways to have chosen j so far.
  let byTaken: Ways[] = [new Map([[0, 1n]])];
  let remaining = rows.reduce((sum, { t }) => sum + t, 0);
  for (const { t, rank2 } of rows) {
    remaining -= t;
    const most = Math.min(t, size);
    allowance.left -= costOfRow(most);
    if (allowance.left < 0) return null;
    const choose = chooseRow(t, most);
    const next: Ways[] = [];
    for (const [taken, ways] of byTaken.entries()) {
      const least = Math.max(0, size - taken - remaining);
      for (let more = least; more <= Math.min(t, size - taken); more += 1) {
        allowance.left -= ways.size;
        if (allowance.left < 0) return null;
        const into = (next[taken + more] ??= new Map());
        addShifted(into, ways, more * rank2, choose[more] ?? 0n);
      }
    }
    byTaken = Array.from(next, (ways) => ways ?? new Map<number, bigint>());
  }
  return byTaken[size] ?? new Map<number, bigint>();
}

/** Ways to give each person a plus or a minus, by the doubled sum of the ranks with a plus. */
export function waysOfSigns(rows: readonly Pick<RankRow, 't' | 'rank2'>[]): Ways | null {
  let left = EXACT_ADDITIONS;
  let ways: Ways = new Map([[0, 1n]]);
  for (const { t, rank2 } of rows) {
    left -= costOfRow(t);
    if (left < 0) return null;
    const choose = chooseRow(t);
    const next: Ways = new Map();
    for (let plus = 0; plus <= t; plus += 1) {
      left -= ways.size;
      if (left < 0) return null;
      addShifted(next, ways, plus * rank2, choose[plus] ?? 0n);
    }
    ways = next;
  }
  return ways;
}

/** What a row of coefficients costs in additions: as many numbers, of up to as many bits. */
function costOfRow(most: number): number {
  return (most * most) / 64;
}

function addShifted(into: Ways, from: Ways, by: number, times: bigint): void {
  for (const [sum, n] of from) into.set(sum + by, (into.get(sum + by) ?? 0n) + n * times);
}

/** The share of all ways that lead to a sum which `counts` accepts. */
export function shareOf(ways: Ways, counts: (sum2: number) => boolean): number {
  let [some, all] = [0n, 0n];
  for (const [sum, n] of ways) {
    all += n;
    if (counts(sum)) some += n;
  }
  return ratio(some, all);
}

/** a / b as a number, also where each alone is too large for one. */
export function ratio(a: bigint, b: bigint): number {
  const bits = BigInt(Math.max(0, b.toString(16).length * 4 - 1000));
  return Number(a >> bits) / Number(b >> bits);
}

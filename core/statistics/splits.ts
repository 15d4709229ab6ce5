/** Exact counting of the ways to split people into three or more groups, for Kruskal and Wallis. */
import type { RankTable } from './ranks.ts';
import { chooseRow, EXACT_ADDITIONS, ratio } from './ways.ts';

/** More are not worth beginning with. */
const MOST_PEOPLE = 500;

/** People with one value, dealt to the groups: how many to each, and in how many ways. */
interface Deal {
  of: number[];
  ways: bigint;
}

/**
 * Of all ways to split these people into groups of these sizes, the share in which `spread` of the groups'
 * doubled rank sums reaches what was seen, and the least such share that is possible.
 *
 * How far the dealing has come, how many each group but the last has and their rank sums, is one whole
 * number: a figure of `base` for each group.
 *
 * @param spread larger means further apart; equal splits must give equal numbers up to rounding
 * @returns null where it would take too long
 */
export function shareOfSplits(
  table: RankTable,
  spread: (sums2: readonly number[]) => number,
  seen: number,
): { share: number; least: number } | null {
  const { rows, sizes, n } = table;
  const counted = sizes.slice(0, -1);
  const all2 = n * (n + 1);
  const base = (n + 1) * (all2 + 1);
  if (n > MOST_PEOPLE || base ** counted.length > Number.MAX_SAFE_INTEGER) return null;
  const figures = (key: number): number[] => counted.map((_, g) => Math.floor(key / base ** g) % base);
  let left = EXACT_ADDITIONS;
  let placed = 0;
  let states = new Map<number, bigint>([[0, 1n]]);
  for (const { t, rank2 } of rows) {
    const dealt = deals(t, sizes, EXACT_ADDITIONS);
    left -= dealt.length * states.size;
    if (left < 0) return null;
    // What a deal adds to the number.
    const steps = dealt.map(({ of, ways }) => ({
      of,
      ways,
      add: counted.reduce((sum, _, g) => sum + (of[g] ?? 0) * (1 + (n + 1) * rank2) * base ** g, 0),
    }));
    const next = new Map<number, bigint>();
    for (const [key, ways] of states) {
      const taken = figures(key).map((figure) => figure % (n + 1));
      taken.push(taken.reduce((rest, x) => rest - x, placed));
      for (const step of steps)
        if (step.of.every((more, g) => more <= (sizes[g] ?? 0) - (taken[g] ?? 0)))
          next.set(key + step.add, (next.get(key + step.add) ?? 0n) + ways * step.ways);
    }
    placed += t;
    states = next;
  }
  const ends = [...states].map(([key, ways]) => {
    const sums2 = figures(key).map((figure) => Math.floor(figure / (n + 1)));
    sums2.push(sums2.reduce((rest, x) => rest - x, all2));
    return { at: spread(sums2), ways };
  });
  return sharesOf(ends, seen);
}

function sharesOf(
  ends: readonly { at: number; ways: bigint }[],
  seen: number,
): { share: number; least: number } {
  let furthest = -Infinity;
  for (const { at } of ends) furthest = Math.max(furthest, at);
  // Spreads that are equal may differ by a rounding.
  const reaches = (at: number, bound: number): boolean => at >= bound - Math.abs(bound) * 1e-12;
  let [all, far, top] = [0n, 0n, 0n];
  for (const { at, ways } of ends) {
    all += ways;
    if (reaches(at, seen)) far += ways;
    if (reaches(at, furthest)) top += ways;
  }
  return { share: ratio(far, all), least: ratio(top, all) };
}

/** All ways to deal t people to groups of these sizes; once there are more than `most` of them, not all. */
function deals(t: number, sizes: readonly number[], most: number): Deal[] {
  let partial: (Deal & { left: number })[] = [{ of: [], ways: 1n, left: t }];
  for (const [g, size] of sizes.entries()) {
    const last = g === sizes.length - 1;
    partial = partial.flatMap(({ of, ways, left }) => {
      const choose = chooseRow(left);
      const least = last ? left : 0;
      const range = Math.max(0, Math.min(left, size) - least + 1);
      return Array.from({ length: range }, (_, i) => ({
        of: [...of, least + i],
        ways: ways * (choose[least + i] ?? 0n),
        left: left - least - i,
      }));
    });
    if (partial.length > most) break;
  }
  return partial;
}

/**
 * Which splits by group may be shown. A part is shown when the people behind it reach the floor;
 * smaller ones are merged with the next smallest, never blanked, and what is left over is nought or
 * reaches the floor too, so that nothing follows by subtraction.
 */
import type { Tally } from './tally.ts';
import type { Answer } from './scale.ts';
import { groupsOf } from './session.ts';

/** The groups merged into each part, in the order given; null when only everyone together may be shown. */
export type Parts = string[][] | null;

/**
 * Merges groups until each part's base reaches the floor. People in two groups would make parts
 * overlap, and the overlap could be worked out from the totals: groups are merged unless the people
 * they share, and those in only one of them, are none or reach the floor.
 *
 * @param groups the session's groups in their fixed order
 * @param tally the board's counts; only answers with a code are in a base
 */
export function partsFor(groups: readonly string[], tally: Tally, floor: number): Parts {
  const bases = basesOf(tally);
  let parts = groups.map((g) => [g]);
  for (;;) {
    if (parts.length < 2) return null;
    const overlap = overlapping(parts, bases, floor);
    if (overlap !== null) {
      parts = merge(groups, parts, ...overlap);
      continue;
    }
    const shown = parts.map((p) => ({ part: p, n: base(bases, p) }));
    // A group nobody of which answered shows nothing about anyone; it stays as it is.
    const small = shown.filter(({ n }) => n > 0 && n < floor);
    const rest = base(bases, null);
    if (small.length === 0 && (rest === 0 || rest >= floor))
      return shown.filter(({ n }) => n > 0).length >= 2 ? parts : null;
    // People outside every group would follow by subtraction, and merging groups cannot help.
    if (small.length === 0) return null;
    const order = shown.filter(({ n }) => n > 0).toSorted((a, b) => a.n - b.n);
    const [least, next] = order;
    if (least === undefined || next === undefined) return null;
    parts = merge(groups, parts, least.part, next.part);
  }
}

function basesOf(tally: Tally): Map<string, number> {
  const bases = new Map<string, number>();
  const coded = (row: Map<Answer, number>): number =>
    [...row].reduce((sum, [answer, n]) => (typeof answer === 'number' ? sum + n : sum), 0);
  for (const [membership, row] of tally) bases.set(membership, coded(row));
  return bases;
}

/** People in any of these groups; with null, those in no group at all. */
function base(bases: Map<string, number>, part: readonly string[] | null): number {
  let n = 0;
  for (const [membership, count] of bases) {
    const own = groupsOf(membership);
    if (part === null ? own.length === 0 : own.some((g) => part.includes(g))) n += count;
  }
  return n;
}

function overlapping(
  parts: string[][],
  bases: Map<string, number>,
  floor: number,
): [string[], string[]] | null {
  const unsafe = (n: number): boolean => n > 0 && n < floor;
  for (const [i, a] of parts.entries())
    for (const b of parts.slice(i + 1)) {
      const both = base(bases, a) + base(bases, b) - base(bases, [...a, ...b]);
      if (both > 0 && [both, base(bases, a) - both, base(bases, b) - both].some(unsafe)) return [a, b];
    }
  return null;
}

function merge(order: readonly string[], parts: string[][], a: string[], b: string[]): string[][] {
  const merged = [...a, ...b].toSorted((x, y) => order.indexOf(x) - order.indexOf(y));
  return parts.flatMap((p) => (p === a ? [merged] : p === b ? [] : [p]));
}

/**
 * Which splits by group may be shown. A part is shown when the people behind it reach the floor;
 * smaller ones are merged with the next smallest, never blanked, and nothing that follows from the
 * parts and the whole together is about fewer people than the floor.
 */
import type { Tally } from './tally.ts';
import type { Part } from './room.ts';
import type { Figure } from './results.ts';
import { groupsOf } from './session.ts';
import { below, moved } from './release/people.ts';

/** The groups merged into each part, in the order given; null when only everyone together may be shown. */
export type Parts = string[][] | null;

/** People who gave an answer with a code, and people who placed anything. */
interface Size {
  coded: number;
  placed: number;
}

/**
 * Merges groups until the split is safe. People may be in two groups, so parts can overlap, and what
 * is only in one of them, or in two at once, follows from the totals. Therefore people are sorted by
 * the set of parts they stand in, and each such set has to hold nobody or reach the floor: by its
 * coded answers, which are the base of a figure, and by all who placed, since declined answers are told
 * for everyone together.
 *
 * @param groups the session's groups in their fixed order
 * @param tally the board's counts
 */
export function partsFor(groups: readonly string[], tally: Tally, floor: number): Parts {
  const sizes = sizesOf(tally);
  let parts = groups.map((g) => [g]);
  for (;;) {
    const people = byParts(parts, sizes);
    const shown = parts.filter((_, i) => codedIn(people, i) > 0);
    if (shown.length < 2) return null;
    const unsafe = [...people].find(([, size]) => below(size.coded, floor) || below(size.placed, floor));
    if (unsafe === undefined) return parts;
    const [key] = unsafe;
    const touched = key === '' ? [] : key.split(' ').map(Number);
    const [first] = touched;
    // People outside every group would follow by subtraction, and merging groups cannot help.
    if (first === undefined) return null;
    const second = touched[1] ?? nextSmallest(parts, people, first);
    if (second === undefined) return null;
    parts = merge(groups, parts, first, second);
  }
}

function sizesOf(tally: Tally): Map<string, Size> {
  const sizes = new Map<string, Size>();
  for (const [membership, row] of tally) {
    const size: Size = { coded: 0, placed: 0 };
    for (const [answer, n] of row) {
      size.placed += n;
      if (typeof answer === 'number') size.coded += n;
    }
    sizes.set(membership, size);
  }
  return sizes;
}

/** People by the parts they stand in: the parts' positions, joined; empty for those in none. */
function byParts(parts: readonly string[][], sizes: ReadonlyMap<string, Size>): Map<string, Size> {
  const people = new Map<string, Size>();
  for (const [membership, { coded, placed }] of sizes) {
    const own = groupsOf(membership);
    const key = parts.flatMap((part, i) => (own.some((g) => part.includes(g)) ? [i] : [])).join(' ');
    const size = people.get(key) ?? { coded: 0, placed: 0 };
    people.set(key, { coded: size.coded + coded, placed: size.placed + placed });
  }
  return people;
}

function codedIn(people: ReadonlyMap<string, Size>, part: number): number {
  let n = 0;
  for (const [key, size] of people) if (key.split(' ').includes(String(part))) n += size.coded;
  return n;
}

/** The smallest other part in which anybody answered. */
function nextSmallest(
  parts: readonly string[][],
  people: ReadonlyMap<string, Size>,
  not: number,
): number | undefined {
  return parts
    .map((_, i) => ({ i, n: codedIn(people, i) }))
    .filter(({ i, n }) => i !== not && n > 0)
    .toSorted((a, b) => a.n - b.n)[0]?.i;
}

function merge(order: readonly string[], parts: string[][], a: number, b: number): string[][] {
  const both = [...(parts[a] ?? []), ...(parts[b] ?? [])];
  const merged = both.toSorted((x, y) => order.indexOf(x) - order.indexOf(y));
  const at = Math.min(a, b);
  return parts.flatMap((part, i) => (i === at ? [merged] : i === a || i === b ? [] : [part]));
}

/**
 * Whether a new split may follow one that the room has seen. Between the two, fewer people than the
 * floor may have come, gone or changed, and the difference would be theirs. It is allowed when it is of
 * the same groups and each part is unchanged or differs in at least the floor.
 */
export function mayFollow(seen: readonly Part[], next: readonly Part[], floor: number): boolean {
  const name = (part: Part): string => part.groups.join('+');
  if (seen.map(name).join(' ') !== next.map(name).join(' ')) return false;
  return next.every((part, i) => {
    const before = seen[i];
    return before !== undefined && !below(distance(before.figure, part.figure), floor);
  });
}

/** At least this many people came, went or changed their answer between two figures. */
export function distance(a: Figure, b: Figure): number {
  const cells = ({ counts, declined }: Figure): number[] => [...counts, declined.n, declined.x];
  const before = cells(a);
  const { more, fewer } = moved(cells(b).map((n, i) => n - (before[i] ?? 0)));
  return Math.max(more, fewer);
}

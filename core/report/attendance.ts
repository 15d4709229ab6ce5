/**
 * Who took part, from the head-counts of the sessions. They were never joined to answers, yet a count of
 * one points at a person, so the floor holds for them too: small ones are put together, never blanked.
 */
import type { Attendance, Session } from '../session.ts';

export interface Headcount {
  /** One name, or those that were put together. */
  names: string[];
  n: number;
}

/** Heads by one attribute, in the order in which its values first come up. */
export function headcounts(sessions: readonly Session[], nameOf: (row: Attendance) => string): Headcount[] {
  const counts = new Map<string, number>();
  for (const row of sessions.flatMap((s) => s.attendance))
    counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + row.n);
  return [...counts].flatMap(([name, n]) => (n > 0 ? [{ names: [name], n }] : []));
}

/**
 * Puts counts under the floor together with the next smallest until each one reaches it. All of them are
 * told, so nothing follows from the total.
 *
 * @returns null when not even two counts can be told apart
 */
export function flooredCounts(counts: readonly Headcount[], floor: number): Headcount[] | null {
  let rows = [...counts];
  for (;;) {
    const rising = rows.toSorted((a, b) => a.n - b.n);
    const [least, next] = rising;
    if (least === undefined) return null;
    if (least.n >= floor) return rows;
    if (next === undefined || rows.length === 2) return null;
    rows = rows.flatMap((row) => {
      if (row === least) return [];
      return row === next
        ? [{ names: namesInOrder(counts, [...least.names, ...next.names]), n: least.n + next.n }]
        : [row];
    });
  }
}

function namesInOrder(counts: readonly Headcount[], names: readonly string[]): string[] {
  return counts.flatMap((c) => c.names).filter((name) => names.includes(name));
}

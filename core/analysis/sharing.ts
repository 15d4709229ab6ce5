/** Which parts share people: someone may belong to two groups, and stands in the column of each. */
import type { StatementRows } from './parts.ts';
import type { Membership } from '../session.ts';
import { inGroups } from '../tally.ts';

/** Pairs of parts, by their places in a list, in both of which somebody is. The first place is the lower. */
export type Sharing = readonly (readonly [number, number])[];

/** People of one membership in one session. */
export interface Place {
  session: string;
  membership: Membership;
}

/** Who answered or declined in one round, of the sessions that are counted; empty: all. */
export function placedIn(rows: StatementRows, round: 1 | 2, counted: readonly string[]) {
  return rows.tallies.filter(
    (row) => row.round === round && row.n > 0 && (counted.length === 0 || counted.includes(row.session)),
  );
}

/** Of those, whose answers have a code. */
export function answeredIn(rows: StatementRows, round: 1 | 2, counted: readonly string[]): Place[] {
  return placedIn(rows, round, counted).filter((row) => typeof row.answer === 'number');
}

/**
 * The pairs of parts that share somebody.
 *
 * @param people where there is somebody; the same place may come more than once
 * @param parts choices of groups and sessions, where an empty list means all
 */
export function sharing(
  people: readonly Place[],
  parts: readonly { groups: readonly string[]; sessions: readonly string[] }[],
): Sharing {
  const byMembership = Map.groupBy(people, (place) => place.membership);
  const found = new Set<number>();
  for (const [membership, places] of byMembership) {
    const inside = [...parts.keys()].filter((i) => inGroups(membership, parts[i]?.groups ?? []));
    if (inside.length < 2) continue;
    for (const session of new Set(places.map((place) => place.session))) {
      const here = inside.filter((i) => {
        const own = parts[i]?.sessions ?? [];
        return own.length === 0 || own.includes(session);
      });
      for (const [at, a] of here.entries())
        for (const b of here.slice(at + 1)) found.add(a * parts.length + b);
    }
  }
  return [...found].map((pair) => [Math.floor(pair / parts.length), pair % parts.length] as const);
}

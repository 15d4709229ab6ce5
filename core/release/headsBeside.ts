/** What the figures of a release say on which head-counts may stand beside them. */
import type { EligibleRow } from '../tally.ts';
import type { ReleaseEntry, ReleasePlan } from './types.ts';

/** Sessions that stand in a published figure of everyone. */
export function sessionsIn({ boards }: Pick<ReleasePlan, 'boards'>): Set<string> {
  return new Set(boards.flatMap(({ whole }) => whole?.set.sessions ?? []));
}

/** Whether it has figures of single sessions, from which heads by session would give who did not answer. */
export function tellsSessions({ boards }: Pick<ReleaseEntry, 'boards'>): boolean {
  return boards.some((b) =>
    b.figures.some(({ set }) => set.units?.some((unit) => unit.sessions.length > 0) ?? false),
  );
}

/**
 * Whether it is kept back, for the sake of a few people, how many were there and did not answer. It is
 * not told either where nobody counted them; without an earlier release that alone protects no one.
 */
export function thereWithheld(
  { boards, notes }: Pick<ReleasePlan, 'boards' | 'notes'>,
  eligible: readonly EligibleRow[],
  released: boolean,
): boolean {
  return notes.some(({ code, statement, round }) => {
    if (code !== 'not-answered-withheld') return false;
    if (released) return true;
    const own = eligible.filter((row) => row.statement === statement && row.round === round);
    const counted = new Set(own.map((row) => row.session));
    const wholes = boards.filter((b) => b.statement === statement && b.round === round);
    return wholes.every(({ whole }) => whole?.set.sessions.every((s) => counted.has(s)) ?? true);
  });
}

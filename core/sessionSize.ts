/** How many people a session had, as far as is known. */
import type { Session } from './session.ts';
import type { EligibleRow } from './tally.ts';

/**
 * The most who could answer one statement or were counted by head, whichever is more. A session of which neither is
 * known is not in it.
 */
export function peopleIn(
  sessions: readonly Pick<Session, 'id' | 'attendance'>[],
  eligible: readonly EligibleRow[],
): Map<string, number> {
  const ids = new Set(sessions.map(({ id }) => id));
  const people = new Map<string, number>();
  const note = (session: string, n: number): void =>
    void people.set(session, Math.max(n, people.get(session) ?? 0));
  const boards = Map.groupBy(
    eligible.filter(({ session }) => ids.has(session)),
    (row) => `${row.session} ${row.statement} ${row.round}`,
  );
  for (const rows of boards.values())
    note(
      rows[0]?.session ?? '',
      rows.reduce((sum, { n }) => sum + n, 0),
    );
  for (const { id, attendance } of sessions)
    if (attendance.length > 0)
      note(
        id,
        attendance.reduce((sum, row) => sum + row.n, 0),
      );
  return people;
}

/** Which versions of statements were put to people, and which somebody has answered, so that they stay. */
import type { MainDb } from './mainDb.ts';
import type { LiveSessions } from './liveSessions.ts';
import { boardAt } from '../../../core/room.ts';
import type { Session } from '../../../core/session.ts';

/**
 * Versions with at least one answer, in sealed and in running sessions of a consultation. Rehearsals
 * do not count, and neither does what was taken back.
 */
export async function answeredVersions(
  main: MainDb,
  live: LiveSessions,
  consultation: string,
  sessions: readonly Session[],
): Promise<Map<string, Set<number>>> {
  const found = new Map<string, Set<number>>();
  const add = (statement: string, version: number): void => {
    found.set(statement, (found.get(statement) ?? new Set()).add(version));
  };
  // Running ones first: what is sealed meanwhile is then found in the main database.
  for (const { id, state, rehearsal } of sessions) {
    if (rehearsal || state === 'draft' || state === 'sealed') continue;
    const answered = await live.answered(id);
    for (const n of answered?.boards ?? []) {
      const board = answered === null ? undefined : boardAt(answered.room, n);
      if (board !== undefined) add(board.statement, board.version);
    }
  }
  const rows = await main.query
    .selectFrom('board')
    .innerJoin('session', 'session.key', 'board.session')
    .select(['board.statement', 'board.version'])
    .distinct()
    .where('session.consultation', '=', consultation)
    .where((where) =>
      where.exists(
        where
          .selectFrom('tally')
          .select('tally.n')
          .whereRef('tally.session', '=', 'board.session')
          .whereRef('tally.board', '=', 'board.n'),
      ),
    )
    .execute();
  for (const { statement, version } of rows) add(statement, version);
  return found;
}

/** Versions that stand on a board of a sealed session, answered or not. */
export async function heldVersions(main: MainDb, consultation: string): Promise<Map<string, Set<number>>> {
  const found = new Map<string, Set<number>>();
  const rows = await main.query
    .selectFrom('board')
    .innerJoin('session', 'session.key', 'board.session')
    .select(['board.statement', 'board.version'])
    .distinct()
    .where('session.consultation', '=', consultation)
    .execute();
  for (const { statement, version } of rows)
    found.set(statement, (found.get(statement) ?? new Set()).add(version));
  return found;
}

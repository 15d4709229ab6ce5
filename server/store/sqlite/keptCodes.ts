/** Sessions that were removed while somebody could still take their answers out: what their codes need until then. */
import type { Transaction } from 'kysely';
import type { KeptCodes } from '../rights.ts';
import { readSession } from './documents.ts';
import type { MainDb } from './mainDb.ts';
import type { Tables } from './tables.ts';

/** A board by what its tags are made from. */
export interface AskedBoard {
  statement: string;
  round: 1 | 2;
}

export interface FilesOf {
  /** Whether there is a key file of a session. */
  hasKey(session: string): boolean;
  /** The boards of one that is not sealed. */
  boards(session: string): Promise<AskedBoard[]>;
}

/**
 * Before the rows of a session, or of all of a consultation, go: notes those of which somebody may have a code.
 * It is written with their removal, so that a crash leaves no key that nothing ends.
 *
 * @param files what the files of sessions say that are beside this database
 */
export async function keepCodes(
  trx: Transaction<Tables>,
  of: 'id' | 'consultation',
  value: string,
  files: FilesOf,
): Promise<void> {
  const rows = await trx.selectFrom('session').select('document').where(of, '=', value).execute();
  for (const { id, consultation, state, rehearsal, withdrawUntil } of rows.map(readSession)) {
    if (rehearsal || state === 'draft' || withdrawUntil === undefined || !files.hasKey(id)) continue;
    const before = await keptIn(trx, id);
    const until = before !== null && before.until > withdrawUntil ? before.until : withdrawUntil;
    // One that is not sealed here may have gone on at another laptop, with the same key and the same tags.
    const asked = state === 'sealed' ? await boardsOf(trx, id) : await files.boards(id);
    const boards = [...(before?.boards ?? []), ...asked];
    const row = { consultation, until, boards: JSON.stringify(unlike(boards)) };
    await trx
      .insertInto('kept_codes')
      .values({ session: id, ...row })
      .onConflict((conflict) => conflict.column('session').doUpdateSet(row))
      .execute();
  }
}

/** Their keys may be destroyed at any time from now on. */
export async function endCodes(
  trx: Transaction<Tables>,
  of: 'session' | 'consultation',
  value: string,
): Promise<void> {
  await trx.deleteFrom('kept_codes').where(of, '=', value).execute();
}

export function readKeptCodes(main: MainDb): Promise<KeptCodes[]> {
  return main.query.selectFrom('kept_codes').select(['session', 'consultation', 'until']).execute();
}

/** On which boards a session's codes find answers, removed or standing; null: it was not removed. */
export async function askedOf(trx: Transaction<Tables>, session: string): Promise<AskedBoard[] | null> {
  const kept = await keptIn(trx, session);
  return kept === null ? null : unlike([...kept.boards, ...(await boardsOf(trx, session))]);
}

async function keptIn(
  trx: Transaction<Tables>,
  session: string,
): Promise<{ until: string; boards: AskedBoard[] } | null> {
  const row = await trx
    .selectFrom('kept_codes')
    .select(['until', 'boards'])
    .where('session', '=', session)
    .executeTakeFirst();
  return row === undefined ? null : { until: row.until, boards: JSON.parse(row.boards) as AskedBoard[] };
}

function boardsOf(trx: Transaction<Tables>, session: string): Promise<AskedBoard[]> {
  return trx
    .selectFrom('board')
    .innerJoin('session', 'session.key', 'board.session')
    .select(['board.statement', 'board.round'])
    .where('session.id', '=', session)
    .orderBy('board.n')
    .execute();
}

function unlike(boards: readonly AskedBoard[]): AskedBoard[] {
  const known = new Map(
    boards.map(({ statement, round }) => [`${statement} ${round}`, { statement, round }]),
  );
  return [...known.values()];
}

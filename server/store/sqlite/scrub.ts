/**
 * After something was taken out of the main database: its last traces go from the file, its log and its
 * copies. Noted in the transaction that takes it out, so that a crash in between is made good at the next
 * start.
 */
import type { Transaction } from 'kysely';
import { dropDamaged } from './aside.ts';
import { renewBackups } from './backups.ts';
import type { MainDb } from './mainDb.ts';
import type { Paths } from './paths.ts';
import type { Tables } from './tables.ts';

/** Within the transaction that takes something out. */
export async function noteScrub(trx: Transaction<Tables>): Promise<void> {
  await trx
    .insertInto('to_scrub')
    .values({ one: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function scrubIsDue(main: MainDb): Promise<boolean> {
  return (await main.query.selectFrom('to_scrub').select('one').executeTakeFirst()) !== undefined;
}

/**
 * Deleted rows are overwritten, but one that was moved to another page while it stood may have left its
 * bytes behind in the first; only writing the file anew is sure to leave nothing. That holds up the event
 * loop, so it waits while rooms are open; copies are renewed and the log is emptied in any case.
 *
 * @param rewrite whether the file may be written anew now
 */
export async function scrub(main: MainDb, paths: Paths, rewrite: boolean): Promise<void> {
  dropDamaged(paths);
  if (rewrite) await main.query.connection().execute(async () => void main.raw.exec('VACUUM'));
  await main.checkpoint();
  await renewBackups(main, paths.backup);
  // Last: whatever stops the program before this is made good at the next start.
  if (rewrite) await main.query.deleteFrom('to_scrub').execute();
}

/** Removing a session, and what stays of those that somebody had taken answers out of. */
import type { Transaction } from 'kysely';
import { readSession } from './documents.ts';
import type { MainDb } from './mainDb.ts';
import { hasPhotos } from './photos.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';

/** Removes a session's rows; noted for scrubbing where copies of the database may hold something of it. */
export function removeSessionRows(main: MainDb, id: string): Promise<void> {
  return main.transaction(async (trx) => {
    await keepTakenOut(trx, 'id', id);
    const photos = await hasPhotos(trx, 'id', id);
    const row = await trx.deleteFrom('session').where('id', '=', id).returning('state').executeTakeFirst();
    if (row?.state === 'sealed' || photos) await noteScrub(trx);
  });
}

/** Keeps how often that was, before the rows of a session, or of all of a consultation, go. */
export async function keepTakenOut(
  trx: Transaction<Tables>,
  of: 'id' | 'consultation',
  value: string,
): Promise<void> {
  const rows = await trx.selectFrom('session').select('document').where(of, '=', value).execute();
  for (const { id, takenOut = 0 } of rows.map(readSession)) {
    if (takenOut === 0) continue;
    await trx
      .insertInto('removed_session')
      .values({ id, taken_out: takenOut })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ taken_out: takenOut }))
      .execute();
  }
}

/** 0: it was not removed here, or nothing had been taken out of it. */
export async function takenOutOfRemoved(main: MainDb, session: string): Promise<number> {
  const row = await main.query
    .selectFrom('removed_session')
    .select('taken_out')
    .where('id', '=', session)
    .executeTakeFirst();
  return row?.taken_out ?? 0;
}

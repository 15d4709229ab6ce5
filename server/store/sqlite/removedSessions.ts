/** Removing a session, and what stays of those that somebody had taken answers out of. */
import type { Transaction } from 'kysely';
import { readSession } from './documents.ts';
import { keepCodes, type FilesOf } from './keptCodes.ts';
import type { MainDb } from './mainDb.ts';
import { hasPhotos } from './photos.ts';
import { forgetProposalsOf } from './proposals.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { forgetQuotedOf } from './talkQuoted.ts';
import { letGoOfWent } from './talkWent.ts';
import { hasTalk } from './talkSeal.ts';
import { hasStudies } from './studiesSeal.ts';

/**
 * Removes a session's rows; noted for scrubbing where copies of the database may hold something of it.
 *
 * @param files of sessions whose codes somebody may have
 */
export function removeSessionRows(main: MainDb, id: string, files: FilesOf): Promise<void> {
  return main.transaction(async (trx) => {
    await keepCodes(trx, 'id', id, files);
    await keepTakenOut(trx, 'id', id);
    const team =
      (await hasPhotos(trx, 'id', id)) || (await hasTalk(trx, 'id', id)) || (await hasStudies(trx, 'id', id));
    await forgetQuotedOf(trx, id);
    await forgetProposalsOf(trx, id);
    await letGoOfWent(trx, id);
    const row = await trx.deleteFrom('session').where('id', '=', id).returning('state').executeTakeFirst();
    if (row?.state === 'sealed' || team) await noteScrub(trx);
  });
}

/**
 * Keeps how often that was, before the rows of a session, or of all of a consultation, go. What a copy came in
 * without is left out of an older one again.
 */
export async function keepTakenOut(
  trx: Transaction<Tables>,
  of: 'id' | 'consultation',
  value: string,
): Promise<void> {
  const rows = await trx.selectFrom('session').select('document').where(of, '=', value).execute();
  for (const { id, takenOut = 0 } of rows.map(readSession)) {
    if (takenOut === 0 || takenOut === (await explained(trx, id))) continue;
    await trx
      .insertInto('removed_session')
      .values({ id, taken_out: takenOut })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ taken_out: takenOut }))
      .execute();
  }
}

async function explained(trx: Transaction<Tables>, session: string): Promise<number> {
  const row = await trx
    .selectFrom('removed_session')
    .select('known')
    .where('id', '=', session)
    .executeTakeFirst();
  return row?.known ?? 0;
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

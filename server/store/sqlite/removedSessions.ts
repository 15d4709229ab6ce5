/** Sessions that were removed after somebody had taken answers out of them. */
import type { Transaction } from 'kysely';
import { readSession } from './documents.ts';
import type { MainDb } from './mainDb.ts';
import type { Tables } from './tables.ts';

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

/** Releases of consultations that were removed here: what is left of their register. */
import type { LostRelease } from '../store.ts';
import type { MainDb } from './mainDb.ts';

/** Removes a consultation's rows and keeps what tells its releases again, in one transaction. */
export function removeWithRegister(main: MainDb, consultation: string): Promise<void> {
  return main.transaction(async (trx) => {
    const releases = await trx
      .selectFrom('release')
      .select('document')
      .where('consultation', '=', consultation)
      .execute();
    for (const { document } of releases) {
      const { number, date, hash } = JSON.parse(document) as LostRelease;
      await trx
        .insertInto('removed_release')
        .values({ consultation, number, date, hash })
        .onConflict((conflict) => conflict.columns(['consultation', 'hash']).doNothing())
        .execute();
    }
    await trx.deleteFrom('consultation').where('id', '=', consultation).execute();
  });
}

/** Those that the register here does not have, oldest first. */
export async function readLostReleases(main: MainDb, consultation: string): Promise<LostRelease[]> {
  const removed = await main.query
    .selectFrom('removed_release')
    .select(['number', 'date', 'hash'])
    .where('consultation', '=', consultation)
    .orderBy('date')
    .orderBy('number')
    .execute();
  if (removed.length === 0) return [];
  const register = await main.query
    .selectFrom('release')
    .select('document')
    .where('consultation', '=', consultation)
    .execute();
  const known = new Set(register.map(({ document }) => (JSON.parse(document) as LostRelease).hash));
  return removed.filter(({ hash }) => !known.has(hash));
}

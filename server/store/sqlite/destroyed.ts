/** Destroying a consultation's data on the day that was promised, and the record that it was done. */
import type { DayChange, Destroyed } from '../rights.ts';
import { endCodes } from './keptCodes.ts';
import type { MainDb } from './mainDb.ts';
import { keepRegister, readRemoved } from './removedReleases.ts';
import { keepTakenOut } from './removedSessions.ts';
import { noteScrub } from './scrub.ts';

/** Removes the consultation's rows and keeps the record, in one transaction. */
export function destroyRows(main: MainDb, record: Omit<Destroyed, 'changes' | 'releases'>): Promise<void> {
  const { consultation } = record;
  return main.transaction(async (trx) => {
    const changes = await trx
      .selectFrom('day_change')
      .select('document')
      .where('consultation', '=', consultation)
      .orderBy('n')
      .execute();
    await keepRegister(trx, consultation);
    await keepTakenOut(trx, 'consultation', consultation);
    await endCodes(trx, 'consultation', consultation);
    await trx.deleteFrom('consultation').where('id', '=', consultation).execute();
    const document = JSON.stringify({
      ...record,
      changes: changes.map((change) => JSON.parse(change.document) as DayChange),
    });
    await trx.insertInto('destroyed').values({ consultation, document }).execute();
    await noteScrub(trx);
  });
}

/** The latest first. */
export async function readDestroyed(main: MainDb): Promise<Destroyed[]> {
  const rows = await main.query.selectFrom('destroyed').select('document').orderBy('key', 'desc').execute();
  const records = rows.map(({ document }) => JSON.parse(document) as Omit<Destroyed, 'releases'>);
  return Promise.all(
    records.map(async (record) => ({ ...record, releases: await readRemoved(main, record.consultation) })),
  );
}

/** Oldest first. */
export async function readDayChanges(main: MainDb, consultation: string): Promise<DayChange[]> {
  const rows = await main.query
    .selectFrom('day_change')
    .select('document')
    .where('consultation', '=', consultation)
    .orderBy('n')
    .execute();
  return rows.map(({ document }) => JSON.parse(document) as DayChange);
}

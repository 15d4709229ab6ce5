/** The last day that the laptop's clock showed; a day is the finest time of it. */
import type { DaySeen } from '../rights.ts';
import type { MainDb } from './mainDb.ts';

export async function readDaySeen(main: MainDb): Promise<DaySeen | null> {
  const row = await main.query.selectFrom('day_seen').select(['seen', 'doubted']).executeTakeFirst();
  return row ?? null;
}

export async function writeDaySeen(main: MainDb, day: DaySeen): Promise<void> {
  await main.query
    .insertInto('day_seen')
    .values({ one: 1, ...day })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ ...day }))
    .execute();
}

/** Releases of consultations that were removed here: what is left of their register. */
import type { Transaction } from 'kysely';
import type { LostRelease } from '../store.ts';
import { keepCodes, type FilesOf } from './keptCodes.ts';
import type { MainDb } from './mainDb.ts';
import { hasPhotos } from './photos.ts';
import { hasRecommendations } from './recommendations.ts';
import { keepTakenOut } from './removedSessions.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { hasTalk } from './talkSeal.ts';
import { hasStudies } from './studiesSeal.ts';

/**
 * Removes a consultation's rows and keeps what tells its releases again, in one transaction.
 *
 * @param files of sessions whose codes somebody may have
 */
export function removeWithRegister(main: MainDb, consultation: string, files: FilesOf): Promise<void> {
  return main.transaction(async (trx) => {
    await keepRegister(trx, consultation);
    await keepTakenOut(trx, 'consultation', consultation);
    await keepCodes(trx, 'consultation', consultation, files);
    const words = await hasWords(trx, consultation);
    await trx.deleteFrom('consultation').where('id', '=', consultation).execute();
    if (words) await noteScrub(trx);
  });
}

/** Whether copies of the database may hold something that people or the team said. */
async function hasWords(trx: Transaction<Tables>, consultation: string): Promise<boolean> {
  const of = (table: 'report' | 'release') =>
    trx.selectFrom(table).select('consultation').where('consultation', '=', consultation).executeTakeFirst();
  const held = await trx
    .selectFrom('session')
    .select('key')
    .where('consultation', '=', consultation)
    .where('state', '=', 'sealed')
    .executeTakeFirst();
  if (held !== undefined || (await of('report')) !== undefined) return true;
  if ((await of('release')) !== undefined || (await hasPhotos(trx, 'consultation', consultation)))
    return true;
  return (
    (await hasTalk(trx, 'consultation', consultation)) ||
    (await hasRecommendations(trx, consultation)) ||
    hasStudies(trx, 'consultation', consultation)
  );
}

/** Keeps what tells a consultation's releases again, before its rows go. */
export async function keepRegister(trx: Transaction<Tables>, consultation: string): Promise<void> {
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
}

/** All that were removed with a consultation, oldest first. */
export function readRemoved(main: MainDb, consultation: string): Promise<LostRelease[]> {
  return main.query
    .selectFrom('removed_release')
    .select(['number', 'date', 'hash'])
    .where('consultation', '=', consultation)
    .orderBy('date')
    .orderBy('number')
    .execute();
}

/** Those that the register here does not have, oldest first. */
export async function readLostReleases(main: MainDb, consultation: string): Promise<LostRelease[]> {
  const removed = await readRemoved(main, consultation);
  if (removed.length === 0) return [];
  const register = await main.query
    .selectFrom('release')
    .select('document')
    .where('consultation', '=', consultation)
    .execute();
  const known = new Set(register.map(({ document }) => (JSON.parse(document) as LostRelease).hash));
  return removed.filter(({ hash }) => !known.has(hash));
}

/**
 * Taking the order in which points came out of the bytes of a sealed session. Keys are sorted within a page, but a
 * row lies where there was room as it came, and what is long lies on pages of its own, in turn.
 */
import type { Transaction } from 'kysely';
import { shuffled } from '../../random.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';

/**
 * Writes a sealed session's points anew, sorted by their random ids. They are let go in a random order, since pages
 * that were let go are used again in an order that depends on it. It is noted as well: a row that moved between
 * pages may have left bytes in the first, which only a file that is written anew is sure not to have.
 *
 * @param session its key; nothing of it stands in `talk_live` any more
 */
export async function forgetOrder(trx: Transaction<Tables>, session: number): Promise<void> {
  const points = await trx
    .selectFrom('point')
    .selectAll()
    .where('session', '=', session)
    .orderBy('id')
    .execute();
  const postits = await trx
    .selectFrom('point_postit')
    .selectAll()
    .where('session', '=', session)
    .orderBy('id')
    .execute();
  const seconds = await trx
    .selectFrom('point_second')
    .selectAll()
    .where('session', '=', session)
    .orderBy('id')
    .execute();
  for (const { id } of shuffled(points))
    await trx.deleteFrom('point').where('session', '=', session).where('id', '=', id).execute();
  for (const point of points) await trx.insertInto('point').values(point).execute();
  for (const postit of postits) await trx.insertInto('point_postit').values(postit).execute();
  for (const second of seconds) await trx.insertInto('point_second').values(second).execute();
  await noteScrub(trx);
}

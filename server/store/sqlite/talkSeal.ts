/** What becomes of points, themes and codings as a session is sealed, comes with an archive, or is removed. */
import type { Transaction } from 'kysely';
import type { LiveResponse } from '../store.ts';
import type { StoredTalk } from '../talk.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { putCoding, responseOf } from './talkCoding.ts';
import { forgetOrder } from './talkOrder.ts';
import { forgetRemoved, forgetYes } from './talkPhone.ts';
import { forgetGone, type Words } from './talkQuoted.ts';
import { pointDocument, readPoint } from './talkTables.ts';
import { noteGone } from './talkKnown.ts';
import { mindingQuoted } from './passagesQuoted.ts';
import { takeSeconds } from './talkSecond.ts';
import { deleteSourced, hasSources, takeSources } from './talkSourcesTaken.ts';
import { putTheme } from './talkWrite.ts';
import { dropCorrections } from './studiesWrite.ts';

type Trx = Transaction<Tables>;

/**
 * In the transaction that seals: what hung on a comment of the room hangs on its response, where that was kept with
 * its words. Throwaway numbers and the order of points go, and are noted to leave the copies as well.
 *
 * @param live the session's responses, by whose comments post-its were known
 */
export async function sealTalk(trx: Trx, session: string, live: readonly LiveResponse[]): Promise<void> {
  const { key } = await trx
    .selectFrom('session')
    .select('key')
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom('talk_live')
    .select(['id', 'postit'])
    .where('session', '=', key)
    .execute();
  const codings = await trx
    .selectFrom('talk_live_coding')
    .select(['postit', 'themes'])
    .where('session', '=', key)
    .execute();
  if (rows.length + codings.length === 0) return;
  const tags = new Map(live.map(({ board, note, tag }) => [`${board}.${note}`, `${board}.${tag}`]));
  for (const { id, postit } of rows) {
    const on = await responseOf(trx, key, tags.get(postit) ?? '');
    if (on !== null)
      await trx
        .insertInto('point_postit')
        .values({ session: key, id, ...on })
        .execute();
  }
  for (const { postit, themes } of codings) {
    const on = await responseOf(trx, key, tags.get(postit) ?? '');
    if (on !== null) await putCoding(trx, { session: key, ...on }, JSON.parse(themes) as string[]);
  }
  await trx.deleteFrom('talk_live').where('session', '=', key).execute();
  await trx.deleteFrom('talk_live_coding').where('session', '=', key).execute();
  await forgetOrder(trx, key);
}

/** What an archive brings; points of sealed sessions only. What stands here under an id is written over. */
export async function takeTalk(trx: Trx, consultation: string, talk: StoredTalk): Promise<void> {
  const sessions = await trx
    .selectFrom('session')
    .select(['id', 'key'])
    .where('consultation', '=', consultation)
    .where('state', '=', 'sealed')
    .execute();
  const keys = new Map(sessions.map(({ id, key }) => [id, key]));
  for (const { id, ...theme } of talk.themes) {
    await putTheme(trx, consultation, id, theme);
  }
  for (const point of talk.points) {
    const session = keys.get(point.session);
    if (session === undefined) continue;
    const document = pointDocument(point.id, point);
    await trx
      .insertInto('point')
      .values({ session, id: point.id, document })
      .onConflict((conflict) => conflict.columns(['session', 'id']).doUpdateSet({ document }))
      .execute();
    const on = await responseOf(trx, session, point.postit);
    if (on !== null)
      await trx
        .insertInto('point_postit')
        .values({ session, id: point.id, ...on })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
  for (const { session, postit, themes } of talk.codings) {
    const key = keys.get(session);
    const on = key === undefined ? null : await responseOf(trx, key, postit);
    if (key !== undefined && on !== null) await putCoding(trx, { session: key, ...on }, themes);
  }
  await takeSeconds(trx, keys, talk.seconds);
  // Whether the other laptop's team removed it, or its writer, nobody can tell: neither is brought back here.
  await forgetRemoved(trx, new Set(talk.gone), consultation);
  await forgetYes(trx, new Set(talk.unquoted), consultation);
  const words: Words[] = [];
  await mindingQuoted(trx, consultation, async () => {
    await takeSources(trx, consultation, talk);
    for (const id of talk.gone) words.push(...(await takeGone(trx, consultation, keys, id)));
  });
  // Of those that came now, and of those that were removed here before.
  await forgetGone(trx, consultation, words);
}

/**
 * Removed there, so it goes here too.
 *
 * @returns its words, where it was a point
 */
async function takeGone(
  trx: Trx,
  consultation: string,
  sessions: ReadonlyMap<string, number>,
  id: string,
): Promise<Words[]> {
  const theme = await trx
    .deleteFrom('theme')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  const points =
    sessions.size === 0
      ? []
      : await trx
          .deleteFrom('point')
          .where('session', 'in', [...sessions.values()])
          .where('id', '=', id)
          .returning(['id', 'document'])
          .execute();
  if (points.length > 0) await dropCorrections(trx, consultation, 'point', id);
  const sourced = await deleteSourced(trx, consultation, id);
  if (sourced || theme.numDeletedRows > 0n || points.length > 0) await noteScrub(trx);
  await noteGone(trx, consultation, id);
  const none = { session: '', place: 0, person: 0, postit: '' };
  return points.map((row) => ({ point: id, text: readPoint(row, none).text }));
}

/** Whether a session, or a consultation, has any: then copies of the database may have it too. */
export async function hasTalk(trx: Trx, of: 'id' | 'consultation', value: string): Promise<boolean> {
  const point = await trx
    .selectFrom('point')
    .innerJoin('session', 'session.key', 'point.session')
    .select('point.session')
    .where(`session.${of}`, '=', value)
    .executeTakeFirst();
  if (point !== undefined || of === 'id') return point !== undefined;
  const theme = await trx
    .selectFrom('theme')
    .select('id')
    .where('consultation', '=', value)
    .executeTakeFirst();
  return theme !== undefined || (await hasSources(trx, value));
}

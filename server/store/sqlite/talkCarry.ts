/** Points and themes of a running session on their way to another laptop, where it goes on. */
import type { CarriedTalk } from '../talk.ts';
import type { MainDb } from './mainDb.ts';
import { readTalk } from './talkRead.ts';
import { pointDocument, themeDocument } from './talkTables.ts';
import { noteGone } from './talkWrite.ts';

/** What another laptop needs to go on: all themes, and what was said in this session, its order and numbers too. */
export async function talkOf(main: MainDb, consultation: string, session: string): Promise<CarriedTalk> {
  const { themes, points, codings, gone } = await readTalk(main, consultation);
  const here = (of: { session: string }): boolean => of.session === session;
  const done = await main.query
    .selectFrom('talk_done')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  return {
    themes,
    points: points.filter(here),
    codings: codings.filter(here),
    gone,
    done: done.map(({ id }) => id),
  };
}

/**
 * Brings it in, once the session's row is here. What stands here under an id was there before the session went on
 * elsewhere, and is written over; what was removed here or there stays so. Done again it changes nothing.
 */
export async function bringTalkIn(
  main: MainDb,
  consultation: string,
  session: string,
  talk: CarriedTalk,
): Promise<void> {
  await main.transaction(async (trx) => {
    const { key } = await trx
      .selectFrom('session')
      .select('key')
      .where('id', '=', session)
      .executeTakeFirstOrThrow();
    const removed = await trx
      .selectFrom('talk_gone')
      .select('id')
      .where('consultation', '=', consultation)
      .execute();
    const gone = new Set([...talk.gone, ...removed.map(({ id }) => id)]);
    for (const { id, ...theme } of talk.themes) {
      if (gone.has(id)) continue;
      const document = themeDocument(theme);
      await trx
        .insertInto('theme')
        .values({ consultation, id, document })
        .onConflict((conflict) => conflict.columns(['consultation', 'id']).doUpdateSet({ document }))
        .execute();
    }
    for (const point of talk.points) {
      const { id, place, person, postit } = point;
      if (gone.has(id)) continue;
      const document = pointDocument(point);
      await trx
        .insertInto('point')
        .values({ session: key, id, document })
        .onConflict((conflict) => conflict.columns(['session', 'id']).doUpdateSet({ document }))
        .execute();
      await trx
        .insertInto('talk_live')
        .values({ session: key, id, place, person, postit })
        .onConflict((conflict) => conflict.columns(['session', 'id']).doUpdateSet({ place, person, postit }))
        .execute();
    }
    for (const { postit, themes: coded } of talk.codings) {
      const themes = JSON.stringify(coded);
      await trx
        .insertInto('talk_live_coding')
        .values({ session: key, postit, themes })
        .onConflict((conflict) => conflict.columns(['session', 'postit']).doUpdateSet({ themes }))
        .execute();
    }
    for (const id of talk.done)
      await trx
        .insertInto('talk_done')
        .values({ consultation, id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const id of talk.gone) {
      await trx.deleteFrom('theme').where('consultation', '=', consultation).where('id', '=', id).execute();
      await trx.deleteFrom('point').where('session', '=', key).where('id', '=', id).execute();
      await noteGone(trx, consultation, id);
    }
  });
}

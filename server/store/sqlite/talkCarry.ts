/** Points and themes of a running session on their way to another laptop, where it goes on. */
import type { Transaction } from 'kysely';
import type { CarriedTalk } from '../talk.ts';
import type { MainDb } from './mainDb.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { readTalk } from './talkRead.ts';
import { bringBack, broughtBackIn, makeKnown, noteGone, takeFromGone } from './talkKnown.ts';
import { mindingQuoted } from './passagesQuoted.ts';
import { bringThemes, knownOnBoth } from './talkCarryThemes.ts';
import { pointDocument } from './talkTables.ts';
import { allUnnoted, forgetAllUnnoted, isUnnoted, staysHere } from './talkPhone.ts';
import { forgetWent, isWent, wentBy } from './talkWent.ts';
import { deleteSourced } from './talkSourcesTaken.ts';
import { readStudiesOf } from './studiesRead.ts';
import { bringStudiesIn } from './studiesSeal.ts';
import { dropCorrections } from './studiesWrite.ts';

/** Ids of points of other sessions, which run here and may have them again. */
function wentElsewhere(marks: readonly string[], session: string): Set<string> {
  return new Set(wentBy(marks).flatMap((one) => (one.session === session ? [] : [one.id])));
}

/** What another laptop needs to go on: all themes, and what was said in this session, its order and numbers too. */
export async function talkOf(main: MainDb, consultation: string, session: string): Promise<CarriedTalk> {
  const { themes, points, codings, ...talk } = await readTalk(main, consultation);
  const { caseStudies, corrections, gone: away } = await readStudiesOf(main, consultation);
  const here = (of: { session: string }): boolean => of.session === session;
  const done = await main.query
    .selectFrom('talk_done')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  const marks = done.map(({ id }) => id);
  const elsewhere = wentElsewhere(marks, session);
  return {
    themes,
    points: points.filter(here),
    codings: codings.filter(here),
    gone: talk.gone.filter((id) => !elsewhere.has(id)),
    done: marks.filter((id) => !staysHere(id, session) && wentElsewhere([id], session).size === 0),
    studies: { caseStudies, corrections, gone: away },
  };
}

/**
 * Brings it in, once the session's row is here. What stands here under an id was there before the session went on
 * elsewhere, and is written over; where everything that was done there is known here, what is here is newer and
 * stays. Themes may have been changed on both sides, since they are of other sessions too: then both are kept. What
 * was removed here or there stays so, unless it was brought back on the other side since. Done again it changes nothing.
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
    const known = await knownOnBoth(trx, consultation, talk.done);
    const done = talk.done.filter((id) => !isUnnoted(id) && !isWent(id));
    // Everything that was done there came here before: what is here is newer.
    const older = done.length > 0 && done.every((id) => known.here.has(id));
    // What nobody has removed here, and was noted again there, stands.
    const unnoted = older ? new Set<string>() : await allUnnoted(trx, session);
    const back = broughtBackIn(known.there, known.here);
    const ours = broughtBackIn(known.here, known.there);
    const here = new Set(removed.map(({ id }) => id));
    const standing = await standingHere(trx, consultation, key);
    const going = talk.gone.filter((id) => !standing.has(id) || (!older && !ours.has(id)));
    const gone = new Set([...going, ...[...here].filter((id) => !unnoted.has(id) && !back.has(id))]);
    const again = async (id: string): Promise<void> => {
      if (!here.has(id)) return;
      // With a mark of our own, beside theirs which comes below or for nothing that anybody brought back, what they
      // remove later would not go here.
      if (back.has(id) || unnoted.has(id)) await takeFromGone(trx, consultation, id);
      else await bringBack(trx, consultation, id, '');
      await forgetWent(trx, session, id);
    };
    // What is written over or removed is to leave the copies as well.
    await noteScrub(trx);
    const standThere = talk.themes.filter(({ id }) => !gone.has(id));
    for (const { id } of standThere) await again(id);
    await bringThemes(trx, consultation, standThere, known);
    for (const point of talk.points) {
      const { id, place, person, postit } = point;
      if (gone.has(id)) continue;
      await again(id);
      const document = pointDocument(id, point);
      await trx
        .insertInto('point')
        .values({ session: key, id, document })
        .onConflict((conflict) => {
          const same = conflict.columns(['session', 'id']);
          return older ? same.doNothing() : same.doUpdateSet({ document });
        })
        .execute();
      await trx
        .insertInto('talk_live')
        .values({ session: key, id, place, person, postit })
        .onConflict((conflict) => {
          const same = conflict.columns(['session', 'id']);
          return older ? same.doNothing() : same.doUpdateSet({ place, person, postit });
        })
        .execute();
    }
    for (const { postit, themes: coded } of talk.codings) {
      const themes = JSON.stringify(coded);
      await trx
        .insertInto('talk_live_coding')
        .values({ session: key, postit, themes })
        .onConflict((conflict) => {
          const same = conflict.columns(['session', 'postit']);
          return older ? same.doNothing() : same.doUpdateSet({ themes });
        })
        .execute();
    }
    if (talk.studies !== undefined) await bringStudiesIn(trx, consultation, session, talk.studies, older);
    // What was noted here after it went there, and then not, nobody there has removed: it may still be said.
    const heardOf = new Set([...talk.gone, ...talk.points.map(({ id }) => id)]);
    const unheard = new Set([...unnoted].filter((id) => !heardOf.has(id)));
    if (!older) await forgetAllUnnoted(trx, session, unheard);
    const stays = (mark: string): boolean => wentBy([mark]).some(({ id }) => !gone.has(id));
    for (const id of older ? done : talk.done) if (!stays(id)) await makeKnown(trx, consultation, id);
    // Of interviews something may be quoted here already.
    await mindingQuoted(trx, consultation, async () => {
      for (const id of going) {
        await trx.deleteFrom('theme').where('consultation', '=', consultation).where('id', '=', id).execute();
        await trx.deleteFrom('point').where('session', '=', key).where('id', '=', id).execute();
        await dropCorrections(trx, consultation, 'point', id);
        await deleteSourced(trx, consultation, id);
        await noteGone(trx, consultation, id);
      }
    });
  });
}

/** Ids of all that another laptop may have removed: themes, points of this session, interviews and what is of them. */
async function standingHere(
  trx: Transaction<Tables>,
  consultation: string,
  key: number,
): Promise<Set<string>> {
  const rows = [await trx.selectFrom('point').select('id').where('session', '=', key).execute()];
  for (const table of ['theme', 'source', 'passage', 'question'] as const)
    rows.push(await trx.selectFrom(table).select('id').where('consultation', '=', consultation).execute());
  return new Set(rows.flat().map(({ id }) => id));
}

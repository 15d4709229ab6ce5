/** Taking in an archive: everything of it in one transaction, or nothing. */
import type { Transaction } from 'kysely';
import type { Session } from '../../../core/session.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import type { TakenIn } from '../store.ts';
import { withoutLeftOut, withoutLeftOutQuotes } from './leftOut.ts';
import type { MainDb } from './mainDb.ts';
import { withoutRemovedWords } from './checkedWords.ts';
import { withoutGone } from './proposals.ts';
import { takeRecommendations } from './recommendationRows.ts';
import { Refused } from './refused.ts';
import type { Tables } from './tables.ts';
import { noteScrub } from './scrub.ts';
import { noteTakenOut, takeOutSpots, unquoteSpots } from './takeOut.ts';
import { cleanWords } from './takenWords.ts';
import { mayComeBack } from './talkPhone.ts';
import { forgetPoints, namedPoints } from './talkQuoted.ts';
import { takeTalk } from './talkSeal.ts';
import { forgetPrinted } from './studiesPrinted.ts';
import { takeStudies } from './studiesSeal.ts';
import { writeSealedIn } from './writeSealed.ts';

/** Refused as `changed-elsewhere` when the consultation, its report or its register changed meanwhile. */
export async function takeIn(
  main: MainDb,
  taken: TakenIn,
): Promise<{ revision: number; less: string[] } | Refusal> {
  try {
    return await main.transaction(async (trx) => {
      const revision = await writeConsultation(trx, taken);
      for (const sealed of taken.sealed) {
        await beDraft(trx, sealed.session);
        await writeSealedIn(main, trx, sealed);
      }
      for (const { session, spots, unquoted, times } of taken.takenOut ?? []) {
        await takeOutSpots(main, trx, session, spots);
        await unquoteSpots(trx, session, unquoted);
        await noteTakenOut(trx, session, times);
      }
      for (const session of taken.sessions) await writeSession(trx, session);
      await writeReviews(trx, taken);
      await writeReport(trx, taken);
      await writeReleases(trx, taken);
      const printed = await forgetTakenOut(trx, taken);
      await writePhotos(trx, taken);
      if (taken.talk !== undefined) await takeTalk(trx, taken.consultation.id, taken.talk);
      if (taken.studies !== undefined) await takeStudies(trx, taken.consultation.id, taken.studies);
      // Of those that came now, and of those that were removed here before.
      await forgetPrinted(trx, taken.consultation.id);
      if (taken.recommendations !== undefined)
        await takeRecommendations(trx, taken.consultation.id, taken.recommendations);
      await withoutRemovedWords(trx, taken.consultation.id);
      for (const { session, taken: gone, words } of taken.outWords ?? []) {
        const known = [...words, ...(printed.get(session) ?? [])];
        if (known.length + gone.length === 0) continue;
        await cleanWords(trx, taken.consultation.id, session, gone, known);
        await noteScrub(trx);
      }
      if (taken.releases.length > 0) await withoutLeftOutQuotes(trx, taken.consultation.id);
      // Last: somebody's words may be in what came with them.
      return { revision, less: await withoutLeftOut(main, trx, taken.sealed) };
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/**
 * What releases on either side said of people who took out on either what they had said, before what is merely gone goes
 * from them: of that it is known for good. What the team alone removed here stands with its writer.
 *
 * @returns by session, the words in which they were printed
 */
async function forgetTakenOut(
  trx: Transaction<Tables>,
  { consultation, outWords = [], talk }: TakenIn,
): Promise<Map<string, string[]>> {
  const printed = new Map<string, string[]>();
  if (outWords.length === 0) return printed;
  const stand = await mayComeBack(trx, consultation.id);
  for (const id of talk?.gone ?? []) stand.delete(id);
  // At each merging all that was ever gone is asked about, and hardly any of it is printed.
  const named = await namedPoints(trx, consultation.id);
  for (const { session, ids } of outWords) {
    const gone = new Set(ids.filter((id) => named.has(id) && !stand.has(id)));
    if (gone.size === 0) continue;
    const { words } = await forgetPoints(trx, consultation.id, gone, [], session);
    printed.set(session, words);
  }
  return printed;
}

async function writeConsultation(trx: Transaction<Tables>, taken: TakenIn): Promise<number> {
  const { consultation, from } = taken;
  const { id } = consultation;
  const document = JSON.stringify(await withoutGone(trx, consultation));
  const saved =
    from === null
      ? await trx
          .insertInto('consultation')
          .values({ id, revision: 1, document })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await trx
          .updateTable('consultation')
          .set({ revision: from + 1, document })
          .where('id', '=', id)
          .where('revision', '=', from)
          .returning('revision')
          .executeTakeFirst();
  if (saved === undefined) throw new Refused(refuse('changed-elsewhere'));
  return saved.revision;
}

async function writeSession(trx: Transaction<Tables>, session: Session): Promise<void> {
  const { id, consultation, state } = session;
  const row = { consultation, state, document: JSON.stringify(session) };
  const before = await ofConsultation(trx, id, consultation);
  if (before !== undefined && before !== state) throw new Refused(refuse('changed-elsewhere'));
  await trx
    .insertInto('session')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Answers are only ever put where nothing was held yet. */
async function beDraft(trx: Transaction<Tables>, { id, consultation }: Session): Promise<void> {
  const before = await ofConsultation(trx, id, consultation);
  if (before !== undefined && before !== 'draft') throw new Refused(refuse('changed-elsewhere'));
}

/** State of the session that is here under an id. It is never taken from another consultation. */
async function ofConsultation(
  trx: Transaction<Tables>,
  id: string,
  consultation: string,
): Promise<Session['state'] | undefined> {
  const before = await trx
    .selectFrom('session')
    .select(['state', 'consultation'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (before !== undefined && before.consultation !== consultation)
    throw new Refused(
      refuse('bad-file', `sessions/${id}.json`, 'an id that no other consultation here uses'),
    );
  return before?.state;
}

async function writeReviews(trx: Transaction<Tables>, { reviews }: TakenIn): Promise<void> {
  for (const review of reviews) {
    // Of a comment that was taken out here it is not wanted.
    const on = await trx
      .selectFrom('response')
      .innerJoin('session', 'session.key', 'response.session')
      .select('response.session')
      .where('session.id', '=', review.session)
      .where('response.board', '=', review.board)
      .where('response.tag', '=', review.tag)
      .executeTakeFirst();
    if (on === undefined) continue;
    await trx
      .insertInto('review')
      .values({
        session: on.session,
        board: review.board,
        tag: review.tag,
        document: JSON.stringify(review),
      })
      .onConflict((conflict) => conflict.columns(['session', 'board', 'tag']).doNothing())
      .execute();
  }
}

async function writeReport(trx: Transaction<Tables>, { report, consultation }: TakenIn): Promise<void> {
  if (report === null) return;
  const saved = await trx
    .insertInto('report')
    .values({ consultation: consultation.id, revision: 1, document: JSON.stringify(report) })
    .onConflict((conflict) => conflict.column('consultation').doNothing())
    .returning('revision')
    .executeTakeFirst();
  if (saved === undefined) throw new Refused(refuse('changed-elsewhere'));
}

async function writeReleases(trx: Transaction<Tables>, { releases, consultation }: TakenIn): Promise<void> {
  for (const release of releases) {
    const added = await trx
      .insertInto('release')
      .values({ consultation: consultation.id, number: release.number, document: JSON.stringify(release) })
      .onConflict((conflict) => conflict.columns(['consultation', 'number']).doNothing())
      .returning('number')
      .executeTakeFirst();
    if (added === undefined) throw new Refused(refuse('changed-elsewhere'));
  }
}

async function writePhotos(trx: Transaction<Tables>, { photos }: TakenIn): Promise<void> {
  for (const { session, id, statement, round, bytes } of photos ?? []) {
    const { key } = await trx
      .selectFrom('session')
      .select('key')
      .where('id', '=', session)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('photo')
      .values({ session: key, id, statement, round, bytes: Buffer.from(bytes) })
      .execute();
  }
}

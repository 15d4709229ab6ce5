/** Thoughts from phones as points of a sealed session: put among them, taken out, and no longer to be quoted. */
import type { Transaction } from 'kysely';
import { CHECK_PLACES, taggedCheck } from '../../../core/checking.ts';
import { sourceOf, type PointFields } from '../../../core/talk/types.ts';
import {
  FREE_TALK,
  placesOf,
  taggedProposal,
  taggedThought,
  thoughtAt,
  thoughtPlace,
} from '../../../core/thought.ts';
import { thoughtPointIds, type LastThought } from '../thoughtPoints.ts';
import type { NotedAs } from '../talk.ts';
import { forgetProposal, followProposal } from './proposals.ts';
import { noteScrub } from './scrub.ts';
import { allNotedAs } from './talkNotedAs.ts';
import type { Tables } from './tables.ts';
import { allUnnoted, forgetAllUnnoted, forgetRemoved, forgetYes, noteRemoved, noteYes } from './talkPhone.ts';
import { forgetPoints, type Words } from './talkQuoted.ts';
import { forgetAllWent } from './talkWent.ts';
import { pointDocument, readPoint } from './talkTables.ts';
import { bringBack, noteGone } from './talkKnown.ts';
import { dropCorrections } from './studiesWrite.ts';

type Trx = Transaction<Tables>;
type TagOf = (statement: string, round: 1 | 2) => string;

interface Asked {
  statement: string;
  round: 1 | 2;
}

/**
 * In the transaction that seals. One that was noted stands already, with what the scribe made of it, and learns of
 * which group its writer was; one that nobody looked at is put there, and one that went with its note and that nobody has
 * removed; one that does not stand any more goes. Where the program stopped before a point had followed its note, it
 * does so here. What its writer says of being quoted comes to it here alone.
 */
export async function sealThoughts(
  trx: Trx,
  session: string,
  thoughts: readonly LastThought[],
): Promise<void> {
  const { key, consultation } = await trx
    .selectFrom('session')
    .select(['key', 'consultation'])
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  const standing = new Set(thoughts.map(({ id }) => id));
  const there = new Map((await phonePoints(trx, key)).map((point) => [point.id, point]));
  for (const id of there.keys()) if (!standing.has(id)) await remove(trx, { key, consultation }, id);
  const removed = await trx
    .selectFrom('talk_gone')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  // Of those that went with their notes nobody has said that they are to be gone.
  const unnoted = await allUnnoted(trx, session);
  const gone = new Set(removed.flatMap(({ id }) => (unnoted.has(id) ? [] : [id])));
  const made = await allNotedAs(trx, session);
  for (const thought of thoughts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, point } = thought;
    const [stands, as] = [there.get(id), made.get(id)];
    const now = await followed(trx, consultation, thought, stands, as);
    // Nobody has the words of now any more: an undo would bring those back that were taken out, or changed, since.
    const isChanged = as !== undefined && as.note !== thought.note;
    if (now === undefined && gone.has(id) && !isChanged) await noteRemoved(trx, consultation, id);
    // The yes to being quoted is its writer's: the scribe can say no beside it. Of what went with its note such a no is kept.
    const isRefused =
      stands === undefined ? gone.has(id) || as !== undefined : !stands.mayQuote && as?.quote !== false;
    if (isRefused && point.mayQuote) await noteYes(trx, consultation, id);
    if (now === undefined && gone.has(id)) continue;
    const fields = now === undefined ? point : { ...now, group: now.group === '' ? point.group : now.group };
    await write(trx, key, id, { ...fields, mayQuote: point.mayQuote && !isRefused });
    if (now === undefined && unnoted.has(id)) await bringBack(trx, consultation, id, '');
  }
  await forgetAllUnnoted(trx, session);
  await forgetAllWent(trx, session);
}

/** What stands of a point in the words of its thought: of others that nobody has noted, nothing. */
async function followed(
  trx: Trx,
  consultation: string,
  { id, point: { text }, note, isNoted }: LastThought,
  now: PointFields | undefined,
  as: NotedAs | undefined,
): Promise<PointFields | undefined> {
  if (now === undefined || as === undefined || as.note === note) return now;
  await noteScrub(trx);
  if (!isNoted) {
    await forgetProposal(trx, consultation, id);
    return undefined;
  }
  await followProposal(trx, consultation, id, text);
  return { ...now, text };
}

/** Every place where a person can have had a thought, by what its tag is made from. */
export function askedThoughts(boards: readonly Asked[]): Asked[] {
  const slots = placesOf(thoughtPlace(FREE_TALK, 0)).map((place) => thoughtAt(place)?.slot ?? 0);
  return [
    ...CHECK_PLACES.map(taggedCheck),
    ...slots.flatMap((slot) => [
      taggedProposal(slot),
      ...[undefined, ...boards].map((board) => taggedThought(slot, board)),
    ]),
  ];
}

/** Ids of the points that one person's thoughts became, or would have. */
export function thoughtIds(boards: readonly Asked[], tagOf: TagOf): Set<string> {
  return new Set(
    askedThoughts(boards).flatMap(({ statement, round }) => thoughtPointIds(tagOf(statement, round))),
  );
}

/**
 * Also of those that the team had removed, which nobody brings back then, and of which a release may still say something.
 *
 * @returns the words that went, also those in which a release printed them; and whether anything was known of them
 */
export async function takeOutThoughts(
  trx: Trx,
  session: string,
  ids: ReadonlySet<string>,
): Promise<{ words: string[]; known: boolean }> {
  const row = await sessionRow(trx, session);
  if (row === undefined) return { words: [], known: false };
  const texts = await takeStanding(trx, row, ids);
  const removed = await forgetRemoved(trx, ids, row.consultation);
  const { words, persons } = await forgetPoints(trx, row.consultation, ids, texts);
  return { words, known: texts.length > 0 || removed || persons };
}

/** The same where something of theirs stands in a session, and else nothing. */
export async function takeOutOf(trx: Trx, session: string, ids: ReadonlySet<string>): Promise<string[]> {
  const row = await sessionRow(trx, session);
  const texts = row === undefined ? [] : await takeStanding(trx, row, ids);
  if (row === undefined || texts.length === 0) return [];
  return (await forgetPoints(trx, row.consultation, ids, texts)).words;
}

async function takeStanding(trx: Trx, row: SessionRow, ids: ReadonlySet<string>): Promise<Words[]> {
  const theirs = (await phonePoints(trx, row.key)).filter(({ id }) => ids.has(id));
  for (const { id } of theirs) await remove(trx, row, id);
  return theirs.map(({ id, text }) => ({ point: id, text }));
}

/** @returns how many could be quoted until now, or brought back so */
export async function unquoteThoughts(trx: Trx, session: string, ids: ReadonlySet<string>): Promise<number> {
  const row = await sessionRow(trx, session);
  if (row === undefined) return 0;
  const theirs = (await phonePoints(trx, row.key)).filter(({ id, mayQuote }) => mayQuote && ids.has(id));
  for (const point of theirs) await write(trx, row.key, point.id, { ...point, mayQuote: false });
  const removed = await forgetYes(trx, ids, row.consultation);
  return theirs.length + (removed ? 1 : 0);
}

interface SessionRow {
  key: number;
  consultation: string;
}

function sessionRow(trx: Trx, session: string): Promise<SessionRow | undefined> {
  return trx
    .selectFrom('session')
    .select(['key', 'consultation'])
    .where('id', '=', session)
    .executeTakeFirst();
}

async function phonePoints(trx: Trx, session: number): Promise<(PointFields & { id: string })[]> {
  const rows = await trx
    .selectFrom('point')
    .select(['id', 'document'])
    .where('session', '=', session)
    .orderBy('id')
    .execute();
  const none = { session: '', place: 0, person: 0, postit: '' };
  return rows.filter(({ id }) => sourceOf(id) === 'phone').map((row) => readPoint(row, none));
}

async function write(trx: Trx, session: number, id: string, point: PointFields): Promise<void> {
  const document = pointDocument(id, point);
  await trx
    .insertInto('point')
    .values({ session, id, document })
    .onConflict((conflict) => conflict.columns(['session', 'id']).doUpdateSet({ document }))
    .execute();
}

async function remove(trx: Trx, { key, consultation }: SessionRow, id: string): Promise<void> {
  await trx.deleteFrom('point').where('session', '=', key).where('id', '=', id).execute();
  // They have its words as they stood.
  await dropCorrections(trx, consultation, 'point', id);
  await noteGone(trx, consultation, id);
  await noteScrub(trx);
}

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
import { thoughtPointIds, type ThoughtPoint } from '../thoughtPoints.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { forgetPoints } from './talkQuoted.ts';
import { pointDocument, readPoint } from './talkTables.ts';
import { noteGone } from './talkKnown.ts';
import { dropCorrections } from './studiesWrite.ts';

type Trx = Transaction<Tables>;
type TagOf = (statement: string, round: 1 | 2) => string;

interface Asked {
  statement: string;
  round: 1 | 2;
}

/**
 * In the transaction that seals. One that was noted stands already, with what the scribe made of it, and learns of
 * which group its writer was; one that nobody looked at is put there; one that does not stand any more goes.
 */
export async function sealThoughts(
  trx: Trx,
  session: string,
  thoughts: readonly ThoughtPoint[],
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
  const gone = new Set(removed.map(({ id }) => id));
  for (const { id, point } of thoughts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const now = there.get(id);
    if (now === undefined && gone.has(id)) continue;
    const fields = now === undefined ? point : { ...now, group: now.group === '' ? point.group : now.group };
    await write(trx, key, id, fields);
  }
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

/** @returns the words that went, also those in which a release printed them */
export async function takeOutThoughts(
  trx: Trx,
  session: string,
  ids: ReadonlySet<string>,
): Promise<string[]> {
  const row = await sessionRow(trx, session);
  if (row === undefined) return [];
  const theirs = (await phonePoints(trx, row.key)).filter(({ id }) => ids.has(id));
  if (theirs.length === 0) return [];
  for (const { id } of theirs) await remove(trx, row, id);
  const texts = theirs.map(({ id, text }) => ({ point: id, text }));
  return forgetPoints(trx, row.consultation, ids, texts);
}

/** @returns how many could be quoted until now */
export async function unquoteThoughts(trx: Trx, session: string, ids: ReadonlySet<string>): Promise<number> {
  const row = await sessionRow(trx, session);
  const points = row === undefined ? [] : await phonePoints(trx, row.key);
  const theirs = points.filter(({ id, mayQuote }) => mayQuote && ids.has(id));
  for (const point of theirs) await write(trx, row?.key ?? 0, point.id, { ...point, mayQuote: false });
  return theirs.length;
}

function sessionRow(trx: Trx, session: string): Promise<{ key: number; consultation: string } | undefined> {
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

async function remove(
  trx: Trx,
  { key, consultation }: { key: number; consultation: string },
  id: string,
): Promise<void> {
  await trx.deleteFrom('point').where('session', '=', key).where('id', '=', id).execute();
  // They have its words as they stood.
  await dropCorrections(trx, consultation, 'point', id);
  await noteGone(trx, consultation, id);
  await noteScrub(trx);
}

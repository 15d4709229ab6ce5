/** What went out of recommendations, against which what is told later is held. */
import type { Kysely, Transaction } from 'kysely';
import {
  firstOnPage,
  fromOnPage,
  isFrom,
  isPromised,
  isWords,
  promisesThatWentOut,
  wordsIn,
  wordsOnPage,
  wordsOut,
  type ToldOut,
  type ToldPage,
  type WordsOut,
} from '../../../core/recommendations/told.ts';
import type { FromHeld, FromOut } from '../../../core/recommendations/toldFrom.ts';
import { unitedPromises, type RecommendationFields } from '../../../core/recommendations/types.ts';
import type { WentOut } from '../recommendations.ts';
import type { Tables } from './tables.ts';

/** All that went out, also what was noted nowhere but on the page that is out. */
export async function outOf(query: Kysely<Tables>, consultation: string): Promise<ToldOut[]> {
  const rows = await query
    .selectFrom('recommendation_out')
    .select(['id', 'counts'])
    .where('consultation', '=', consultation)
    .execute();
  const told = await query
    .selectFrom('told')
    .select('document')
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  const out = rows.map(({ id, counts }): ToldOut => ({
    recommendation: id,
    counts: JSON.parse(counts) as ToldOut['counts'],
  }));
  if (told === undefined) return out;
  const page = JSON.parse(told.document) as ToldPage;
  return [...out, ...fromOnPage(page, out), ...wordsOut([firstOnPage(page), wordsOnPage(page)], out)];
}

function raisedOf({ raised }: FromOut): FromOut['raised'] {
  return raised === null ? null : { n: raised.n, of: raised.of, smaller: raised.smaller };
}

function heldOf(held: FromHeld): FromHeld {
  // Each field is named, so that one that is added later is not left out unseen: what is told later is held against it.
  const { nth, releases, floor, direct, sessions, themes, reach, ...none } = held;
  none satisfies Record<string, never>;
  const bySession = (a: { session: string }, b: { session: string }): number =>
    a.session < b.session ? -1 : 1;
  const inOrder = sessions.toSorted(bySession);
  return {
    nth,
    ...(releases === undefined ? {} : { releases }),
    floor,
    direct,
    sessions: inOrder.map(({ session, points, hands, large }) => ({ session, points, hands, large })),
    ...(themes === undefined
      ? {}
      : {
          themes: themes.map(({ theme, sessions: own }) => ({
            theme,
            sessions: own.toSorted(bySession).map(({ session, points }) => ({ session, points })),
          })),
        }),
    ...(reach === undefined ? {} : { reach: reach.toSorted() }),
  };
}

function wordsOf({ words: { on, nth, open, decided, part, answerDue } }: WordsOut): WordsOut['words'] {
  return { on, ...(nth === undefined ? {} : { nth }), open, decided, part, answerDue };
}

/** Notes all of it, in its order; of a consultation that was removed meanwhile nothing. */
export async function noteWentOut(trx: Transaction<Tables>, { consultation, out }: WentOut): Promise<void> {
  const known = await trx
    .selectFrom('consultation')
    .select('id')
    .where('id', '=', consultation)
    .executeTakeFirst();
  if (known === undefined) return;
  for (const { recommendation, counts } of out)
    await noteOut(trx, consultation, recommendation, await inOrderOut(trx, consultation, counts));
}

/** Numbered as they go out, since rows have no order: of two pages of one day it stays known which was first. */
async function inOrderOut(
  trx: Transaction<Tables>,
  consultation: string,
  counts: ToldOut['counts'],
): Promise<ToldOut['counts']> {
  if (!isWords(counts)) return counts;
  const last = wordsIn(await outOf(trx, consultation)).reduce((most, { nth = -1 }) => Math.max(most, nth), 0);
  return { words: { ...counts.words, nth: last + 1 } };
}

export async function noteOut(
  trx: Transaction<Tables>,
  consultation: string,
  id: string,
  counts: ToldOut['counts'],
): Promise<void> {
  // In an order of its own, so that the same is there once.
  const inOrder = isPromised(counts)
    ? { promises: counts.promises }
    : isWords(counts)
      ? { words: wordsOf(counts) }
      : isFrom(counts)
        ? {
            raised: raisedOf(counts),
            lone: counts.lone,
            voices: counts.voices,
            links: counts.links,
            ...(counts.held === undefined ? {} : { held: heldOf(counts.held) }),
          }
        : {
            on: counts.on,
            yes: counts.yes,
            partly: counts.partly,
            no: counts.no,
            unknown: counts.unknown,
          };
  await trx
    .insertInto('recommendation_out')
    .values({ consultation, id, counts: JSON.stringify(inOrder) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (isPromised(counts)) await putBackPromises(trx, consultation, id);
}

/** One that was corrected while what tells it was being made has gone out: it stays, beside the day that was meant. */
async function putBackPromises(trx: Transaction<Tables>, consultation: string, id: string): Promise<void> {
  const row = await trx
    .selectFrom('recommendation')
    .select('document')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return;
  const fields = JSON.parse(row.document) as RecommendationFields;
  const out = await promisesOut(trx, consultation, id);
  if (out.every((promise) => fields.promises.includes(promise))) return;
  const promises = unitedPromises([fields.promises], out);
  await trx
    .updateTable('recommendation')
    .set({ document: JSON.stringify({ ...fields, promises }) })
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .execute();
}

/** Promises that went out of one recommendation, the first of them first. */
export async function promisesOut(
  trx: Transaction<Tables>,
  consultation: string,
  id: string,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('recommendation_out')
    .select('counts')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .execute();
  return promisesThatWentOut(rows.map(({ counts }) => JSON.parse(counts) as ToldOut['counts']));
}

/** What the page that is out tells is noted before it goes. */
export async function keepOut(trx: Transaction<Tables>, consultation: string): Promise<void> {
  for (const { recommendation, counts } of await outOf(trx, consultation))
    await noteOut(trx, consultation, recommendation, counts);
}

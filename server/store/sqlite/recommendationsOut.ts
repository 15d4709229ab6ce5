/** What went out of recommendations, against which what is told later is held. */
import type { Kysely, Transaction } from 'kysely';
import type { RecommendationChange } from '../../../core/recommendations/change.ts';
import {
  fromOnPage,
  isFrom,
  isPromised,
  isWords,
  wordsOnPage,
  wordsOut,
  type ToldOut,
  type ToldPage,
  type WordsOut,
} from '../../../core/recommendations/told.ts';
import type { FromHeld, FromOut } from '../../../core/recommendations/toldFrom.ts';
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
  return [...out, ...fromOnPage(page, out), ...wordsOut(wordsOnPage(page), out)];
}

function raisedOf({ raised }: FromOut): FromOut['raised'] {
  return raised === null ? null : { n: raised.n, of: raised.of, smaller: raised.smaller };
}

function heldOf({ nth, releases, floor, direct, sessions, themes }: FromHeld): FromHeld {
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
  };
}

function wordsOf({ words: { on, open, decided, part, answerDue } }: WordsOut): WordsOut['words'] {
  return { on, open, decided, part, answerDue };
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
}

/** Days that went out of the recommendation that a change is to; looked up for corrections only. */
export async function promisedOut(
  trx: Transaction<Tables>,
  consultation: string,
  { key, mend }: RecommendationChange,
): Promise<Set<string>> {
  if (mend === undefined) return new Set();
  const rows = await trx
    .selectFrom('recommendation_out')
    .select('counts')
    .where('consultation', '=', consultation)
    .where('id', '=', key)
    .execute();
  const out = rows.map(({ counts }) => JSON.parse(counts) as ToldOut['counts']);
  return new Set(out.flatMap((counts) => (isPromised(counts) ? counts.promises : [])));
}

/** What the page that is out tells is noted before it goes. */
export async function keepOut(trx: Transaction<Tables>, consultation: string): Promise<void> {
  for (const { recommendation, counts } of await outOf(trx, consultation))
    await noteOut(trx, consultation, recommendation, counts);
}

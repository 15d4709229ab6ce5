/**
 * Which points went while their session runs. No archive ever had them, and until the session is sealed any of them may
 * come back: its thought is noted again, or the scribe undoes. So nobody else is told that they are gone.
 */
import type { Transaction } from 'kysely';
import type { MainDb } from './mainDb.ts';
import { makeKnown, takeFromGone } from './talkKnown.ts';
import { allWith, forgetAllUnnoted, UNNOTED } from './talkPhone.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

const WENT = 'went.';

interface Went {
  session: string;
  id: string;
}

export function isWent(mark: string): boolean {
  return mark.startsWith(WENT);
}

/** Those that such marks name; an earlier version has marked only what nobody has removed. */
export function wentBy(marks: Iterable<string>): Went[] {
  return [...marks].flatMap((mark) => {
    const [of = '', session = '', id = ''] = mark.split('.');
    return [WENT, UNNOTED].includes(`${of}.`) ? [{ session, id }] : [];
  });
}

/** Ids of all that went so in sessions of a consultation. */
export async function allWent(query: MainDb['query'], consultation: string): Promise<string[]> {
  const marks = await marksOf(query, '', consultation);
  return [...new Set(wentBy(marks.map(({ id }) => id)).map(({ id }) => id))];
}

async function marksOf(
  query: MainDb['query'],
  of: string,
  consultation: string | null,
): Promise<{ consultation: string; id: string }[]> {
  return [
    ...(await allWith(query, `${WENT}${of}`, consultation)),
    ...(await allWith(query, `${UNNOTED}${of}`, consultation)),
  ];
}

export async function noteWent(trx: Trx, consultation: string, session: string, id: string): Promise<void> {
  await makeKnown(trx, consultation, `${WENT}${session}.${id}`);
}

/** It stands again. */
export async function forgetWent(trx: Trx, session: string, id: string): Promise<void> {
  await trx.deleteFrom('talk_done').where('id', '=', `${WENT}${session}.${id}`).execute();
}

/**
 * The session is removed, with all marks of what went in it. Where it went on at another laptop any of that may stand, and
 * one that is removed before it is counted has said of nothing that it is gone.
 */
export async function letGoOfWent(trx: Trx, session: string): Promise<void> {
  for (const { consultation, id: mark } of await marksOf(trx, `${session}.`, null))
    for (const { id } of wentBy([mark])) await takeFromGone(trx, consultation, id);
  await forgetAllUnnoted(trx, session);
  await forgetAllWent(trx, session);
}

/** The session is counted. */
export async function forgetAllWent(trx: Trx, session: string): Promise<void> {
  for (const { consultation, id } of await allWith(trx, `${WENT}${session}.`, null))
    await trx.deleteFrom('talk_done').where('consultation', '=', consultation).where('id', '=', id).execute();
}

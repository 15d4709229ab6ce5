/**
 * What is known of changes that were carried out: their ids, and beside them names with a dot, which no id has. They
 * say nothing by themselves, and all but those of points from phones (talkPhone.ts) go along to another laptop with any
 * session.
 */
import type { Transaction } from 'kysely';
import type { MainDb } from './mainDb.ts';
import { forgetProposal } from './proposals.ts';
import type { Tables } from './tables.ts';

const BACK = 'back.';

type Trx = Transaction<Tables>;

/** Of a change that was not carried out whole: sent once more, it is answered as the first time. */
export function notWhole(change: string): string {
  return `part.${change}`;
}

/**
 * Of a change of a theme: with these two laptops that both went on know which of them has the newer one. Points have
 * none, since rows lie as they came, which would tell their order.
 */
export function themeMark(theme: string, change: string): string {
  return `theme.${theme}.${change}`;
}

/**
 * Of a point or theme that was removed and brought back: what an older copy says of it is over. Each time has a mark of
 * its own, by the change that did it, or a laptop that knows of the first would take the second for known as well.
 * Without a change it was no device's, or that of an earlier version.
 */
function broughtBack(id: string, change: string): string {
  return change === '' ? `${BACK}${id}` : `${BACK}${id}.${change}`;
}

/** What such a mark is of. */
function ofBack(mark: string): string {
  return mark.slice(BACK.length).split('.')[0] ?? '';
}

/** Ids of points and themes that were brought back. */
export async function allBroughtBack(
  { query }: Pick<MainDb, 'query'>,
  consultation: string,
): Promise<string[]> {
  const rows = await query
    .selectFrom('talk_done')
    .select('id')
    .where('consultation', '=', consultation)
    .where('id', '>', BACK)
    // The sign after the dot: all that begin so, found by the key.
    .where('id', '<', 'back/')
    .execute();
  return [...new Set(rows.map(({ id }) => ofBack(id)))];
}

/** Ids of what was brought back by the one side, and not by the other, be it once more. */
export function broughtBackIn(known: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...known].filter((mark) => mark.startsWith(BACK) && !other.has(mark)).map(ofBack));
}

export async function isKnown(trx: Trx, consultation: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('talk_done')
    .select('id')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function makeKnown(trx: Trx, consultation: string, id: string): Promise<void> {
  await trx
    .insertInto('talk_done')
    .values({ consultation, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether it was removed. */
export async function isGone(trx: Trx, consultation: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('talk_gone')
    .select('id')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function noteGone(trx: Trx, consultation: string, id: string): Promise<void> {
  await forgetProposal(trx, consultation, id);
  await trx
    .insertInto('talk_gone')
    .values({ consultation, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * What was removed here before and stands again.
 *
 * @param change that brings it back; empty: the program does
 */
export async function bringBack(trx: Trx, consultation: string, id: string, change: string): Promise<void> {
  if (await takeFromGone(trx, consultation, id)) await makeKnown(trx, consultation, broughtBack(id, change));
}

/** It is not said to be gone any more. @returns whether it was */
export async function takeFromGone(trx: Trx, consultation: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('talk_gone')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

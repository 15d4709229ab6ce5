/**
 * What points from phones are made of while their session runs, and which went with their notes. And which of them the
 * team may still bring back, and which it may mark again as to be quoted, once their session is counted. What is noted
 * then is that something stands with its writer: so whoever takes theirs out, or their yes back, leaves no mark at all,
 * and no two of one person's are told by having one.
 */
import type { Transaction } from 'kysely';
import type { Applied } from '../../../core/talk/change.ts';
import { sourceOf, type PointFields } from '../../../core/talk/types.ts';
import type { MainDb } from './mainDb.ts';
import { noteScrub } from './scrub.ts';
import { isGone, isKnown, makeKnown } from './talkKnown.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** With its session, the note that it was made of, and 1 where its writer had said yes then; only while that runs. */
export const NOTED = 'noted.';
/** The team removed it: its writer still has it said. */
const MAY = 'may.';
/** The team has it not to be quoted, or removed: its writer's yes stands. */
const YES = 'yes.';
/** Its note went from the console, and it with that: nobody has removed it. With its session, and only while that runs. */
export const UNNOTED = 'unnoted.';

/**
 * Those of what is counted are of what is here, and go to no other laptop: what is taken out here would come back as not
 * taken out. Those of a running session go along with that one alone.
 */
export function staysHere(mark: string, session: string): boolean {
  if (mark.startsWith(MAY) || mark.startsWith(YES)) return true;
  return isUnnoted(mark) && ![UNNOTED, NOTED].some((of) => mark.startsWith(`${of}${session}.`));
}

/** Whether a mark is of a running session: of what went with its note, or what a point is made of. */
export function isUnnoted(mark: string): boolean {
  return mark.startsWith(UNNOTED) || mark.startsWith(NOTED);
}

/** Of one that goes while its session runs, and that nobody has removed. */
export async function noteUnnoted(
  trx: Trx,
  consultation: string,
  { session, key }: { session: string; key: string },
): Promise<void> {
  await makeKnown(trx, consultation, `${UNNOTED}${session}.${key}`);
}

/** Ids of all of a running session that went so. */
export async function allUnnoted(query: MainDb['query'], session: string): Promise<Set<string>> {
  const mark = `${UNNOTED}${session}.`;
  return new Set((await allWith(query, mark, null)).map(({ id }) => id.slice(mark.length)));
}

/** It stands again, or somebody has removed it after all. */
export async function forgetUnnoted(trx: Trx, session: string, id: string): Promise<void> {
  await forget(trx, [`${UNNOTED}${session}.`], new Set([id]), null);
}

/**
 * The session is counted, or removed, or another laptop knows better: nothing is left of either.
 *
 * @param but ids of those of which the other laptop knows nothing
 */
export async function forgetAllUnnoted(
  trx: Trx,
  session: string,
  but: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const begin of [UNNOTED, NOTED]) {
    const mark = `${begin}${session}.`;
    const kept = (await allWith(trx, mark, null)).filter(({ id }) =>
      but.has(id.slice(mark.length).split('.')[0] ?? ''),
    );
    await forgetFrom(trx, mark, null);
    for (const { consultation, id } of kept) await makeKnown(trx, consultation, id);
  }
}

/** All marks that begin so; `consultation`: null where it is not known. */
export async function forgetFrom(trx: Trx, mark: string, consultation: string | null): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('talk_done')
    .$if(consultation !== null, (of) => of.where('consultation', '=', consultation ?? ''))
    .where('id', '>', mark)
    .where('id', '<', afterAll(mark))
    .executeTakeFirst();
  if (numDeletedRows > 0n) await noteScrub(trx);
}

/** Of a removed one that stands with its writer. */
export async function noteRemoved(trx: Trx, consultation: string, id: string): Promise<void> {
  await makeKnown(trx, consultation, MAY + id);
}

/** Of one that may be quoted for all its writer says, and not for what the team says. */
export async function noteYes(trx: Trx, consultation: string, id: string): Promise<void> {
  await makeKnown(trx, consultation, YES + id);
}

/** Whether it was removed and nobody here can bring it back: by its writer, for all that is known. */
export async function isTakenOut(trx: Trx, consultation: string, id: string): Promise<boolean> {
  if (sourceOf(id) !== 'phone' || !(await isGone(trx, consultation, id))) return false;
  return !(await isKnown(trx, consultation, MAY + id));
}

/** Ids of all that were removed and stand with their writers. */
export async function mayComeBack(trx: Trx, consultation: string): Promise<Set<string>> {
  const rows = await allWith(trx, MAY, consultation);
  return new Set(rows.map(({ id }) => id.slice(MAY.length)));
}

/** What a change makes of one of a counted session, with no yes to being quoted that its writer has not said. */
export async function withinYes(
  trx: Trx,
  consultation: string,
  { key, again }: { key: string; again: boolean },
  now: PointFields | null,
  applied: Applied<PointFields>,
): Promise<Applied<PointFields>> {
  const { next, outcome } = applied;
  if (again || next === null || !next.mayQuote || now?.mayQuote === true) return applied;
  if (now === null && !(await isGone(trx, consultation, key))) return applied;
  if (await isKnown(trx, consultation, YES + key)) return applied;
  const as = { ...next, mayQuote: false };
  if (now === null) return { next: as, outcome };
  const others = outcome.is === 'differs' ? outcome.now : {};
  return { next: as, outcome: { id: outcome.id, is: 'differs', now: { ...others, mayQuote: false } } };
}

/** Somebody took these out, or may have: nobody brings them back. @returns whether any could be until now */
export function forgetRemoved(
  trx: Trx,
  ids: ReadonlySet<string>,
  consultation: string | null,
): Promise<boolean> {
  return forget(trx, [MAY, YES], ids, consultation);
}

/** Somebody took their yes back. @returns whether it could be given again here until now */
export function forgetYes(trx: Trx, ids: ReadonlySet<string>, consultation: string | null): Promise<boolean> {
  return forget(trx, [YES], ids, consultation);
}

async function forget(
  trx: Trx,
  marks: readonly string[],
  ids: ReadonlySet<string>,
  consultation: string | null,
): Promise<boolean> {
  let found = false;
  for (const mark of marks) {
    for (const row of await allWith(trx, mark, consultation)) {
      if (!ids.has(row.id.slice(mark.length))) continue;
      await trx
        .deleteFrom('talk_done')
        .where('consultation', '=', row.consultation)
        .where('id', '=', row.id)
        .execute();
      found = true;
    }
  }
  // A copy that still has it would tell which went.
  if (found) await noteScrub(trx);
  return found;
}

export function allWith(
  query: MainDb['query'],
  mark: string,
  consultation: string | null,
): Promise<{ consultation: string; id: string }[]> {
  return query
    .selectFrom('talk_done')
    .select(['consultation', 'id'])
    .$if(consultation !== null, (of) => of.where('consultation', '=', consultation ?? ''))
    .where('id', '>', mark)
    .where('id', '<', afterAll(mark))
    .execute();
}

/** The sign after the dot: before it stands all that begins so. */
function afterAll(mark: string): string {
  return `${mark.slice(0, -1)}/`;
}

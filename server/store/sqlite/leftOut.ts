/**
 * Answers that somebody took out by a code when their session had been removed here: what is kept of them is their
 * tags and the hash of the code, and an archive that is opened later, or a stick, brings them no more.
 */
import type { Transaction } from 'kysely';
import type { ReportDocument } from '../../../core/report/document.ts';
import { FROM_PHONE } from '../../../core/talk/types.ts';
import type { Spot } from '../rights.ts';
import type { Release, SealedSession } from '../store.ts';
import { readSession } from './documents.ts';
import { askedBeside } from './askedBeside.ts';
import { askedOf, type AskedBoard } from './keptCodes.ts';
import { leftOutOfSealed, whileRunning } from './leftOutTags.ts';
import type { MainDb } from './mainDb.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { cleanQuoted } from './takenWords.ts';
import { forgetRemoved, forgetYes } from './talkPhone.ts';
import { forgetPoints } from './talkQuoted.ts';
import { noteTakenOut, takeOutSpots, unquoteSpots } from './takeOut.ts';
import { thoughtPointIds } from '../thoughtPoints.ts';
import { askedThoughts, takeOutOf, thoughtIds, unquoteThoughts } from './thoughts.ts';

type TagOf = (statement: string, round: 1 | 2) => string;
type What = 'all' | 'quote';

const ROWS = 200;

/**
 * Takes answers out of a session that was removed here. Where it has come back meanwhile, under its own id or
 * another one, they go from there; else they are left out of whatever brings them.
 *
 * @param spent hash of the code by which everything is taken out; null: it stays good
 * @returns false: it was not removed, and nothing was done
 */
export function leaveOut(
  main: MainDb,
  session: string,
  tagOf: TagOf,
  spent: string | null,
): Promise<boolean> {
  const what: What = spent === null ? 'quote' : 'all';
  return main.transaction(async (trx) => {
    const asked = await askedOf(trx, session);
    if (asked === null) return false;
    if (spent !== null) await noteSpent(trx, session, spent);
    let stood = false;
    const thoughts = thoughtIds(asked, tagOf);
    // Before sessions are gone through: of which of them a removed one was is not known.
    await (what === 'all' ? forgetRemoved : forgetYes)(trx, thoughts, null);
    for (const [id, spots] of await placesOf(trx, asked, tagOf, thoughts))
      if ((await takeFrom(main, trx, id, { spots, thoughts }, what)) > 0) {
        await noteTakenOut(trx, id, 1);
        // Under another id it is an archive's; a stick would bring its own.
        stood ||= id === session;
      }
    const tags = new Set(
      [...asked, ...askedThoughts(asked)].map(({ statement, round }) => tagOf(statement, round)),
    );
    if (what === 'all')
      for (const consultation of await namingThem(trx, tags)) await cleanTagged(trx, consultation, tags);
    if (stood) return true;
    for (const tag of tags) await note(trx, tag, what);
    if (what === 'all')
      await noteRunning(
        trx,
        askedBeside().map(({ statement, round }) => tagOf(statement, round)),
      );
    // The copies are to know it too.
    await noteScrub(trx);
    return true;
  });
}

/**
 * Within the transaction that took these sessions in, after their reports and releases, or that sealed one.
 *
 * @returns names of those that came in with less than they brought
 */
export async function withoutLeftOut(
  main: MainDb,
  trx: Transaction<Tables>,
  coming: readonly SealedSession[],
): Promise<string[]> {
  const known = await leftOutOfSealed(trx);
  if (known.size === 0) return [];
  const less: string[] = [];
  for (const { session, responses } of coming) {
    let n = 0;
    for (const what of ['all', 'quote'] as const) {
      const spots = responses.filter(({ tag }) => known.get(tag) === what);
      const tags = [...known].flatMap(([tag, was]) => (was === what ? [tag] : []));
      const thoughts = new Set(tags.flatMap(thoughtPointIds));
      // Also where the team had removed it: it was said anew, or came by a stick, and its writer has taken it out.
      if (what === 'all') await forgetRemoved(trx, thoughts, session.consultation);
      n += await takeFrom(main, trx, session.id, { spots, thoughts }, what);
    }
    if (n === 0) continue;
    await noteLater(trx, session.id);
    less.push(session.name);
  }
  return less;
}

/** What an archive's releases quote of people who took it out when their session had been removed here. */
export async function withoutLeftOutQuotes(trx: Transaction<Tables>, consultation: string): Promise<void> {
  const known = await leftOutOfSealed(trx);
  const tags = new Set([...known].flatMap(([tag, what]) => (what === 'all' ? [tag] : [])));
  if (tags.size === 0) return;
  await cleanTagged(trx, consultation, tags);
  await noteScrub(trx);
}

/** A release is kept when its session is removed, and has these people's words still. */
async function cleanTagged(
  trx: Transaction<Tables>,
  consultation: string,
  tags: ReadonlySet<string>,
): Promise<void> {
  const { words } = await forgetPoints(trx, consultation, new Set([...tags].flatMap(thoughtPointIds)));
  await cleanQuoted(trx, consultation, { postit: ({ tag }) => tags.has(tag) }, words);
}

/** Consultations with a release, or a decision about a quote, that is of these people: all others are read once. */
async function namingThem(trx: Transaction<Tables>, tags: ReadonlySet<string>): Promise<Set<string>> {
  const points = new Set([...tags].flatMap(thoughtPointIds));
  const releases = await trx.selectFrom('release').select(['consultation', 'document']).execute();
  const released = releases.filter(({ document }) => {
    const { quotes = [], talk, persons } = (JSON.parse(document) as Release).entry;
    return (
      quotes.some(({ tag }) => tags.has(tag)) ||
      talk?.quotes.some(({ point }) => points.has(point)) === true ||
      persons?.list.some(({ id }) => points.has(id)) === true
    );
  });
  const reports = await trx.selectFrom('report').select(['consultation', 'document']).execute();
  const decided = reports.filter(({ document }) =>
    (JSON.parse(document) as ReportDocument).points?.some(({ point }) => points.has(point)),
  );
  return new Set([...released, ...decided].map(({ consultation }) => consultation));
}

/** Where somebody's responses stand, and the points that their thoughts became. */
interface Theirs {
  spots: readonly Spot[];
  thoughts: ReadonlySet<string>;
}

async function takeFrom(
  main: MainDb,
  trx: Transaction<Tables>,
  session: string,
  { spots, thoughts }: Theirs,
  what: What,
): Promise<number> {
  if (what === 'quote')
    return (await unquoteThoughts(trx, session, thoughts)) + (await unquoteSpots(trx, session, spots));
  const words = await takeOutOf(trx, session, thoughts);
  return takeOutSpots(main, trx, session, spots, words);
}

/**
 * Where this person's responses would stand, by session: two holdings of one draft ask the same. And where a point of
 * theirs stands, since a session of talk alone has no board.
 */
async function placesOf(
  trx: Transaction<Tables>,
  asked: readonly AskedBoard[],
  tagOf: TagOf,
  thoughts: ReadonlySet<string>,
): Promise<Map<string, Spot[]>> {
  const places = new Map<string, Spot[]>();
  const points = await trx
    .selectFrom('point')
    .innerJoin('session', 'session.key', 'point.session')
    .select(['session.id', 'point.id as point'])
    .where('session.state', '=', 'sealed')
    .where('point.id', 'like', `${FROM_PHONE}%`)
    .execute();
  for (const { id, point } of points) if (thoughts.has(point)) places.set(id, []);
  for (const { statement, round } of asked) {
    const boards = await trx
      .selectFrom('board')
      .innerJoin('session', 'session.key', 'board.session')
      .select(['session.id', 'board.n'])
      .where('board.statement', '=', statement)
      .where('board.round', '=', round)
      .execute();
    const tag = tagOf(statement, round);
    for (const { id, n } of boards) places.set(id, [...(places.get(id) ?? []), { board: n, tag }]);
  }
  return places;
}

/** Whoever took only the yes to being quoted back can still take everything out. */
async function note(trx: Transaction<Tables>, tag: string, what: What): Promise<void> {
  await trx
    .insertInto('left_out')
    .values({ tag, what })
    .onConflict((conflict) =>
      what === 'all' ? conflict.column('tag').doUpdateSet({ what }) : conflict.column('tag').doNothing(),
    )
    .execute();
}

/** So many that each has no query of its own. */
async function noteRunning(trx: Transaction<Tables>, tags: readonly string[]): Promise<void> {
  for (let from = 0; from < tags.length; from += ROWS)
    await trx
      .insertInto('left_out')
      .values(tags.slice(from, from + ROWS).map((tag) => ({ tag: whileRunning(tag), what: 'all' as const })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

async function noteSpent(trx: Transaction<Tables>, session: string, hash: string): Promise<void> {
  await trx
    .insertInto('spent_code')
    .values({ session, hash })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** It is now a later copy than any that was here before, and the tags that are kept explain by what. */
async function noteLater(trx: Transaction<Tables>, session: string): Promise<void> {
  const row = await trx
    .selectFrom('session')
    .select('document')
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  const brought = readSession(row).takenOut ?? 0;
  const before = await trx
    .selectFrom('removed_session')
    .select('known')
    .where('id', '=', session)
    .executeTakeFirst();
  const known = Math.max(brought, before?.known ?? 0) + 1;
  await noteTakenOut(trx, session, known - brought);
  await trx
    .insertInto('removed_session')
    .values({ id: session, taken_out: 0, known })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ known }))
    .execute();
}

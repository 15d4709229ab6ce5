/** Taking one person's answers out of a sealed session. */
import type { Transaction } from 'kysely';
import { FLOORS } from '../../../core/limits.ts';
import type { Review } from '../../../core/report/document.ts';
import type { Answer } from '../../../core/scale.ts';
import type { Membership } from '../../../core/session.ts';
import type { Spot } from '../rights.ts';
import { readSession } from './documents.ts';
import { whole } from './liveFile.ts';
import type { MainDb } from './mainDb.ts';
import { noteScrub } from './scrub.ts';
import { cleanWords } from './takenWords.ts';
import type { Tables } from './tables.ts';
import { takeOutThoughts, thoughtIds, unquoteThoughts } from './thoughts.ts';

type TagOf = (statement: string, round: 1 | 2) => string;

/** A response that is to go. */
export interface Taken extends Spot {
  membership: Membership;
  answer: Answer;
  comment: string;
  review: Review | null;
}

/** Takes out every response whose tag this person's would be. */
export async function takeOutOfSealed(main: MainDb, session: string, tagOf: TagOf): Promise<void> {
  await main.transaction(async (trx) => {
    const boards = await boardsOf(trx, session);
    const { words, known } = await takeOutThoughts(trx, session, thoughtIds(boards, tagOf));
    const spots = spotsOf(boards, tagOf);
    const n = await takeOutSpots(main, trx, session, spots, words);
    if (known || n > 0) await noteTakenOut(trx, session, 1);
  });
}

/** The yes to being quoted goes from all of this person's comments. */
export async function unquoteSealed(main: MainDb, session: string, tagOf: TagOf): Promise<void> {
  await main.transaction(async (trx) => {
    const boards = await boardsOf(trx, session);
    const thoughts = await unquoteThoughts(trx, session, thoughtIds(boards, tagOf));
    if ((await unquoteSpots(trx, session, spotsOf(boards, tagOf))) + thoughts > 0)
      await noteTakenOut(trx, session, 1);
  });
}

type AskedAt = { n: number; statement: string; round: 1 | 2 };

/** On every board of a session, where a person's response would be. */
function spotsOf(boards: readonly AskedAt[], tagOf: TagOf): Spot[] {
  return boards.map(({ n, statement, round }) => ({ board: n, tag: tagOf(statement, round) }));
}

function boardsOf(trx: Transaction<Tables>, session: string): Promise<AskedAt[]> {
  return trx
    .selectFrom('board')
    .innerJoin('session', 'session.key', 'board.session')
    .select(['board.n', 'board.statement', 'board.round'])
    .where('session.id', '=', session)
    .execute();
}

/**
 * Takes these responses out within a transaction. Reviews go with them, tallies and numbers of people are
 * one less where there was an answer, and whatever was written or printed with their words loses these;
 * what was counted in a release stays, since later ones are held against it.
 *
 * @param words of theirs that went with these, besides
 * @returns how many there were, words among them
 */
export async function takeOutSpots(
  main: MainDb,
  trx: Transaction<Tables>,
  session: string,
  spots: readonly Spot[],
  words: readonly string[] = [],
): Promise<number> {
  const row = await trx
    .selectFrom('session')
    .select(['key', 'consultation'])
    .where('id', '=', session)
    .executeTakeFirst();
  if (row === undefined) return 0;
  const taken = await standing(trx, row.key, spots);
  if (taken.length + words.length === 0) return 0;
  for (const response of taken) takeOne(main, row.key, response);
  mixFew(main, row.key);
  await cleanWords(trx, row.consultation, session, taken, words);
  await noteScrub(trx);
  return taken.length + words.length;
}

/** @returns how many of them could be quoted until now */
export async function unquoteSpots(
  trx: Transaction<Tables>,
  session: string,
  spots: readonly Spot[],
): Promise<number> {
  let n = 0;
  for (const { board, tag } of spots) {
    const { numUpdatedRows } = await trx
      .updateTable('response')
      .set({ quote: 0 })
      .where('session', '=', (of) => of.selectFrom('session').select('key').where('id', '=', session))
      .where('board', '=', board)
      .where('tag', '=', tag)
      .where('quote', '=', 1)
      .executeTakeFirst();
    n += Number(numUpdatedRows);
  }
  return n;
}

/** How often something was taken out of a session, so that of two copies the later one is known. */
export async function noteTakenOut(trx: Transaction<Tables>, session: string, more: number): Promise<void> {
  const row = await trx
    .selectFrom('session')
    .select('document')
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  const known = readSession(row);
  const document = JSON.stringify({ ...known, takenOut: (known.takenOut ?? 0) + more });
  await trx.updateTable('session').set({ document }).where('id', '=', session).execute();
}

async function standing(trx: Transaction<Tables>, session: number, spots: readonly Spot[]): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const { board, tag } of spots) {
    const found = await trx
      .selectFrom('response')
      .leftJoin('review', (join) =>
        join
          .onRef('review.session', '=', 'response.session')
          .onRef('review.board', '=', 'response.board')
          .onRef('review.tag', '=', 'response.tag'),
      )
      .select(['response.board', 'response.tag', 'response.membership', 'response.answer'])
      .select(['response.comment', 'review.document'])
      .where('response.session', '=', session)
      .where('response.board', '=', board)
      .where('response.tag', '=', tag)
      .executeTakeFirst();
    if (found === undefined) continue;
    const { document, ...response } = found;
    taken.push({ ...response, review: document === null ? null : (JSON.parse(document) as Review) });
  }
  return taken;
}

/** One response less, one less in its tally, and one less who could have answered there. */
function takeOne({ raw }: MainDb, session: number, { board, tag, membership, answer }: Taken): void {
  raw.prepare('DELETE FROM response WHERE session = ? AND board = ? AND tag = ?').run(session, board, tag);
  const cell = 'session = ? AND board = ? AND membership = ?';
  const counted = [session, board, membership];
  raw.prepare(`UPDATE tally SET n = n - 1 WHERE ${cell} AND answer = ?`).run(...counted, whole(answer));
  raw.prepare(`DELETE FROM tally WHERE ${cell} AND n <= 0`).run(...counted);
  raw.prepare(`UPDATE eligible SET n = n - 1 WHERE ${cell}`).run(...counted);
  raw.prepare(`DELETE FROM eligible WHERE ${cell} AND n <= 0`).run(...counted);
}

/** A way of taking part that fewer than five are left of would point at them, as at sealing. */
function mixFew({ raw }: MainDb, session: number): void {
  raw
    .prepare(
      `UPDATE response SET channel = 'mixed' WHERE session = ? AND channel IN (
         SELECT channel FROM (
           SELECT channel, count(*) AS n FROM response WHERE session = ? GROUP BY board, channel
         ) GROUP BY channel HAVING max(n) < ?)`,
    )
    .run(session, session, Math.min(...FLOORS.choices));
}

/** Comments of sealed sessions, and what was decided about each for publishing. */
import { sql } from 'kysely';
import type { Review } from '../../../core/report/document.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import type { StoredComment } from '../store.ts';
import type { MainDb } from './mainDb.ts';

/** Responses with a comment, by session and board and in the order of their tags. */
export async function readComments(
  main: MainDb,
  consultation: string,
  statement: string | null,
): Promise<StoredComment[]> {
  const rows = await main.query
    .selectFrom('session')
    .innerJoin('board', 'board.session', 'session.key')
    .innerJoin('response', (join) =>
      join.onRef('response.session', '=', 'board.session').onRef('response.board', '=', 'board.n'),
    )
    .leftJoin('review', (join) =>
      join
        .onRef('review.session', '=', 'response.session')
        .onRef('review.board', '=', 'response.board')
        .onRef('review.tag', '=', 'response.tag'),
    )
    .select(['session.id as session', 'board.statement', 'board.round', 'review.document as review'])
    .select(['response.board', 'response.tag', 'response.membership', 'response.answer', 'response.comment'])
    .select(['response.audience', 'response.quote', 'response.shown', 'response.channel', 'response.person'])
    .where('session.consultation', '=', consultation)
    // As the index of comments has it, which a bound value would not match.
    .where(sql<boolean>`response.comment <> ''`)
    .$if(statement !== null, (query) => query.where('board.statement', '=', statement))
    .orderBy('session.key')
    .orderBy('response.board')
    .orderBy('response.tag')
    .execute();
  return rows.map((row) => ({
    ...row,
    quote: row.quote === 1,
    shown: row.shown === 1,
    review: row.review === null ? null : (JSON.parse(row.review) as Review),
  }));
}

/** Keeps a review in the place of the one that was seen; see the port. */
export function writeReview(
  main: MainDb,
  review: Review,
  was: Review | null,
): Promise<{ ok: true } | Refusal> {
  const { board, tag } = review;
  return main.transaction(async (trx) => {
    const on = await trx
      .selectFrom('response')
      .innerJoin('session', 'session.key', 'response.session')
      .leftJoin('review', (join) =>
        join
          .onRef('review.session', '=', 'response.session')
          .onRef('review.board', '=', 'response.board')
          .onRef('review.tag', '=', 'response.tag'),
      )
      .select(['response.session', 'review.document'])
      .where('session.id', '=', review.session)
      .where('response.board', '=', board)
      .where('response.tag', '=', tag)
      .where('response.comment', '<>', '')
      .executeTakeFirst();
    if (on === undefined) return refuse('no-such-note', 'tag');
    if (on.document !== (was === null ? null : JSON.stringify(was))) return refuse('changed-elsewhere');
    const document = JSON.stringify(review);
    await trx
      .insertInto('review')
      .values({ session: on.session, board, tag, document })
      .onConflict((conflict) => conflict.columns(['session', 'board', 'tag']).doUpdateSet({ document }))
      .execute();
    return { ok: true } as const;
  });
}

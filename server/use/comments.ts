/** Comments for the team, with what was decided about each for publishing. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommentItem } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { ReportDocument, Review } from '../../core/report/document.ts';
import { readDecision } from '../../core/schemaReport.ts';
import { groupsOf } from '../../core/session.ts';
import type { Store, StoredComment } from '../store/store.ts';
import { signsIn } from './quotes.ts';
import { documentOf } from './reportSource.ts';

/** Comments that are searched before others get a turn. */
const PER_TURN = 5;

/** @param statement its id; empty: the comments of all statements */
export async function commentList(
  store: Store,
  id: string,
  statement: string,
): Promise<CommentItem[] | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  if (statement !== '' && !consultation.statements.some((s) => s.id === statement))
    return refuse('no-such-board', 'statement');
  const { document } = await documentOf(store, consultation);
  const comments = await store.comments(id, statement === '' ? null : statement);
  const items: CommentItem[] = [];
  for (const [i, comment] of comments.entries()) {
    items.push(itemOf(comment, document));
    // A hall writes thousands, and each is searched; rooms that are open get a turn between.
    if (i % PER_TURN === PER_TURN - 1) await nextTurn();
  }
  return items;
}

/**
 * Keeps what was decided about one comment. Its writer's words stay as they are; what may be printed is
 * kept beside them. Refused where its writer does not agree to what is chosen, and where another window
 * has decided since.
 */
export async function reviewComment(
  store: Store,
  id: string,
  value: unknown,
): Promise<CommentItem | Refusal> {
  const decision = readDecision(value);
  if (isRefusal(decision)) return decision;
  const { review, was } = decision;
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const comment = await commentOf(store, id, review);
  if (comment === null) return refuse('no-such-note', 'tag');
  if (review.chosen && !comment.quote) return refuse('not-to-quote', 'chosen');
  const kept = await store.saveReview(review, was);
  if (isRefusal(kept)) return kept;
  const { document } = await documentOf(store, stored.consultation);
  return itemOf({ ...comment, review }, document);
}

async function commentOf(
  store: Store,
  consultation: string,
  { session, board, tag }: Review,
): Promise<StoredComment | null> {
  if ((await store.session(session))?.consultation !== consultation) return null;
  const { boards } = await store.figures([session]);
  const on = boards.find((b) => b.n === board);
  const response = (await store.sealedResponses(session, board)).find((r) => r.tag === tag);
  if (on === undefined || response === undefined || response.comment === '') return null;
  return { ...response, session, statement: on.statement, round: on.round, review: null };
}

function itemOf(comment: StoredComment, { lists }: ReportDocument): CommentItem {
  const { session, board, tag, statement, round, membership, answer, audience, quote, shown, review } =
    comment;
  return {
    session,
    board,
    tag,
    statement,
    round,
    groups: groupsOf(membership),
    answer,
    comment: comment.comment,
    audience,
    quote,
    shown,
    review,
    found: signsIn(comment.comment, lists),
  };
}

/**
 * What the team decides about comments. A decision shows at once and is saved in the order it was made,
 * so that a text that was just typed and a box that is ticked right after it cannot undo each other. Where
 * a save is refused the comment goes back to what the server has; where another window has decided since,
 * to what that one decided.
 */
import type { CommentItem } from '../../../../core/api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Review } from '../../../../core/report/document.ts';
import type { Api } from '../../api.ts';
import { commentKey } from './commentsModel.ts';

/** Gives the refusal (null: no answer), or true. */
export type Decide = (
  comment: CommentItem,
  change: (now: CommentItem) => Review,
) => Promise<true | Refusal | null>;

/** @param told called with each comment as it is to be shown now */
export function makeReviews(
  id: string,
  api: Pick<Api, 'review' | 'comments'>,
  told: (comment: CommentItem) => void,
): Decide {
  const shown = new Map<string, CommentItem>();
  const saved = new Map<string, CommentItem>();
  let last: Promise<unknown> = Promise.resolve();
  function show(key: string, comment: CommentItem): void {
    shown.set(key, comment);
    told(comment);
  }
  async function readAgain(comment: CommentItem): Promise<void> {
    const list = await api.comments(id, comment.statement);
    if (!list.ok) return;
    const key = commentKey(comment);
    const newest = list.value.find((c) => commentKey(c) === key);
    if (newest !== undefined) saved.set(key, newest);
  }
  return async (comment, change) => {
    const key = commentKey(comment);
    if (!saved.has(key)) saved.set(key, comment);
    const now = shown.get(key) ?? comment;
    const review = change(now);
    show(key, { ...now, review });
    const turn = last.then(async () => {
      const before = saved.get(key) ?? comment;
      const result = await api.review(id, review, before.review);
      if (result.ok) saved.set(key, result.value);
      else {
        if (result.refusal?.refusal === 'changed-elsewhere') await readAgain(before);
        show(key, saved.get(key) ?? before);
      }
      return result.ok ? true : result.refusal;
    });
    last = turn;
    return turn;
  };
}

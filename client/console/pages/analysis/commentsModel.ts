/** Which comments are shown, and what becomes of a text that somebody makes fit to be printed. */
import type { CommentItem } from '../../../../core/api.ts';
import { finds } from '../../../../core/analysis/search.ts';
import { publishedText, type Review } from '../../../../core/report/document.ts';
import type { Answer } from '../../../../core/scale.ts';

export interface Sought {
  text: string;
  /** A group's id; empty: all. */
  group: string;
  /** An answer as text; empty: all. */
  answer: string;
  /** Only those marked for quoting. */
  chosen: boolean;
}

export const ALL_COMMENTS: Sought = { text: '', group: '', answer: '', chosen: false };

/** Comments that are looked for, in the order given. */
export function sought(comments: readonly CommentItem[], by: Sought): CommentItem[] {
  return comments.filter(
    (c) =>
      (by.group === '' || c.groups.includes(by.group)) &&
      (by.answer === '' || String(c.answer) === by.answer) &&
      (!by.chosen || c.review?.chosen === true) &&
      (finds(by.text, c.comment) || finds(by.text, c.review?.published ?? '')),
  );
}

/** From strongest agreement to strongest disagreement, declined ones last; equal ones keep their order. */
export function byAnswer(comments: readonly CommentItem[]): CommentItem[] {
  const place = (answer: Answer): number => (typeof answer === 'number' ? -answer : answer === 'n' ? 1 : 2);
  return comments.toSorted((a, b) => place(a.answer) - place(b.answer));
}

/** Why a comment cannot be chosen for quoting; null: it can. */
export function whyNot(comment: CommentItem): 'team' | 'no-quote' | null {
  if (comment.audience === 'team') return 'team';
  return comment.quote ? null : 'no-quote';
}

/** What tells a comment from every other. */
export function commentKey({ session, board, tag }: Pick<CommentItem, 'session' | 'board' | 'tag'>): string {
  return `${session} ${board} ${tag}`;
}

/** The review of a comment, or the one it has before anybody looked at it. */
export function reviewOf(comment: CommentItem): Review {
  const { session, board, tag } = comment;
  return (
    comment.review ?? {
      session,
      board,
      tag,
      chosen: false,
      checked: false,
      published: null,
      replacements: [],
    }
  );
}

/** The text as it would be printed; empty: nothing of it. */
export function printed(comment: CommentItem): string {
  return publishedText(comment.comment, comment.review);
}

/** What is highlighted in the original: pieces in order, those that are signs of a person with their place in `found`. */
export function pieces(comment: CommentItem): { text: string; found: number | null }[] {
  const list: { text: string; found: number | null }[] = [];
  let at = 0;
  for (const [i, { from, to }] of comment.found.entries()) {
    if (from < at) continue;
    if (from > at) list.push({ text: comment.comment.slice(at, from), found: null });
    list.push({ text: comment.comment.slice(from, to), found: i });
    at = to;
  }
  if (at < comment.comment.length) list.push({ text: comment.comment.slice(at), found: null });
  return list;
}

/** Puts a suggestion in the place of what was found, wherever the text to be printed still has it. */
export function replaced(comment: CommentItem, found: number): Review {
  const review = reviewOf(comment);
  const sign = comment.found[found];
  if (sign === undefined) return review;
  const from = comment.comment.slice(sign.from, sign.to);
  const now = printed(comment);
  if (!now.includes(from)) return review;
  return {
    ...review,
    checked: false,
    published: now.replace(from, () => sign.suggestion),
    replacements: [...review.replacements, { from, to: sign.suggestion, kind: sign.kind }],
  };
}

/**
 * A text that was typed. What it says is no longer what somebody has read for signs of a person, and
 * replacements that are not in it any more are forgotten. The original's own words are kept as none, and an
 * emptied text as one of which nothing is printed.
 */
export function retyped(comment: CommentItem, text: string): Review {
  const review = reviewOf(comment);
  const typed = text.trim();
  const published = typed === comment.comment.trim() ? null : typed === '' ? '' : text;
  return {
    ...review,
    checked: published === review.published && review.checked,
    published,
    replacements: review.replacements.filter(({ to }) => published?.includes(to) === true),
  };
}

/** Signs of a person that the text to be printed still has. */
export function signsLeft(comment: CommentItem): number[] {
  const now = printed(comment);
  return comment.found.flatMap(({ from, to }, i) =>
    now.includes(comment.comment.slice(from, to)) ? [i] : [],
  );
}

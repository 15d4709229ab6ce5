/** Comments that were chosen for quoting, and signs of a person in what would be printed of them. */
import { findPersonal } from '../../core/personal/findPersonal.ts';
import type { Suggestion } from '../../core/personal/types.ts';
import { publishedText, type ReportDocument, type Review } from '../../core/report/document.ts';
import type { StoredComment } from '../store/store.ts';

export type ChosenComment = StoredComment & { review: Review };

/** Those that were chosen, with something to print of them, and whose writer agreed to be quoted. */
export function chosenQuotes(comments: readonly StoredComment[]): ChosenComment[] {
  return comments.filter(
    (c): c is ChosenComment =>
      c.quote && c.review?.chosen === true && publishedText(c.comment, c.review) !== '',
  );
}

/** What looks like a sign of a person in a text, by the report's own lists too. */
export function signsIn(text: string, { names, places }: ReportDocument['lists']): Suggestion[] {
  return findPersonal(text, { names, places, staff: [] });
}

/** Those in whose printed text something still looks like a sign of a person. */
export function withSigns(chosen: readonly ChosenComment[], lists: ReportDocument['lists']): ChosenComment[] {
  return chosen.filter(({ comment, review }) => signsIn(publishedText(comment, review), lists).length > 0);
}

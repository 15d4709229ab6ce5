/** Which words of people may be read back: with their yes, and of post-its those that somebody has read and chosen. */
import type { Audience } from '../response.ts';
import { publishedText, type Review } from '../report/document.ts';

/** What is known of a comment on a post-it. */
interface Commented {
  comment: string;
  audience: Audience;
  /** Its writer agreed to be quoted. */
  quote: boolean;
  review: Review | null;
}

/** The words of a post-it that may be read back, as a report would print them; empty: none. */
export function readablePostit({ comment, audience, quote, review }: Commented): string {
  if (comment === '' || !quote || audience !== 'room') return '';
  return review?.chosen === true && review.checked ? publishedText(comment, review) : '';
}

/**
 * Which words of people may be read back: with their yes, as a report would print them, and of post-its those that
 * somebody has read and chosen. A name that was taken out of a quote must not stand on a sheet beside it.
 */
import type { Audience } from '../response.ts';
import { publishedText, type PointReview, type Review } from '../report/document.ts';

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

/** What a report prints instead of what was noted. */
export interface Reworded {
  /** Empty: it is a passage of an interview or document. */
  session: string;
  /** Id of the point or passage. */
  point: string;
  /** Empty: it is not printed. */
  published: string;
}

export function rewordedIn(reviews: readonly PointReview[] | undefined): Reworded[] {
  return (reviews ?? []).flatMap(({ session, point, published }) =>
    published === null ? [] : [{ session, point, published }],
  );
}

/** The words of a point or passage that may be read back, of which somebody said yes; empty: none. */
export function readableWords(
  words: string,
  of: Pick<Reworded, 'session' | 'point'>,
  reworded: readonly Reworded[],
): string {
  return reworded.find((one) => one.session === of.session && one.point === of.point)?.published ?? words;
}

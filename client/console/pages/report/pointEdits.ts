/** What is decided about quotes out of discussions. Each change gives a new document. */
import type { QuotablePoint } from '../../../../core/report/quotable.ts';
import type { PointReview, ReportDocument } from '../../../../core/report/document.ts';

type Of = Pick<QuotablePoint, 'session' | 'point'>;

export function pointReview({ points = [] }: ReportDocument, { session, point }: Of): PointReview {
  const kept = points.find((one) => one.session === session && one.point === point);
  return kept ?? { session, point, chosen: false, checked: false, published: null };
}

/** One about which nothing is decided has no entry. */
export function putPoint(doc: ReportDocument, review: PointReview): ReportDocument {
  const others = (doc.points ?? []).filter(
    (one) => one.session !== review.session || one.point !== review.point,
  );
  const nothing = !review.chosen && !review.checked && review.published === null;
  return { ...doc, points: nothing ? others : [...others, review] };
}

/** Other words were not read by anybody. */
export function reworded(review: PointReview, { text: noted }: QuotablePoint, text: string): PointReview {
  const now = review.published ?? noted;
  return { ...review, published: text === noted ? null : text, checked: review.checked && text === now };
}

/** Signs of a person that still stand in what would be printed. */
export function pointSigns({ text, found }: QuotablePoint, printed: string): { word: string; by: string }[] {
  const words = found.map(({ from, to, suggestion }) => ({ word: text.slice(from, to), by: suggestion }));
  return words.filter(
    ({ word }, i) => printed.includes(word) && words.findIndex((w) => w.word === word) === i,
  );
}

/** By the first theme that each is under, in the order in which they come. */
export function byTheme(points: readonly QuotablePoint[]): [theme: string, points: QuotablePoint[]][] {
  return [...Map.groupBy(points, ({ themes }) => themes[0] ?? '')];
}

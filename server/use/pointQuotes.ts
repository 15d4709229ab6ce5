/** Quotes out of discussions: which may be chosen, and what has to be read before a release has them. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { QuotablePoint, ReleaseNote, ReportPage } from '../../core/api.ts';
import { sayRelease } from '../../core/release/words.ts';
import type { PointReview, ReportDocument } from '../../core/report/document.ts';
import type { ReportInput } from '../../core/report/input.ts';
import { mayBeQuoted, printedPoint } from '../../core/report/talkQuotes.ts';
import { codebook, type Codebook } from '../../core/talk/themes.ts';
import type { Point } from '../../core/talk/types.ts';
import type { Store } from '../store/store.ts';
import type { StoredTalk } from '../store/talk.ts';
import { hashOf } from './boundTo.ts';
import { signsIn } from './quotes.ts';
import type { ReportSource } from './reportSource.ts';

/** Points that are searched before others get a turn. */
const PER_TURN = 5;

/** What was said under a theme in these sessions by people who may be quoted, with signs of a person in it. */
export async function quotableTalk(
  store: Pick<Store, 'talk'>,
  id: string,
  sessions: readonly { id: string }[],
  { lists }: ReportDocument,
): Promise<ReportPage['talk']> {
  const talk = await store.talk.read(id);
  const book = codebook(talk.themes);
  const list = talk.points.filter(
    (point) => mayPrint(point, book) && sessions.some((s) => s.id === point.session),
  );
  const points: QuotablePoint[] = [];
  for (const [i, { session, id: point, text, themes, stance }] of list.entries()) {
    points.push({
      session,
      point,
      text,
      themes: book.of(themes).map(({ theme }) => theme.name),
      dissent: stance === 'disagree',
      found: signsIn(text, lists),
    });
    // A long consultation has thousands, and each is searched; rooms that are open get a turn between.
    if (i % PER_TURN === PER_TURN - 1) await nextTurn();
  }
  return { themes: book.list.length, points };
}

const mayPrint = (point: Point, book: Codebook): boolean =>
  mayBeQuoted(point) && book.of(point.themes).length > 0;

interface Chosen {
  point: Point;
  review: PointReview;
  text: string;
}

/** Those that were chosen, with something to print of them. */
function chosenPoints({ document, talk, sessions }: ReportSource): Chosen[] {
  return (document.points ?? []).flatMap((review) => {
    const point = talk.points.find((one) => one.session === review.session && one.id === review.point);
    if (point === undefined || !sessions.some((s) => s.id === point.session)) return [];
    const text = printedPoint(point, review);
    return text === '' ? [] : [{ point, review, text }];
  });
}

/** Quotes out of discussions that a release may print now. */
export function standingPoints(document: ReportDocument, talk: StoredTalk): PointReview[] {
  const book = codebook(talk.themes);
  return (document.points ?? []).filter((review) => {
    const point = talk.points.find((one) => one.session === review.session && one.id === review.point);
    return (
      point !== undefined && review.checked && mayPrint(point, book) && printedPoint(point, review) !== ''
    );
  });
}

export function pointFlags(source: ReportSource): ReleaseNote[] {
  const book = codebook(source.talk.themes);
  const chosen = chosenPoints(source).filter(({ point }) => mayPrint(point, book));
  const flag = (code: 'points-unchecked' | 'points-signs', list: readonly Chosen[]): ReleaseNote[] =>
    list.length === 0
      ? []
      : [
          {
            // Other quotes, or other words in them, are another question than the one that was answered.
            code: `${code} ${hashOf(list.map(({ review, text }) => [review.session, review.point, text]))}`,
            words: sayRelease(`flag.${code}`, { n: list.length }),
            statements: [],
          },
        ];
  return [
    ...flag(
      'points-unchecked',
      chosen.filter(({ review }) => !review.checked),
    ),
    ...flag(
      'points-signs',
      chosen.filter(({ review, text }) => review.checked && signsIn(text, source.document.lists).length > 0),
    ),
  ];
}

/** Chosen quotes that are left out, and dissent that could be quoted and is not. */
export function pointNotes(source: ReportSource, { talk }: ReportInput): ReleaseNote[] {
  const book = codebook(source.talk.themes);
  const out = chosenPoints(source).filter(({ point }) => !mayPrint(point, book)).length;
  const unheard = (talk?.themes ?? []).filter(
    ({ id, quotes }) =>
      quotes.length > 0 &&
      !quotes.some(({ dissent }) => dissent) &&
      source.talk.points.some(
        (point) =>
          point.stance === 'disagree' &&
          mayPrint(point, book) &&
          source.sessions.some((s) => s.id === point.session) &&
          book.of(point.themes).some(({ theme }) => theme.id === id),
      ),
  );
  return [
    ...(out === 0
      ? []
      : [{ code: 'points-not', words: sayRelease('note.points-not', { n: out }), statements: [] }]),
    ...unheard.map(({ name }) => ({
      code: 'points-dissent',
      words: sayRelease('note.points-dissent', { theme: name }),
      statements: [],
    })),
  ];
}

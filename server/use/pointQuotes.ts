/** Quotes out of discussions: which may be chosen, and what has to be read before a release has them. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReleaseNote, ReportPage } from '../../core/api.ts';
import { partName, sayRelease } from '../../core/release/words.ts';
import type { PointReview, ReportDocument } from '../../core/report/document.ts';
import type { ReportInput } from '../../core/report/input.ts';
import { printedPassage, quotablePassages } from '../../core/report/passageQuotes.ts';
import { textsOfReport } from '../../core/report/talk.ts';
import type { QuotablePoint } from '../../core/report/quotable.ts';
import { mayBeQuoted, printedPoint } from '../../core/report/talkQuotes.ts';
import { codebook, themeTwins, type Codebook } from '../../core/talk/themes.ts';
import type { Point } from '../../core/talk/types.ts';
import type { Store } from '../store/store.ts';
import type { StoredTalk } from '../store/talk.ts';
import { hashOf } from './boundTo.ts';
import { signsIn } from './quotes.ts';
import type { StandingPoint } from './withdrawn.ts';
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
  for (const [i, { source, passage, words }] of quotablePassages(talk).entries()) {
    const themes = book.of(passage.themes).map(({ theme }) => theme.name);
    if (themes.length === 0) continue;
    points.push({
      session: '',
      point: passage.id,
      text: words,
      themes,
      dissent: passage.stance === 'disagree',
      found: signsIn(words, lists),
      from: source.title,
    });
    if (i % PER_TURN === PER_TURN - 1) await nextTurn();
  }
  return { themes: book.list.length, points };
}

const mayPrint = (point: Point, book: Codebook): boolean =>
  mayBeQuoted(point) && book.of(point.themes).length > 0;

interface Chosen {
  review: PointReview;
  text: string;
  /** Whoever said it agreed, and it is under a theme. */
  may: boolean;
}

/** Those that were chosen, with something to print of them. */
function chosenOf({ document, talk, sessions, all }: ReportSource): Chosen[] {
  const book = codebook(talk.themes);
  const sources = textsOfReport(talk.sources, sessions, all);
  const quotable = new Map(
    quotablePassages({ ...talk, sources }).map((one) => [one.passage.id, one] as const),
  );
  const own = new Set(sources.map(({ id }) => id));
  return (document.points ?? []).flatMap((review): Chosen[] => {
    if (review.session === '') {
      const passage = talk.passages.find(({ id }) => id === review.point);
      if (!review.chosen || passage === undefined || !own.has(passage.source)) return [];
      const one = quotable.get(review.point);
      const text = review.published ?? one?.words ?? '';
      if (one !== undefined && text === '') return [];
      return [{ review, text, may: one !== undefined && book.of(passage.themes).length > 0 }];
    }
    const point = talk.points.find((one) => one.session === review.session && one.id === review.point);
    if (point === undefined || !sessions.some((s) => s.id === point.session)) return [];
    const text = printedPoint(point, review);
    return text === '' ? [] : [{ review, text, may: mayPrint(point, book) }];
  });
}

/** Quotes out of discussions, interviews and documents that a release may print now, in the words that it would. */
export function standingPoints(document: ReportDocument, talk: StoredTalk): StandingPoint[] {
  const book = codebook(talk.themes);
  const quotable = quotablePassages(talk);
  const wordsOf = (review: PointReview): string => {
    if (review.session === '') {
      const one = quotable.find(({ passage }) => passage.id === review.point);
      return one !== undefined && book.of(one.passage.themes).length > 0 ? printedPassage(one, review) : '';
    }
    const point = talk.points.find((one) => one.session === review.session && one.id === review.point);
    return point !== undefined && mayPrint(point, book) ? printedPoint(point, review) : '';
  };
  return (document.points ?? []).flatMap((review) => {
    const text = review.checked ? wordsOf(review) : '';
    return text === '' ? [] : [{ session: review.session, point: review.point, text }];
  });
}

export function pointFlags(source: ReportSource, { talk }: ReportInput): ReleaseNote[] {
  const chosen = chosenOf(source).filter(({ may }) => may);
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
    ...everyInterview(talk),
    ...twinFlags(source, talk),
  ];
}

/** Whoever knows who was interviewed knows that each of them raised it. */
function everyInterview(talk: ReportInput['talk']): ReleaseNote[] {
  const flag = (is: 'interviews-all' | 'interviews-since', { id, name }: { id: string; name: string }) => ({
    code: `${is} ${hashOf([id, talk?.entry.interviews?.interviews])}`,
    words: sayRelease(`flag.${is}`, { theme: name }),
    statements: [],
  });
  return (talk?.themes ?? []).flatMap((theme) => [
    ...(theme.interviews !== null && theme.interviews.n === theme.interviews.of
      ? [flag('interviews-all', theme)]
      : []),
    ...(theme.interviews?.everyoneSince === true ? [flag('interviews-since', theme)] : []),
  ]);
}

/** Of one name, of which one at least is printed: no figure of them is of all that is meant. */
function twinFlags(source: ReportSource, talk: ReportInput['talk']): ReleaseNote[] {
  const printed = new Set(talk?.themes.map(({ id }) => id));
  const twins = themeTwins(codebook(source.talk.themes)).filter((all) =>
    all.some(({ id }) => printed.has(id)),
  );
  if (twins.length === 0) return [];
  const names = twins.map(([first]) => sayRelease('rest.part', { name: first?.name ?? '' }));
  return [
    {
      code: `theme-twins ${hashOf(twins.map((all) => all.map(({ id, name }) => [id, name])))}`,
      words: sayRelease('flag.theme-twins', { n: twins.length, names: partName(names, false) }),
      statements: [],
    },
  ];
}

/** Chosen quotes that are left out, and dissent that could be quoted and is not. */
export function pointNotes(source: ReportSource, { talk }: ReportInput): ReleaseNote[] {
  const book = codebook(source.talk.themes);
  const chosen = chosenOf(source);
  const out = chosen.filter(({ may }) => !may).length;
  // Those that an earlier release keeps out are told apart (heldNotes.ts).
  const printed = new Set([
    ...(talk?.entry.passages?.map(({ passage }) => passage) ?? []),
    ...(talk?.heldQuotes ?? []),
  ]);
  const untold = chosen.filter(
    ({ may, review }) => may && review.checked && review.session === '' && !printed.has(review.point),
  ).length;
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
    ...(untold === 0
      ? []
      : [
          {
            code: 'passages-not',
            words: sayRelease('note.passages-not', { n: untold }),
            statements: [],
          },
        ]),
    ...unheard.map(({ name }) => ({
      code: 'points-dissent',
      words: sayRelease('note.points-dissent', { theme: name }),
      statements: [],
    })),
  ];
}

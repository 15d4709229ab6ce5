/**
 * What a report may tell of discussions. Points are not people: one person can have made several, and nothing that is
 * kept tells which. Their numbers are floored all the same, since a number of points that few people can have made
 * tells of few people: in a release a theme's number is told from the floor on, and parts of it only where what is in
 * each of them, and in none, is nothing or reaches the floor. Of one number in two releases the second is the first
 * one's again, unless they are the same or differ by the floor at least (docs/decisions/029-exchange.md).
 *
 * An interview is one person's, and which were added between two releases can be known. In a release they move no order,
 * no theme and no number but their own, which is told where enough were held (interviews.ts).
 */
import type { Consultation } from '../consultation.ts';
import type { EntryTalk, QuoteEntry } from '../release/types.ts';
import type { Session } from '../session.ts';
import { contributions, type PostitFacts } from '../talk/contributions.ts';
import { countThemes, isRaised, underThemes, voices, type Counted } from '../talk/count.ts';
import { NO_SOURCES, usable, type Passage, type TextSource } from '../talk/sources.ts';
import { codebook, type Codebook, type Placed } from '../talk/themes.ts';
import type { Coding, Point, Theme } from '../talk/types.ts';
import type { ReportDocument } from './document.ts';
import { interviewCounts } from './interviews.ts';
import { quotesOfPassages } from './passageQuotes.ts';
import { quotesOf, type PointQuote } from './talkQuotes.ts';

export interface TalkSource {
  consultation: Consultation;
  document: ReportDocument;
  /** Those of the report. */
  sessions: readonly Session[];
  talk: {
    themes: readonly Theme[];
    points: readonly Point[];
    codings: readonly Coding[];
    /** Interviews and documents of the report. */
    sources: readonly TextSource[];
    passages: readonly Passage[];
  };
  /** Ids of interviews and documents that this report is not about. */
  otherTexts: ReadonlySet<string>;
  /** All comments of these sessions. */
  postits: readonly PostitFacts[];
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryTalk[];
  /** Quotes of post-its in this release, with what is said of their writers. */
  quoted: readonly QuoteEntry[];
  /** YYYY-MM-DD. */
  date: string;
  audience: 'release' | 'team';
}

/** A number that may be told; `again`: the date of the release it is taken from unchanged. */
export interface Told {
  n: number;
  again: string | null;
}

export interface TalkTheme {
  id: string;
  name: string;
  /** Its name with those it is nested under. */
  path: string;
  description: string;
  /** Sessions in which it was raised. */
  sessions: number;
  /** Interviews and documents likewise; nought in a release. */
  texts: number;
  /** In a release: interviews, from the floor on; null: not told. */
  interviews: Told | null;
  /** `few`: under the floor; `one`: by one participant, once. */
  points: Told | 'few' | 'one';
  /** By label of the group; empty: not told. */
  groups: (Told & { label: string })[];
  /** By number of the statement. */
  statements: (Told & { number: number })[];
  /** Somebody disagreed while it was talked about. */
  dissent: boolean;
  quotes: PointQuote[];
}

export interface TalkReport {
  /** Sessions in which anything was said or coded. */
  of: number;
  /** Interviews and documents that may be used and are counted; nought in a release. */
  ofTexts: number;
  /** How many interviews a release counts; null: none. */
  ofInterviews: number | null;
  /** There are such, and they are not counted. */
  textsLeft: boolean;
  /** In order of how often they were raised; those that were not are in the codebook only. */
  themes: TalkTheme[];
  codebook: { path: string; description: string; example: string }[];
  /** For the register. */
  entry: EntryTalk;
}

/**
 * Interviews and documents that a report on these sessions is about: all but those of another one.
 *
 * @param all every session there is; one that is not among them any more is passed over
 */
export function textsOfReport(
  sources: readonly TextSource[],
  sessions: readonly Pick<Session, 'id'>[],
  all: readonly Pick<Session, 'id'>[],
): TextSource[] {
  const chosen = new Set(sessions.map(({ id }) => id));
  const others = new Set(all.flatMap(({ id }) => (chosen.has(id) ? [] : [id])));
  return sources.filter(({ session }) => !others.has(session));
}

/** Null: nothing that counts is under a theme. */
export function talkReport(source: TalkSource): TalkReport | null {
  const { talk, postits, sessions, consultation, audience } = source;
  const own = <T extends { session: string }>(list: readonly T[]): T[] =>
    list.filter(({ session }) => sessions.some((s) => s.id === session));
  const points = own(talk.points);
  const team = audience === 'team';
  const may = talk.sources.filter(({ mayUse }) => mayUse).length;
  const texts = team ? talk : NO_SOURCES;
  const all = contributions(points, own(talk.codings), postits, sessions, texts);
  const book = codebook(talk.themes);
  const under = underThemes(book, all);
  const counted = countThemes(book, all).filter(isRaised);
  if (counted.length === 0) return null;
  const floor = team ? 1 : source.document.floor;
  const entry: EntryTalk = { cells: [], quotes: [] };
  const held = holdAgainst(source, floor, entry);
  // By their random ids, so that nothing tells the one from the other.
  const quotes = [
    ...quotesOf(source, points, entry),
    ...quotesOfPassages(
      source,
      talk,
      (ids) => book.of(ids).some(({ theme }) => counted.some((one) => one.theme.id === theme.id)),
      entry,
    ),
  ].toSorted((a, b) => (a.quote.point < b.quote.point ? -1 : 1));
  const interviews = team
    ? null
    : interviewCounts({
        sources: talk.sources,
        passages: talk.passages,
        others: source.otherTexts,
        book,
        floor,
        earlier: source.earlier.flatMap((one) => one.interviews ?? []),
        date: source.date,
      });
  if (interviews !== null) entry.interviews = interviews.entry;
  const against = [...points, ...usable(texts.sources, texts.passages).map(({ passage }) => passage)].filter(
    ({ stance }) => stance === 'disagree',
  );
  const split = team || consultation.breakdowns === 'shown';
  const themes = counted.map((one): TalkTheme => {
    const { id, name, description } = one.theme;
    const mine = onceEach(under.get(id) ?? []);
    const parts = (keys: (of: Counted) => readonly string[]): [string, number][] =>
      toldParts(mine, keys, floor);
    return {
      id,
      name,
      path: pathOf(book, one),
      description,
      sessions: one.sessions,
      texts: one.sources,
      interviews: interviews?.themes.get(id) ?? null,
      points: !team && voices(one) === 1 ? 'one' : (held(id, '', one.points + one.postits) ?? 'few'),
      groups: (split ? parts((of) => of.groups) : []).flatMap(([group, n]) => {
        const label = consultation.groups.find((g) => g.id === group)?.label;
        const told = label === undefined ? null : held(id, `group ${group}`, n);
        return label === undefined || told === null ? [] : [{ ...told, label }];
      }),
      statements: parts((of) => (of.statement === '' ? [] : [of.statement])).flatMap(([statement, n]) => {
        const number = consultation.statements.findIndex((s) => s.id === statement) + 1;
        const told = number === 0 ? null : held(id, `statement ${statement}`, n);
        return told === null ? [] : [{ ...told, number }];
      }),
      dissent: against.some((said) => isUnder(book, said, id)),
      quotes: quotes.filter((said) => isUnder(book, said, id, true)).map(({ quote }) => quote),
    };
  });
  // One that was raised in interviews alone would tell by its name what somebody said there.
  const listed = book.list.filter(
    ({ theme: { id } }) => team || talk.sources.length === 0 || themes.some((one) => one.id === id),
  );
  return {
    of: new Set(
      all
        .filter((one) => one.passage === undefined && (book.of(one.themes).length > 0 || !one.isPostit))
        .map((one) => one.session),
    ).size,
    ofTexts: team ? may : 0,
    ofInterviews: interviews?.of ?? null,
    // Whether one of them was taken back is nobody's to see.
    textsLeft: !team && talk.sources.some(({ form }) => interviews === null || form === 'document'),
    themes,
    codebook: listed.map((placed) => ({
      path: pathOf(book, placed),
      description: placed.theme.description,
      example: exampleOf(placed.theme.id),
    })),
    entry,
  };

  /** In print only what may be quoted; for the team whatever was said. */
  function exampleOf(id: string): string {
    const printed = quotes.find((one) => isUnder(book, one, id, true))?.quote.text;
    if (printed !== undefined || audience === 'release') return printed ?? '';
    return points.find((point) => isUnder(book, point, id, true))?.text ?? '';
  }
}

function pathOf(book: Codebook, { theme, above }: Pick<Placed, 'theme' | 'above'>): string {
  return [...above.map((id) => book.get(id)?.theme.name ?? '').toReversed(), theme.name].join(' / ');
}

/** @param itself and not one that is nested under it */
function isUnder(
  book: Codebook,
  { themes }: { themes: readonly string[] },
  id: string,
  itself = false,
): boolean {
  return book.of(themes).some(({ theme, above }) => theme.id === id || (!itself && above.includes(id)));
}

/** An interview or document is one, however many of its passages are under a theme. */
function onceEach(under: readonly Counted[]): Counted[] {
  const seen = new Set<string>();
  return under.filter(({ passage }) => {
    if (passage === undefined) return true;
    const first = !seen.has(passage.source);
    seen.add(passage.source);
    return first;
  });
}

/**
 * Parts of what is under a theme of which the number may be told: what is in the same of them, and what is in none, is
 * nothing or reaches the floor, so that no part and no rest can be worked out that is less. The least goes first.
 */
export function toldParts(
  under: readonly Counted[],
  keys: (of: Counted) => readonly string[],
  floor: number,
): [string, number][] {
  const sizes = new Map<string, number>();
  for (const one of under) for (const key of keys(one)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  let shown = [...sizes].filter(([, n]) => n >= floor).toSorted(([, a], [, b]) => b - a);
  while (shown.length > 0) {
    const classes = new Map<string, number>();
    for (const one of under) {
      const key = shown.flatMap(([part]) => (keys(one).includes(part) ? [part] : [])).join(' ');
      classes.set(key, (classes.get(key) ?? 0) + 1);
    }
    if ([...classes.values()].every((n) => n >= floor)) return shown;
    shown = shown.slice(0, -1);
  }
  return [];
}

/** Notes what is told for the register; null: it is under the floor and was never told. */
function holdAgainst(
  { earlier, audience, date }: TalkSource,
  floor: number,
  entry: EntryTalk,
): (theme: string, by: string, n: number) => Told | null {
  return (theme, by, n) => {
    if (audience === 'team') return { n, again: null };
    const last = earlier
      .flatMap(({ cells }) => cells)
      .findLast((cell) => cell.theme === theme && cell.by === by);
    const near = last !== undefined && last.n !== n && Math.abs(last.n - n) < floor;
    if (!near && n < floor) return null;
    const same = last?.n === n;
    const told = near || same ? { n: last.n, date: last.date } : { n, date };
    entry.cells.push({ theme, by, ...told });
    return { n: told.n, again: near ? last.date : null };
  };
}

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
import type { With } from '../release/about.ts';
import type { EntryTalk, QuoteEntry } from '../release/types.ts';
import type { Session } from '../session.ts';
import { contributions, type PostitFacts } from '../talk/contributions.ts';
import { countThemes, isRaised, underThemes, voices, type Counted, type ThemeCount } from '../talk/count.ts';
import { NO_SOURCES, usableOfTeam, type Passage, type TextSource } from '../talk/sources.ts';
import { codebook } from '../talk/themes.ts';
import type { Coding, Point, Theme } from '../talk/types.ts';
import type { ReportDocument } from './document.ts';
import { interviewCounts, type ToldInterviews } from './interviews.ts';
import { quotesOfPassages } from './passageQuotes.ts';
import { sessionsCounted, talkHeld, type Told, type ToldRow } from './talkHeld.ts';
import { quotesOf, type PointQuote, type QuoteSource } from './talkQuotes.ts';
import { rowBeside, saidBeside, type Beside } from './talkBeside.ts';
import { union } from './talkRows.ts';
import { hasRoom, inToldOrder, isUnder, onceEach, pathOf, sessionsOf, spokenIn } from './talkUnder.ts';
import { formsThere } from './textsLeft.ts';
import { relatedThemes } from './themesRelated.ts';
import type { TalkBefore } from './toldNumbers.ts';
import { partsOfThemes } from './toldParts.ts';

export interface TalkSource extends Pick<QuoteSource, 'persons'> {
  consultation: Consultation;
  document: ReportDocument;
  /** Those of the report. */
  sessions: readonly Session[];
  /** Those, and all others of the consultation that are sealed. */
  all: readonly Session[];
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
  /** All comments of all sessions. */
  postits: readonly PostitFacts[];
  /** How many people each of all sessions had; one that is not in it: not known. */
  people: ReadonlyMap<string, number>;
  /** What earlier releases told, oldest first. */
  earlier: readonly With<TalkBefore>[];
  /** What was told of recommendations that rest on themes; absent: nothing. */
  beside?: Beside;
  /** Quotes of post-its in this release, with what is said of their writers. */
  quoted: readonly QuoteEntry[];
  /** YYYY-MM-DD. */
  date: string;
  audience: 'release' | 'team';
}

export interface TalkTheme {
  id: string;
  name: string;
  /** Its name with those it is nested under. */
  path: string;
  description: string;
  /** Sessions in which it was raised. */
  sessions: number;
  /** Of so many in which anything was said. */
  of: number;
  /** The date of the release that said so, where it stands; null: it is today's. */
  again: string | null;
  /** Interviews and documents likewise; nought in a release. */
  texts: number;
  /** In a release: interviews, from the floor on; null: none are counted. */
  interviews: ToldInterviews | null;
  /** Of all of these, by which the team's report orders them; null in a release. */
  voices: number | null;
  /** `few`: under the floor; `one`: by one participant, once; `not`: beside an earlier release it would tell of too few. */
  points: ToldRow['points'];
  /** By label of the group; empty: not told. */
  groups: (Told & { label: string })[];
  /** By number of the statement. */
  statements: (Told & { number: number })[];
  /** Somebody disagreed while it was talked about. */
  dissent: boolean;
  quotes: PointQuote[];
}

export interface TalkReport {
  /** Sessions in which anything was said. */
  of: number;
  /** Those of them in which any of it is told to be under a theme. */
  coded: number;
  /** Interviews and documents that may be used and are counted; nought in a release. */
  ofTexts: number;
  /** Those of them in which anything is under a theme. */
  codedTexts: number;
  /** How many interviews a release counts; null: none. */
  ofInterviews: number | null;
  /** There are such, and they are not counted. */
  textsLeft: boolean;
  /** So many sessions of the report are not counted yet, since too few people are new in them. */
  sessionsLeft: number;
  /** So many are counted still that the report is not about, since too few people were in them. */
  sessionsMore: number;
  /** In order of how often they were raised; those that were not are in the codebook only. */
  themes: TalkTheme[];
  codebook: { path: string; description: string; example: string }[];
  /** Ids of points and passages that are not quoted since an earlier release quoted them in a report on other sessions. */
  heldQuotes: string[];
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

/** A theme, what its parts are made of, and what is told of it; null: nothing. */
interface RowOf {
  id: string;
  one: ThemeCount;
  mine: Counted[];
  row: ToldRow | null;
}

/** Null: nothing that counts is under a theme, and nothing is left out. */
export function talkReport(source: TalkSource): TalkReport | null {
  const { talk, postits, consultation, audience, earlier, people } = source;
  const ids = source.sessions.map(({ id }) => id);
  const counts = audience === 'team' ? ids : sessionsCounted(ids, earlier, people, source.document.floor);
  const sessions = source.all.filter(({ id }) => counts.includes(id));
  const own = <T extends { session: string }>(list: readonly T[]): T[] =>
    list.filter(({ session }) => sessions.some((s) => s.id === session));
  const points = own(talk.points);
  const team = audience === 'team';
  const texts = team ? talk : NO_SOURCES;
  const all = contributions(points, own(talk.codings), postits, sessions, texts);
  const book = codebook(talk.themes);
  const heard = union(spokenIn(all, book, earlier), saidBeside(source.beside));
  const said = heard.filter((id) => counts.includes(id));
  const under = underThemes(book, all);
  const floor = team ? 1 : source.document.floor;
  const entry: EntryTalk = { cells: [], quotes: [], sessions: said, counted: counts };
  const related = relatedThemes(talk.themes, earlier);
  const held = talkHeld(earlier, entry, related, { ...source, floor, chosen: new Set(counts), said, all });
  const against = [
    ...points,
    ...usableOfTeam(texts.sources, texts.passages).map(({ passage }) => ({ ...passage, session: '' })),
  ].filter(({ stance }) => stance === 'disagree');
  const dissentIn = (id: string) => against.filter((one) => isUnder(book, one, id));
  const inOrder = countThemes(book, all);
  // Those below come first: the number of one above has room for what is told of them.
  const made = new Map<string, RowOf>();
  for (const one of inOrder.toSorted((a, b) => b.number - a.number)) made.set(one.theme.id, rowOf(one));
  const rows = inOrder.flatMap((one) => made.get(one.theme.id) ?? []);
  for (const { row } of rows) said.push(...(row?.sessions ?? []).filter((id) => !said.includes(id)));
  // Also those whose number stands though nothing is under them any more: a quote that went would tell of it.
  const inPrint = new Set(rows.flatMap(({ id, row }) => (row === null ? [] : [id])));
  entry.themes = related.noted([...inPrint]);
  const heldQuotes: string[] = [];
  // By their random ids, so that nothing tells the one from the other.
  const quotes = [
    ...quotesOf(
      source,
      points.filter(({ session }) => ids.includes(session)),
      entry,
      heldQuotes,
    ),
    ...quotesOfPassages(
      source,
      talk,
      (those) => book.of(those).some(({ theme }) => inPrint.has(theme.id)),
      entry,
      heldQuotes,
    ),
  ].toSorted((a, b) => (a.quote.point < b.quote.point ? -1 : 1));
  const interviews = team
    ? null
    : interviewCounts({
        sources: talk.sources,
        passages: talk.passages,
        others: source.otherTexts,
        book,
        related,
        inPrint,
        floor,
        earlier,
        date: source.date,
      });
  if (interviews !== null) entry.interviews = interviews.entry;
  const there = team ? [] : formsThere(talk.sources, earlier);
  if (there.length > 0) entry.left = there;
  const split = team || consultation.breakdowns === 'shown';
  const parts = partsOfThemes(book, rows, team ? null : held, { floor, split });
  const themes = rows.flatMap(({ one, row }): TalkTheme[] => {
    const { id, name, description } = one.theme;
    if (row === null) return [];
    const { groups = [], statements = [] } = parts.get(id) ?? {};
    return [
      {
        id,
        name,
        path: pathOf(book, one),
        description,
        sessions: row.sessions.length,
        // Also those in which it is only told that something was raised.
        of: row.again === null ? said.length : row.of,
        again: row.again,
        texts: one.sources,
        voices: team ? voices(one) : null,
        interviews: interviews?.themes.get(id) ?? null,
        points: row.points,
        groups: groups.flatMap(([group, told]) => {
          const label = consultation.groups.find((g) => g.id === group)?.label;
          return label === undefined ? [] : [{ ...told, label }];
        }),
        statements: statements.flatMap(([statement, told]) => {
          const number = consultation.statements.findIndex((s) => s.id === statement) + 1;
          return number === 0 ? [] : [{ ...told, number }];
        }),
        dissent: row.dissent,
        quotes: quotes.filter((of) => isUnder(book, of, id, true)).map(({ quote }) => quote),
      },
    ];
  });
  const sessionsLeft = team ? 0 : ids.filter((id) => !counts.includes(id)).length;
  // Why there are none is told wherever the team has themes, also where nobody said anything.
  if (themes.length === 0 && (sessionsLeft === 0 || talk.themes.length === 0)) return null;
  // One that was raised in interviews alone would tell by its name what somebody said there, also once they are gone.
  const listed = book.list.filter(({ theme: { id } }) => team || themes.some((one) => one.id === id));
  return {
    of: said.length,
    coded: new Set(rows.flatMap(({ row }) => row?.sessions ?? [])).size,
    ofTexts: team ? talk.sources.filter(({ mayUse }) => mayUse).length : 0,
    codedTexts: new Set(
      all.flatMap(({ passage, themes: those }) =>
        passage === undefined || book.of(those).length === 0 ? [] : [passage.source],
      ),
    ).size,
    ofInterviews: interviews?.of ?? null,
    textsLeft: !team && there.some((form) => interviews === null || form === 'document'),
    sessionsLeft,
    sessionsMore: sessions.filter(({ id }) => !ids.includes(id)).length,
    themes: team ? themes : inToldOrder(themes, book),
    codebook: listed.map((placed) => ({
      path: pathOf(book, placed),
      description: placed.theme.description,
      example: exampleOf(placed.theme.id),
    })),
    heldQuotes,
    entry,
  };

  function rowOf(one: ThemeCount): RowOf {
    const { id } = one.theme;
    const mine = onceEach(under.get(id) ?? []);
    const below = [...made.values()].filter(({ one: { above } }) => above.includes(id));
    const anew = below.every((other) => hasRoom(other.row, under.get(other.id) ?? [], mine.length));
    const facts = { one: voices(one) === 1, against: sessionsOf(dissentIn(id)), anew, below };
    const told = team ? null : held.row(id, mine, facts);
    const row = team ? rowForTeam(one) : rowBeside(id, told, source, entry);
    return { id, one, mine: row?.points === 'one' ? [] : mine, row };
  }

  function rowForTeam(one: ThemeCount): ToldRow | null {
    if (!isRaised(one)) return null;
    const inTalk = (under.get(one.theme.id) ?? []).filter(({ passage }) => passage === undefined);
    return {
      points: { n: one.points + one.postits, again: null },
      sessions: sessionsOf(inTalk),
      of: said.length,
      again: null,
      dissent: dissentIn(one.theme.id).length > 0,
    };
  }

  /** In print only what may be quoted; for the team whatever was said. */
  function exampleOf(id: string): string {
    const printed = quotes.find((one) => isUnder(book, one, id, true))?.quote.text;
    if (printed !== undefined || audience === 'release') return printed ?? '';
    return points.find((point) => isUnder(book, point, id, true))?.text ?? '';
  }
}

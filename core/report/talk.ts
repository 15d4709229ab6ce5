/**
 * What a report may tell of discussions. Points are not people: one person can have made several, and nothing that is
 * kept tells which. Their numbers are floored all the same, since a number of points that few people can have made
 * tells of few people: in a release a theme's number is told from the floor on, and parts of it only where what is in
 * each of them, and in none, is nothing or reaches the floor. Of one number in two releases the second is the first
 * one's again, unless they are the same or differ by the floor at least (docs/decisions/029-exchange.md).
 */
import type { Attributes, RegisterRow } from '../attribution.ts';
import { attributionOfAll } from '../attribution.ts';
import type { Consultation } from '../consultation.ts';
import type { EntryTalk, QuoteEntry } from '../release/types.ts';
import type { Session } from '../session.ts';
import { contributions, type PostitFacts } from '../talk/contributions.ts';
import { countThemes, underThemes, voices, type Counted } from '../talk/count.ts';
import { codebook, type Codebook, type Placed } from '../talk/themes.ts';
import type { Coding, Point, Theme } from '../talk/types.ts';
import type { PointReview, ReportDocument } from './document.ts';

export interface TalkSource {
  consultation: Consultation;
  document: ReportDocument;
  /** Those of the report. */
  sessions: readonly Session[];
  talk: { themes: readonly Theme[]; points: readonly Point[]; codings: readonly Coding[] };
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

export interface PointQuote {
  /** Id of the point. */
  point: string;
  text: string;
  /** What may be said of whoever said it; nothing: a participant. */
  said: Attributes;
  /** Against what others said under the theme. */
  dissent: boolean;
}

export interface TalkReport {
  /** Sessions in which anything was said or coded. */
  of: number;
  /** In order of how often they were raised; those that were not are in the codebook only. */
  themes: TalkTheme[];
  codebook: { path: string; description: string; example: string }[];
  /** For the register. */
  entry: EntryTalk;
}

/** Null: nothing of a session of the report is under a theme. */
export function talkReport(source: TalkSource): TalkReport | null {
  const { talk, postits, sessions, consultation, audience } = source;
  const own = <T extends { session: string }>(list: readonly T[]): T[] =>
    list.filter(({ session }) => sessions.some((s) => s.id === session));
  const points = own(talk.points);
  const all = contributions(points, own(talk.codings), postits, sessions);
  const book = codebook(talk.themes);
  const under = underThemes(book, all);
  const counted = countThemes(book, all).filter((one) => one.points + one.postits > 0);
  if (counted.length === 0) return null;
  const floor = audience === 'team' ? 1 : source.document.floor;
  const entry: EntryTalk = { cells: [], quotes: [] };
  const held = holdAgainst(source, floor, entry);
  const quotes = quotesOf(source, points, entry);
  const split = audience === 'team' || consultation.breakdowns === 'shown';
  const themes = counted.map((one): TalkTheme => {
    const { id, name, description } = one.theme;
    const mine = under.get(id) ?? [];
    const parts = (keys: (of: Counted) => readonly string[]): [string, number][] =>
      toldParts(mine, keys, floor);
    return {
      id,
      name,
      path: pathOf(book, one),
      description,
      sessions: one.sessions,
      points:
        audience === 'release' && voices(one) === 1
          ? 'one'
          : (held(id, '', one.points + one.postits) ?? 'few'),
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
      dissent: points.some((point) => point.stance === 'disagree' && isUnder(book, point, id)),
      quotes: quotes.filter(({ point }) => isUnder(book, point, id, true)).map(({ quote }) => quote),
    };
  });
  return {
    of: new Set(
      all.filter((one) => book.of(one.themes).length > 0 || !one.isPostit).map((one) => one.session),
    ).size,
    themes,
    codebook: book.list.map((placed) => ({
      path: pathOf(book, placed),
      description: placed.theme.description,
      example: exampleOf(placed.theme.id),
    })),
    entry,
  };

  /** In print only what may be quoted; for the team whatever was said. */
  function exampleOf(id: string): string {
    const printed = quotes.find(({ point }) => isUnder(book, point, id, true))?.quote.text;
    if (printed !== undefined || audience === 'release') return printed ?? '';
    return points.find((point) => isUnder(book, point, id, true))?.text ?? '';
  }
}

function pathOf(book: Codebook, { theme, above }: Pick<Placed, 'theme' | 'above'>): string {
  return [...above.map((id) => book.get(id)?.theme.name ?? '').toReversed(), theme.name].join(' / ');
}

/** @param itself and not one that is nested under it */
function isUnder(book: Codebook, { themes }: Point, id: string, itself = false): boolean {
  return book.of(themes).some(({ theme, above }) => theme.id === id || (!itself && above.includes(id)));
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

interface Quoted {
  point: Point;
  quote: PointQuote;
}

/** Whether somebody who spoke may be quoted with it at all. */
export function mayBeQuoted({ kind, mayQuote }: Pick<Point, 'kind' | 'mayQuote'>): boolean {
  return kind === 'quote' && mayQuote;
}

/** What would be printed of a point; empty: nothing. */
export function printedPoint(point: Point, review: PointReview | undefined): string {
  return review?.chosen === true ? (review.published ?? point.text) : '';
}

/** In the order of their random ids. */
function quotesOf(source: TalkSource, points: readonly Point[], entry: EntryTalk): Quoted[] {
  const { document, audience, consultation, earlier } = source;
  const register = source.sessions.flatMap((session) =>
    session.attendance.map(({ group, gender, ageBand, n }): RegisterRow => ({
      group: labelOf(group ?? (session.groups.length === 1 ? (session.groups[0] ?? '') : ''), consultation),
      gender,
      ageBand,
      n,
    })),
  );
  const least = Math.max(document.quoteFloor, document.floor, consultation.floor);
  return points
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((point): Quoted[] => {
      const review = document.points?.find((one) => one.session === point.session && one.point === point.id);
      const text = printedPoint(point, review);
      const may = audience === 'team' || (mayBeQuoted(point) && review?.checked === true);
      if (text === '' || !may || point.themes.length === 0) return [];
      const all: Attributes = {
        group: labelOf(point.group, consultation),
        gender: point.gender,
        ageBand: point.ageBand,
      };
      const before = earlier
        .flatMap(({ quotes }) => quotes)
        .filter((one) => one.session === point.session && one.point === point.id)
        .map(({ said }) => said);
      const said =
        audience === 'team'
          ? all
          : consultation.breakdowns === 'hidden'
            ? {}
            : besidePostit(point, saidOf(register, all, before, least), source.quoted);
      if (audience === 'release') entry.quotes.push({ session: point.session, point: point.id, said });
      return [{ point, quote: { point: point.id, text, said, dissent: point.stance === 'disagree' } }];
    });
}

const labelOf = (group: string, { groups }: Consultation): string =>
  groups.find(({ id }) => id === group)?.label ?? '';

/** A reader puts together what every release has said of the same words. */
function saidOf(
  register: readonly RegisterRow[],
  wanted: Attributes,
  before: readonly Attributes[],
  least: number,
): Attributes {
  const { kept, k } = attributionOfAll(register, [wanted, ...before], least);
  return k < least ? {} : kept;
}

/**
 * A point about a post-it may be its writer's own. Where that is quoted and something is said of who wrote it, no
 * more is said here than there.
 */
function besidePostit(point: Point, said: Attributes, quoted: readonly QuoteEntry[]): Attributes {
  const writer = quoted.find(
    (one) => one.session === point.session && `${one.board}.${one.tag}` === point.postit,
  );
  if (writer === undefined) return said;
  return writer.said !== null && said.group === writer.said.label ? { group: said.group } : {};
}

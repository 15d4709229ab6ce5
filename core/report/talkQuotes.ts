/** Quotes out of discussions: which may be printed, and what may be said of whoever said them. */
import { attributionOfAll, type Attributes, type RegisterRow } from '../attribution.ts';
import type { Consultation } from '../consultation.ts';
import type { EntryTalk, QuoteEntry } from '../release/types.ts';
import type { Session } from '../session.ts';
import type { Point } from '../talk/types.ts';
import type { PointReview, ReportDocument } from './document.ts';

interface QuoteSource {
  consultation: Consultation;
  document: ReportDocument;
  sessions: readonly Session[];
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryTalk[];
  /** Quotes of post-its in this release, with what is said of their writers. */
  quoted: readonly QuoteEntry[];
  audience: 'release' | 'team';
}

export interface PointQuote {
  text: string;
  /** What may be said of whoever said it; nothing: a participant. */
  said: Attributes;
  /** Against what others said under the theme. */
  dissent: boolean;
}

export interface Quoted {
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
export function quotesOf(source: QuoteSource, points: readonly Point[], entry: EntryTalk): Quoted[] {
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
      return [{ point, quote: { text, said, dissent: point.stance === 'disagree' } }];
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

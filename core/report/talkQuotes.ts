/** Quotes out of discussions: which may be printed, and what may be said of whoever said them. */
import type { Attributes } from '../attribution.ts';
import type { Consultation } from '../consultation.ts';
import type { EntryTalk, QuoteEntry } from '../release/types.ts';
import { talkAbout, type With } from '../release/about.ts';
import type { Session } from '../session.ts';
import type { Point } from '../talk/types.ts';
import type { PointReview, ReportDocument } from './document.ts';
import { personsIn } from '../release/persons.ts';
import { groupLabel, makeSayOf } from './register.ts';
import { sayBeside, type ToldPersons } from './saidBefore.ts';

export interface QuoteSource {
  consultation: Consultation;
  document: ReportDocument;
  sessions: readonly Session[];
  /** What earlier releases told, oldest first. */
  earlier: readonly With<EntryTalk>[];
  /** What they said of persons. Absent: what stands in them. */
  persons?: readonly ToldPersons[];
  /** Quotes of post-its in this release, with what is said of their writers. */
  quoted: readonly QuoteEntry[];
  audience: 'release' | 'team';
}

export interface PointQuote {
  /** Id of the point, or of the passage. */
  point: string;
  text: string;
  /** What may be said of whoever said it; nothing: a participant. */
  said: Attributes;
  /** Against what others said under the theme. */
  dissent: boolean;
}

export interface Quoted {
  /** Those that it is under. */
  themes: readonly string[];
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

/** What earlier releases said of persons in them. */
export function personsTold({
  persons,
  earlier,
}: Pick<QuoteSource, 'persons' | 'earlier'>): readonly ToldPersons[] {
  return (
    persons ?? earlier.map((release) => ({ ...talkAbout(release), persons: personsIn({ talk: release }) }))
  );
}

/**
 * In the order of their random ids.
 *
 * @param held gets those that are left out, since beside an earlier release they would tell of too few
 */
export function quotesOf(
  source: QuoteSource,
  points: readonly Point[],
  entry: EntryTalk,
  held: string[],
): Quoted[] {
  const { document, audience, consultation } = source;
  const [sayOf, told] = [makeSayOf(source), personsTold(source)];
  return points
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((point): Quoted[] => {
      const review = document.points?.find((one) => one.session === point.session && one.point === point.id);
      const text = printedPoint(point, review);
      const mayPrint = audience === 'team' || (mayBeQuoted(point) && review?.checked === true);
      if (text === '' || !mayPrint || point.themes.length === 0) return [];
      const all: Attributes = {
        group: groupLabel(point.group, consultation),
        gender: point.gender,
        ageBand: point.ageBand,
      };
      const may = sayBeside(
        told,
        {
          is: (one) =>
            one.of === 'point' && one.in === point.session && one.id === point.id ? 'same' : null,
          words: text,
          study: false,
        },
        (before) => sayOf(all, before, point.session),
        all,
      );
      if (may === null) {
        held.push(point.id);
        return [];
      }
      const said = audience === 'team' ? may : besidePostit(point, may, source.quoted);
      if (audience === 'release') entry.quotes.push({ session: point.session, point: point.id, said });
      return [
        {
          themes: point.themes,
          quote: { point: point.id, text, said, dissent: point.stance === 'disagree' },
        },
      ];
    });
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

/** Quotes of a registered release that would not be printed in a new one as they were in that. */
import { releaseEn } from '../../core/messages/release.en.ts';
import { sayRelease } from '../../core/release/words.ts';
import type { Release, StoredComment } from '../store/store.ts';
import { publishedText, type ReportDocument } from '../../core/report/document.ts';
import { placesIn } from '../../core/report/printedPlaces.ts';
import { chosenQuotes } from './quotes.ts';

/** What stands at the places of quotes and is nobody's words. */
const NOBODYS = ['', releaseEn['quote.takenOut'], releaseEn['quote.unknown']];

/** A release in the register, or one that is to get a number there. */
export type Printed = Pick<Release, 'model'> & { entry: Omit<Release['entry'], 'number'> };

/** What somebody said that may be printed now, in the words that would be. */
export interface StandingPoint {
  /** Empty: of an interview or a document. */
  session: string;
  point: string;
  text: string;
}

/**
 * How many of a release's quotes have been taken back since: no longer chosen or checked, changed, or of a
 * session that was removed.
 *
 * @param comments all there are now
 * @param points quotes out of discussions that may be printed now
 * @param studies case studies that may
 */
export function withdrawnFrom(
  { entry, model }: Printed,
  comments: readonly StoredComment[],
  points: readonly StandingPoint[] = [],
  studies: readonly { id: string; version: string }[] = [],
): number {
  const printed = new Set(placesIn(model));
  const standing = new Set(
    chosenQuotes(comments)
      .filter((c) => c.review.checked && printed.has(publishedText(c.comment, c.review)))
      .map(keyOf),
  );
  const said = [
    ...(entry.talk?.quotes ?? []),
    ...(entry.talk?.passages ?? []).map(({ passage, at }) => ({ session: '', point: passage, at })),
    // One for which there was no room stands nowhere in it.
  ].filter(({ at }) => at === undefined || at.length > 0);
  const gone = (entry.quotes ?? []).filter((quote) => !standing.has(keyOf(quote))).length;
  const now = (one: { session: string; point: string }): StandingPoint | undefined =>
    points.find(({ session, point }) => session === one.session && point === one.point);
  const still = said.flatMap((one) => now(one) ?? []);
  const away = said.length - still.length;
  const other = still.filter(({ text }) => !printed.has(text)).length;
  // Of one from before places were noted nobody knows whether it has other words now or there was no room for it: it has
  // where words are left over.
  const noted = said.every(({ at }) => at !== undefined);
  const stands = new Set([
    ...NOBODYS,
    ...comments.map(({ comment, review }) => publishedText(comment, review)),
    ...points.map(({ text }) => text),
  ]);
  const over = [...printed].filter((text) => !stands.has(text)).length - gone - away;
  return (
    gone +
    away +
    (noted ? other : Math.min(other, Math.max(0, over))) +
    (entry.studies ?? []).filter(
      (one) => !studies.some(({ id, version }) => id === one.id && version === one.version),
    ).length
  );
}

/**
 * How many of its pictures would not be printed now: they went from the report, or the consent to them did, which nothing
 * tells apart here.
 */
export function picturesWithdrawn({ model }: Pick<Release, 'model'>, { chapters }: ReportDocument): number {
  const standing = new Set(
    chapters.flatMap(({ pictures }) => pictures.filter((one) => one.consent).map(({ data }) => data)),
  );
  return model.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'image' && !standing.has(block.data)).length;
}

/** What of a release would not be printed now as it was in it. */
export interface Withdrawn {
  /** Quotes and case studies. */
  quotes: number;
  pictures: number;
}

/** What is asked before such a release is written once more; empty: nothing. */
export function withdrawnWords({ quotes, pictures }: Withdrawn): string {
  return [
    ...(quotes === 0 ? [] : [sayRelease('refusal.withdrawn', { n: quotes })]),
    ...(pictures === 0 ? [] : [sayRelease('refusal.withdrawn.pictures', { n: pictures })]),
  ].join(' ');
}

const keyOf = (of: { session: string; board: number; tag: string }): string =>
  `${of.session} ${of.board} ${of.tag}`;

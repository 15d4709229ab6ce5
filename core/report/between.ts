/**
 * What a report tells of how far two coders agree, and, for the team, of themes that were raised together.
 *
 * In a release the number of points and post-its that it rests on, and alpha, move as somebody's words come or go.
 * They are told from the least number on of which anything is said, and where no number of such units under the floor
 * can be worked out from all releases; else they stand as they were told, where that was of no other sessions. With
 * their date also where nothing has moved, or one that stands would tell that something has.
 * Sentences of interviews stay out of it: an interview moves no number but
 * its own (interviews.ts). So do pairs of themes: each is a part of two numbers that are floored themselves, and what
 * is left of either without it would have to be held as well, pair by pair.
 */
import type { EntryCoders, EntryTwice } from '../release/stories.ts';
import {
  agreementOf,
  agreementOfSaid,
  unitsOfSaid,
  worthOf,
  type Agreement,
  type Worth,
} from '../talk/agreement.ts';
import { contributions } from '../talk/contributions.ts';
import type { SecondCoding } from '../talk/second.ts';
import { codebook } from '../talk/themes.ts';
import { togetherOf } from '../talk/together.ts';
import { twiceHeld } from './codedTwice.ts';
import { holdsSum, lastWithin, type Counts } from './countsHeld.ts';
import type { TalkReport, TalkSource } from './talk.ts';
import { pathOf } from './talkUnder.ts';

/** Pairs that are printed; the files have all. */
const MOST_PAIRS = 20;

export interface CodersTold extends Omit<EntryCoders, 'date' | 'sessions' | 'counts'> {
  worth: Worth;
  /** Of those how many the team put under no theme; null: not told, as in a release, or of sentences. */
  unplaced: number | null;
  /** The date of the release that it is taken from unchanged; null: it is today's. */
  again: string | null;
}

export interface BetweenReport {
  /** Of points and post-its; null: nobody coded them a second time, or too few to be told in a release. */
  said: CodersTold | null;
  /**
   * Where nothing is told of points and post-its that were coded a second time all the same: both coded too few for
   * alpha, or it cannot be told beside what earlier releases told.
   */
  unsaid: 'few' | 'held' | null;
  /** Of sentences of interviews and documents; null in a release. */
  texts: CodersTold | null;
  /** Themes by their paths, the most frequent pairs first; none in a release. */
  together: { a: string; b: string; times: number; origins: number }[];
  /** For the register; null: nothing is told. */
  entry: EntryCoders | null;
  /** For the register, what `unsaid` says; null: that is null. */
  twice: EntryTwice | null;
}

interface BetweenSource extends Omit<TalkSource, 'earlier' | 'quoted'> {
  seconds: readonly SecondCoding[];
  /** What the report tells of themes; null: nothing. */
  told: TalkReport | null;
  /** What earlier releases told of coders, oldest first. */
  earlier: readonly EntryCoders[];
  /** And that there were two, without how far they agree. */
  earlierTwice: readonly EntryTwice[];
}

/** Null: there is nothing of either. */
export function betweenReport(source: BetweenSource): BetweenReport | null {
  const { talk, told, audience, document, earlier, date } = source;
  if (told === null) return null;
  const sessions = (told.entry.counted ?? []).toSorted();
  const own = <T extends { session: string }>(list: readonly T[]): T[] =>
    list.filter(({ session }) => sessions.includes(session));
  const book = codebook(talk.themes);
  const [points, codings] = [own(talk.points), own(talk.codings)];
  const agreed = agreementOfSaid(book, points, codings, own(source.seconds));
  if (audience === 'release') {
    const counts = unitsOfSaid(book, points, codings, own(source.seconds));
    const held = heldCoders(agreed, sessions, counts, { floor: document.floor, earlier, date });
    const nothing = { texts: null, together: [] };
    if (held !== null) return { said: held.told, unsaid: null, ...nothing, entry: held.entry, twice: null };
    const why = worthOf(agreed.overall, agreed.units) === 'few' ? 'few' : 'held';
    // That two people coded is no figure, and is told where as many units as any figure needs are behind it.
    const twice = twiceHeld(agreed.units < document.floor ? null : why, sessions, source.earlierTwice);
    return twice === null ? null : { said: null, unsaid: twice.why, ...nothing, entry: null, twice };
  }
  const read = agreementOf(book, talk.sources, talk.passages);
  const all = contributions(points, codings, source.postits, source.sessions, talk);
  const together = togetherOf(book, all)
    .slice(0, MOST_PAIRS)
    .map(({ a, b, said, places, origins }) => ({
      a: pathOf(book, a),
      b: pathOf(book, b),
      times: said + places,
      origins,
    }));
  return {
    said: agreed.units === 0 ? null : { ...toldNow(agreed), unplaced: agreed.unplaced },
    unsaid: null,
    texts: read.units === 0 ? null : toldNow(read),
    together,
    entry: null,
    twice: null,
  };
}

function toldNow({ units, overall }: Agreement): CodersTold {
  // As it is printed: more of it would move where nothing that is told does.
  const figure = (of: number | undefined): number | null =>
    of === undefined ? null : Math.round(100 * of) / 100;
  const { alpha, interval } = overall;
  return {
    units,
    alpha: figure(alpha ?? undefined),
    low: figure(interval?.[0]),
    high: figure(interval?.[1]),
    worth: worthOf(overall, units),
    unplaced: null,
    again: null,
  };
}

function heldCoders(
  agreed: Agreement,
  sessions: string[],
  counts: Counts,
  { floor, earlier, date }: { floor: number; earlier: readonly EntryCoders[]; date: string },
): { told: CodersTold; entry: EntryCoders } | null {
  const now = toldNow(agreed);
  const sums = earlier.map(({ units, ...one }) => ({ ...one, n: units }));
  const safe = holdsSum(counts, sums, floor);
  const alike = earlier.findLast((one) => isAlike(one, now, sessions));
  if (safe && alike === undefined && now.worth !== 'none' && now.worth !== 'few') {
    const { units, alpha, low, high } = now;
    return { told: now, entry: { date, sessions, counts, units, alpha, low, high } };
  }
  // Another report's figure would not be this one's.
  const last = alike ?? lastWithin(earlier, sessions);
  if (last === undefined || (safe && alike === undefined)) return null;
  const { date: again, sessions: _sessions, counts: _counts, ...figures } = last;
  return {
    told: {
      ...figures,
      worth: worthOf({ alpha: last.alpha, marked: last.units }, last.units),
      unplaced: null,
      again,
    },
    entry: last,
  };
}

function isAlike(one: EntryCoders, now: CodersTold, sessions: readonly string[]): boolean {
  const figures = ['units', 'alpha', 'low', 'high'] as const;
  return one.sessions.join(' ') === sessions.join(' ') && figures.every((of) => one[of] === now[of]);
}

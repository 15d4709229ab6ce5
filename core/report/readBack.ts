/**
 * What a report tells of reading back: to how many people, in how many sessions, and what was corrected. How many
 * people is told from the floor on, and where nothing under it can be worked out from this and all earlier releases;
 * else as it was told before, where that was of no other sessions and reaches the floor. What was read back goes with what it was about, and
 * one person may have taken that back; so of what went since it is told as it was: it was read back to them all the same.
 */
import type { Correction } from '../readBack/types.ts';
import type { EntryReadBack, EntryReading } from '../release/stories.ts';
import type { Session } from '../session.ts';
import { holdsSum, lastWithin, type Counts } from './countsHeld.ts';

interface ReadBackSource {
  corrections: readonly Correction[];
  /** Those of the report. */
  sessions: readonly Pick<Session, 'id'>[];
  floor: number;
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryReadBack[];
  /** And what they were made from, oldest first. */
  readings: readonly EntryReading[];
  /** YYYY-MM-DD. */
  date: string;
  audience: 'release' | 'team';
}

type ToldReadBack = Omit<EntryReadBack, 'date' | 'counts'>;

export interface ReadBackReport {
  /** `few`: fewer than the floor; `earlier`: beside an earlier release it would tell of too few. */
  told: ToldReadBack | 'few' | 'earlier';
  /** The date of the release that it is taken from; null: it is today's. */
  again: string | null;
  /** For the register; null: nothing is told. */
  entry: EntryReadBack | null;
  /** For the register, what it was made from. */
  readings: EntryReading[];
}

/** Null: nothing was read back. */
export function readBackReport(source: ReadBackSource): ReadBackReport | null {
  const { sessions, floor, earlier, date, audience } = source;
  const here = (session: string): boolean => sessions.some(({ id }) => id === session);
  const last = lastWithin(
    earlier,
    sessions.map(({ id }) => id),
  );
  const readings = readingsOf(source).filter(({ session }) => session === '' || here(session));
  if (readings.length === 0 && last === undefined) return null;
  const counts = countsOf(readings);
  const now = toldOf(readings, counts);
  if (audience === 'team') return { told: now, again: null, entry: null, readings };
  const sums = earlier.map(({ people, ...one }) => ({ ...one, n: people }));
  if (now.people >= floor && holdsSum(counts, sums, floor) && !earlier.some((one) => isAlike(one, now)))
    return { told: now, again: null, entry: { date, ...now, counts }, readings };
  // Under a floor that was lower: what it is now would tell beside that who came or went.
  if (last !== undefined && last.people < floor)
    return { told: 'earlier', again: null, entry: null, readings };
  const isNear = last !== undefined && Math.abs(last.people - now.people) < floor;
  // Of one from before it was noted what it was made from, what went is not known.
  if (last !== undefined && (isNear || now.people >= floor || readings.length === 0)) {
    const { date: on, counts: _counts, ...told } = last;
    // With its date also where nothing has moved: else one that stands would tell that something has.
    return { told, again: on, entry: last, readings };
  }
  // That few are left beside what was told of these and others would tell of those as well.
  const inNone = counts.some(({ session }) => session === '');
  const meets = earlier.some((one) => inNone || one.sessions.some(here));
  return { told: meets || now.people >= floor ? 'earlier' : 'few', again: null, entry: null, readings };
}

/** Of the same people: what they corrected is told as it was. */
function isAlike(one: EntryReadBack, now: ToldReadBack): boolean {
  return one.people === now.people && one.sessions.join(' ') === now.sessions.join(' ');
}

/** As they are now, and those that are gone since as the last release had them; in the order of their random ids. */
function readingsOf({ corrections, readings }: ReadBackSource): EntryReading[] {
  const gone = new Map(readings.map((one) => [one.id, one]));
  for (const { id } of corrections) gone.delete(id);
  const standing = corrections.map(({ id, session, day, people, verdict, accepted }): EntryReading => {
    return { id, session, day, people, corrected: verdict !== 'said', accepted };
  });
  return [...gone.values(), ...standing].toSorted((one, two) => (one.id < two.id ? -1 : 1));
}

/** The same people may have said several things at one reading: as many as said any one of them, at least. */
function countsOf(own: readonly EntryReading[]): Counts {
  const readings = Map.groupBy(own, ({ session, day }) => (session === '' ? `on ${day}` : session));
  const sums = new Map<string, number>();
  for (const [, said] of readings) {
    const session = said[0]?.session ?? '';
    sums.set(session, (sums.get(session) ?? 0) + Math.max(...said.map((one) => one.people)));
  }
  return [...sums]
    .map(([session, n]) => ({ session, n }))
    .toSorted((a, b) => (a.session < b.session ? -1 : 1));
}

function toldOf(own: readonly EntryReading[], counts: Counts): ToldReadBack {
  const corrected = own.filter((one) => one.corrected);
  return {
    people: counts.reduce((sum, { n }) => sum + n, 0),
    sessions: counts.flatMap(({ session }) => (session === '' ? [] : [session])),
    corrections: corrected.length,
    accepted: corrected.filter(({ accepted }) => accepted).length,
  };
}

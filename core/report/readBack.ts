/**
 * What a report tells of reading back: to how many people, in how many sessions, and what was corrected. How many
 * people is told from the floor on, and as it was told before where fewer than the floor have come since.
 */
import type { Correction } from '../readBack/types.ts';
import type { EntryReadBack } from '../release/stories.ts';
import type { Session } from '../session.ts';

interface ReadBackSource {
  corrections: readonly Correction[];
  /** Those of the report. */
  sessions: readonly Pick<Session, 'id'>[];
  floor: number;
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryReadBack[];
  /** YYYY-MM-DD. */
  date: string;
  audience: 'release' | 'team';
}

export interface ReadBackReport {
  /** `few`: fewer than the floor; `earlier`: beside an earlier release it would tell of too few. */
  told: Omit<EntryReadBack, 'date'> | 'few' | 'earlier';
  /** The date of the release that it is taken from unchanged; null: it is today's. */
  again: string | null;
  /** For the register; null: nothing is told. */
  entry: EntryReadBack | null;
}

/** Null: nothing was read back. */
export function readBackReport(source: ReadBackSource): ReadBackReport | null {
  const { sessions, floor, earlier, date, audience } = source;
  const here = (session: string): boolean => sessions.some(({ id }) => id === session);
  const own = source.corrections.filter(({ session }) => session === '' || here(session));
  if (own.length === 0) return null;
  const now = countsOf(own);
  if (audience === 'team') return { told: now, again: null, entry: null };
  // Whoever came or went between the two would be fewer than the floor.
  const near = earlier.findLast(({ people }) => Math.abs(people - now.people) < floor);
  if (near !== undefined) {
    const { date: on, ...told } = near;
    if (!told.sessions.every(here)) return { told: 'earlier', again: null, entry: null };
    return { told, again: JSON.stringify(told) === JSON.stringify(now) ? null : on, entry: near };
  }
  if (now.people < floor) return { told: 'few', again: null, entry: null };
  return { told: now, again: null, entry: { date, ...now } };
}

function countsOf(own: readonly Correction[]): Omit<EntryReadBack, 'date'> {
  const readings = Map.groupBy(own, ({ session, day }) => (session === '' ? `on ${day}` : session));
  const corrected = own.filter(({ verdict }) => verdict !== 'said');
  return {
    // The same people may have said several things at one reading: as many as said any one of them, at least.
    people: [...readings.values()].reduce((sum, said) => sum + Math.max(...said.map((one) => one.people)), 0),
    sessions: [...new Set(own.map(({ session }) => session))].filter((session) => session !== '').toSorted(),
    corrections: corrected.length,
    accepted: corrected.filter(({ accepted }) => accepted).length,
  };
}

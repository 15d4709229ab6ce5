/** A number that is a sum over sessions, held against every earlier one of other sessions or of fewer people. */
import { holdHeard } from './heardHeld.ts';

/** How many of it are in each session; an empty one: in none. */
export type Counts = { session: string; n: number }[];

/** A number that was told, of these sessions. */
export interface ToldSum {
  n: number;
  sessions: readonly string[];
  /** Absent, in a register of before: not known. */
  counts?: Counts | undefined;
}

/**
 * Whether it may be told: whatever can be worked out from it and all earlier ones is nothing or reaches the floor
 * (heardHeld.ts). Of an earlier one whose counts are not known they are today's where these come to as many; else what it
 * has in common with this one is held for few.
 */
export function holdsSum(next: Counts, earlier: readonly ToldSum[], floor: number): boolean {
  const known = earlier.flatMap((told) => countsThen(told, next) ?? []);
  if (known.includes('few')) return false;
  const figures = known.filter((counts) => counts !== 'few').map(figureOf);
  return holdHeard(figureOf(next), figures, floor).safe;
}

/** The last that was told of no sessions but those: the only one that may be told again of them. */
export function lastWithin<T extends Pick<ToldSum, 'sessions'>>(
  earlier: readonly T[],
  sessions: readonly string[],
): T | undefined {
  return earlier.findLast((told) => told.sessions.every((id) => sessions.includes(id)));
}

/** Null: it has nothing in common with these. */
function countsThen({ n, sessions, counts }: ToldSum, now: Counts): [Counts | 'few'] | null {
  if (counts !== undefined) return [counts];
  const common = now.filter(({ session }) => session === '' || sessions.includes(session));
  if (common.length === 0) return null;
  return [common.reduce((sum, one) => sum + one.n, 0) === n ? common : 'few'];
}

function figureOf(counts: Counts): Parameters<typeof holdHeard>[0] {
  return { sessions: counts.map(({ session, n }) => ({ session, cells: [n, 0, 0, 0] })) };
}

/** What earlier releases told of where a theme was raised. */
import type { TalkCell } from '../release/stories.ts';
import { perSession, type Rows } from './talkRows.ts';
import { DISSENT } from './toldNumbers.ts';

/** Ids of sessions that these name, each once. */
export function toldIn(cells: readonly TalkCell[]): string[] {
  return [...new Set(cells.flatMap(({ sessions = [] }) => sessions.map(({ session }) => session)))];
}

/** Of several themes that are one now: as many in each session as any of them had. */
export function mostPerSession(cells: readonly TalkCell[]): { session: string; n: number }[] {
  const most = new Map<string, number>();
  for (const { session, n } of cells.flatMap(({ sessions = [] }) => perSession(sessions)))
    most.set(session, Math.max(n, most.get(session) ?? 0));
  return [...most].map(([session, n]) => ({ session, n }));
}

/** Where it was told that somebody disagreed. A register of before does not say where. */
export function disagreedThen(before: readonly TalkCell[], there: readonly string[]): string[] {
  const where = before.flatMap(({ by, sessions }) =>
    by === DISSENT ? (sessions?.map(({ session }) => session) ?? there) : [],
  );
  return there.filter((id) => where.includes(id));
}

/** Those of these ids that no row is about. */
export function without(ids: readonly string[], rows: Rows): string[] {
  return ids.filter((id) => !rows.some(({ session }) => session === id));
}

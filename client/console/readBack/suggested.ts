/** What a session that people said something in tells of the day, and of how many it can have been. */
import type { StudiesAbout } from '../../../core/caseStudies/api.ts';

/**
 * @param session its id; empty: it was taken to them afterwards
 * @returns YYYY-MM-DD, never one that is still to come
 */
export function dayOf(
  { sessions, today }: Pick<StudiesAbout, 'sessions' | 'today'>,
  session: string,
): string {
  const at = sessions.find(({ id }) => id === session);
  return at !== undefined && at.date < today ? at.date : today;
}

/** How many were there, or in all sessions where none is chosen; 0: it is not known. */
export function cameTo({ sessions }: Pick<StudiesAbout, 'sessions'>, session: string): number {
  const all = sessions.filter(({ id }) => session === '' || id === session);
  return all.some(({ came }) => came === 0) ? 0 : all.reduce((sum, { came }) => sum + came, 0);
}

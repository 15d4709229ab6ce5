/** Counts of walls that this device kept for sessions that are over. */
import { isRefusal } from '../../../../core/refusal.ts';
import { ask } from '../ask.ts';
import { forgetWalls, keptWalls, WALL_PLACES } from '../../wallPlaces.ts';

/** What was kept of a session that was sealed or removed meanwhile goes, whichever page is opened first. */
export async function forgetOverWalls(): Promise<void> {
  const kept = keptWalls();
  const sessions = new Set(kept.map((name) => name.slice(WALL_PLACES.length, name.lastIndexOf('-'))));
  for (const session of sessions) {
    const answer = await ask<unknown>('GET', `sessions/${session}/wall`);
    const over = isRefusal(answer) && ['no-such-session', 'wrong-state'].includes(answer.refusal);
    if (over) forgetWalls(session);
  }
}

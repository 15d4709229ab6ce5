/** Counts of walls that this device kept for sessions that are over. */
import { isRefusal, type Refusal } from '../../../../core/refusal.ts';
import { ask } from '../ask.ts';
import { forgetWalls, keptWalls, WALL_PLACES } from '../../wallPlaces.ts';

/** What was kept of a session that was sealed or removed meanwhile goes, whichever page is opened first. */
export async function forgetOverWalls(): Promise<void> {
  const kept = keptWalls();
  const sessions = new Set(kept.map((name) => name.slice(WALL_PLACES.length, name.lastIndexOf('-'))));
  for (const session of sessions) {
    const answer = await ask<unknown>('GET', `sessions/${session}/wall`);
    if (isRefusal(answer) && isOver(answer)) forgetWalls(session);
  }
}

/** One that is neither sealed nor running waits, and may go on. */
function isOver({ refusal, where }: Refusal): boolean {
  return refusal === 'no-such-session' || (refusal === 'wrong-state' && where === undefined);
}

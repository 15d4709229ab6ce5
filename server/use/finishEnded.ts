/** Finishing what ended before the server stopped, for a program that opens the folder without being one. */
import { isRefusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import { isDiskFull } from '../store/diskFull.ts';
import type { Store } from '../store/store.ts';
import { keepsKey } from './sessions.ts';

/** Names of the sessions that were finished, and of those that could not be. */
export interface FinishedEnded {
  finished: string[];
  failed: string[];
}

/**
 * Seals every session that has ended, as the server does at its next start. Sessions that have not ended are
 * left as they are. Rejects when the disk is full; a session that cannot be read is named, and does not keep
 * the others from it.
 */
export async function finishEnded(store: Store): Promise<FinishedEnded> {
  const done: FinishedEnded = { finished: [], failed: [] };
  for (const session of await store.unsealed()) {
    if (session.rehearsal) continue;
    try {
      if (!(await hasEnded(store, session))) continue;
      await store.seal(session.id, keepsKey(session));
      done.finished.push(session.name);
    } catch (error) {
      if (isDiskFull(error)) throw error;
      done.failed.push(session.name);
    }
  }
  return done;
}

/**
 * The program may have stopped between the two writes of ending: the live file has the later word. One whose
 * paper is still to be typed up is not finished.
 */
async function hasEnded(store: Store, session: Session): Promise<boolean> {
  const live = await store.openLive(session.id);
  if (isRefusal(live)) return session.state === 'ended';
  const { state, hold } = await live.room();
  await live.close();
  return (session.state === 'ended' || state === 'ended') && !hold;
}

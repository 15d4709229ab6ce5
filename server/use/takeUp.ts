/** Taking sessions up again that were running when the server stopped. */
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import type { Session } from '../../core/session.ts';
import { isDiskFull } from '../store/diskFull.ts';
import type { Store } from '../store/store.ts';
import { finishLeaving } from './leaveSession.ts';
import { run } from './running.ts';
import { keepsKey, type Rooms } from './sessions.ts';

const FILES_LOST =
  'Its key file or the file of its answers is damaged or gone. Nothing was removed. If it was copied to a stick, stop Standpoint and run: npx standpoint restore --from STICK --key FILE';

/** A session that could not be taken up at the start, and why. */
export interface NotTakenUp {
  session: string;
  name: string;
  reason: string;
}

/**
 * Takes up again every session that was running when the server stopped; ended ones are sealed, but for those
 * whose paper is still to be typed up. One that cannot be taken up does not keep the others from it; on a full disk
 * this rejects, since a start without the room would look as if its answers were gone.
 *
 * @param skip sessions that somebody has to decide about first
 */
export async function takeUpSessions(
  store: Store,
  rooms: Rooms,
  fault: (error: unknown) => void,
  skip: ReadonlySet<string> = new Set(),
): Promise<NotTakenUp[]> {
  const notTakenUp: NotTakenUp[] = [];
  for (const session of await store.unsealed()) {
    if (skip.has(session.id)) continue;
    const lost = (reason: string): void => {
      notTakenUp.push({ session: session.id, name: session.name, reason });
      // Its phones are not told that it is over: with its files it goes on.
      if (session.state !== 'ended') rooms.lost(session);
    };
    try {
      const refusal = await takeUp(store, rooms, session);
      if (refusal !== null) lost(reasonOf(refusal));
    } catch (error) {
      // It is there and whole, and is taken up by the next start that has space.
      if (isDiskFull(error)) throw error;
      fault(error);
      lost('Its file is gone or damaged.');
    }
  }
  return notTakenUp;
}

/** Nothing else makes a running session one that can only be read; without both files no phone is known again. */
function reasonOf({ refusal }: Refusal): string {
  return refusal === 'read-only' ? FILES_LOST : REFUSALS[refusal].wording;
}

/** Takes up one session: it runs from now on, or is sealed where it has ended. Null, or why it cannot be. */
export async function takeUp(store: Store, rooms: Rooms, session: Session): Promise<Refusal | null> {
  const stored = await store.consultation(session.consultation);
  if (stored === null) return refuse('no-such-consultation');
  const live = await store.openLive(session.id);
  if (isRefusal(live) && session.state !== 'ended') return live;
  const running = isRefusal(live) ? null : await run(session, stored.consultation, live);
  if (running !== null && running.session.state !== session.state) await store.saveSession(running.session);
  if (running !== null && (running.session.state !== 'ended' || running.room.hold)) {
    await finishLeaving(running);
    rooms.add(running);
    return null;
  }
  await running?.store.close();
  if (session.rehearsal) await store.removeSession(session.id);
  else await store.seal(session.id, keepsKey(session));
  return null;
}

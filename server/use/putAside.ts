/** Putting a session aside that could not be taken up: it goes from the list, and its files are kept. */
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';
import { removeSession, type Rooms } from './sessions.ts';

/**
 * Its phones are told that it is over. Refused where it runs, was not begun, or is finished.
 *
 * @param today YYYY-MM-DD
 * @returns the consultation it was of
 */
export async function putAside(
  store: Store,
  rooms: Rooms,
  id: string,
  today: string,
): Promise<{ consultation: string } | Refusal> {
  const session = await store.session(id);
  if (session === null) return refuse('no-such-session', 'session');
  const { state, consultation } = session;
  if (rooms.byId(id) !== undefined || state === 'draft' || state === 'sealed')
    return refuse('wrong-state', 'session');
  const done = await store.carry.aside.put(session, today, () => removeSession(store, rooms, id, true));
  return isRefusal(done) ? done : { consultation };
}

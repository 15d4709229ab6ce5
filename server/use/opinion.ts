/** Opinion groups over linked sessions, worked out in a thread of their own. */
import type { OpinionPage } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';
import { chosenOf, sealedSessions } from './analysis.ts';
import { inThread } from './thread.ts';

/** What the thread is given. */
export interface OpinionTask {
  consultation: string;
  sessions: string[];
}

/**
 * Refused as `needs-linking` where none of the sessions is linked. What the answers themselves do not allow
 * (too few people) is told in the page.
 *
 * @param chosen ids of sealed sessions; empty: all
 * @param signal stops the thread when nobody waits any more
 */
export async function opinionPage(
  store: Store,
  id: string,
  chosen: readonly string[],
  signal: AbortSignal,
): Promise<OpinionPage | Refusal> {
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  const sessions = chosenOf(await sealedSessions(store, id), chosen);
  if (isRefusal(sessions)) return sessions;
  const linked = sessions.filter((s) => s.mode === 'linked').map((s) => s.id);
  if (linked.length === 0) return refuse('needs-linking', 'sessions');
  const task: OpinionTask = { consultation: id, sessions: linked };
  const module = new URL('opinionWorker.ts', import.meta.url);
  return (await inThread(store, module, task, signal)) as OpinionPage;
}

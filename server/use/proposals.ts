/** Statements that participants proposed, for whoever prepares the next session. */
import type { ProposalsPage } from '../../core/proposals.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { isProposed } from '../../core/talk/types.ts';
import type { Store } from '../store/store.ts';
import { documentOf } from './reportSource.ts';

/** All that were kept or that nobody looked at before their session was counted; nothing of who or in which session. Pretend people propose nothing. */
export async function proposalsPage(
  store: Pick<Store, 'consultation' | 'sessions' | 'talk' | 'report'>,
  id: string,
): Promise<ProposalsPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { points } = await store.talk.read(id);
  const sessions = await store.sessions(id);
  const rehearsals = new Set(sessions.filter((s) => s.rehearsal).map((s) => s.id));
  const proposals = points
    .filter((point) => isProposed(point.id) && !rehearsals.has(point.session))
    .map((point) => ({ id: point.id, text: point.text }));
  const { lists } = (await documentOf(store, stored.consultation)).document;
  return {
    proposals: proposals.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    lists: { names: [...lists.names], places: [...lists.places] },
  };
}

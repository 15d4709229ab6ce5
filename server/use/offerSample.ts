/** The sample consultation that a newcomer finds, and a session of it that is open at once to try out. */
import { isRefusal } from '../../core/refusal.ts';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import { newId } from '../random.ts';
import { draftSession, openLobby, type Rooms } from './sessions.ts';
import { sampleSealed } from './sample.ts';

/** Puts the sample into the store when it is wanted and not there. */
export async function offerSample(store: Store, wanted: Config['sample']): Promise<void> {
  const all = await store.listConsultations();
  if (wanted === 'no' || all.some((s) => s.consultation.sample)) return;
  if (wanted === 'when-new' && all.length > 0) return;
  const { consultation, sessions } = await sampleSealed();
  await store.saveConsultation(consultation, null);
  for (const session of sessions) await store.addSealed(session);
}

/**
 * Opens a rehearsal of the sample where no session is running, so that a first phone can join as
 * soon as the server is up. It is never counted and goes with the sample.
 */
export async function offerTryOut(store: Store, rooms: Rooms, today: string): Promise<void> {
  for (const _ of rooms.all()) return;
  const all = await store.listConsultations();
  const sample = all.find((s) => s.consultation.sample)?.consultation;
  if (sample === undefined) return;
  const draft = draftSession(sample, 0, today, { name: 'Try it out' });
  if (isRefusal(draft)) return;
  const session = { ...draft, id: newId(), rehearsal: true };
  await store.saveSession(session);
  await openLobby(store, rooms, session.id, { today, checks: [] });
}

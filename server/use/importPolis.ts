/** A polis export becomes a consultation with one sealed, linked session. */
import type { StoredDocument } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';
import { readPolis } from '../import/polis.ts';
import { toSealed } from '../import/toSealed.ts';
import { asksTheSame } from './otherRegisters.ts';
import { newId, newToken } from '../random.ts';
import type { Rooms } from './sessions.ts';

/**
 * Everything is taken in in one transaction: nothing is kept when any of it is refused or the program ends.
 *
 * @param files the export's files by name
 */
export async function importPolis(
  store: Store,
  rooms: Rooms,
  files: Record<string, string>,
): Promise<StoredDocument | Refusal> {
  // Reading a large export takes seconds, in which no phone would be answered.
  for (const { session } of rooms.all())
    if (session.state === 'live' && !session.rehearsal) return refuse('session-running');
  const polis = readPolis(files);
  if (isRefusal(polis)) return polis;
  const { consultation, sealed, warnings } = toSealed(polis, newId, newToken);
  const before = (await store.listConsultations()).find((c) => asksTheSame(consultation, c.consultation));
  if (before !== undefined)
    warnings.push(
      `“${before.consultation.title}” is here already, with these statements. Send out reports of one of the two only: where people are in both, figures of one could be subtracted from the other.`,
    );
  const taken = await store.takeIn({
    consultation,
    from: null,
    sealed: [sealed],
    sessions: [],
    reviews: [],
    report: null,
    releases: [],
  });
  return isRefusal(taken) ? taken : { consultation, revision: taken.revision, warnings };
}

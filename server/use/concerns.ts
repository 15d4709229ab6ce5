/**
 * Passing a comment on as a concern about somebody's safety. It is sealed for the lead whom the
 * consultation names, by a key that only the lead's passphrase opens: whoever passes it on can add to what
 * is there and not read it.
 */
import type { ConcernItem, ConcernsPage } from '../../core/api.ts';
import { wordingFor } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { readLead, readOpening } from '../../core/schemaConcern.ts';
import { lockBytes, newIdentity, unlockBytes } from '../archive/lock.ts';
import { newId } from '../random.ts';
import type { ConcernStore } from '../store/concerns.ts';
import type { Store } from '../store/store.ts';
import { listedNote } from './moderation.ts';
import type { Running } from './running.ts';
import type { Rooms } from './sessions.ts';

/** Who the lead is, and how many concerns wait, by date; never what is in them. */
export async function concernsPage(store: Store, id: string): Promise<ConcernsPage | Refusal> {
  const stored = await store.consultation(id);
  const lead = await store.concerns.lead(id);
  const concerns = await store.concerns.list(id);
  // What waits for a lead outlives the day on which everything else was destroyed.
  const record = (await store.destroyed()).find((d) => d.consultation === id && concerns.length > 0);
  const title = stored?.consultation.title ?? record?.title;
  if (title === undefined) return refuse('no-such-consultation');
  return {
    title,
    lead: lead === null ? null : { name: lead.name, contact: lead.contact },
    said: stored?.consultation.words.dangerTo ?? '',
    dates: concerns.map((c) => c.date).toSorted(),
  };
}

/** Consoles of a running session know from now on whether a lead is named. */
export async function takeLead(concerns: ConcernStore, running: Running): Promise<void> {
  running.lead = (await concerns.lead(running.consultation.id)) !== null;
  running.changed(['console']);
}

/**
 * Names the lead. Concerns that wait for an earlier one stay theirs, so it is refused while there are any.
 */
export async function nameLead(
  store: Store,
  rooms: Rooms,
  id: string,
  value: unknown,
): Promise<ConcernsPage | Refusal> {
  const wanted = readLead(value);
  if (isRefusal(wanted)) return wanted;
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  if ((await store.concerns.list(id)).length > 0) return refuse('answered-already', 'lead');
  const { name, contact, passphrase } = wanted;
  const { identity, recipient } = await newIdentity();
  const locked = await lockBytes(Buffer.from(identity), { passphrase });
  const key = Buffer.from(locked).toString('base64');
  await store.concerns.saveLead(id, { name, contact, recipient, key });
  for (const running of rooms.all())
    if (running.consultation.id === id) await takeLead(store.concerns, running);
  return concernsPage(store, id);
}

/**
 * Passes a comment on. The room hides it from then on, and it is sealed without its words. One that its
 * writer has just changed or taken back is passed on as it was read: somebody may be in danger, and a refusal
 * would tell who has just changed their mind.
 */
export async function passOn(
  concerns: ConcernStore,
  running: Running,
  note: string,
): Promise<Room | Refusal> {
  const comment = listedNote(running, note);
  if (comment === null) return refuse('no-such-note', 'id');
  const { session, consultation, room } = running;
  if (room.passedOn.includes(note)) return room;
  const lead = await concerns.lead(consultation.id);
  if (lead === null) return refuse('no-lead', 'id');
  const board = room.boards[comment.board - 1];
  const item: Omit<ConcernItem, 'id'> = {
    consultation: consultation.title,
    session: session.name,
    place: session.place,
    date: session.date,
    statement: wordingFor(board?.wordings ?? [], [], consultation.languages[0] ?? 'en')?.text ?? '',
    text: comment.comment,
    told: consultation.words.dangerTo,
  };
  const sealed = await lockBytes(Buffer.from(JSON.stringify(item)), { recipients: [lead.recipient] });
  // Durable before the comment goes out of sight.
  await concerns.add(consultation.id, { id: newId(), date: session.date, sealed });
  return { ...room, passedOn: [...room.passedOn, note], notes: { ...room.notes, [note]: 'hide' } };
}

/** What waits for the lead, opened by the lead's passphrase. */
export async function openConcerns(
  store: Store,
  id: string,
  value: unknown,
): Promise<ConcernItem[] | Refusal> {
  const opening = readOpening(value);
  if (isRefusal(opening)) return opening;
  const lead = await store.concerns.lead(id);
  if (lead === null) return refuse('no-lead');
  const identity = await unlockBytes(Buffer.from(lead.key, 'base64'), { passphrase: opening.passphrase });
  if (typeof identity === 'string') return refuse('wrong-key', 'passphrase');
  const key = { identity: Buffer.from(identity).toString() };
  const items: ConcernItem[] = [];
  for (const { id: concern, sealed } of await store.concerns.list(id)) {
    const opened = await unlockBytes(sealed, key);
    if (typeof opened === 'string') throw new Error('A concern could not be opened.');
    items.push({ id: concern, ...(JSON.parse(Buffer.from(opened).toString()) as Omit<ConcernItem, 'id'>) });
  }
  return items.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The lead has seen to a concern, and it goes; only who can open it may do that. */
export async function settleConcern(
  store: Store,
  id: string,
  concern: string,
  value: unknown,
): Promise<ConcernItem[] | Refusal> {
  const before = await openConcerns(store, id, value);
  if (isRefusal(before)) return before;
  if (!(await store.concerns.remove(id, concern))) return refuse('no-such-note', 'concern');
  if ((await store.consultation(id)) === null) await store.concerns.forgetLead(id);
  return before.filter((item) => item.id !== concern);
}

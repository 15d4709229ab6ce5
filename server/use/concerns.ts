/**
 * Passing a comment on as a concern about somebody's safety. It is sealed for the lead whom the
 * consultation names, by a key that only the lead's passphrase opens: whoever passes it on can add to what
 * is there and not read it.
 */
import type { ConcernItem, ConcernsOpened, ConcernsPage } from '../../core/apiConcerns.ts';
import { wordingFor } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { thoughtAt } from '../../core/thought.ts';
import { readLead, readOpening } from '../../core/schemaConcern.ts';
import { lockBytes, newIdentity, unlockBytes } from '../archive/lock.ts';
import { newId } from '../random.ts';
import type { Concern, ConcernStore } from '../store/concerns.ts';
import type { Store } from '../store/store.ts';
import { offerAlone } from './alone.ts';
import { listedNote } from './moderation.ts';
import type { Running } from './running.ts';
import type { Rooms } from './sessions.ts';

/** A lead is named by somebody who types: that two come within one sealing, of milliseconds, is an accident. */
const SEALED_AGAIN = 2;

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

/** Consoles of a running session know from now on whether a lead is named; phones that come, whether they can talk alone. */
export async function takeLead(concerns: ConcernStore, running: Running, today: string): Promise<void> {
  const lead = await concerns.lead(running.consultation.id);
  running.lead = lead !== null;
  offerAlone(running, lead, today);
  running.changed(['console']);
}

/**
 * Names the lead. Concerns that wait for an earlier one stay theirs, so it is refused while there are any, also
 * where one was passed on while the new lead's key was made, which takes seconds.
 */
export async function nameLead(
  store: Store,
  rooms: Rooms,
  id: string,
  value: unknown,
  today: string,
  lockWork?: number,
): Promise<ConcernsPage | Refusal> {
  const wanted = readLead(value);
  if (isRefusal(wanted)) return wanted;
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  if ((await store.concerns.list(id)).length > 0) return refuse('concerns-wait', 'lead');
  const { name, contact, passphrase } = wanted;
  const { identity, recipient } = await newIdentity();
  const locked = await lockBytes(Buffer.from(identity), { passphrase }, lockWork);
  const key = Buffer.from(locked).toString('base64');
  if (!(await store.concerns.saveLead(id, { name, contact, recipient, key })))
    return refuse('concerns-wait', 'lead');
  // Removed meanwhile: nobody is named for what is not there.
  if ((await store.consultation(id)) === null) {
    await store.concerns.forgetLead(id);
    return refuse('no-such-consultation');
  }
  for (const running of rooms.all())
    if (running.consultation.id === id) await takeLead(store.concerns, running, today);
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
  const board = room.boards[(thoughtAt(comment.board)?.board ?? comment.board) - 1];
  const item: Omit<ConcernItem, 'id'> = {
    consultation: consultation.title,
    session: session.name,
    place: session.place,
    date: session.date,
    statement: wordingFor(board?.wordings ?? [], [], consultation.languages[0] ?? 'en')?.text ?? '',
    text: comment.comment,
    told: consultation.words.dangerTo,
  };
  // Durable before the comment goes out of sight.
  const refused = await sealFor(concerns, consultation.id, item);
  if (refused !== null) return refused;
  return { ...room, passedOn: [...room.passedOn, note], notes: { ...room.notes, [note]: 'hide' } };
}

/** Another lead may be named while it is sealed: then it is sealed for that one, whose it is from then on. */
async function sealFor(
  concerns: ConcernStore,
  consultation: string,
  item: Omit<ConcernItem, 'id'>,
): Promise<Refusal | null> {
  const bytes = Buffer.from(JSON.stringify(item));
  for (let tries = 0; tries < SEALED_AGAIN; tries += 1) {
    const lead = await concerns.lead(consultation);
    if (lead === null) return refuse('no-lead', 'id');
    const { recipient } = lead;
    const sealed = await lockBytes(bytes, { recipients: [recipient] });
    if (await concerns.add(consultation, { id: newId(), date: item.date, sealed }, recipient)) return null;
  }
  return refuse('too-fast', 'lead');
}

/**
 * What waits for the lead, opened by the lead's passphrase. One that cannot be opened keeps nobody from the
 * others, and is named.
 */
export async function openConcerns(
  store: Store,
  id: string,
  value: unknown,
): Promise<ConcernsOpened | Refusal> {
  const opening = readOpening(value);
  if (isRefusal(opening)) return opening;
  const lead = await store.concerns.lead(id);
  if (lead === null) return refuse('no-lead');
  const identity = await unlockBytes(Buffer.from(lead.key, 'base64'), { passphrase: opening.passphrase });
  if (typeof identity === 'string') return refuse('wrong-key', 'passphrase');
  const key = { identity: Buffer.from(identity).toString() };
  const items: ConcernItem[] = [];
  const unread: ConcernsOpened['unread'] = [];
  for (const concern of await store.concerns.list(id)) {
    const opened = await openOne(concern, key);
    if (typeof opened === 'string') unread.push({ id: concern.id, date: concern.date, why: opened });
    else items.push(opened);
  }
  const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : 1);
  return { items: items.toSorted(byDate), unread: unread.toSorted(byDate) };
}

async function openOne(
  { id, sealed }: Concern,
  key: { identity: string },
): Promise<ConcernItem | 'wrong-key' | 'damaged'> {
  const opened = await unlockBytes(sealed, key);
  if (typeof opened === 'string') return opened;
  try {
    return { id, ...(JSON.parse(Buffer.from(opened).toString()) as Omit<ConcernItem, 'id'>) };
  } catch {
    return 'damaged';
  }
}

/**
 * The lead has seen to a concern, and it goes; only who has the lead's passphrase may do that. One that cannot be
 * opened can go too: it would keep another lead from being named for ever.
 */
export async function settleConcern(
  store: Store,
  id: string,
  concern: string,
  value: unknown,
): Promise<ConcernsOpened | Refusal> {
  const before = await openConcerns(store, id, value);
  if (isRefusal(before)) return before;
  if (!(await store.concerns.remove(id, concern))) return refuse('no-such-note', 'concern');
  if ((await store.consultation(id)) === null) await store.concerns.forgetLead(id);
  const left = (one: { id: string }): boolean => one.id !== concern;
  return { items: before.items.filter(left), unread: before.unread.filter(left) };
}

/**
 * Talking alone and being told alone (docs/decisions/033). What somebody writes comes in sealed for the lead, and what
 * is kept beside it is a day. While their session is open nobody opens it and it is counted in fives: in a small room
 * the next one would tell who has just sent it.
 */
import { createHash } from 'node:crypto';
import { ALONE_EACH, ALONE_KINDS, aloneUntil, shownWaiting, type AloneKind } from '../../core/alone.ts';
import type { AloneOpened, AlonePage } from '../../core/apiAlone.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readCard, readSettle, readTalkWish, readTellWish, type AloneAsk } from '../../core/schemaAlone.ts';
import { readOpening } from '../../core/schemaConcern.ts';
import type { Session } from '../../core/session.ts';
import { NEW_SOURCE, NOT_HELD } from '../../core/talk/sources.ts';
import { unlockBytes, unlockEach } from '../archive/lock.ts';
import { newId } from '../random.ts';
import type { AloneRow } from '../store/alone.ts';
import type { Lead } from '../store/concerns.ts';
import type { Store } from '../store/store.ts';
import { hasLeft, type Who } from './joinSession.ts';
import type { Running } from './running.ts';
import type { Rooms } from './sessions.ts';
import { changeTalk } from './talk.ts';

export interface AloneParts {
  store: Store;
  rooms: Rooms;
  /** YYYY-MM-DD. */
  today: () => string;
  /** Told when an interview was made of a request. */
  changed: (consultation: string, at: string) => void;
}

/** What phones of a session are told from now on. In a rehearsal nobody is asked, since nobody would read it. */
export function offerAlone(running: Running, lead: Lead | null, today: string): void {
  const { session, consultation } = running;
  const day = (kind: AloneKind): string => untilFor(kind, session, consultation.answerDue, today);
  running.alone =
    lead === null || session.rehearsal
      ? null
      : { lead: lead.name, to: lead.recipient, talk: day('talk'), told: day('told') };
}

function untilFor(kind: AloneKind, session: Session, answerDue: string, today: string): string {
  const { date, withdrawUntil = null, keepUntil = null } = session;
  return aloneUntil(kind, { date, withdrawUntil, keepUntil, answerDue }, today);
}

/** What leads from a request that is kept to the one that was sent: whoever sent it has the one, nobody both. */
function keptId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}

/**
 * Takes a request from a phone, or takes it back. How often a person has asked is in memory only.
 *
 * Refused: `alone-enough`, `other-lead` (the phone has an older key), `no-lead`, `not-joined`, `left`.
 */
export async function askAlone(
  store: Store,
  running: Running,
  who: Who,
  ask: AloneAsk,
): Promise<{ ok: true } | Refusal> {
  const { session, consultation, alone, aloneAsked } = running;
  if (running.closed) return refuse('not-saved');
  if (!running.people.has(who.hash)) return refuse(hasLeft(running, who.hash) ? 'left' : 'not-joined');
  const { kind } = ask;
  const counted = `${kind} ${who.hash}`;
  const asked = aloneAsked.get(counted) ?? 0;
  if ('back' in ask) {
    if (await store.alone.remove(consultation.id, kind, keptId(ask.id)))
      aloneAsked.set(counted, Math.max(0, asked - 1));
    return { ok: true };
  }
  if (alone === null) return refuse('no-lead');
  // Counted first, so that two that come at once are two.
  aloneAsked.set(counted, asked + 1);
  const uncounted = (): void => void aloneAsked.set(counted, (aloneAsked.get(counted) ?? 1) - 1);
  const row = rowOf(ask, session.date, alone[kind]);
  if (asked >= ALONE_EACH) {
    uncounted();
    const known = await store.alone.list(consultation.id, kind);
    return known.some(({ id }) => id === row.id) ? { ok: true } : refuse('alone-enough');
  }
  try {
    const added = await store.alone.add(consultation.id, kind, row);
    if (added !== 'added') uncounted();
    return added === 'other-lead' ? refuse('other-lead') : { ok: true };
  } catch (error) {
    uncounted();
    running.saveFailed(error);
    return refuse('not-saved');
  }
}

function rowOf(ask: { id: string; sealed: string; to: string }, date: string, until: string): AloneRow {
  const sealed = Buffer.from(ask.sealed, 'base64');
  return { id: keptId(ask.id), date, until, asked: false, recipient: ask.to, sealed };
}

/**
 * Days of which a session of this consultation is still open to phones, also those that it was given before: what came
 * then is from people who are there. One that is held open waits for paper only.
 */
function openDays(rooms: Rooms, id: string): Set<string> {
  const open = [...rooms.all()].filter(
    ({ consultation, session, room }) =>
      consultation.id === id && !session.rehearsal && !(session.state === 'ended' && room.hold),
  );
  return new Set(open.flatMap(({ session, room }) => [session.date, ...(room.days ?? [])]));
}

export async function alonePage({ store, rooms }: AloneParts, id: string): Promise<AlonePage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const lead = await store.concerns.lead(id);
  const open = openDays(rooms, id);
  const rows = {
    talk: await store.alone.list(id, 'talk'),
    told: await store.alone.list(id, 'told'),
  };
  const shown = (kind: AloneKind): number => {
    const held = rows[kind].filter(({ date }) => open.has(date)).length;
    return rows[kind].length - held + shownWaiting(held);
  };
  const free = ALONE_KINDS.flatMap((kind) => rows[kind]).filter(({ date }) => !open.has(date));
  return {
    title: stored.consultation.title,
    lead: lead === null ? null : { name: lead.name, recipient: lead.recipient },
    talkTo: stored.consultation.words.talkTo ?? '',
    waiting: { talk: shown('talk'), told: shown('told') },
    open: open.size > 0,
    next: free.map(({ until }) => until).toSorted()[0] ?? '',
    gone: await store.alone.gone(id),
    sessions: (await store.sessions(id))
      .filter(({ rehearsal, state }) => !rehearsal && state !== 'draft')
      .map(({ id: session, name, date }) => ({ id: session, name, date })),
  };
}

/**
 * Takes what a card says, which somebody typed in. The same one again is what it says now: whoever sends it anew has
 * heard no answer, and may have mended it meanwhile.
 */
export async function takeCard(parts: AloneParts, id: string, value: unknown): Promise<AlonePage | Refusal> {
  const { store, today } = parts;
  const card = readCard(value);
  if (isRefusal(card)) return card;
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const session = await store.session(card.session);
  if (session?.consultation !== id || session.rehearsal || session.state === 'draft')
    return refuse('no-such-session', 'session');
  if ((await store.concerns.lead(id)) === null) return refuse('no-lead');
  const until = untilFor(card.kind, session, stored.consultation.answerDue, today());
  if (until < today()) return refuse('alone-over', 'session');
  const row = rowOf(card, session.date, until);
  const put = await store.alone.put(id, card.kind, row);
  return put === 'other-lead' ? refuse('other-lead') : alonePage(parts, id);
}

/** The secret keys that a passphrase opens, by the public ones: the lead's, and those of leads before that wait still. */
async function keysFor(store: Store, id: string, passphrase: string): Promise<Map<string, string> | Refusal> {
  const keys = await store.alone.keys(id);
  if (keys.length === 0) return refuse('no-lead');
  const opened = new Map<string, string>();
  for (const { recipient, key } of keys) {
    const identity = await unlockBytes(Buffer.from(key, 'base64'), { passphrase });
    if (typeof identity !== 'string') opened.set(recipient, Buffer.from(identity).toString());
  }
  return opened.size === 0 ? refuse('wrong-key', 'passphrase') : opened;
}

/** What waits, opened by the lead's passphrase. One that cannot be opened keeps nobody from the others. */
export async function openAlone(
  { store, rooms }: AloneParts,
  id: string,
  value: unknown,
): Promise<AloneOpened | Refusal> {
  const opening = readOpening(value);
  if (isRefusal(opening)) return opening;
  const keys = await keysFor(store, id, opening.passphrase);
  if (isRefusal(keys)) return keys;
  const open = openDays(rooms, id);
  const found: AloneOpened = { talk: [], told: [], unread: [] };
  for (const kind of ALONE_KINDS) {
    const rows = (await store.alone.list(id, kind)).filter(({ date }) => !open.has(date));
    const locked = rows.flatMap(({ recipient, sealed }) => {
      const identity = keys.get(recipient);
      return identity === undefined ? [] : [{ bytes: sealed, identity }];
    });
    const answers = (await unlockEach(locked)).values();
    for (const row of rows)
      sortIn(found, kind, row, keys.has(row.recipient) ? (answers.next().value ?? 'damaged') : 'wrong-key');
  }
  return found;
}

function sortIn(
  found: AloneOpened,
  kind: AloneKind,
  { id, date, until, asked }: AloneRow,
  opened: Uint8Array | 'wrong-key' | 'damaged',
): void {
  const kept = { id, date, until };
  if (typeof opened === 'string') return void found.unread.push({ ...kept, kind, why: opened });
  let value: unknown = null;
  try {
    value = JSON.parse(Buffer.from(opened).toString());
  } catch {
    // Read as nothing below.
  }
  const talk = kind === 'talk' ? readTalkWish(value) : null;
  const told = kind === 'told' ? readTellWish(value) : null;
  if (talk !== null) found.talk.push({ ...kept, ...talk, asked });
  else if (told !== null) found.told.push({ ...kept, ...told });
  else found.unread.push({ ...kept, kind, why: 'damaged' });
}

/**
 * Notes that the lead has asked somebody, or ends their request for good. An interview that is made of one has nothing
 * of it. Only who has the lead's passphrase may do that, and only what they can see: what it does not open goes as
 * `unread`.
 */
export async function settleAlone(
  parts: AloneParts,
  [id, kind, wish]: readonly [string, string, string],
  value: unknown,
): Promise<AloneOpened | Refusal> {
  const wanted = readSettle(value);
  if (isRefusal(wanted)) return wanted;
  const { store, rooms } = parts;
  const { as, passphrase } = wanted;
  const of = ALONE_KINDS.find((one) => one === kind);
  if (of === undefined) return refuse('no-such-page', 'kind');
  const found = await openAlone(parts, id, { passphrase });
  if (isRefusal(found)) return found;
  const row = (await store.alone.list(id, of)).find((one) => one.id === wish);
  if (row === undefined) return refuse('no-such-note', 'wish');
  if (openDays(rooms, id).has(row.date)) return refuse('alone-open', 'wish');
  const unread = found.unread.some((one) => one.id === wish);
  const ends = unread ? ['unread'] : of === 'talk' ? ['asked', 'interview', 'not-any-more'] : ['told'];
  if (!ends.includes(as)) return refuse('bad-message', 'as', ends.join(', '));
  if (as === 'asked') await store.alone.markAsked(id, of, wish);
  else {
    // The interview first: what cannot be made leaves the request where it is.
    const made = as === 'interview' ? await makeInterview(parts, id) : null;
    if (isRefusal(made)) return made;
    await store.alone.remove(id, of, wish);
  }
  return {
    talk: found.talk
      .filter((one) => as === 'asked' || one.id !== wish)
      .map((one) => (one.id === wish ? { ...one, asked: true } : one)),
    told: found.told.filter((one) => one.id !== wish),
    unread: found.unread.filter((one) => one.id !== wish),
  };
}

/** An empty interview, to be filled by whoever holds it: nothing in it says from which request it came, or that it did. */
async function makeInterview({ store, rooms, changed }: AloneParts, id: string): Promise<Refusal | null> {
  const language = (await store.consultation(id))?.consultation.languages[0] ?? 'en';
  const set = { ...NEW_SOURCE, title: 'Interview', text: NOT_HELD, language };
  const changes = [{ id: newId(), of: 'source', key: newId(), was: null, set }];
  const done = await changeTalk(store, rooms, { consultation: id }, { changes }, 'facilitator', changed);
  return isRefusal(done) ? done : null;
}

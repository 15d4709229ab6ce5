/** Sessions from draft to sealed: making, editing, opening the lobby, ending, sealing, removing. */
import type { Consultation } from '../../core/consultation.ts';
import type { NewSession } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { firstRoom } from '../../core/room.ts';
import { addDays } from '../../core/day.ts';
import type { Check, Session } from '../../core/session.ts';
import { CHECKS, withKnownGroups } from '../../core/session.ts';
import { LIMITS } from '../../core/limits.ts';
import { wordsToldNow } from '../../core/wordsTold.ts';
import type { Store } from '../store/store.ts';
import { newCode, newId } from '../random.ts';
import { boardSource } from './boardSource.ts';
import { bringBack } from './notedBefore.ts';
import { run, type Running } from './running.ts';

/** The sessions that are running on this server. */
export interface Rooms {
  all(): Iterable<Running>;
  byId(session: string): Running | undefined;
  byCode(code: string): Running | undefined;
  add(running: Running): void;
  remove(session: string): void;
  /** A session that is under way and could not be taken up, until it runs or is removed. */
  lost(session: Session): void;
  lostCodes(): string[];
}

/** A draft with its defaults: all groups, unlinked, guided. */
export function draftSession(
  consultation: Consultation,
  number: number,
  today: string,
  wanted: NewSession,
): Session | Refusal {
  const draft: Session = {
    id: newId(),
    consultation: consultation.id,
    name: `Session ${number}`,
    date: today,
    place: '',
    mode: 'unlinked',
    style: 'guided',
    groups: consultation.groups.map((g) => g.id),
    twoGroups: false,
    attendance: [],
    others: [],
    ...wanted,
    state: 'draft',
    code: '',
    rehearsal: false,
  };
  return strangeGroup(consultation, draft, null) ?? draft;
}

/** Groups that the consultation has not, unless the session had them before: a removed one may come back. */
export function strangeGroup(
  consultation: Consultation,
  after: Session,
  before: Session | null,
): Refusal | null {
  const groups = (s: Session): string[] => [...s.groups, ...s.attendance.flatMap((a) => a.group ?? [])];
  const known = new Set([
    ...consultation.groups.map((g) => g.id),
    ...(before === null ? [] : groups(before)),
  ]);
  if (after.groups.some((g) => !known.has(g))) return refuse('group-unknown', 'groups');
  const row = after.attendance.findIndex((a) => a.group !== null && !known.has(a.group));
  return row === -1 ? null : refuse('group-unknown', `attendance.${row}.group`);
}

/**
 * Saves a new draft, named by its number where `wanted` has no name. Refused when there are as many as may
 * be, or for a group that the consultation does not have.
 *
 * @param today YYYY-MM-DD
 */
export async function addSession(
  store: Store,
  consultation: Consultation,
  today: string,
  wanted: NewSession,
): Promise<Session | Refusal> {
  const sessions = await store.sessions(consultation.id);
  if (sessions.length >= LIMITS.sessionsPerConsultation) return refuse('too-large', 'sessions');
  const session = draftSession(consultation, sessions.length + 1, today, wanted);
  if (isRefusal(session)) return session;
  await store.saveSession(session);
  return session;
}

/** What is fixed as a lobby opens, since people are told it. */
export interface Opening {
  /** YYYY-MM-DD. */
  today: string;
  /** What was ticked on the checklist for people under 18; a rehearsal needs none. */
  checks: readonly Check[];
}

/**
 * Opens the lobby: the session gets its files and its code, and people can join. The days until which
 * answers can be taken out and are kept are fixed by it. Groups that were removed since it was set up are
 * not asked for.
 */
export async function openLobby(
  store: Store,
  rooms: Rooms,
  id: string,
  { today, checks }: Opening,
): Promise<Running | Refusal> {
  const draft = await store.session(id);
  if (draft === null) return refuse('no-such-session');
  if (draft.state !== 'draft') return refuse('wrong-state');
  const stored = await store.consultation(draft.consultation);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const session = withKnownGroups(draft, consultation.groups);
  // It was for groups that are gone, and there are others: nobody would be asked for theirs.
  if (draft.groups.length > 0 && session.groups.length === 0 && consultation.groups.length > 0)
    return refuse('group-unknown', 'groups');
  const sources = consultation.statements.map((statement) => boardSource(consultation, statement));
  // One wording left empty would make its group answer a blank statement.
  const blank = consultation.statements.findIndex((s) => s.wordings.some((w) => w.text === ''));
  if (sources.length === 0) return refuse('nothing-to-place');
  if (blank !== -1) return refuse('nothing-to-place', `statements.${blank}`, 'some text');
  const missing = CHECKS.find((check) => !checks.includes(check));
  if (consultation.under18 && !session.rehearsal && missing !== undefined)
    return refuse('checks-open', `checks.${missing}`);
  let code = newCode();
  while (rooms.byCode(code) !== undefined) code = newCode();
  const opened: Session = {
    ...session,
    ...promised(consultation, session.date, today),
    told: [wordsToldNow(consultation)],
    ...(consultation.under18 && !session.rehearsal ? { checks: [...CHECKS] } : {}),
    state: 'lobby',
    code,
  };
  const room = firstRoom(session.style, sources, consultation.rounds, consultation.roundOrder);
  const live = await store.beginLive(opened, room);
  const running = await run(opened, consultation, live);
  rooms.add(running);
  return running;
}

/** The days that people are told. A session that is held after its date counts from the day it is held on. */
function promised(
  { withdrawDays, keepUntil }: Consultation,
  date: string,
  today: string,
): Pick<Session, 'withdrawUntil' | 'keepUntil'> {
  const kept = keepUntil === '' ? {} : { keepUntil };
  if (withdrawDays === 0) return kept;
  const until = addDays(date > today ? date : today, withdrawDays);
  // What is destroyed can no longer be taken out.
  return { ...kept, withdrawUntil: keepUntil !== '' && keepUntil < until ? keepUntil : until };
}

/** Where withdrawal was promised until later, the key has to stay until then. */
export function keepsKey(session: Session): boolean {
  return session.withdrawUntil !== undefined;
}

/**
 * Seals an ended session now. When it fails, the session stays as it was, with everything in it, and
 * can be sealed again.
 */
export async function sealSession(store: Store, rooms: Rooms, id: string): Promise<Session | Refusal> {
  const running = rooms.byId(id);
  if (running === undefined)
    return refuse((await store.session(id)) === null ? 'no-such-session' : 'wrong-state');
  if (running.session.state !== 'ended' || running.closed) return refuse('wrong-state');
  return lastTurn(running, () => sealRunning(store, rooms, running));
}

async function sealRunning(store: Store, rooms: Rooms, running: Running): Promise<Session> {
  const { session, consultation } = running;
  const { id } = session;
  await running.store.close();
  try {
    if (session.rehearsal) await store.removeSession(id);
    else {
      await bringBack(store, running);
      await store.seal(id, keepsKey(session));
    }
  } catch (error) {
    rooms.remove(id);
    const live = await store.openLive(id);
    if (!isRefusal(live)) rooms.add(await run(session, consultation, live));
    throw error;
  }
  rooms.remove(id);
  return (await store.session(id)) ?? { ...session, state: 'sealed', code: '' };
}

/** Takes nothing more; after what is on its way to the disk its end comes, for which whoever edits it waits. */
function lastTurn<T>(running: Running, end: () => Promise<T>): Promise<T> {
  running.closed = true;
  if (running.releasing !== null) clearTimeout(running.releasing);
  const turn = running.turn.then(end);
  running.turn = turn.catch(() => undefined);
  return turn;
}

/**
 * Removes a session with everything in it but what codes need until the day that people were told. A running one
 * has to end first; a rehearsal may go at any time.
 *
 * @param evenRunning it may go while it is running too
 */
export async function removeSession(
  store: Store,
  rooms: Rooms,
  id: string,
  evenRunning = false,
): Promise<{ ok: true } | Refusal> {
  const running = rooms.byId(id);
  const session = running?.session ?? (await store.session(id));
  if (session === null) return refuse('no-such-session');
  const busy = session.state === 'lobby' || session.state === 'live';
  if (busy && !session.rehearsal && !evenRunning) return refuse('session-running');
  const remove = async (): Promise<{ ok: true }> => {
    await running?.store.close();
    rooms.remove(id);
    await store.removeSession(id);
    return { ok: true };
  };
  return running === undefined ? remove() : lastTurn(running, remove);
}

/** Sessions from draft to sealed: making, editing, opening the lobby, ending, sealing, removing. */
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf } from '../../core/consultation.ts';
import type { NewSession, SessionEdit } from '../../core/api.ts';
import { isRefusal, refuse, REFUSALS, type Refusal } from '../../core/refusal.ts';
import { firstRoom, type BoardSource } from '../../core/room.ts';
import type { Session } from '../../core/session.ts';
import { fixedOnceOpen } from '../../core/session.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Store } from '../store/store.ts';
import { newCode, newId } from '../random.ts';
import { pictureHash, run, type Running } from './running.ts';

/** The sessions that are running on this server. */
export interface Rooms {
  all(): Iterable<Running>;
  byId(session: string): Running | undefined;
  byCode(code: string): Running | undefined;
  add(running: Running): void;
  remove(session: string): void;
}

/** A draft with its defaults: all groups, unlinked, guided. */
export function draftSession(
  consultation: Consultation,
  number: number,
  today: string,
  wanted: NewSession,
): Session | Refusal {
  return checkGroups(consultation, {
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
  });
}

function checkGroups(consultation: Consultation, session: Session): Session | Refusal {
  const known = new Set(consultation.groups.map((g) => g.id));
  return session.groups.some((g) => !known.has(g)) ? refuse('group-unknown', 'groups') : session;
}

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

/** Changes a session. Once its lobby has opened, mode, style and groups stay as people were told. */
export async function editSession(
  store: Store,
  rooms: Rooms,
  id: string,
  edit: SessionEdit,
): Promise<Session | Refusal> {
  const running = rooms.byId(id);
  const before = running?.session ?? (await store.session(id));
  if (before === null) return refuse('no-such-session');
  const after: Session = { ...before, ...edit };
  const fixed = fixedOnceOpen(before, after);
  if (fixed !== null) return refuse('wrong-state', fixed, 'fixed since the lobby opened');
  const stored = await store.consultation(before.consultation);
  if (stored === null) return refuse('no-such-consultation');
  const checked = checkGroups(stored.consultation, after);
  if (isRefusal(checked)) return checked;
  await store.saveSession(checked);
  if (running !== undefined) {
    running.session = checked;
    running.changed(['console']);
  }
  return checked;
}

/** Opens the lobby: the session gets its files and its code, and people can join. */
export async function openLobby(store: Store, rooms: Rooms, id: string): Promise<Running | Refusal> {
  const session = await store.session(id);
  if (session === null) return refuse('no-such-session');
  if (session.state !== 'draft') return refuse('wrong-state');
  const stored = await store.consultation(session.consultation);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const sources = consultation.statements.map((statement): BoardSource => ({
    statement: statement.id,
    version: statement.version,
    wordings: statement.wordings,
    scale: scaleOf(consultation, statement),
    picture: statement.picture && {
      hash: pictureHash(statement.picture.data),
      alt: statement.picture.alt,
    },
  }));
  const blank = consultation.statements.findIndex((s) => s.wordings.every((w) => w.text === ''));
  if (sources.length === 0) return refuse('nothing-to-place');
  if (blank !== -1) return refuse('nothing-to-place', `statements.${blank}`, 'some text');
  let code = newCode();
  while (rooms.byCode(code) !== undefined) code = newCode();
  const opened: Session = { ...session, state: 'lobby', code };
  const room = firstRoom(session.style, sources, consultation.rounds, consultation.roundOrder);
  const live = await store.beginLive(opened, room);
  const running = await run(opened, consultation, live);
  rooms.add(running);
  return running;
}

/** Takes up again every session that was running when the server stopped; ended ones are sealed. */
export async function takeUpSessions(
  store: Store,
  rooms: Rooms,
): Promise<{ name: string; reason: string }[]> {
  const notTakenUp: { name: string; reason: string }[] = [];
  for (const session of await store.unsealed()) {
    if (session.state === 'ended') {
      if (session.rehearsal) await store.removeSession(session.id);
      else await store.seal(session.id);
      continue;
    }
    const stored = await store.consultation(session.consultation);
    const live = stored === null ? refuse('no-such-consultation') : await store.openLive(session.id);
    if (stored === null || isRefusal(live)) {
      if (isRefusal(live)) notTakenUp.push({ name: session.name, reason: REFUSALS[live.refusal].wording });
      continue;
    }
    rooms.add(await run(session, stored.consultation, live));
  }
  return notTakenUp;
}

/** Seals an ended session now. */
export async function sealSession(store: Store, rooms: Rooms, id: string): Promise<Session | Refusal> {
  const running = rooms.byId(id);
  const session = running?.session ?? (await store.session(id));
  if (session === null) return refuse('no-such-session');
  if (session.state !== 'ended') return refuse('wrong-state');
  // A placement that is on its way is settled before the room goes.
  await running?.turn;
  rooms.remove(id);
  await running?.store.close();
  if (session.rehearsal) {
    await store.removeSession(id);
    return { ...session, state: 'sealed', code: '' };
  }
  await store.seal(id);
  return (await store.session(id)) ?? refuse('no-such-session');
}

/** Removes a session with everything in it. A running one has to end first; a rehearsal may go at any time. */
export async function removeSession(store: Store, rooms: Rooms, id: string): Promise<{ ok: true } | Refusal> {
  const running = rooms.byId(id);
  const session = running?.session ?? (await store.session(id));
  if (session === null) return refuse('no-such-session');
  const busy = session.state === 'lobby' || session.state === 'live';
  if (busy && !session.rehearsal) return refuse('session-running');
  rooms.remove(id);
  await running?.store.close();
  await store.removeSession(id);
  return { ok: true };
}

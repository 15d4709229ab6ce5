/** Sessions that go from one laptop to another by a stick, and what becomes of them on the first. */
import type { ElsewhereItem, TakenOver, Taking } from '../../core/stick.ts';
import { TIMES } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { newCode } from '../random.ts';
import type { Store } from '../store/store.ts';
import type { Running } from '../use/running.ts';
import { removeSession, type Rooms } from '../use/sessions.ts';
import { takeUp } from '../use/takeUp.ts';
import { showNewAddress } from './newAddress.ts';
import { dayOf } from '../store/minute.ts';
import { doubtOf } from './doubt.ts';
import type { Stick } from './parts.ts';

export interface TakeOverParts {
  stick: Stick;
  store: Store;
  rooms: Rooms;
  /** All addresses of this laptop at its port, as phones would open them. */
  addresses: () => string[];
  /** Time of day, to the minute. */
  minute: (at: number) => string;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  /** The clock on the wall, in milliseconds since 1970. */
  wall: () => number;
}

export interface Moves {
  /** Finds out at the start which sessions are not to be taken up before somebody says so. */
  look(): Promise<ReadonlySet<string>>;
  elsewhere(): Promise<ElsewhereItem[]>;
  /** Codes of sessions that wait for that: their phones go on asking. */
  codes: () => string[];
  /** Nothing real runs or waits here. */
  idle: () => boolean;
  /** Whether a session waits for that. */
  held: (session: string) => boolean;
  /** Told of each session that begins to run. */
  begun: (running: Running) => void;
  /** Nothing has run since the start: a session may still be taken over here. */
  mayCome: () => boolean;
  /** @param sure somebody has read what there is to doubt; else nothing is done where there is something */
  take(folder: string, passphrase: string, sure: boolean): Promise<Taking | Refusal>;
  /** `open`: it goes on here. `remove`: what is here of it goes. */
  settle(session: string, how: 'open' | 'remove'): Promise<{ ok: true } | Refusal>;
}

export function makeMoves({ stick, store, rooms, addresses, minute, now, wall }: TakeOverParts): Moves {
  /** Sessions that wait, with their codes. */
  const held = new Map<string, { name: string; code: string; why: ElsewhereItem['why'] }>();

  let until = -Infinity;

  /** One at a time: of two windows that press at once, the later one finds what the first has done. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  /** What was taken last, and from which stick: whoever asks again is told the same. */
  let last: { stick: string; taken: TakenOver } | null = null;

  const take = async (folder: string, passphrase: string, sure: boolean): Promise<Taking | Refusal> => {
    const opened = await stick.open(folder, passphrase);
    if (isRefusal(opened)) return opened;
    const { sessions, made, address } = opened.bundle;
    if (sessions.length === 0) return refuse('stick-empty', 'folder');
    const missing = sessions.filter(({ session }) => rooms.byId(session.id) === undefined);
    if (missing.length === 0) {
      const again = last?.stick === opened.stick && (await stick.check()) === 'ours';
      return again && last !== null ? last.taken : refuse('session-running', 'session');
    }
    const doubt = sure ? null : await doubtOf(opened, await stick.places(), wall());
    if (doubt !== null) return { doubt };
    // First: from here on the other laptop asks before it goes on.
    const hold = await stick.hold(opened);
    if (isRefusal(hold)) return hold;
    for (const carried of sessions) if (!missing.includes(carried)) await stick.took(carried.session.id);
    const madeToday = dayOf(new Date(made)) === dayOf(new Date(wall()));
    const sameAddress = addresses().includes(address);
    const taken: TakenOver['sessions'] = [];
    const refused: TakenOver['refused'] = [];
    for (const carried of missing) {
      const { id, name, code } = carried.session;
      const session = { ...carried.session, code: rooms.byCode(code) === undefined ? code : newCode() };
      const put = await store.carry.put({ ...carried, session }, held.has(id));
      const up = isRefusal(put) ? put : await takeUp(store, rooms, session);
      if (up !== null) {
        refused.push({ name, refusal: up });
        continue;
      }
      taken.push({ id, name, minute: minute(made), day: madeToday ? '' : dayOf(new Date(made)) });
      held.delete(id);
      const running = rooms.byId(id);
      if (running !== undefined && !sameAddress) showNewAddress(running);
      await stick.took(id);
    }
    const [first] = refused;
    if (taken.length === 0 && first !== undefined) return first.refusal;
    stick.copySoon(true);
    const answer = { sessions: taken, refused, address, sameAddress };
    last = { stick: opened.stick, taken: answer };
    return answer;
  };

  const settle: Moves['settle'] = async (id, how) => {
    const running = rooms.byId(id);
    if (!held.has(id) && running === undefined) return refuse('no-such-session', 'session');
    if (how === 'remove') {
      const removed = await removeSession(store, rooms, id, true);
      if (isRefusal(removed)) return removed;
      held.delete(id);
      await stick.letGo(id);
      return removed;
    }
    const again = await stick.holdAgain();
    if (isRefusal(again)) return again;
    if (running !== undefined) return { ok: true };
    const session = await store.session(id);
    const refusal = session === null ? refuse('no-such-session') : await takeUp(store, rooms, session);
    if (refusal !== null) return refusal;
    held.delete(id);
    stick.copySoon(false);
    return { ok: true };
  };

  return {
    look: async () => {
      const unsealed = await store.unsealed();
      if (unsealed.every((session) => session.rehearsal)) until = now() + TIMES.takeOverMs;
      const check = await stick.check();
      if (check === 'none' || check === 'ours') return new Set();
      const { sessions, untaken } = stick.settings();
      const copied = new Set([...sessions, ...untaken]);
      for (const session of unsealed)
        if (copied.has(session.id) && !session.rehearsal)
          held.set(session.id, {
            name: session.name,
            code: session.code,
            why: check === 'taken' ? 'taken' : 'unknown',
          });
      return new Set(held.keys());
    },
    elsewhere: async () => {
      const waiting = [...held].map(([session, { name, why }]) => ({ session, name, why, runs: false }));
      if ((await stick.check()) !== 'taken') return waiting;
      const copied = new Set(stick.settings().sessions);
      const running = [...rooms.all()].filter(({ session }) => copied.has(session.id));
      return [
        ...waiting.map((item) => ({ ...item, why: 'taken' as const })),
        ...running.map(({ session: { id, name } }) => ({
          session: id,
          name,
          why: 'taken' as const,
          runs: true,
        })),
      ];
    },
    begun: (running) => {
      running.moved = stick.settings().taken.includes(running.session.id);
      if (!running.session.rehearsal) until = -Infinity;
    },
    mayCome: () => now() < until,
    codes: () => [...held.values()].map(({ code }) => code),
    held: (session) => held.has(session),
    idle: () => held.size === 0 && [...rooms.all()].every(({ session }) => session.rehearsal),
    take: (folder, passphrase, sure) => inTurn(() => take(folder, passphrase, sure)),
    settle: (session, how) => inTurn(() => settle(session, how)),
  };
}

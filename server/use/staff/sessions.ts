/**
 * Who is signed in. Held in memory, so that each request and event can be asked about, and written down,
 * so that a restart of the server signs nobody out. Ends by itself after a time without use, and after a
 * time whatever happens; a live socket counts as use.
 */
import { STAFF } from '../../../core/limits.ts';
import type { Role } from '../../../core/staff.ts';
import { newId } from '../../random.ts';
import type { StaffSession, StaffStore } from '../../store/staffStore.ts';
import { hashOf, newSecret } from './secrets.ts';

/** How stale the note of a session's last use may be, should the program be killed. */
const NOTE_EVERY_MS = 60_000;

export interface StaffSessions {
  /** Signs in; gives the token, which is nowhere else. `since`: it goes on one that had begun then. */
  begin(who: { role: Role; place: 'laptop' | 'device'; name: string; since?: number }): Promise<string>;
  /** The session of a token, or null when there is none or its time is over. */
  find(token: string): StaffSession | null;
  /** Whether it still holds. */
  holds(session: StaffSession): boolean;
  /** Notes that it is being used. */
  touch(session: StaffSession): void;
  /** Milliseconds until it ends, however much it is used. */
  left(session: StaffSession): number;
  /** Ends one at once, its sockets too; null when there is none of this id. */
  end(id: string): Promise<StaffSession | null>;
  list(): StaffSession[];
  /** Keeps it in use until the function that comes back is called; `close` is called when it ends. */
  hold(session: StaffSession, close: () => void): () => void;
  /** Calls `told` when it ends, without keeping it in use, until the function that comes back is called. */
  onEnd(session: StaffSession, told: () => void): () => void;
  /** Ends those whose time is over and writes down when the others were used. */
  sweep(): Promise<void>;
  /** Writes down when they were used; nothing may be asked afterwards. */
  stop(): Promise<void>;
}

interface Held {
  session: StaffSession;
  /** What was last written down of `used`. */
  noted: number;
  sockets: Set<() => void>;
  told: Set<() => void>;
}

/** A tablet that is passed round may have no network for hours, and has to hand over when it is back. */
function idleMs({ role, place }: StaffSession): number {
  if (role === 'tablet') return STAFF.deviceTotalMs;
  return place === 'laptop' ? STAFF.laptopIdleMs : STAFF.deviceIdleMs;
}

/** @param now milliseconds since 1970 */
export async function makeStaffSessions(store: StaffStore, now: () => number): Promise<StaffSessions> {
  const byHash = new Map<string, Held>();
  for (const { used, since, ...kept } of await store.sessions()) {
    // A clock that was ahead when they began would let them go on until then.
    const session = { ...kept, used: Math.min(used, now()), since: Math.min(since, now()) };
    byHash.set(session.hash, { session, noted: used, sockets: new Set(), told: new Set() });
  }

  const left = ({ place, since }: StaffSession): number =>
    since + (place === 'laptop' ? STAFF.laptopTotalMs : STAFF.deviceTotalMs) - now();

  const isOver = ({ session, sockets }: Held): boolean => {
    return left(session) <= 0 || (sockets.size === 0 && now() - session.used >= idleMs(session));
  };

  const drop = (held: Held): void => {
    byHash.delete(held.session.hash);
    for (const told of [...held.sockets, ...held.told]) told();
  };

  const note = async (all: readonly Held[]): Promise<void> => {
    const changed = all.filter((held) => held.session.used !== held.noted);
    if (changed.length === 0) return;
    for (const held of changed) held.noted = held.session.used;
    await store.saveUsed(changed.map(({ session: { hash, used } }) => ({ hash, used })));
  };

  const sessions: StaffSessions = {
    begin: async ({ role, place, name, since }) => {
      const token = newSecret();
      const at = now();
      const session: StaffSession = {
        hash: hashOf(token),
        id: newId(),
        role,
        place,
        name,
        since: since ?? at,
        used: at,
      };
      await store.addSession(session);
      byHash.set(session.hash, { session, noted: at, sockets: new Set(), told: new Set() });
      return token;
    },
    find: (token) => {
      const held = byHash.get(hashOf(token));
      return held === undefined || isOver(held) ? null : held.session;
    },
    holds: ({ hash }) => {
      const held = byHash.get(hash);
      return held !== undefined && !isOver(held);
    },
    touch: (session) => {
      session.used = now();
    },
    left: (session) => Math.max(0, left(session)),
    end: async (id) => {
      const held = [...byHash.values()].find(({ session }) => session.id === id);
      if (held === undefined) return null;
      drop(held);
      await store.removeSessions([held.session.hash]);
      return held.session;
    },
    list: () => [...byHash.values()].filter((held) => !isOver(held)).map(({ session }) => session),
    hold: (session, close) => {
      const held = byHash.get(session.hash);
      held?.sockets.add(close);
      return () => {
        if (held?.sockets.delete(close) === true) session.used = now();
      };
    },
    onEnd: (session, told) => {
      const held = byHash.get(session.hash);
      held?.told.add(told);
      return () => void held?.told.delete(told);
    },
    sweep: async () => {
      const over = [...byHash.values()].filter(isOver);
      for (const held of over) drop(held);
      if (over.length > 0) await store.removeSessions(over.map(({ session }) => session.hash));
      const alive = [...byHash.values()];
      for (const { session, sockets } of alive) if (sockets.size > 0) session.used = now();
      await note(alive.filter(({ session, noted }) => Math.abs(session.used - noted) >= NOTE_EVERY_MS));
    },
    stop: async () => {
      const all = [...byHash.values()];
      for (const { session, sockets } of all) if (sockets.size > 0) session.used = now();
      await note(all);
    },
  };
  return sessions;
}

/**
 * What one person may ask of the server, over all their sockets and tabs, and how many of those they may have.
 * Whoever comes by a card is counted apart, or could use up what its owner may ask.
 */
import { fullBucket, take, type Bucket } from '../../core/bucket.ts';
import { LIMITS, RATES } from '../../core/limits.ts';
import type { Who } from '../use/joinSession.ts';
import type { Running } from '../use/running.ts';
import { makeTurns } from './turns.ts';

interface Held {
  emit(event: 'elsewhere'): unknown;
  disconnect(close: boolean): unknown;
}

export interface Person {
  /** Whether one more event is read, whatever it is. */
  mayAsk(): boolean;
  /** Whether one more event that writes is carried out: joining, codes, quoting, leaving. */
  mayWrite(): boolean;
  /** Counts a socket in; the oldest is told and closed where there are too many. */
  hold(socket: Held): void;
  letGo(socket: Held): void;
}

export interface Persons {
  of(running: Running, who: Who): Person;
  /** Carries out what is about codes, quoting and leaving, a few of each session at a time. */
  inTurn<T>(running: Running, work: () => Promise<T>): Promise<T>;
}

interface Known extends Person {
  sockets: Set<Held>;
}

/** @param now a monotonic clock in milliseconds */
export function makePersons(now: () => number): Persons {
  const rooms = new WeakMap<Running, { people: Map<string, Known>; inTurn: ReturnType<typeof makeTurns> }>();

  const roomOf = (running: Running) => {
    const known = rooms.get(running);
    if (known !== undefined) return known;
    const fresh = { people: new Map<string, Known>(), inTurn: makeTurns(RATES.rightsAtOnce) };
    rooms.set(running, fresh);
    return fresh;
  };

  return {
    of(running, who) {
      const { people } = roomOf(running);
      const key = who.card ? `card ${who.hash}` : who.hash;
      const known = people.get(key);
      if (known !== undefined) return known;
      const forget = (): void => {
        // Of whoever has joined it is kept, or a new connection would begin with everything again; tokens made
        // up must not fill memory.
        if (!running.people.has(who.hash)) people.delete(key);
      };
      const fresh = makePerson(now, forget);
      people.set(key, fresh);
      return fresh;
    },
    inTurn: (running, work) => roomOf(running).inTurn(work),
  };
}

function makePerson(now: () => number, empty: () => void): Known {
  const events: Bucket = fullBucket(RATES.eventsBurst, now());
  const writes: Bucket = fullBucket(RATES.joinBurst, now());
  const sockets = new Set<Held>();
  return {
    sockets,
    mayAsk: () => take(events, RATES.eventsPerSecond, RATES.eventsBurst, now()),
    mayWrite: () => take(writes, RATES.joinPerSecond, RATES.joinBurst, now()),
    hold(socket) {
      sockets.add(socket);
      const [oldest] = sockets;
      if (oldest === undefined || sockets.size <= LIMITS.socketsPerPerson) return;
      sockets.delete(oldest);
      // Untold it would come back, and take the place of another tab, for ever.
      oldest.emit('elsewhere');
      setImmediate(() => oldest.disconnect(true));
    },
    letGo(socket) {
      sockets.delete(socket);
      if (sockets.size === 0) empty();
    },
  };
}

/**
 * Rehearsing: a session of its own, marked as such, in which pretend people join over real sockets
 * and place believable answers. It is removed whole afterwards and never reaches the results.
 */
import { createHash, randomInt } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { LIMITS } from '../../core/limits.ts';
import type { Hello, PhoneToServer, ServerToPhone } from '../../core/protocol.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { points } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import type { PhoneBoard, PhoneView } from '../../core/view.ts';
import type { Store } from '../store/store.ts';
import type { Running } from '../use/running.ts';
import { openLobby, type Rooms } from '../use/sessions.ts';
import { newId } from '../random.ts';
import { PRETEND_COMMENTS } from './pretend.ts';

export interface Rehearsals {
  /** Makes a rehearsal of a session, opens its lobby and lets pretend people join. */
  begin(session: string, people: number): Promise<Session | Refusal>;
  /** Lets the pretend people of rehearsals come back that were running when the program stopped. */
  resume(): void;
  stop(session: string): void;
  stopAll(): void;
}

export interface RehearsalParts {
  store: Store;
  rooms: Rooms;
  today: () => string;
  port: () => number;
  /** How long a pretend person thinks before joining or placing, in milliseconds. */
  thinking: { least: number; most: number };
}

/** Rehearsals of this server; each holds the sockets of its pretend people until it is stopped. */
export function makeRehearsals(parts: RehearsalParts): Rehearsals {
  const { store, rooms, today } = parts;
  const casts = new Map<string, Pretender[]>();
  const stop = (session: string): void => {
    for (const person of casts.get(session) ?? []) person.leave();
    casts.delete(session);
  };
  const enter = ({ session: { id, code } }: Running, people: readonly number[]): void =>
    void casts.set(
      id,
      people.map((n) => pretend(parts, code, tokenOf(id, n))),
    );
  return {
    begin: async (id, people) => {
      const real = rooms.byId(id)?.session ?? (await store.session(id));
      if (real === null) return refuse('no-such-session');
      if (real.rehearsal) return refuse('wrong-state');
      const copy: Session = {
        ...real,
        id: newId(),
        date: today(),
        state: 'draft',
        code: '',
        attendance: [],
        others: [],
        rehearsal: true,
      };
      await store.saveSession(copy);
      const running = await openLobby(store, rooms, copy.id, { today: today(), checks: [] });
      if (isRefusal(running)) {
        await store.removeSession(copy.id);
        return running;
      }
      enter(running, numbers(people));
      return running.session;
    },
    resume: () => {
      for (const running of rooms.all()) {
        const { id, rehearsal, state } = running.session;
        if (!rehearsal || state === 'ended' || casts.has(id)) continue;
        const isIn = (n: number): boolean => running.people.has(running.store.hashOf(tokenOf(id, n)));
        enter(running, numbers(LIMITS.rehearsalPeople).filter(isIn));
      }
    },
    stop,
    stopAll: () => {
      for (const session of casts.keys()) stop(session);
    },
  };
}

const numbers = (people: number): number[] => Array.from({ length: people }, (_, n) => n);

/**
 * Whoever pulls the plug on a rehearsal sees the same people come back. Their tokens need to be known again and
 * not to be secret: nothing real is behind them.
 */
function tokenOf(session: string, n: number): string {
  const bytes = createHash('sha256').update(`pretend ${session} ${n}`).digest();
  return bytes.subarray(0, 16).toString('base64url');
}

interface Pretender {
  leave(): void;
}

function pretend({ port, thinking }: RehearsalParts, code: string, token: string): Pretender {
  const timers = new Set<NodeJS.Timeout>();
  const placed = new Set<number>();
  const socket: Socket<ServerToPhone, PhoneToServer> = io(`http://127.0.0.1:${port()}`, {
    auth: { code, token },
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
  });
  const later = (act: () => void): void => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        act();
      },
      randomInt(thinking.least, thinking.most),
    );
    timers.add(timer);
  };
  const place = (board: PhoneBoard): void => {
    const comment = randomInt(3) === 0 ? PRETEND_COMMENTS[randomInt(PRETEND_COMMENTS.length)] : '';
    const team = randomInt(8) === 0 ? 1 : 0;
    socket.emit('place', board.n, 1, believable(board), comment ?? '', team, () => undefined);
  };
  const see = (view: PhoneView): void => {
    for (const board of view.boards) {
      if (board.state !== 'open' || placed.has(board.n)) continue;
      placed.add(board.n);
      later(() => place(board));
    }
  };
  socket.on('view', see);
  socket.on('connect', () =>
    socket.emit('hello', (answer: Hello | Refusal) => {
      if (isRefusal(answer)) return;
      for (const [board] of answer.me.mine) placed.add(board);
      if (answer.me.joined) return see(answer.view);
      const { groups } = answer.info;
      const own = groups[randomInt(Math.max(1, groups.length))];
      const chosen = groups.length > 1 && own !== undefined ? [own.id] : [];
      socket.emit('join', { groups: chosen, quote: true }, () => see(answer.view));
    }),
  );
  later(() => socket.connect());
  return {
    leave: () => {
      for (const timer of timers) clearTimeout(timer);
      socket.disconnect();
    },
  };
}

/** Leans to one side, differently for each statement, with a few who decline. */
function believable(board: PhoneBoard): number | 'n' | 'x' {
  const { declines } = board.scale;
  const decline = declines[randomInt(Math.max(1, declines.length))];
  if (decline !== undefined && randomInt(15) === 0) return decline;
  const k = points(board.scale);
  const lean = (board.n * 7) % 3;
  const draws = [randomInt(1, k + 1), randomInt(1, k + 1)];
  if (lean === 0) return Math.max(...draws);
  return lean === 1 ? Math.min(...draws) : (draws[0] ?? 1);
}

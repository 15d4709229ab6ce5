/** The tablet's line to the laptop, and what it asks over http. The line comes back by itself. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ServerToTablet, TabletHello, TabletToServer } from '../../core/protocol.ts';
import { NAMESPACES } from '../../core/protocol.ts';
import { TIMES } from '../../core/limits.ts';
import { isRefusal, type Refusal, type RefusalCode } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import type { TabletView } from '../../core/tabletView.ts';
import type { Handed } from './queue.ts';

/** `out`: not signed in as a tablet any more; `gone`: the session is. */
export type Link = 'first' | 'up' | 'lost' | 'out' | 'gone';

export interface LineHandlers {
  hello(hello: TabletHello): void;
  view(view: TabletView): void;
  link(link: Link): void;
}

export interface Line {
  /** Says how many people's answers wait here. */
  queue(waiting: number): void;
  /** Whether a code card is free; null when nobody answers. */
  card(typed: string): Promise<{ ok: true } | Refusal | null>;
  /** The page is seen again or the network is back. */
  wake(): void;
}

const OUT: ReadonlySet<RefusalCode> = new Set(['sign-in-needed', 'not-allowed-here', 'not-your-role']);
/** Pause before asking again where Socket.IO does not do so itself, in milliseconds. */
const AGAIN_MS = 2000;
/** What a packet of a whole consultation needs over a weak Wi-Fi, in milliseconds. */
const HAND_MS = 30_000;

export function openLine(session: string, handlers: LineHandlers): Line {
  const socket: Socket<ServerToTablet, TabletToServer> = io(NAMESPACES.tablet, {
    auth: { session },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3000,
  });
  let link: Link = 'first';
  const set = (next: Link): void => {
    link = next;
    handlers.link(next);
  };
  const later = (what: () => void): void => {
    setTimeout(() => {
      if (link !== 'gone') what();
    }, AGAIN_MS);
  };
  const refused = ({ refusal }: Refusal): void => {
    if (OUT.has(refusal)) {
      set('out');
      later(() => socket.connect());
    } else if (REFUSALS[refusal].retry) {
      set('lost');
      later(() => socket.connect());
    } else {
      set('gone');
      socket.disconnect();
    }
  };

  socket.on('connect', () => {
    socket.timeout(TIMES.ackTimeoutMs).emit('hello', (error, answer) => {
      if (error !== null) socket.disconnect().connect();
      else if (isRefusal(answer)) refused(answer);
      else {
        handlers.hello(answer);
        set('up');
      }
    });
  });
  socket.on('view', (view) => {
    if (link === 'up') handlers.view(view);
  });
  socket.on('gone', () => {
    set('gone');
    socket.disconnect();
  });
  socket.on('disconnect', (reason) => {
    if (link === 'up') set('lost');
    // A server that shuts down in good order ends the line itself, and the client would leave it at that.
    if (reason === 'io server disconnect') later(() => socket.connect());
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    if (isRefusal(error.data)) refused(error.data);
    else {
      if (link === 'up') set('lost');
      if (!socket.active) later(() => socket.connect());
    }
  });

  return {
    queue: (waiting) => {
      if (socket.connected) socket.emit('queue', waiting, () => undefined);
    },
    card: async (typed) => {
      if (!socket.connected) return null;
      try {
        return await socket.timeout(TIMES.ackTimeoutMs).emitWithAck('card', typed);
      } catch {
        return null;
      }
    },
    wake: () => {
      if (link !== 'gone' && !socket.connected) socket.connect();
    },
  };
}

/** Asks over http; null when nobody answers. */
export async function post<T>(path: string, body: object, ms: number): Promise<T | Refusal | null> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), ms);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: giveUp.signal,
    });
    return (await response.json()) as T | Refusal;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Refusals of a packet that go away: its board is opened again, somebody signs in again. */
const LATER: ReadonlySet<RefusalCode> = new Set([...OUT, 'not-open', 'no-such-board']);

/** Hands one packet over. */
export async function handOver(session: string, packet: string): Promise<Handed> {
  const path = `/api/tablet/${encodeURIComponent(session)}/packets`;
  const answer = await post<{ ok: true }>(path, { packet }, HAND_MS);
  if (answer === null) return 'away';
  // What something else at this address answers says nothing of the laptop's disk.
  if (!isRefusal(answer)) return answer.ok ? 'done' : 'away';
  const { refusal } = answer;
  return REFUSALS[refusal].retry || LATER.has(refusal) ? 'later' : refusal;
}

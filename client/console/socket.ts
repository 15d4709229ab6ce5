/** The console's connection to a running session: what it sees, and what it asks for. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { TIMES } from '../../core/limits.ts';
import { NAMESPACES, type ConsoleToServer, type ServerToConsole } from '../../core/protocol.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { notesAfter } from '../../core/notesChange.ts';
import type { Command } from '../../core/room.ts';
import type { AddFor } from '../../core/schema.ts';
import type { AttendanceEntry } from '../../core/schemaSession.ts';
import type { ConsoleView } from '../../core/view.ts';
import { noticeRefusal } from './staff.ts';

/** A session that waits for a decision is asked for again after this, in milliseconds. */
const AGAIN_MS = 2000;

/** `away`: cut off and coming back by itself. `gone`: sealed or removed, nothing more comes. */
export type LinkState = 'connecting' | 'here' | 'away' | 'gone';

/** Done, refused, or never answered because the connection was cut. */
export type Outcome = { ok: true } | Refusal | 'away';

export interface ConsoleLink {
  view: ReadonlySignal<ConsoleView | null>;
  state: ReadonlySignal<LinkState>;
  /** Why the server will not show this session. */
  refused: ReadonlySignal<Refusal | null>;
  /** How new points and themes are, when that was told last; empty: it was not. */
  talk: ReadonlySignal<string>;
  /** Until when (on the clock of `performance.now`) Reopen is one press. */
  reopenUntil: ReadonlySignal<number>;
  send(command: Command): Promise<Outcome>;
  addFor(entry: AddFor): Promise<Outcome>;
  attendance(entry: AttendanceEntry): Promise<Outcome>;
  /** Tries at once instead of waiting for the next attempt. */
  retry(): void;
  close(): void;
}

type ConsoleSocket = Socket<ServerToConsole, ConsoleToServer>;

/**
 * Connects to a session. Comes back by itself for as long as it takes; each time it asks for the
 * whole view, which replaces the one it had, because a restarted server counts its views anew.
 *
 * @param origin where the server is; empty for the page's own
 */
export function connectConsole(session: string, origin = ''): ConsoleLink {
  const view = signal<ConsoleView | null>(null);
  const state = signal<LinkState>('connecting');
  const refused = signal<Refusal | null>(null);
  const reopenUntil = signal(0);
  const talk = signal('');
  const socket: ConsoleSocket = io(`${origin}${NAMESPACES.console}`, {
    auth: { session },
    // Where a network has no WebSocket, the next try is by polling.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    timeout: TIMES.ackTimeoutMs,
  });

  let again: ReturnType<typeof setTimeout> | undefined;
  const show = (next: ConsoleView): void => {
    reopenUntil.value = next.reopenFor > 0 ? performance.now() + next.reopenFor : 0;
    view.value = next;
  };
  const refuseWith = (refusal: Refusal): void => {
    refused.value = refusal;
    noticeRefusal(refusal);
    if (!REFUSALS[refusal.refusal].retry) socket.disconnect();
  };
  const hello = async (): Promise<void> => {
    const answer = await socket.timeout(TIMES.ackTimeoutMs).emitWithAck('hello');
    if (isRefusal(answer)) return refuseWith(answer);
    refused.value = null;
    show(answer);
    state.value = 'here';
  };
  const begin = (): void => {
    // A server that takes the connection but does not answer is tried again from the start.
    hello().catch(() => {
      if (socket.connected) socket.disconnect().connect();
    });
  };

  socket.on('connect', begin);
  socket.on('view', (next) => {
    const now = view.peek();
    if (state.peek() !== 'here' || now === null || next.v <= now.v) return;
    const notes = next.notes === undefined ? now.notes : notesAfter(now.notes, next.notes);
    if (notes === null) begin();
    else show({ ...next, notes });
  });
  socket.on('talk', (at) => {
    talk.value = at;
  });
  socket.on('gone', () => {
    state.value = 'gone';
    socket.disconnect();
  });
  socket.on('disconnect', (reason) => {
    if (state.peek() !== 'gone') state.value = 'away';
    // Socket.IO does not come back by itself when it was the server that hung up.
    if (reason === 'io server disconnect' && state.peek() !== 'gone' && refused.peek() === null)
      socket.connect();
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    if (isRefusal(error.data)) {
      refuseWith(error.data);
      // After a refusal Socket.IO leaves it at that.
      if (REFUSALS[error.data.refusal].retry) again = setTimeout(() => socket.connect(), AGAIN_MS);
    } else if (state.peek() === 'here') state.value = 'away';
  });

  // Nothing is kept for later: a step that arrives after the room has moved on would surprise everyone.
  const ask = async (sending: () => Promise<{ ok: true } | Refusal>): Promise<Outcome> =>
    socket.connected ? sending().catch((): Outcome => 'away') : 'away';
  const timed = (): ReturnType<ConsoleSocket['timeout']> => socket.timeout(TIMES.ackTimeoutMs);
  return {
    view,
    state,
    refused,
    talk,
    reopenUntil,
    send: async (command) => ask(async () => timed().emitWithAck('do', command)),
    addFor: async (entry) => ask(async () => timed().emitWithAck('addFor', entry)),
    attendance: async (entry) => ask(async () => timed().emitWithAck('attendance', entry)),
    retry: () => {
      if (!socket.connected && state.peek() !== 'gone') socket.connect();
    },
    close: () => {
      clearTimeout(again);
      socket.disconnect();
    },
  };
}

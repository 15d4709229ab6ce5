/** The projector's line to the server. It comes back by itself and then shows what `hello` brings. */
import { signal } from '@preact/signals';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ProjectorToServer, ServerToProjector } from '../../core/protocol.ts';
import { NAMESPACES } from '../../core/protocol.ts';
import { TIMES } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import type { ProjectorView } from '../../core/view.ts';
import type { Link } from './stage.ts';
import { latest } from './stage.ts';

export const link = signal<Link>('first');
export const view = signal<ProjectorView | null>(null);

/** Pause before asking again where Socket.IO does not do so itself, in milliseconds. */
const AGAIN_MS = 2000;

/** Nobody is signed in here: on the laptop, or on a device that was added. */
const OUT: ReadonlySet<RefusalCode> = new Set(['sign-in-needed', 'not-allowed-here']);

/** Opens the line; it stays open until the session is gone. */
export function openLine(session: string): void {
  const socket: Socket<ServerToProjector, ProjectorToServer> = io(NAMESPACES.projector, {
    auth: { session },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3000,
  });

  function lost(): void {
    if (link.value === 'up') link.value = 'lost';
  }

  function gone(): void {
    link.value = 'gone';
    socket.disconnect();
  }

  /** What was on the screen goes; once somebody signs in here again, it comes back by itself. */
  function out(): void {
    link.value = 'out';
    view.value = null;
    later(() => socket.connect());
  }

  /** What was on the screen goes, since it may not be true any more; once it is decided here, it comes back. */
  function waits(): void {
    link.value = 'waits';
    view.value = null;
    later(() => socket.connect());
  }

  function later(what: () => void): void {
    setTimeout(() => {
      if (link.value !== 'gone') what();
    }, AGAIN_MS);
  }

  function hello(): void {
    const { id } = socket;
    socket.timeout(TIMES.ackTimeoutMs).emit('hello', (error, answer) => {
      if (socket.id !== id || id === undefined) return;
      if (error === null && !isRefusal(answer)) {
        view.value = latest(view.value, answer, 'hello');
        link.value = 'up';
      } else if (error === null && isRefusal(answer) && OUT.has(answer.refusal)) out();
      else if (error === null && isRefusal(answer) && !REFUSALS[answer.refusal].retry) gone();
      else {
        lost();
        later(() => socket.connected && hello());
      }
    });
  }

  socket.on('connect', hello);
  socket.on('view', (incoming) => {
    // Before hello has answered, a view may be an earlier run's number: hello brings it anyway.
    if (link.value === 'up') view.value = latest(view.value, incoming, 'view');
  });
  socket.on('gone', gone);
  socket.on('disconnect', (reason) => {
    lost();
    // A server that shuts down in good order ends the line itself, and the client would leave it at that.
    if (reason === 'io server disconnect') later(() => socket.connect());
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    lost();
    if (isRefusal(error.data) && OUT.has(error.data.refusal)) out();
    else if (isRefusal(error.data) && error.data.refusal === 'session-waits') waits();
    else if (isRefusal(error.data) && !REFUSALS[error.data.refusal].retry) gone();
    else if (!socket.active) later(() => socket.connect());
  });
}

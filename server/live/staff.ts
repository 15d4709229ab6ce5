/** The events of consoles and projectors. Both answer only on the machine itself. */
import * as v from 'valibot';
import type { Namespace, Socket } from 'socket.io';
import type {
  ConsoleToServer,
  ProjectorToServer,
  ServerToConsole,
  ServerToProjector,
} from '../../core/protocol.ts';
import { addForSchema, commandSchema, staffAuthSchema } from '../../core/schema.ts';
import { attendanceSchema } from '../../core/schemaSession.ts';
import { refuse } from '../../core/refusal.ts';
import { consoleView, projectorView } from '../../core/makeView.ts';
import type { Running } from '../use/running.ts';
import { consoleSceneOf, sceneOf } from '../use/scene.ts';
import { addFor } from '../use/addFor.ts';
import { runCommand } from '../use/runCommand.ts';
import { editSession, type Rooms } from '../use/sessions.ts';
import type { Store } from '../store/store.ts';
import { roomName } from './publish.ts';
import { answering, refusalError } from './answer.ts';
import type { Guard } from '../http/guard.ts';

interface StaffData {
  running: Running;
}
type None = Record<string, never>;
export type ConsoleNamespace = Namespace<ConsoleToServer, ServerToConsole, None, StaffData>;
export type ProjectorNamespace = Namespace<ProjectorToServer, ServerToProjector, None, StaffData>;

export interface StaffParts {
  store: Store;
  rooms: Rooms;
  guard: Guard;
  address: () => string;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  fault: (error: unknown) => void;
  /** Told when a session has ended or goes on, so that its sealing can be planned. */
  ended: (running: Running) => void;
}

type AnyStaffSocket = Pick<Socket<None, None, None, StaffData>, 'handshake' | 'request' | 'data' | 'join'>;

/** Refuses everyone who is not on this machine, and whoever asks for a session that is not running. */
function admit(parts: StaffParts, socket: AnyStaffSocket, next: (error?: Error) => void): void {
  if (!parts.guard.onThisMachine(socket.request)) return next(refusalError(refuse('not-allowed-here')));
  const auth = v.safeParse(staffAuthSchema, socket.handshake.auth);
  if (!auth.success) return next(refusalError(refuse('bad-message', 'auth')));
  const running = parts.rooms.byId(auth.output.session);
  if (running === undefined) return next(refusalError(refuse('no-such-session')));
  socket.data = { running };
  next();
}

/** Lets in projectors on this machine, each to one running session, and answers their `hello`. */
export function serveProjectors(projectors: ProjectorNamespace, parts: StaffParts): void {
  projectors.use((socket, next) => admit(parts, socket, next));
  projectors.on('connection', (socket) => {
    const { running } = socket.data;
    void socket.join(roomName(running.session.id));
    socket.on('hello', (ack) =>
      answering(ack, parts.fault, () => projectorView(sceneOf(running, parts.address()))),
    );
  });
}

/** Lets in consoles on this machine, each to one running session, and carries out what they ask. */
export function serveConsoles(consoles: ConsoleNamespace, parts: StaffParts): void {
  consoles.use((socket, next) => admit(parts, socket, next));
  consoles.on('connection', (socket) => {
    const { running } = socket.data;
    const { store, rooms, now, fault } = parts;
    void socket.join(roomName(running.session.id));
    socket.on('hello', (ack) =>
      answering(ack, fault, () => consoleView(consoleSceneOf(running, parts.address(), now()))),
    );
    socket.on('do', (message, ack) =>
      answering(ack, fault, async () => {
        const parsed = v.safeParse(commandSchema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'do');
        const { state } = running.session;
        const done = await runCommand(store, running, parsed.output, now);
        if (running.session.state !== state) parts.ended(running);
        return done;
      }),
    );
    socket.on('addFor', (message, ack) =>
      answering(ack, fault, () => {
        const parsed = v.safeParse(addForSchema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'addFor');
        return addFor(running, parsed.output);
      }),
    );
    socket.on('attendance', (message, ack) =>
      answering(ack, fault, async () => {
        const parsed = v.safeParse(attendanceSchema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'attendance');
        const edited = await editSession(store, rooms, running.session.id, parsed.output);
        return 'refusal' in edited ? edited : { ok: true as const };
      }),
    );
  });
}

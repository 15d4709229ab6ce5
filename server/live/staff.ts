/** The events of consoles and projectors: for staff that is signed in, each by core/access.ts. */
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { Namespace } from 'socket.io';
import type {
  ConsoleToServer,
  ProjectorToServer,
  ServerToConsole,
  ServerToProjector,
} from '../../core/protocol.ts';
import { COMMAND_ACCESS, EVENT_ACCESS, type Admission } from '../../core/access.ts';
import { addForSchema, commandSchema, staffAuthSchema } from '../../core/schema.ts';
import { attendanceSchema } from '../../core/schemaSession.ts';
import type { LaptopState } from '../../core/laptop.ts';
import { refuse } from '../../core/refusal.ts';
import { projectorView } from '../../core/makeView.ts';
import { consoleView } from '../../core/consoleView.ts';
import type { Running } from '../use/running.ts';
import { consoleSceneOf, sceneOf } from '../use/scene.ts';
import { addFor } from '../use/addFor.ts';
import { runCommand } from '../use/runCommand.ts';
import { editSession } from '../use/editSession.ts';
import type { Rooms } from '../use/sessions.ts';
import type { Store } from '../store/store.ts';
import { roomName } from './publish.ts';
import { ShortWay, type Conn } from './shortWay.ts';
import { answering, atDoor, refusalError, tooMuch } from './answer.ts';
import type { Door, Known } from '../http/door.ts';
import type { StaffSessions } from '../use/staff/sessions.ts';

/** What a socket of the staff's is known by. */
export interface StaffData {
  running: Running;
  known: Known;
  /** Of a screen that is sent whole views. */
  way?: ShortWay;
}
type None = Record<string, never>;
export type ConsoleNamespace = Namespace<ConsoleToServer, ServerToConsole, None, StaffData>;
export type ProjectorNamespace = Namespace<ProjectorToServer, ServerToProjector, None, StaffData>;

export interface ScreenParts {
  store: Store;
  rooms: Rooms;
  door: Door;
  /** Told of sockets, which keep a sign-in in use and go with it. */
  staff: StaffSessions;
  address: () => string;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  fault: (error: unknown) => void;
  /** Whether a session waits, since another laptop may have it. */
  held: (session: string) => boolean;
}

export interface ConsoleParts extends ScreenParts {
  laptop: () => LaptopState;
  /** Told when a session has ended, goes on or is held open, so that its sealing can be planned. */
  ended: (running: Running) => void;
}

/** What a socket of each of these screens has. */
interface AnyStaffSocket {
  readonly handshake: { auth: unknown };
  readonly request: IncomingMessage;
  readonly conn: Conn;
  data: StaffData;
  join(room: string): unknown;
  use(look: (event: unknown[], pass: () => void) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  disconnect(close: boolean): unknown;
}

type Screen = 'console' | 'projector' | 'tablet';

/** Refuses whoever is not signed in for this screen, and whoever asks for a session that is not running. */
export function admit(
  parts: ScreenParts,
  screen: Screen,
  socket: AnyStaffSocket,
  next: (error?: Error) => void,
): void {
  const asked = parts.door.ask(socket.request, EVENT_ACCESS[screen].hello);
  if ('refusal' in asked) return next(refusalError(asked));
  const auth = v.safeParse(staffAuthSchema, socket.handshake.auth);
  if (!auth.success) return next(refusalError(refuse('bad-message', 'auth')));
  const running = parts.rooms.byId(auth.output.session);
  if (running === undefined)
    return next(refusalError(refuse(parts.held(auth.output.session) ? 'session-waits' : 'no-such-session')));
  if (asked.known === null) return next(refusalError(refuse('sign-in-needed')));
  socket.data = { running, known: asked.known };
  next();
}

/**
 * Takes a socket in: it gets the session's views, its sign-in stays in use while it is open, and each event
 * is held against the table again, since access may have been taken back meanwhile.
 */
export function takeIn(parts: ScreenParts, screen: Screen, socket: AnyStaffSocket): void {
  const { running, known } = socket.data;
  // A console is sent what has changed, for which the long way keeps the order.
  if (screen !== 'console') socket.data.way = new ShortWay(socket.conn, socket.request);
  void socket.join(roomName(running.session.id));
  const { session } = known;
  if (session !== null)
    socket.once(
      'disconnect',
      parts.staff.hold(session, () => socket.disconnect(true)),
    );
  const table: Partial<Record<string, Admission>> = EVENT_ACCESS[screen];
  socket.use((event: unknown[], pass) => {
    const admission = table[String(event[0])];
    // An event that stands in no row is passed over, as one that nobody listens to is.
    if (admission === undefined) return;
    const refused = parts.door.still(known, admission) ?? tooMuch(screen, event);
    if (refused === null) return pass();
    void answering(event.at(-1), parts.fault, () => refused);
    if (refused.refusal === 'sign-in-needed') setImmediate(() => socket.disconnect(true));
  });
}

/** Lets in projectors of signed-in staff, each to one running session, and answers their `hello`. */
export function serveProjectors(projectors: ProjectorNamespace, parts: ScreenParts): void {
  projectors.use(atDoor(parts.fault, (socket, next) => admit(parts, 'projector', socket, next)));
  projectors.on('connection', (socket) => {
    takeIn(parts, 'projector', socket);
    const { running } = socket.data;
    socket.on('hello', (ack) =>
      answering(ack, parts.fault, () => projectorView(sceneOf(running, 'projector', parts.address()))),
    );
  });
}

/** Lets in consoles of signed-in staff, each to one running session, and carries out what they ask. */
export function serveConsoles(consoles: ConsoleNamespace, parts: ConsoleParts): void {
  consoles.use(atDoor(parts.fault, (socket, next) => admit(parts, 'console', socket, next)));
  consoles.on('connection', (socket) => {
    takeIn(parts, 'console', socket);
    const { running, known } = socket.data;
    const { store, rooms, door, now, fault } = parts;
    socket.on('hello', (ack) =>
      answering(ack, fault, () =>
        consoleView(consoleSceneOf(running, parts.address(), now(), parts.laptop())),
      ),
    );
    socket.on('do', (message, ack) =>
      answering(ack, fault, async () => {
        const parsed = v.safeParse(commandSchema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'do');
        const refused = door.still(known, COMMAND_ACCESS[parsed.output.do]);
        if (refused !== null) return refused;
        const { session, room } = running;
        try {
          return await runCommand(store, running, parsed.output, now);
        } finally {
          // Also where not all that follows from it could be saved.
          if (running.session.state !== session.state || running.room.hold !== room.hold)
            parts.ended(running);
        }
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

/** A real server on a free port with a real database in a folder of its own, and people who use it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { NewConsultation, NewSession, StoredDocument } from '../../core/api.ts';
import type {
  ConsoleToServer,
  Hello,
  Me,
  PhoneToServer,
  PlaceAck,
  ServerToConsole,
  ServerToPhone,
  ServerToProjector,
  ProjectorToServer,
  ConsoleFrame,
} from '../../core/protocol.ts';
import { notesAfter } from '../../core/notesChange.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Command } from '../../core/room.ts';
import type { Answer } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import type { ConsoleView, PhoneView, ProjectorView } from '../../core/view.ts';
import { startApp } from '../../server/app.ts';
import type { App, AppParts } from '../../server/appParts.ts';
import type { Clock } from '../../server/clock.ts';
import { isStoreFault, openStore } from '../../server/store/open.ts';
import { isStaffFault, openStaff } from '../../server/store/openStaff.ts';
import type { Store } from '../../server/store/store.ts';
import { newToken } from '../../server/random.ts';
import { offerSample } from '../../server/use/offerSample.ts';
import type { StartRenderer } from '../../server/use/reportFiles.ts';
import { CHEAP_LOCK } from './lockWork.ts';
import { viewer } from './viewer.ts';
import { signIn, type Asking } from './signIn.ts';

export const root = join(import.meta.dirname, '../..');

export interface TestServer {
  app: App;
  /** http://localhost:PORT */
  url: string;
  folder: string;
  faults: unknown[];
  /** The cookie of the laptop's browser, which is signed in. */
  cookie: string;
  /** A request of the laptop's browser, of which the answer is wanted whole. */
  fetch(path: string, init?: Asking): Promise<Response>;
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** Stops the server and starts it again on the same folder, as a restart does. */
  restart(running?: boolean, tls?: AppParts['tls']): Promise<void>;
  stop(): Promise<void>;
}

/** With `lockWork: undefined` a lock by a passphrase costs as much as it does for everyone. */
export interface TestOptions extends Pick<AppParts, 'laptop' | 'lockWork'> {
  /** Whether the sample is there at the first start. */
  sample?: boolean;
  /** How far apart live results move. */
  liveGap?: { least: number; jitter: number };
  /** Makes the files of reports in the place of the real thread. */
  renderer?: StartRenderer;
  /** Stands between the server and its store. */
  wrap?: (store: Store) => Store;
  /** The clock of sign-ins and of the log. */
  staffClock?: () => number;
  /** Where days come from. */
  clock?: Clock;
  /** What a watcher elsewhere shows to read metrics. */
  watcherToken?: string;
  /** The address to listen at; all of them when left out. */
  host?: string;
}

/** Starts one and signs the laptop in by its start link, as its facilitator does. */
export async function startServer({
  sample = false,
  wrap = (store) => store,
  ...given
}: TestOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-test-'));
  const faults: unknown[] = [];
  const start = async (port: number, tls: AppParts['tls'] = { port: 0, own: null }): Promise<App> => {
    const store = await openStore(folder);
    if (isStoreFault(store)) throw new Error(store.sentence);
    const fault = (error: unknown): void => void faults.push(error);
    const staff = await openStaff(folder);
    if (isStaffFault(staff)) throw new Error(staff.sentence);
    await offerSample(store, sample ? 'when-new' : 'no');
    const thinking = { least: 1, most: 20 };
    return startApp({
      store: wrap(store),
      staff,
      data: folder,
      root,
      port,
      host: '0.0.0.0',
      fault,
      thinking,
      tls,
      lockWork: CHEAP_LOCK,
      ...given,
    });
  };
  const app = await start(0);
  const server: TestServer = {
    app,
    url: `http://localhost:${app.port}`,
    folder,
    faults,
    cookie: await signIn(app.startLink()),
    fetch: (path, init = {}) =>
      fetch(server.url + path, { ...init, headers: { ...init.headers, Cookie: server.cookie } }),
    get: (path) => ask(server, 'GET', path),
    send: (method, path, body) => ask(server, method, path, body),
    restart: async (running = true, tls?) => {
      if (running) await server.app.close();
      server.app = await start(server.app.port, tls);
      // Requests over a connection of before would fail; the first one finds that out.
      await fetch(server.url).catch(() => undefined);
    },
    stop: async () => {
      for (const socket of SOCKETS.get(server) ?? []) socket.disconnect();
      await server.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return server;
}

async function ask<T>(server: TestServer, method: string, path: string, body?: unknown): Promise<T> {
  const response = await server.fetch(path, {
    method,
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

/** A consultation with the statements given, and a session of it in its lobby. */
export async function openSession(
  server: TestServer,
  statements: readonly string[] = ['One is true', 'Two is true'],
  wanted: NewSession = {},
  edit: (doc: StoredDocument['consultation']) => void = () => undefined,
): Promise<{ document: StoredDocument; session: Session }> {
  const fresh: NewConsultation = { title: 'What we expect', statements: statements.join('\n') };
  const made = await server.send<StoredDocument>('POST', '/api/consultations', fresh);
  edit(made.consultation);
  const path = `/api/consultations/${made.consultation.id}`;
  const document = await server.send<StoredDocument | Refusal>('PUT', path, made);
  if (isRefusal(document)) throw new Error(JSON.stringify(document));
  const draft = await server.send<Session | Refusal>('POST', `${path}/sessions`, wanted);
  if (isRefusal(draft)) throw new Error(JSON.stringify(draft));
  const session = await server.send<Session | Refusal>('POST', `/api/sessions/${draft.id}/lobby`, {});
  if (isRefusal(session)) throw new Error(JSON.stringify(session));
  return { document, session };
}

type Server<T> = T extends { view: (view: infer V) => void } ? V : never;

export interface Phone {
  socket: Socket<ServerToPhone, PhoneToServer>;
  token: string;
  hello(): Promise<Hello>;
  join(groups?: string[], quote?: boolean): Promise<Me | Refusal>;
  place(
    board: number,
    revision: number,
    answer: Answer | null,
    comment?: string,
    audience?: 0 | 1,
  ): Promise<PlaceAck>;
  /** Asks for a code for later, or for the one on a card. */
  code(card?: string): Promise<{ code: string } | Refusal>;
  quote(quote: boolean): Promise<Me | Refusal>;
  leave(): Promise<{ ok: true } | Refusal>;
  until(test: (view: PhoneView) => boolean): Promise<PhoneView>;
  last(): PhoneView | undefined;
  close(): void;
}

/** Sockets of a server, which would try to come back for ever once it is gone. */
const SOCKETS = new WeakMap<TestServer, Set<{ disconnect(): unknown }>>();

/** Remembers a socket, so that it ends with its server whatever became of the test. */
function ofServer<T extends { disconnect(): unknown }>(server: TestServer, socket: T): T {
  const known = SOCKETS.get(server) ?? new Set();
  SOCKETS.set(server, known.add(socket));
  return socket;
}

/** A socket of its own. Its heartbeat is the server's, which goes on where a test lets time stand still. */
const CLIENT = { transports: ['websocket'], forceNew: true, useNativeTimers: true };

/** A phone that has connected and said hello; rejects with the refusal when it is not let in. */
export async function connectPhone(server: TestServer, code: string, token = newToken()): Promise<Phone> {
  const socket: Phone['socket'] = ofServer(
    server,
    io(server.url, {
      auth: { code, token },
      ...CLIENT,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    }),
  );
  const views = viewer<Server<ServerToPhone>>(socket);
  const hello = async (): Promise<Hello> => {
    const answer = await socket.emitWithAck('hello');
    if (isRefusal(answer)) throw new Error(answer.refusal);
    return answer;
  };
  await connected(socket);
  views.see((await hello()).view);
  return {
    socket,
    token,
    hello,
    join: (groups = [], quote = true) => socket.emitWithAck('join', { groups, quote }),
    place: (board, revision, answer, comment = '', audience = 0) =>
      socket.emitWithAck('place', board, revision, answer, comment, audience),
    code: (card) => socket.emitWithAck('code', card === undefined ? {} : { card }),
    quote: (quote) => socket.emitWithAck('quote', { quote }),
    leave: () => socket.emitWithAck('leave'),
    until: views.until,
    last: views.last,
    close: () => socket.disconnect(),
  };
}

/** A phone that has joined. */
export async function joinPhone(server: TestServer, code: string, groups: string[] = []) {
  const phone = await connectPhone(server, code);
  const me = await phone.join(groups);
  if (isRefusal(me)) throw new Error(me.refusal);
  return phone;
}

export async function connectConsole(server: TestServer, session: string) {
  const socket: Socket<ServerToConsole, ConsoleToServer> = ofServer(
    server,
    io(`${server.url}/console`, {
      auth: { session },
      extraHeaders: { Cookie: server.cookie },
      ...CLIENT,
    }),
  );
  const views = viewer<ConsoleView, ConsoleFrame>(socket, ({ notes, ...frame }, last) => {
    const now = notes === undefined ? last?.notes : notesAfter(last?.notes ?? [], notes);
    if (now === null) throw new Error('A comment that was not sent is listed.');
    return now === undefined ? frame : { ...frame, notes: now };
  });
  await connected(socket);
  const view = await socket.emitWithAck('hello');
  if (isRefusal(view)) throw new Error(view.refusal);
  views.see(view);
  return {
    socket,
    until: views.until,
    last: views.last,
    do: (command: Command) => socket.emitWithAck('do', command),
    close: () => socket.disconnect(),
  };
}

export async function connectProjector(server: TestServer, session: string) {
  const socket: Socket<ServerToProjector, ProjectorToServer> = ofServer(
    server,
    io(`${server.url}/projector`, {
      auth: { session },
      extraHeaders: { Cookie: server.cookie },
      ...CLIENT,
    }),
  );
  const views = viewer<ProjectorView>(socket);
  await connected(socket);
  const view = await socket.emitWithAck('hello');
  if (isRefusal(view)) throw new Error(view.refusal);
  views.see(view);
  return { socket, until: views.until, last: views.last, close: () => socket.disconnect() };
}

/** Resolves on connect; rejects with the refusal of a handshake that is not let in. */
export function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (error: Error & { data?: Refusal }): void => {
      socket.disconnect();
      reject(error.data ?? error);
    };
    socket.once('connect_error', refused);
    // Later it comes back by itself: a server that starts again is not there at once.
    socket.once('connect', () => {
      socket.off('connect_error', refused);
      resolve();
    });
  });
}

/** Puts the parts together: store, rooms, pages, routes, sockets. Tests start it as `main` does. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { Server } from 'socket.io';
import { NAMESPACES } from '../core/protocol.ts';
import { LIMITS, TIMES } from '../core/limits.ts';
import { refuse } from '../core/refusal.ts';
import { realClock, type Clock } from './clock.ts';
import { analysisRoutes } from './http/analysis.ts';
import { archiveRoutes } from './http/archives.ts';
import { concernRoutes } from './http/concerns.ts';
import { phoneCodeRoutes, takeOutRoutes } from './http/codes.ts';
import { consultationRoutes } from './http/consultations.ts';
import { downloadRoutes } from './http/downloads.ts';
import { jobRoutes } from './http/jobs.ts';
import { failures, sendRefusal } from './http/json.ts';
import { makeGuard, type Guard } from './http/guard.ts';
import { pages } from './http/pages.ts';
import { pictureRoutes } from './http/pictures.ts';
import { reportRoutes } from './http/report.ts';
import { sheetRoutes } from './http/sheets.ts';
import { sessionRoutes } from './http/sessions.ts';
import { makePublisher } from './live/publish.ts';
import { servePhones, type PhoneNamespace } from './live/phone.ts';
import { makeRehearsals } from './live/rehearsal.ts';
import {
  serveConsoles,
  serveProjectors,
  type ConsoleNamespace,
  type ProjectorNamespace,
} from './live/staff.ts';
import { startRendering } from './report/renderInWorker.ts';
import type { Store } from './store/store.ts';
import { makeJobs } from './use/jobs.ts';
import type { Render } from './use/reportFiles.ts';
import { watchRoom } from './use/roomCheck.ts';
import { newId } from './random.ts';
import { offerTryOut } from './use/offerSample.ts';
import { moveAllSoon, stopMoving, type LiveGap } from './use/liveResults.ts';
import { makeRooms } from './use/rooms.ts';
import { sealSession, takeUpSessions } from './use/sessions.ts';
import type { Running } from './use/running.ts';
import { upkeep } from './use/upkeep.ts';

export interface AppParts {
  store: Store;
  /** The project's folder, with `templates` and the built client. */
  root: string;
  port: number;
  host: string;
  /** Told of an unexpected error. */
  fault: (error: unknown) => void;
  /** How far apart live results move; the usual when left out. */
  liveGap?: LiveGap;
  /** How long pretend people think in a rehearsal, in milliseconds; believable when left out. */
  thinking?: { least: number; most: number };
  /** What makes the files of a report; a thread of its own when left out. */
  render?: Render;
  /** Where days come from; the laptop's own clock when left out. */
  clock?: Clock;
}

export interface App {
  port: number;
  /** What phones open: http://192.168.1.20:8080 */
  address: string;
  /** Sessions that were taken up again, with their codes. */
  running: { name: string; code: string }[];
  /** Sessions that could not be taken up again, with the reason. */
  notTakenUp: { name: string; reason: string }[];
  close(): Promise<void>;
}

/** Starts the server; rejects when the port cannot be had. */
export async function startApp(parts: AppParts): Promise<App> {
  const { store, fault } = parts;
  const now = (): number => performance.now();
  const clock = parts.clock ?? realClock;
  const today = (): string => clock.today();
  const app = express();
  const http = createServer({ maxHeaderSize: 8192, headersTimeout: 10_000 }, app);
  const portNow = (): number => (http.address() as AddressInfo | null)?.port ?? parts.port;
  const watch = watchRoom(portNow, parts.host, now);
  const guard = makeGuard(watch.ownAddresses);
  // The port is taken before any session is touched; whoever comes meanwhile waits for the sessions.
  const ready = Promise.withResolvers<void>();
  const io = socketServer(http, guard, ready.promise);
  const publisher = makePublisher(io, watch.address, now);
  const begun = (running: Running): void => {
    running.liveGap = parts.liveGap ?? running.liveGap;
    publisher.attach(running);
    moveAllSoon(running);
  };
  const rooms = makeRooms(begun, (session) => {
    rehearsals.stop(session);
    publisher.detach(session);
  });
  const sealing = planSealing((id) => {
    sealSession(store, rooms, id).catch((error: unknown) => {
      fault(error);
      const again = rooms.byId(id);
      if (again !== undefined) sealing.plan(again);
    });
  });
  const rehearsals = makeRehearsals({
    store,
    rooms,
    today,
    port: portNow,
    thinking: parts.thinking ?? { least: 400, most: 7000 },
  });

  const jobs = makeJobs(newId, fault);
  const { render = startRendering } = parts;

  app.disable('x-powered-by');
  app.use((_req, _res, next) => void ready.promise.then(() => next(), next));
  app.use(securityHeaders(), hostCheck(guard));
  app.use(pages(parts.root, rooms, watch, staffOnly(guard)));
  const codes = phoneCodeRoutes(store, rooms, now);
  app.use(codes.router);
  app.use('/api', staffOnly(guard), ownHeader);
  app.use(takeOutRoutes(store, rooms));
  app.use(sheetRoutes(store, parts.root, today));
  app.use(consultationRoutes(store, rooms, today));
  app.use(archiveRoutes(store, rooms, today, fault));
  app.use(downloadRoutes(store, today, fault));
  app.use(pictureRoutes());
  app.use(concernRoutes(store));
  app.use(analysisRoutes(store, rooms));
  app.use(reportRoutes({ store, jobs, render, today, fault }, rooms));
  app.use(jobRoutes(jobs));
  app.use(sessionRoutes({ store, rooms, watch, rehearsals, today, addressChanged: publisher.refreshAll }));
  app.use((_req, res) => sendRefusal(res, refuse('no-such-page')));
  app.use(failures(fault));

  const doors = servePhones(io.of(NAMESPACES.phone) as PhoneNamespace, rooms, now, fault);
  const staff = { store, rooms, guard, address: watch.address, now, fault, ended: sealing.plan };
  serveProjectors(io.of(NAMESPACES.projector) as ProjectorNamespace, staff);
  serveConsoles(io.of(NAMESPACES.console) as ConsoleNamespace, staff);

  await listen(http, parts.port, parts.host);
  const notTakenUp = await takeUpSessions(store, rooms, fault);
  // What a promised day asks for is done before anyone can ask for what should be gone.
  const keepUp = (): Promise<void> => upkeep(store, rooms, today(), fault);
  await keepUp();
  const stopUpkeep = clock.everyHour(keepUp);
  await offerTryOut(store, rooms, today());
  ready.resolve();
  return {
    port: portNow(),
    address: watch.address(),
    running: [...rooms.all()].map(({ session: { name, code } }) => ({ name, code })),
    notTakenUp,
    close: async () => {
      sealing.stop();
      stopUpkeep();
      doors.stop();
      codes.stop();
      rehearsals.stopAll();
      publisher.stop();
      await io.close();
      await jobs.stop();
      http.closeAllConnections();
      for (const running of rooms.all()) {
        stopMoving(running);
        await running.store.close();
      }
      await store.close();
    },
  };
}

function socketServer(http: HttpServer, guard: Guard, ready: Promise<void>): Server {
  return new Server(http, {
    // `cors` does not stop a WebSocket from another site; this does.
    allowRequest: (req, done) => void ready.then(() => done(null, guard.sameSite(req))),
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: LIMITS.frameBytes,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    connectTimeout: 10_000,
    pingInterval: 10_000,
    pingTimeout: 15_000,
  });
}

/** Plain http on the hall's network: nothing that needs TLS may be demanded. */
function securityHeaders(): RequestHandler {
  return helmet({
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
}

function hostCheck(guard: Guard): RequestHandler {
  return (req, res, next) => (guard.sameSite(req) ? next() : sendRefusal(res, refuse('wrong-origin')));
}

function staffOnly(guard: Guard): RequestHandler {
  return (req, res, next) =>
    guard.onThisMachine(req) ? next() : sendRefusal(res, refuse('not-allowed-here'));
}

/** Another site cannot send this header without being asked first, and is never answered yes. */
const ownHeader: RequestHandler = (req, res, next) => {
  res.set('Cache-Control', 'no-store');
  if (req.method === 'GET' || req.get('X-Standpoint') === '1') next();
  else sendRefusal(res, refuse('wrong-origin', 'X-Standpoint'));
};

/** Ten minutes after its end a session is sealed; going on before that calls it off. */
function planSealing(seal: (session: string) => void) {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    plan: ({ session }: Running): void => {
      clearTimeout(timers.get(session.id));
      timers.delete(session.id);
      if (session.state !== 'ended') return;
      const timer = setTimeout(() => {
        timers.delete(session.id);
        seal(session.id);
      }, TIMES.sealAfterMs);
      timers.set(session.id, timer);
    },
    stop: (): void => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function listen(http: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    // Node's usual backlog of 511 makes phones wait for a second try when a whole hall joins at once.
    http.listen({ port, host, backlog: 4096 }, () => {
      http.off('error', reject);
      resolve();
    });
  });
}

/** Puts the parts together: store, rooms, pages, routes, sockets. Tests start it as `main` does. */
import type { App, AppParts } from './appParts.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import express from 'express';
import type { Server } from 'socket.io';
import { NAMESPACES } from '../core/protocol.ts';
import { TIMES } from '../core/limits.ts';
import { refuse } from '../core/refusal.ts';
import { whyNotSaving, type NotReady } from '../core/laptop.ts';
import { realClock, steadyClock } from './clock.ts';
import { saveFailedIn, tryEveryFile } from './laptop/everyFile.ts';
import { watchLaptop } from './laptop/watch.ts';
import { takePort } from './loopback.ts';
import { analysisRoutes } from './http/analysis.ts';
import { archiveRoutes } from './http/archives.ts';
import { aloneRoutes } from './http/alone.ts';
import { concernRoutes } from './http/concerns.ts';
import { phoneCodeRoutes, takeOutRoutes } from './http/codes.ts';
import { consultationRoutes } from './http/consultations.ts';
import { dateRoutes } from './http/date.ts';
import { downloadRoutes } from './http/downloads.ts';
import { jobRoutes, makeJobsFor } from './http/jobs.ts';
import { hostCheck, ownHeader, securityHeaders } from './http/headers.ts';
import { failures, sendRefusal } from './http/json.ts';
import { watchBodies } from './http/bodies.ts';
import { admit } from './http/door.ts';
import { DOOR } from './http/doorOptions.ts';
import { healthRoutes } from './http/health.ts';
import { pages } from './http/pages.ts';
import { paperRoutes } from './http/paper.ts';
import { pictureRoutes } from './http/pictures.ts';
import { refusedPage } from './http/refusedPage.ts';
import { routesOf } from './http/routeList.ts';
import { recommendationRoutes } from './http/recommendations.ts';
import { reportRoutes } from './http/report.ts';
import { sheetRoutes } from './http/sheets.ts';
import { sessionRoutes } from './http/sessions.ts';
import { slipRoutes } from './http/slips.ts';
import { tabletRoutes } from './http/tablets.ts';
import { makeOperations } from './operations.ts';
import { makePublisher } from './live/publish.ts';
import { servePhones, type PhoneNamespace } from './live/phone.ts';
import { makeRehearsals } from './live/rehearsal.ts';
import { socketServer } from './live/socketServer.ts';
import {
  serveConsoles,
  serveProjectors,
  type ConsoleNamespace,
  type ProjectorNamespace,
} from './live/staff.ts';
import { serveTablets, type TabletNamespace } from './live/tablet.ts';
import { startRenderer } from './report/renderInWorker.ts';
import { makeStaff } from './staff.ts';
import { talkOver } from './talk.ts';
import { caseStudyRoutes } from './http/caseStudies.ts';
import { checkSheetRoutes } from './http/checkSheet.ts';
import { readBackRoutes } from './http/readBack.ts';
import { isDiskFull } from './store/diskFull.ts';
import { makeDrafts } from './use/draft.ts';
import { tellTalk } from './live/talk.ts';
import { makeJobs } from './use/jobs.ts';
import { believe } from './use/daySeen.ts';
import { watchRoom } from './use/roomCheck.ts';
import { newId } from './random.ts';
import { offerTryOut } from './use/offerSample.ts';
import { moveAllSoon, stopMoving } from './use/liveResults.ts';
import { makeRooms } from './use/rooms.ts';
import { sealSession } from './use/sessions.ts';
import type { Running } from './use/running.ts';
import { photoRoutes } from './http/photos.ts';
import { wallRoutes } from './http/wall.ts';
import { planSealing } from './use/planSealing.ts';
import { followNoted } from './use/thoughts.ts';
import { takeUpSessions } from './use/takeUp.ts';
import { takeLead } from './use/concerns.ts';
import { takeLists } from './use/teamLists.ts';
import { upkeep } from './use/upkeep.ts';

/** Starts the server; rejects when the port cannot be had. */
export async function startApp(parts: AppParts): Promise<App> {
  const { store } = parts;
  const laptop = watchLaptop(parts.data, parts.laptop);
  // A full disk is no fault of the program: the console tells it.
  const fault = (error: unknown): void => {
    laptop.failed(error);
    if (!isDiskFull(error)) parts.fault(error);
  };
  let notTakenUp: App['notTakenUp'] = [];
  let state: NotReady | null = 'starting';
  const now = (): number => performance.now();
  const clock = parts.clock ?? realClock;
  const today = (): string => clock.today();
  const app = express();
  const http = createServer(DOOR, app);
  const bodies = watchBodies();
  const portNow = (): number => (http.address() as AddressInfo | null)?.port ?? parts.port;
  const watch = watchRoom(portNow, parts.host, now);
  const staff = await makeStaff(
    {
      staff: parts.staff,
      folder: parts.data,
      tls: parts.tls ?? { port: 0, own: null },
      host: parts.host,
      watch,
      bodies,
      port: portNow,
      clock: parts.staffClock ?? steadyClock(),
      wall: parts.staffClock ?? Date.now,
      believed: () => believe(store, today()),
      watcherToken: parts.watcherToken ?? '',
      fault,
    },
    app,
    () => io,
  );
  const { guard, door, note } = staff;
  // The port is taken before any session is touched; whoever comes meanwhile waits for the sessions.
  const ready = Promise.withResolvers<void>();
  const io: Server = socketServer(http, guard, ready.promise);
  const publisher = makePublisher(io, watch.address, now, laptop.state);
  let saved = true;
  laptop.onChange(() => {
    const before = saved;
    saved = laptop.state().saving === 'ok';
    if (saved && !before) publisher.wakePhones();
  });
  const begun = (running: Running): void => {
    operations.moves.begun(running);
    running.saveFailed = saveFailedIn(running, laptop, parts.fault);
    running.liveGap = parts.liveGap ?? running.liveGap;
    publisher.attach(running);
    Promise.all([takeLists(store, running), takeLead(store.concerns, running, today())]).catch(fault);
    moveAllSoon(running);
    followNoted(store, running, fault);
  };
  const rooms = makeRooms(begun, (session) => {
    rehearsals.stop(session);
    publisher.detach(session);
    operations.stick.copySoon(false);
  });
  laptop.tryFilesBy(() => tryEveryFile(store, parts.staff, rooms));
  laptop.lacksCopyBy(() => store.lacksCopy());
  laptop.copyFailsBy(() => store.copyFails());
  const sealing = planSealing((id) => {
    sealSession(store, rooms, id).catch((error: unknown) => {
      fault(error);
      const again = rooms.byId(id);
      if (again !== undefined) sealing.plan(again);
    });
  });
  const { renderer = startRenderer, thinking = { least: 400, most: 7000 } } = parts;
  const rehearsals = makeRehearsals({ store, rooms, today, port: portNow, thinking });

  const keepUp = (): Promise<void> => upkeep(store, rooms, today(), fault);
  const jobs = makeJobs(newId, fault);
  const startsFor = makeJobsFor(jobs, door);
  const operations = await makeOperations({
    data: parts.data,
    io,
    store,
    rooms,
    watch,
    laptop,
    note,
    jobs,
    notTakenUp: () => notTakenUp,
    fault,
    stickFault: parts.fault,
    today,
    now,
    lockWork: parts.lockWork,
  });
  const drafts = makeDrafts(store);

  app.disable('x-powered-by');
  app.use(securityHeaders(), hostCheck(guard));
  app.use(
    healthRoutes(
      () => state ?? whyNotSaving(laptop.state()),
      () => laptop.state().copyFails,
    ),
  );
  app.use((_req, _res, next) => void ready.promise.then(() => next(), next));
  app.use('/api', ownHeader);
  app.use(admit(door, refusedPage(parts.root)), bodies.moreForStaff);
  app.use(pages(parts.root, rooms, watch, () => [...rooms.all()].some((r) => r.moved)));
  const codes = phoneCodeRoutes(store, rooms, now);
  app.use(codes.router);
  for (const router of staff.routes(store, rooms, today)) app.use(router);
  app.use(takeOutRoutes(store, rooms));
  app.use(tabletRoutes(rooms));
  app.use(sheetRoutes(store, parts.root, today));
  app.use(consultationRoutes(store, rooms, today, note));
  app.use(archiveRoutes(store, rooms, today, fault, note, parts.lockWork));
  app.use(downloadRoutes(store, today, fault, note));
  app.use(pictureRoutes());
  app.use(concernRoutes(store, rooms, today, note, parts.lockWork));
  app.use(aloneRoutes({ store, rooms, today, changed: tellTalk(io, rooms) }, note));
  app.use(dateRoutes(store, today, keepUp, note));
  app.use(analysisRoutes(store, rooms));
  app.use(reportRoutes({ store, drafts, renderer, today, fault }, rooms, note, startsFor));
  app.use(recommendationRoutes({ store, today, address: watch.address }, note, startsFor));
  app.use(paperRoutes({ store, rooms, today, address: watch.address }, startsFor));
  app.use(jobRoutes(jobs));
  app.use(slipRoutes(rooms));
  const addressChanged = publisher.refreshAll;
  app.use(sessionRoutes({ store, rooms, watch, rehearsals, today, addressChanged, note }));
  app.use(wallRoutes(store, rooms, operations.moves.held));
  app.use(photoRoutes(store, rooms, note));
  app.use(talkOver(io, store, rooms, () => operations.stick.copySoon(false)));
  app.use(caseStudyRoutes(store, rooms, today));
  app.use(readBackRoutes(store, today, startsFor));
  app.use(checkSheetRoutes(store, rooms, today, startsFor));
  for (const router of operations.routers) app.use(router);
  app.use((_req, res) => sendRefusal(res, refuse('no-such-page')));
  app.use(failures(fault));

  const phones = io.of(NAMESPACES.phone) as PhoneNamespace;
  const doors = servePhones(phones, { store, rooms }, now, fault, operations.moves, operations.meter);
  const { held } = operations.moves;
  const screens = {
    store,
    rooms,
    door,
    staff: staff.desk.sessions,
    address: watch.address,
    now,
    fault,
    held,
  };
  serveProjectors(io.of(NAMESPACES.projector) as ProjectorNamespace, screens);
  const { tablets } = staff.desk;
  serveTablets(io.of(NAMESPACES.tablet) as TabletNamespace, { ...screens, tablets });
  serveConsoles(io.of(NAMESPACES.console) as ConsoleNamespace, {
    ...screens,
    laptop: laptop.state,
    ended: sealing.plan,
  });

  const shutHere = await takePort(http, parts.port, parts.host);
  bodies.watch(http);
  notTakenUp = await takeUpSessions(store, rooms, fault, await operations.moves.look());
  const lost = notTakenUp.map(({ session }) => session);
  const up = [...rooms.all()].map(({ session }) => session.id);
  // Before the stick is copied to: of these it may have the only good copy.
  await operations.stick.settleLost(lost, up);
  // What a promised day asks for is done before anyone can ask for what should be gone.
  await keepUp();
  const stopUpkeep = clock.everyHour(keepUp);
  await offerTryOut(store, rooms, today());
  const { devices } = await staff.begin();
  // A turn later, so that whoever started us listens for signals before anyone is answered.
  operations.stick.copySoon(false);
  setImmediate(() => {
    state = null;
    ready.resolve();
    rehearsals.resume();
  });
  return {
    port: portNow(),
    address: watch.address(),
    running: [...rooms.all()].map(({ session: { name, code } }) => ({ name, code })),
    notTakenUp,
    devices,
    routes: routesOf(app),
    startLink: staff.startLink,
    nameStick: operations.stick.nameOnce,
    hangs: operations.stick.hangs,
    close: async () => {
      state = 'stopping';
      laptop.stop();
      sealing.stop();
      stopUpkeep();
      doors.stop();
      codes.stop();
      rehearsals.stopAll();
      publisher.stop();
      shutHere();
      // A connection over which nobody ever asked anything, as browsers open them, would keep it from closing.
      const cut = setTimeout(() => http.closeAllConnections(), TIMES.closeMs);
      await io.close();
      clearTimeout(cut);
      await staff.stop();
      await operations.stop();
      await jobs.stop();
      await drafts.stop();
      http.closeAllConnections();
      for (const running of rooms.all()) {
        stopMoving(running);
        await running.store.close();
      }
      await store.close();
    },
  };
}

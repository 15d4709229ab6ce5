/** Puts the parts of signing in together: who is signed in, the doors, the log. `app.ts` starts it. */
import type { Bodies } from './http/bodies.ts';
import type { RequestListener } from 'node:http';
import type { Router } from 'express';
import type { Server } from 'socket.io';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import type { Certificate } from './http/certificate.ts';
import { makeCookies } from './http/cookies.ts';
import { makeDoor, type Door } from './http/door.ts';
import { makeGuard, type Guard } from './http/guard.ts';
import { logRoutes, makeNote, type Note } from './http/log.ts';
import { staffRoutes } from './http/staff.ts';
import { makeTlsDoor } from './http/tlsDoor.ts';
import { removeLocalKey, writeLocalKey, type LocalKey } from './localKey.ts';
import type { StaffStore } from './store/staffStore.ts';
import type { Store } from './store/store.ts';
import type { RoomWatch } from './use/roomCheck.ts';
import type { Rooms } from './use/sessions.ts';
import { makeStaffDesk, type StaffDesk } from './use/staff/desk.ts';

/** How often sessions whose time is over are looked for. Each use of one is judged by itself anyway. */
const SWEEP_MS = 30_000;

export interface StaffParts {
  /** What is kept about staff. */
  staff: StaffStore;
  /** The data folder: of the command line's key, and of the certificate. */
  folder: string;
  /** For other devices: where they come in, and the team's own certificate if there is one. */
  tls: { port: number; own: Certificate | null };
  host: string;
  watch: RoomWatch;
  /** Told of the second door, whose requests may not hang either. */
  bodies: Bodies;
  /** The port that the console is at. */
  port: () => number;
  /** Milliseconds since 1970, by which sign-ins end: nobody can set it while the program runs. */
  clock: () => number;
  /** Milliseconds since 1970 as the laptop shows them, for what is dated. */
  wall: () => number;
  /** Whether the day that the laptop shows is believed. */
  believed: () => Promise<boolean>;
  fault: (error: unknown) => void;
  /** What a watcher elsewhere shows to read metrics; empty: there is none. */
  watcherToken: string;
}

export interface Staff {
  guard: Guard;
  door: Door;
  desk: StaffDesk;
  note: Note;
  /** A new link by which the laptop's browser signs in, once; the one before holds no more. */
  startLink: () => string;
  routes(store: Store, rooms: Rooms, today: () => string): Router[];
  /** Begins to work once the server listens; where devices come in, if they do already. */
  begin(): Promise<{ devices: string | Refusal | null }>;
  stop(): Promise<void>;
}

/** @param sockets lets the second door's sockets in */
export async function makeStaff(
  parts: StaffParts,
  app: RequestListener,
  sockets: () => Server,
): Promise<Staff> {
  const { staff: store, folder, watch, port, clock, fault } = parts;
  const desk = await makeStaffDesk(store, clock, parts);
  const tls = makeTlsDoor({
    ...parts.tls,
    folder,
    host: parts.host,
    app,
    attach: (server) => {
      sockets().engine.attach(server, { path: '/socket.io' });
      parts.bodies.watch(server);
    },
    ownAddresses: watch.ownAddresses,
    address: watch.address,
    now: parts.wall,
  });
  const guard = makeGuard(watch.ownAddresses, tls.isCertified);
  let local: LocalKey | null = null;
  const cookies = makeCookies({ plain: port, tls: tls.port });
  const door = makeDoor(guard, cookies, desk.sessions, () => local?.key ?? null, parts.watcherToken);
  const startLink = (): string => `http://localhost:${port()}/console#start=${desk.start.fresh()}`;
  const sweep = (): void => void Promise.all([desk.sessions.sweep(), desk.audit.sweep()]).catch(fault);
  const sweeping = setInterval(sweep, SWEEP_MS).unref();
  return {
    guard,
    door,
    desk,
    note: makeNote(desk.audit),
    startLink,
    routes: (main, rooms, today) => [
      staffRoutes({ desk, door, cookies, guard, rooms, address: watch.address, tls: tls.open, startLink }),
      logRoutes(desk.audit, main, today),
    ],
    begin: async () => {
      local = await writeLocalKey(folder, `http://localhost:${port()}`);
      await Promise.all([desk.sessions.sweep(), desk.audit.sweep()]);
      const opened = await tls.openIfUsed();
      return { devices: opened === null || isRefusal(opened) ? opened : opened.url };
    },
    stop: async () => {
      clearInterval(sweeping);
      await tls.close();
      if (local !== null) await removeLocalKey(folder);
      await desk.sessions.stop();
      await store.close();
    },
  };
}

/**
 * Puts the parts together that look after the laptop: its stick, taking over, the self-check, metrics. `app.ts`
 * starts it.
 */
import type { Router } from 'express';
import type { Server } from 'socket.io';
import { TIMES } from '../core/limits.ts';
import type { LaptopPage } from '../core/stick.ts';
import type { LaptopWatch } from './laptop/watch.ts';
import { laptopRoutes } from './http/laptop.ts';
import type { Note } from './http/log.ts';
import { metricsRoutes } from './http/metrics.ts';
import { Meter } from './metrics/coarse.ts';
import type { Jobs } from './use/jobs.ts';
import { minuteOf } from './store/minute.ts';
import type { Store } from './store/store.ts';
import type { RoomWatch } from './use/roomCheck.ts';
import type { Rooms } from './use/sessions.ts';
import type { RunningNow, Stick } from './stick/parts.ts';
import { makeStick } from './stick/stick.ts';
import { makeMoves, type Moves } from './stick/takeOver.ts';

interface OperationsParts {
  /** The data folder. */
  data: string;
  io: Server;
  store: Store;
  rooms: Rooms;
  watch: RoomWatch;
  laptop: LaptopWatch;
  note: Note;
  jobs: Pick<Jobs, 'running'>;
  notTakenUp: () => LaptopPage['notTakenUp'];
  fault: (error: unknown) => void;
  /** Told of an error of the stick: no answer goes unsaved by it. */
  stickFault: (error: unknown) => void;
  /** YYYY-MM-DD. */
  today: () => string;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  lockWork?: number | undefined;
}

export interface Operations {
  /** Ends what goes on by itself. */
  stop: () => Promise<void>;
  stick: Stick;
  moves: Moves;
  /** For placements to be timed. */
  meter: Meter;
  routers: Router[];
}

export async function makeOperations(parts: OperationsParts): Promise<Operations> {
  const { data, io, jobs, store, rooms, watch, laptop, note, notTakenUp, fault, stickFault, now } = parts;
  const stick = await makeStick({
    data,
    running: () => carriedIn(store, rooms),
    address: watch.address,
    busy: () => [...rooms.all()].some(({ session }) => !session.rehearsal),
    tell: laptop.stick,
    fault,
    stickFault,
    now: Date.now,
    minute: minuteOf,
    lockWork: parts.lockWork,
  });
  laptop.onChange(() => {
    for (const running of rooms.all()) running.changed(['console']);
  });
  store.carry.onCopied(stick.copySoon);
  const addresses = (): string[] => watch.check().addresses.map(({ url }) => url);
  const moves = makeMoves({ stick, store, rooms, addresses, minute: minuteOf, now, wall: Date.now });
  const meter = new Meter();
  const sessions = (): number => [...rooms.all()].length;
  const metrics = metricsRoutes({ io, data, laptop: laptop.state, sessions, jobs: jobs.running, meter });
  const over = new AbortController();
  const look = (): void => void store.carry.check(over.signal).catch(fault);
  const checking = setTimeout(look, TIMES.selfCheckMs).unref();
  return {
    stop: async () => {
      clearTimeout(checking);
      over.abort();
      metrics.stop();
      await stick.stop();
    },
    stick,
    moves,
    meter,
    routers: [
      laptopRoutes({
        store,
        rooms,
        today: parts.today,
        stick,
        moves,
        laptop: laptop.state,
        notTakenUp,
        note,
      }),
      metrics.router,
    ],
  };
}

/** What is running, and of it what was copied here at least once. Pretend people stay where they are. */
async function carriedIn(store: Store, rooms: Rooms): Promise<RunningNow> {
  const real = [...rooms.all()].filter(({ session }) => !session.rehearsal);
  const packed = await Promise.all(real.map(({ session }) => store.carry.pack(session.id)));
  return { ids: real.map(({ session }) => session.id), carried: packed.flatMap((one) => one ?? []) };
}

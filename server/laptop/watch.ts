/**
 * Watches the laptop while sessions run on it: whether answers can be saved, how much disk and battery are
 * left, whether it was asleep. Tells of changes only; what is seen stays in memory.
 */
import {
  FEW_MB,
  LOW_BATTERY,
  TRIED_EVERY_S,
  WELL,
  type LaptopState,
  type Saving,
  type StickNow,
} from '../../core/laptop.ts';
import { longestWait } from '../store/commitWait.ts';
import { battery, type Battery } from './battery.ts';
import { freeBytes, savingFault, tryWriting } from './disk.ts';

/** What is asked of the laptop, and when; tests answer in its place. */
export interface LaptopPorts {
  free: (folder: string) => Promise<number | null>;
  tryWriting: (folder: string) => Promise<Saving>;
  battery: () => Promise<Battery | null>;
  /** Milliseconds of a clock that stands still while the laptop sleeps, where there is one. */
  steady: () => number;
  /** Milliseconds of the clock on the wall. */
  wall: () => number;
  /** Calls at each beat, until the function that comes back is called. */
  beats: (beat: () => Promise<void>) => () => void;
  /** The same, more often, for what asks nothing of a disk: it goes on while a beat hangs. */
  looks: (look: () => void) => () => void;
  /** Milliseconds that the oldest commit has waited. */
  waited: () => number;
}

export interface LaptopWatch {
  state: () => LaptopState;
  /** Looks at an error; whether it was that something could not be saved. */
  failed: (error: unknown) => boolean;
  /** What was to be saved was not, whatever the error is; whether the laptop's disk or files explain it. */
  notSaved: (error: unknown) => boolean;
  /**
   * Names what writes to every file that answers and settings go to. After a failure it has to succeed as a whole
   * before all is well: that the folder takes something says nothing about the file that did not.
   */
  tryFilesBy: (tries: () => Promise<unknown>) => void;
  /** Names what knows whether something that was finished has no copy yet. */
  lacksCopyBy: (asks: () => boolean) => void;
  /** Names what knows whether copies of a running session cannot be written. */
  copyFailsBy: (asks: () => boolean) => void;
  /** What became of the stick. */
  stick: (now: StickNow) => void;
  /** Called at each change; told after each one that asked before. */
  onChange(told: () => void): void;
  stop(): void;
}

/** A full disk is noticed within two seconds, and that there is room again as well. */
const BEAT_MS = TRIED_EVERY_S * 1000;
/** Looked at so often, and told after so long: together two seconds. */
const LOOK_MS = 500;
const SLOW_MS = 1500;
/** The battery is asked once in so many beats. */
const BATTERY_BEATS = 30;
/** A beat that comes this much late, or a clock that jumped this far: the laptop was asleep. */
const ASLEEP_MS = 20_000;
/** How long it is told. */
const TOLD_MS = 10 * 60_000;
/** With less than this the disk is tried before a save fails on it. */
const TRY_UNDER_BYTES = 8 * 1024 * 1024;

export const thisLaptop: LaptopPorts = {
  free: freeBytes,
  tryWriting,
  battery,
  waited: longestWait,
  looks: (look) => {
    const timer = setInterval(look, LOOK_MS).unref();
    return () => clearInterval(timer);
  },
  steady: () => performance.now(),
  wall: Date.now,
  beats: (beat) => {
    let timer: NodeJS.Timeout;
    let stopped = false;
    // One after another: a disk that hangs must not pile them up.
    const next = (): void => {
      timer = setTimeout(() => void beat().finally(() => stopped || next()), BEAT_MS).unref();
    };
    next();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  },
};

/** @param folder the data folder */
export function watchLaptop(folder: string, ports: LaptopPorts = thisLaptop): LaptopWatch {
  let state = WELL;
  const told: (() => void)[] = [];
  let beats = 0;
  let last = { steady: ports.steady(), wall: ports.wall() };
  let sleptAt = -Infinity;
  let failures = 0;
  let tryFiles: () => Promise<unknown> = async () => undefined;
  let lacksCopy: () => boolean = () => false;
  let copyFails: () => boolean = () => false;

  const set = (part: Partial<LaptopState>): void => {
    const next = { ...state, ...part };
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const tell of told) tell();
  };

  const disk = async (): Promise<void> => {
    const free = await ports.free(folder);
    const few = free !== null && free < FEW_MB * 1e6;
    const freeMb = few ? Math.floor(free / 1e6) : null;
    const doubt = state.saving !== 'ok' || (free !== null && free < TRY_UNDER_BYTES);
    if (!doubt) return set({ freeMb });
    const before = failures;
    const saving = await trial();
    // What failed while it was tried is not made good by it.
    set(saving === 'ok' && failures !== before ? { freeMb } : { saving, freeMb });
  };

  const trial = async (): Promise<Saving> => {
    const saving = await ports.tryWriting(folder);
    if (saving !== 'ok' || state.saving === 'ok') return saving;
    try {
      await tryFiles();
      return 'ok';
    } catch (error) {
      return savingFault(error) ?? 'failed';
    }
  };

  const failed = (why: Exclude<Saving, 'ok'>): void => {
    failures += 1;
    set({ saving: why });
  };

  const power = async (): Promise<void> => {
    const now = await ports.battery();
    set({ battery: now !== null && !now.plugged && now.percent <= LOW_BATTERY ? now.percent : null });
  };

  /**
   * On Linux and macOS the steady clock stands still in sleep and the one on the wall has jumped; on Windows
   * both go on and the beat is late. A clock that somebody put forward looks the same.
   */
  const sleep = (): void => {
    const now = { steady: ports.steady(), wall: ports.wall() };
    const away = Math.max(now.steady - last.steady, now.wall - last.wall) - BEAT_MS;
    last = now;
    if (away >= ASLEEP_MS) {
      sleptAt = now.steady;
      set({ slept: Math.max(1, Math.round(away / 60_000)) });
    } else if (now.steady - sleptAt > TOLD_MS) set({ slept: null });
  };

  const stopLooks = ports.looks(() =>
    set({ slow: ports.waited() > SLOW_MS, uncopied: lacksCopy(), copyFails: copyFails() }),
  );
  const stopBeats = ports.beats(async () => {
    sleep();
    // Counted at the first beat too, so that a low battery is told at the start.
    if (beats % BATTERY_BEATS === 0) await power();
    beats += 1;
    await disk();
    last = { steady: ports.steady(), wall: ports.wall() };
  });

  return {
    state: () => state,
    failed: (error) => {
      const why = savingFault(error);
      if (why !== null) failed(why);
      return why !== null;
    },
    notSaved: (error) => {
      const why = savingFault(error);
      failed(why ?? 'failed');
      return why !== null;
    },
    tryFilesBy: (tries) => void (tryFiles = tries),
    lacksCopyBy: (asks) => void (lacksCopy = asks),
    copyFailsBy: (asks) => void (copyFails = asks),
    stick: (now) => set({ stick: now }),
    onChange: (tell) => void told.push(tell),
    stop: () => {
      stopLooks();
      stopBeats();
    },
  };
}

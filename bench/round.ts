/** One round on one server: it is started, filled, opened to, placed on, and stopped again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Options } from './options.ts';
import type { Connected, Opened, Placed, Spread } from './orders.ts';
import { residentBytes } from './proc.ts';
import { order, start, type Process } from './processes.ts';
import { startTarget, type Target, type UnderLoad } from './servers.ts';

/** S5 of the bar: a thousand phones at four a second each. */
const BRISK = { phones: 1000, perSecond: 4 } as const;

/** Between two phases, so that the first does not weigh on the second, in milliseconds. */
const SETTLE_MS = 300;

/** Bytes of the product's first state and view, which the other servers send as well. */
export interface Sizes {
  state: number;
  view: number;
}

export interface Round {
  target: Target;
  connect: Connected;
  /** Only where people say yes: the product. */
  join: Spread | null;
  /** Not for Socket.IO without a store, which has nothing to open. */
  open: Opened | null;
  /** Not for the product with one transaction each, which would fall behind. */
  rate: Placed | null;
  brisk: Placed | null;
  saturate: Placed;
  /** Resident bytes: before anyone came and with all of them idle, after garbage was collected; at the end. */
  memory: { phones: number; empty: number; idle: number; end: number } | null;
}

/** Sizes are the product's of an earlier round, or a guess in the first. */
export async function runRound(target: Target, options: Options, sizes: Sizes): Promise<Round> {
  const { profile } = options;
  const flags = profile === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
  const idle = profile === null ? await idleMemory(target, options, sizes) : null;
  const server = await startTarget(target, options.data, sizes.state, flags);
  try {
    return await underLoad(target, server, options, sizes, idle);
  } finally {
    if (profile === null) await server.process.stop();
    else await server.process.end();
  }
}

/** Resident bytes after garbage was collected: before anyone came, and with all phones idle. */
interface Idle {
  empty: number;
  idle: number;
}

/**
 * Measured on a server of its own: a collection that gives everything back throws away what was compiled too, and
 * whatever was timed on that server afterwards would be the compiler's time.
 */
async function idleMemory(target: Target, options: Options, sizes: Sizes): Promise<Idle | null> {
  const server = await startTarget(target, options.data, sizes.state);
  const resident = async (): Promise<number | null> => {
    await server.process.ask('collect');
    return residentBytes(server.process.pid);
  };
  const load = start(new URL('./load.ts', import.meta.url), []);
  try {
    const empty = await resident();
    await fill(target, load, server, options.phones);
    const idle = await resident();
    return empty === null || idle === null ? null : { empty, idle };
  } finally {
    await load.stop();
    await server.process.stop();
  }
}

/** Everyone connects at once, and says yes where there is somebody to say it to. */
async function fill(
  target: Target,
  load: Process,
  { port, code, staff }: UnderLoad,
  phones: number,
): Promise<Pick<Round, 'connect' | 'join'>> {
  const plain = target === 'ws';
  const connect = await order(load, { do: 'connect', plain, port, phones, code, staff });
  const join = isProduct(target) ? await order(load, { do: 'join' }) : null;
  await pause(SETTLE_MS);
  return { connect, join };
}

function isProduct(target: Target): boolean {
  return target === 'product' || target === 'one at a time';
}

async function underLoad(
  target: Target,
  under: UnderLoad,
  options: Options,
  sizes: Sizes,
  memory: Idle | null,
): Promise<Round> {
  const { phones, seconds } = options;
  const server = under.process.pid;
  const load = start(new URL('./load.ts', import.meta.url), []);
  try {
    const { connect, join } = await fill(target, load, under, phones);
    const text = 'v'.repeat(sizes.view);
    const open =
      target === 'socket.io' ? null : await order(load, { do: 'open', times: options.openings, text });
    const offered = async (many: number, perSecond: number, howLong: number): Promise<Placed | null> => {
      if (target === 'one at a time') return null;
      const placed = await order(load, { do: 'rate', phones: many, perSecond, seconds: howLong, server });
      await pause(SETTLE_MS);
      return placed;
    };
    const rate = await offered(phones, 1, seconds.rate);
    const brisk = await offered(Math.min(phones, BRISK.phones), BRISK.perSecond, seconds.brisk);
    const limited = isProduct(target);
    const { outstanding } = options;
    const saturate = await order(load, {
      do: 'saturate',
      outstanding,
      seconds: seconds.saturate,
      limited,
      server,
    });
    const end = residentBytes(server);
    return {
      target,
      connect,
      join,
      open,
      rate,
      brisk,
      saturate,
      memory: memory === null || end === null ? null : { phones, ...memory, end },
    };
  } finally {
    await load.stop();
  }
}

/**
 * Why a saturation round says nothing, or null when it counts: the server has to be what limited it,
 * for long enough to be told in steps of a hundredth of a second.
 */
export function invalid({ serverCpu, loadCpu, seconds }: Placed): string | null {
  if (serverCpu === null) return 'no /proc, so nobody knows what the server used';
  if (seconds < 0.4) return `lasted ${seconds.toFixed(2)} s only: too few phones for their limits`;
  if (serverCpu < 0.95) return `the server used ${(serverCpu * 100).toFixed(0)} % of a core`;
  if (loadCpu >= 0.8) return `the load generator used ${(loadCpu * 100).toFixed(0)} % of a core`;
  return null;
}

/** Work that would hold up the rooms, done in a thread of its own over a snapshot of what is sealed. */
import { Worker } from 'node:worker_threads';
import { TIMES } from '../../core/limits.ts';
import type { Store } from '../store/store.ts';

/** Where the thread opens its snapshot, see `SnapshotPlace`, and what it is to do. */
export interface OnSnapshot {
  module: string;
  path: string;
  task: unknown;
}

/** What a thread answers with; by then it has closed its snapshot. */
export interface Answer {
  value: unknown;
}

/**
 * Starts a module in a thread (see `onSnapshot.ts`), which answers once and ends.
 *
 * @param module the thread's file
 * @param signal ends the thread when nobody waits any more
 */
export async function inThread(
  store: Pick<Store, 'reader'>,
  module: URL,
  task: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const worker = new Worker(module);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();
  try {
    return await ask(store, worker, task);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** Threads of one module, one of which stays a while for what is asked next. */
export interface KeptThread {
  ask: (task: unknown) => Promise<unknown>;
  /** Ends the one that waits. */
  stop: () => Promise<void>;
}

/** @param module the threads' file; the first is started when something is asked */
export function keptThread(store: Pick<Store, 'reader'>, module: URL): KeptThread {
  let idle: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const started = (): Worker => {
    const worker = new Worker(module);
    // One that dies while it waits takes nothing with it.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (idle === worker) idle = null;
    });
    return worker;
  };
  const take = (): Worker => {
    clearTimeout(timer);
    const worker = idle ?? started();
    idle = null;
    worker.ref();
    return worker;
  };
  const end = async (): Promise<void> => {
    clearTimeout(timer);
    const worker = idle;
    idle = null;
    await worker?.terminate();
  };
  return {
    async ask(task) {
      const worker = take();
      let value: unknown;
      try {
        value = await ask(store, worker, task);
      } catch (error) {
        void worker.terminate();
        throw error;
      }
      if (idle !== null || stopped) void worker.terminate();
      else {
        idle = worker;
        worker.unref();
        timer = setTimeout(() => void end(), TIMES.threadKeptMs);
        timer.unref();
      }
      return value;
    },
    stop: () => {
      stopped = true;
      return end();
    },
  };
}

async function ask(store: Pick<Store, 'reader'>, worker: Worker, task: unknown): Promise<unknown> {
  const place = store.reader();
  const order: OnSnapshot = { module: place.module, path: place.path, task };
  const over = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      let fault: unknown = new Error('A thread ended without an answer.');
      const answered = ({ value }: Answer): void => resolve(value);
      const failed = (error: unknown): void => void (fault = error);
      // Not before: until then a thread that failed has the database open.
      const ended = (): void => reject(fault);
      worker.on('message', answered).on('error', failed).on('exit', ended);
      over.signal.addEventListener('abort', () => {
        worker.off('message', answered).off('error', failed).off('exit', ended);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(order);
    });
  } finally {
    over.abort();
    place.release();
  }
}

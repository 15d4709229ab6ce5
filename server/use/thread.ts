/** Work that would hold up the rooms, done in a thread of its own over a snapshot of what is sealed. */
import { Worker } from 'node:worker_threads';
import type { KeptThread } from '../keptThread.ts';
import { exchange, keptThread } from '../keptThread.ts';
import type { Store } from '../store/store.ts';

/** Where the thread opens its snapshot, see `SnapshotPlace`, and what it is to do. */
export interface OnSnapshot {
  module: string;
  path: string;
  task: unknown;
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
    return await overSnapshot(store, task, (order) => exchange(worker, order));
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/**
 * Threads of one module over snapshots, one of which stays a while for what is asked next.
 *
 * @param module the threads' file; the first is started when something is asked
 */
export function keptOnSnapshot(store: Pick<Store, 'reader'>, module: URL): KeptThread<unknown> {
  const kept = keptThread<OnSnapshot>(module);
  return {
    ask: (task) => overSnapshot(store, task, (order) => kept.ask(order)),
    stop: () => kept.stop(),
  };
}

/** What is asked of a thread is over when it has answered or ended: by then it has closed its snapshot. */
async function overSnapshot(
  store: Pick<Store, 'reader'>,
  task: unknown,
  ask: (order: OnSnapshot) => Promise<unknown>,
): Promise<unknown> {
  const place = store.reader();
  try {
    return await ask({ module: place.module, path: place.path, task });
  } finally {
    place.release();
  }
}

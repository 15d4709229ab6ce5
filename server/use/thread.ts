/** Work that would hold up the rooms, done in a thread of its own over a snapshot of what is sealed. */
import { Worker } from 'node:worker_threads';
import type { Store } from '../store/store.ts';

/** Where the thread opens its snapshot, see `SnapshotPlace`, and what it is to do. */
export interface OnSnapshot {
  module: string;
  path: string;
  task: unknown;
}

/**
 * Starts a module in a thread (see `onSnapshot.ts`), which answers by one message.
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
  const place = store.reader();
  const workerData: OnSnapshot = { module: place.module, path: place.path, task };
  try {
    return await new Promise((resolve, reject) => {
      const worker = new Worker(module, { workerData });
      const stop = (): void => void worker.terminate();
      signal?.addEventListener('abort', stop);
      if (signal?.aborted === true) stop();
      let answer: { value: unknown } | null = null;
      worker.once('message', (value: unknown) => void (answer = { value }));
      worker.once('error', reject);
      // Not before: until then the thread has the database open.
      worker.once('exit', () => {
        signal?.removeEventListener('abort', stop);
        if (answer === null) reject(new Error('A thread ended without an answer.'));
        else resolve(answer.value);
      });
    });
  } finally {
    place.release();
  }
}

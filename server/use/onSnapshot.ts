/** What a thread over a snapshot does around its work: opens it, answers once, closes it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Snapshot } from '../store/store.ts';
import type { OnSnapshot } from './thread.ts';

/** Runs the thread's work and sends what it returns. A rejection ends the thread with its error. */
export async function answerFrom(
  work: (snapshot: Snapshot, task: unknown) => Promise<unknown>,
): Promise<void> {
  const { module, path, task } = workerData as OnSnapshot;
  const { openSnapshot } = (await import(module)) as { openSnapshot: (path: string) => Snapshot };
  const snapshot = openSnapshot(path);
  try {
    const answer = await work(snapshot, task);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
    parentPort?.postMessage(answer);
  } finally {
    await snapshot.close();
  }
}

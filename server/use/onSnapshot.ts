/** What a thread over a snapshot does around its work: opens it, closes it, answers, and waits for more. */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../giveWay.ts';
import type { Answer } from '../keptThread.ts';
import type { Snapshot } from '../store/store.ts';
import type { OnSnapshot } from './thread.ts';

/** Does what is asked, each over a snapshot of its own. A rejection ends the thread with its error. */
export function answerWith(work: (snapshot: Snapshot, task: unknown) => Promise<unknown>): void {
  giveWay();
  const answer = async ({ module, path, task }: OnSnapshot): Promise<void> => {
    const { openSnapshot } = (await import(module)) as { openSnapshot: (path: string) => Snapshot };
    const snapshot = openSnapshot(path);
    let value: unknown;
    try {
      value = await work(snapshot, task);
    } finally {
      await snapshot.close();
    }
    const answered: Answer = { value };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
    parentPort?.postMessage(answered);
  };
  parentPort?.on('message', (order: OnSnapshot) => void answer(order));
}

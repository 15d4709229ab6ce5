/** A pack set in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { SetFile } from './setPack.ts';
import type { PackNews } from './packWorker.ts';
import type { CheckSheetSource } from './checkSheet.ts';
import type { ReadBackSource } from './readBackParts.ts';
import type { PackSource } from './source.ts';

/**
 * Sets a pack. Rejects with what the thread threw, which holds no text of the pack, or when it was cancelled.
 *
 * @param signal ends the thread
 * @param step told how many files are done, of how many
 */
export async function setInWorker(
  source: PackSource | ReadBackSource | CheckSheetSource,
  signal: AbortSignal,
  step: (done: number, of: number) => void,
): Promise<SetFile[]> {
  const worker = new Worker(new URL('./packWorker.ts', import.meta.url));
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await new Promise<SetFile[]>((resolve, reject) => {
      let fault: unknown = new Error('The thread ended without a pack.');
      worker.on('message', (news: PackNews) => {
        if ('value' in news) resolve(news.value);
        else step(news.done, news.of);
      });
      worker.on('error', (error) => void (fault = error));
      worker.on('exit', () => reject(fault));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(source);
    });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

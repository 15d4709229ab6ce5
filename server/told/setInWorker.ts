/** Posters set in a thread of their own. */
import { Worker } from 'node:worker_threads';
import type { Poster, ToldPoster } from './setPosters.ts';

/**
 * Rejects with what the thread threw, which holds no text of the posters, or when it was cancelled.
 *
 * @param signal ends the thread
 */
export async function setPosters(told: ToldPoster, signal: AbortSignal): Promise<Poster[]> {
  const worker = new Worker(new URL('./posterWorker.ts', import.meta.url));
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await new Promise<Poster[]>((resolve, reject) => {
      let fault: unknown = new Error('The thread ended without a poster.');
      worker.on('message', resolve);
      worker.on('error', (error) => void (fault = error));
      worker.on('exit', () => reject(fault));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(told);
    });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

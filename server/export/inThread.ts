/** Asking a thread of its own for an export, and handing on what it makes at the reader's pace. */
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import type { LeftOut } from '../../core/leftOut.ts';
import type { SnapshotPlace } from '../store/snapshotPlace.ts';
import type { Wanted } from './kinds.ts';
import type { Step } from './writeExport.ts';

export interface Job {
  module: string;
  path: string;
  consultation: string;
  /** Ids of the sealed sessions to export. */
  sessions: readonly string[];
  /** Sessions that were asked for and are not finished. */
  leftOut: readonly LeftOut[];
  /** Today, as YYYY-MM-DD. */
  date: string;
  wanted: Wanted;
}

export type FromThread = { buffer: ArrayBuffer; filled: number } | { step: Step } | { end: true };

/**
 * Keeps the thread's memory small on old laptops; a million responses need less. With less room for what is
 * young the thread spends its time on clearing up (12 MB: as fast as 24; 6 MB: a third slower).
 */
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 12 };

/**
 * Runs the export and ends the stream. When the stream closes before that, the thread is stopped. Rejects
 * with what went wrong; the place is given back in any case.
 *
 * @param out must have done with a piece when it calls its write back, as files and sockets have; a
 * PassThrough, which hands on what it was given, will not do
 */
export async function exportInThread(
  place: SnapshotPlace,
  job: Omit<Job, 'module' | 'path'>,
  out: Writable,
  step: (step: Step) => void = () => undefined,
): Promise<void> {
  const workerData: Job = { ...job, module: place.module, path: place.path };
  const thread = new Worker(new URL('thread.ts', import.meta.url), { workerData, resourceLimits: MEMORY });
  const failed = Promise.withResolvers<never>();
  let ended = false;
  thread.on('message', (message: FromThread) => {
    if ('step' in message) step(message.step);
    else if ('end' in message) {
      ended = true;
      out.end();
    } else {
      const { buffer, filled } = message;
      // Given back only when it was taken, which holds the thread to the reader's pace, and used again.
      out.write(new Uint8Array(buffer, 0, filled), (error) => {
        if (error === null || error === undefined) thread.postMessage(buffer, [buffer]);
      });
    }
  });
  thread.on('error', failed.reject);
  thread.on('exit', () => {
    if (!ended) failed.reject(new Error('the thread of the export stopped early'));
  });
  try {
    await Promise.race([finished(out, { readable: false }), failed.promise]);
  } finally {
    failed.promise.catch(() => undefined);
    await thread.terminate();
    place.release();
  }
}

/** Threads that are asked one thing after another, and the one that stays a while for what is asked next. */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { TIMES } from '../core/limits.ts';

/** What a thread answers with when it has done what it was asked. */
export interface Answer {
  value: unknown;
}

/** Threads of one module. One thread does one thing at a time. */
export interface KeptThread<Order> {
  /** Rejects with what the thread threw, or when it ended without an answer; the next is a new one. */
  ask: (order: Order) => Promise<unknown>;
  /** Ends the one that waits; from then on none stays. */
  stop: () => Promise<void>;
}

/**
 * @param module the threads' file; the first is started when something is asked
 * @param resourceLimits what a thread may take for its own JavaScript; without, what Node gives it
 */
export function keptThread<Order>(module: URL, resourceLimits?: ResourceLimits): KeptThread<Order> {
  let idle: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const started = (): Worker => {
    const worker = new Worker(module, { resourceLimits });
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
    async ask(order) {
      const worker = take();
      let value: unknown;
      try {
        value = await exchange(worker, order);
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

/** Sends a thread an order and waits for its answer, or for its end with what it threw. */
export async function exchange(worker: Worker, order: unknown): Promise<unknown> {
  const over = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      let fault: unknown = new Error('A thread ended without an answer.');
      const answered = ({ value }: Answer): void => resolve(value);
      const failed = (error: unknown): void => void (fault = error);
      // Not before: until then a thread that failed has its files open.
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
  }
}

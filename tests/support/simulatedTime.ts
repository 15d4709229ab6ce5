/**
 * Time that passes only when a test says so, for a server and clients in this process: their timers and
 * the monotonic clock stand still in between, sockets with their heartbeat and files are real.
 */
import { performance } from 'node:perf_hooks';
import { jest } from '@jest/globals';

export interface SimulatedTime {
  /** Lets so many milliseconds pass. */
  pass(ms: number): Promise<void>;
  /** Gives the clock back. */
  end(): void;
}

/** Begins before the server is started, so that all of its timers are in it. */
export function simulateTime(): SimulatedTime {
  jest.useFakeTimers({
    doNotFake: [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
    ],
  });
  let now = performance.now();
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  return {
    pass: async (ms) => {
      // In steps, so that what a timer has sent can be answered before the next one is due.
      for (let left = ms; left > 0; left -= STEP_MS) {
        const step = Math.min(STEP_MS, left);
        now += step;
        await jest.advanceTimersByTimeAsync(step);
        await turn();
      }
    },
    end: () => {
      clock.mockRestore();
      jest.useRealTimers();
    },
  };
}

/** Shorter than anything the server waits for but the gathering of a group commit. */
const STEP_MS = 50;

/** One turn of the event loop, in which sockets and commits get on. */
const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));

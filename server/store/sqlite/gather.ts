/**
 * How long a commit waits for more to share it. A commit costs nearly the same for one answer as for a hundred: where
 * the server is short of time it pays to wait, and where it has time to spare everybody's answer is safe sooner without.
 */
import { performance } from 'node:perf_hooks';
import { RATES } from '../../../core/limits.ts';

/** Shares of its time that the event loop is busy, at which waiting begins and is longest. */
const BUSY = { from: 0.6, most: 0.9 } as const;

/** Over how long that is measured at least, in milliseconds. */
const MEASURED_MS = 50;

/** @param busy share of its time that the event loop works, 0 to 1. @returns whole milliseconds, 0: it does not wait */
export function gatherFor(busy: number): number {
  const share = (busy - BUSY.from) / (BUSY.most - BUSY.from);
  return Math.round(RATES.gatherMs * Math.min(1, Math.max(0, share)));
}

/** How busy this event loop was lately. */
export class Busy {
  #since = performance.eventLoopUtilization();
  #share = 0;

  share(): number {
    const spent = performance.eventLoopUtilization(this.#since);
    if (spent.idle + spent.active >= MEASURED_MS) {
      this.#share = spent.utilization;
      this.#since = performance.eventLoopUtilization();
    }
    return this.#share;
  }
}

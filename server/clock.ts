/** The clocks of the laptop. What lasts is measured by one that nobody sets; days come from the one on the wall. */
import { uptime } from 'node:os';

/** The clock that days come from; tests bring their own. */
export interface Clock {
  /** The date where the laptop is (YYYY-MM-DD), the finest time that is kept of a session. */
  today(): string;
  /** Calls back every hour until what it gives back is called. */
  everyHour(act: () => Promise<void>): () => void;
}

const HOUR_MS = 3600_000;

export const realClock: Clock = {
  today: () => {
    const d = new Date();
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
  },
  everyHour: (act) => {
    const timer = setInterval(() => void act(), HOUR_MS);
    timer.unref();
    return () => clearInterval(timer);
  },
};

/**
 * Milliseconds since 1970 by a clock that goes on steadily from what it was at the start: it takes no part in a jump
 * of the clock on the wall, back or ahead, and the time that a laptop sleeps has passed on it as well.
 *
 * @param wall milliseconds since 1970, asked once
 * @param up seconds since the laptop was started, those asleep among them
 */
export function steadyClock(wall: () => number = Date.now, up: () => number = uptime): () => number {
  const begun = wall() - up() * 1000;
  return () => begun + up() * 1000;
}

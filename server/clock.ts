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

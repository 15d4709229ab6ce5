/**
 * A stick may hang: what is asked of it then never comes back, and holds one of the four threads that all of this
 * program's files go through. So it is asked once for all who ask, and never again while one still waits.
 */

/** What a stick does not answer within this, in milliseconds, it is told not to answer. */
export const LIMIT_MS = 5000;

/** Resolves with what `work` does, or with `late` once the time is over; the work goes on. */
export function within<T, L>(work: Promise<T>, ms: number, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

export interface Shared<T> {
  ask: () => Promise<T>;
  /** What was asked has not come back, though it is long over its time. */
  hangs: () => boolean;
}

/** @param late told to all who ask, at once, from when the one that waits is over its time until it comes back */
export function askOnce<T>(ask: () => Promise<T>, ms: number, late: T): Shared<T> {
  let answer: Promise<T> | null = null;
  let hangs = false;
  return {
    ask: () => {
      if (answer !== null) return answer;
      const asked = ask().finally(() => {
        answer = null;
        hangs = false;
      });
      const isLate = Symbol('late');
      answer = within(asked, ms, isLate).then((got) => {
        if (got !== isLate) return got;
        hangs = true;
        return late;
      });
      // Told to whoever waited in time; an error that comes later is nobody's.
      asked.catch(() => undefined);
      return answer;
    },
    hangs: () => hangs,
  };
}

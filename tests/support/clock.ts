/** A clock whose days a test sets, and whose hours it lets pass. */
import type { Clock } from '../../server/clock.ts';

export interface TestClock extends Clock {
  day: string;
  /** One hour passes; resolves when what is done then has been done. */
  hour(): Promise<void>;
}

export function clockAt(day: string): TestClock {
  let act: () => Promise<void> = () => Promise.resolve();
  const clock: TestClock = {
    day,
    today: () => clock.day,
    everyHour: (hourly) => {
      act = hourly;
      return () => undefined;
    },
    hour: () => act(),
  };
  return clock;
}

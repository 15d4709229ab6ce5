/** A clock whose days a test sets, and whose hours it lets pass. */
import { addDays } from '../../core/day.ts';
import type { Clock } from '../../server/clock.ts';

export interface TestClock extends Clock {
  day: string;
  /** One hour passes; resolves when what is done then has been done. */
  hour(): Promise<void>;
  /** The laptop is used on the day before and on this one. */
  passTo(day: string): Promise<void>;
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
    passTo: async (to) => {
      for (clock.day of [addDays(to, -1), to]) await act();
    },
  };
  return clock;
}

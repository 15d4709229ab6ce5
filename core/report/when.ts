/** When it was: the days of the sessions, as far as the team wants them told. */
import type { ReportInput } from './input.ts';
import type { Speech } from './words.ts';

/** The first and the last day (YYYY-MM-DD) of the sessions; null where they are hidden or not recorded. */
export function daysOf({ sessions, document }: ReportInput): { first: string; last: string } | null {
  const days = sessions
    .flatMap((s) => [s.imported?.first ?? '', s.date])
    .filter((day) => document.showDates && day !== '')
    .toSorted();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/**
 * The sentence that dates a figure: the days of all sessions of the report, never of one statement's alone,
 * which could tell in which session it was asked. Where these days are not told it is the report's own.
 */
export function whenOf({ say, date }: Speech, input: ReportInput): string {
  const days = daysOf(input);
  if (days === null) return say('figure.when.report', { date: date(input.date) });
  const [first, last] = [date(days.first), date(days.last)];
  return first === last
    ? say('figure.when.day', { n: input.sessions.length, date: first })
    : say('figure.when.span', { first, last });
}

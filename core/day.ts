/** Days of the calendar as YYYY-MM-DD, the finest time that is kept of anything people did. */

const DAY_MS = 24 * 3600 * 1000;

/** Whether the calendar has this day: 31 February is read as a day in March. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The day that somebody typed, as 2027-01-15 or as 15 January 2027; null: other words. */
export function dayTyped(text: string): string | null {
  const words = text.trim();
  if (isDay(words)) return words;
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+),? (\d{4})$/i.exec(words) ?? [];
  const nth = MONTHS.indexOf(month.toLowerCase()) + 1;
  const read = `${year}-${String(nth).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? read : null;
}

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between two, negative when the second comes first. */
export function daysFrom(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);
}

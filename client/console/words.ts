/** Dates and lists in the console's language. */
import { listsIn } from '../../core/message.ts';

export const LANGUAGE = 'en-GB';
const lists = listsIn(LANGUAGE, 'conjunction');

/** 2026-11-22 as "22 November 2026"; anything else as it stands. */
export function sayDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime())
    ? date
    : day.toLocaleDateString(LANGUAGE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** "22 Nov, 14:05" by this machine's clock. */
export function sayTime(at: number): string {
  return new Date(at).toLocaleString(LANGUAGE, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** "Parents, young people and staff". */
export function sayList(parts: readonly string[]): string {
  return lists.format(parts);
}

/** "Parents, young people or staff". */
export function sayEither(parts: readonly string[]): string {
  return new Intl.ListFormat(LANGUAGE, { type: 'disjunction' }).format(parts);
}

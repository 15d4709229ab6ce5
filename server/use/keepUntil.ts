/** The last day on which a consultation's data are kept: how it may be set, and how far it is. */
import type { Keeping } from '../../core/apiRights.ts';
import type { Consultation } from '../../core/consultation.ts';
import { addDays, daysFrom } from '../../core/day.ts';
import { LIMITS } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { DayChange } from '../store/rights.ts';

/** @param today YYYY-MM-DD */
export function keepingOf({ keepUntil }: Consultation, today: string): Keeping | null {
  return keepUntil === '' ? null : { until: keepUntil, days: daysFrom(today, keepUntil) };
}

/**
 * What is to be recorded when an edit changes the day; null: it does not. Refused as `date-too-soon`
 * where it is less than a week away, so that a slip can be seen before anything is destroyed by it.
 */
export function dayChange(
  before: Consultation,
  after: Consultation,
  today: string,
): DayChange | Refusal | null {
  const [from, to] = [before.keepUntil, after.keepUntil];
  if (from === to) return null;
  const soonest = addDays(today, LIMITS.keepDays.least);
  if (to !== '' && to < soonest) return refuse('date-too-soon', 'keepUntil', `${soonest} or later`);
  return { on: today, from, to };
}

/** A copy has no day yet; a file whose day is over or nearly so loses it, and that is said. */
export function withoutPastDay(
  consultation: Consultation,
  today: string,
  copy: boolean,
): { made: Consultation; warnings: string[] } {
  const { keepUntil } = consultation;
  const near = keepUntil !== '' && keepUntil < addDays(today, LIMITS.keepDays.least);
  if (!copy && !near) return { made: consultation, warnings: [] };
  const made = { ...consultation, keepUntil: '' };
  const warnings = copy
    ? []
    : [`The day until which its data are kept, ${keepUntil}, is over or nearly so and was left out.`];
  return { made, warnings };
}

/** The last day on which a consultation's data are kept: how it may be set, and how far it is. */
import type { Keeping } from '../../core/apiRights.ts';
import type { Consultation } from '../../core/consultation.ts';
import { addDays, daysFrom } from '../../core/day.ts';
import { LIMITS } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { DayChange } from '../store/rights.ts';
import type { Store } from '../store/store.ts';

/**
 * The last day on which its data are kept; empty: none was set. Of what was set and what people of its
 * sessions were told the earliest.
 */
export function lastDay({ keepUntil }: Consultation, sessions: readonly Session[]): string {
  return earliest([keepUntil, ...opened(sessions).map((s) => s.keepUntil ?? '')]);
}

/** @param today YYYY-MM-DD */
export function keepingOf(
  consultation: Consultation,
  sessions: readonly Session[],
  today: string,
): Keeping | null {
  const until = lastDay(consultation, sessions);
  return until === '' ? null : { until, days: daysFrom(today, until) };
}

/** Sessions in which people were told something. */
function opened(sessions: readonly Session[]): Session[] {
  return sessions.filter((s) => !s.rehearsal && s.state !== 'draft');
}

function earliest(days: readonly string[]): string {
  return days.filter((day) => day !== '').toSorted()[0] ?? '';
}

/** What of it a change of the day must not break; empty days: nothing. */
export interface Told {
  /** The earliest day until which people were told that their answers are kept. */
  keepUntil: string;
  /** The latest until which somebody can take theirs out. */
  withdrawUntil: string;
}

/** @param today YYYY-MM-DD */
export async function toldIn(store: Store, consultation: string, today: string): Promise<Told> {
  const keys = new Set(await store.sessionsWithKeys());
  const sessions = opened(await store.sessions(consultation));
  const open = sessions.flatMap(({ id, state, withdrawUntil = '' }) =>
    withdrawUntil >= today && (state !== 'sealed' || keys.has(id)) ? [withdrawUntil] : [],
  );
  // Sessions of it that were removed have codes as well.
  for (const kept of await store.keptCodes())
    if (kept.consultation === consultation && kept.until >= today) open.push(kept.until);
  return {
    keepUntil: earliest(sessions.map((s) => s.keepUntil ?? '')),
    withdrawUntil: open.toSorted().at(-1) ?? '',
  };
}

/**
 * What is to be recorded when an edit changes the day; null: it does not. Refused as `date-too-soon` where
 * it is less than a week away, so that a slip can be seen before anything is destroyed by it; as `day-told`
 * where people were told one that it would put off; as `codes-later` where it comes before somebody's code ends.
 */
export function dayChange(
  before: Consultation,
  after: Consultation,
  today: string,
  told: Told,
): DayChange | Refusal | null {
  const [from, to] = [before.keepUntil, after.keepUntil];
  if (from === to) return null;
  const { keepUntil, withdrawUntil } = told;
  if (keepUntil !== '' && (to === '' || to > keepUntil))
    return refuse('day-told', 'keepUntil', `${keepUntil} or earlier`);
  const soonest = addDays(today, LIMITS.keepDays.least);
  if (to !== '' && to < soonest) return refuse('date-too-soon', 'keepUntil', `${soonest} or later`);
  if (to !== '' && to < withdrawUntil) return refuse('codes-later', 'keepUntil', `${withdrawUntil} or later`);
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

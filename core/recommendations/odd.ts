/** What of a recommendation can hardly be so. It is pointed out beside its field and hinders nothing: it may be right. */
import type { Session } from '../session.ts';
import { WORDS, type RecommendationFields } from './types.ts';

/** Days on which something happened, each of which goes out as it was typed. */
export const HAPPENED = ['askedOn', 'answeredOn', 'doneOn', 'toldOn', 'wordOn'] as const;
export type HappenedOn = (typeof HAPPENED)[number];

/**
 * A day that has not come yet, or one before anybody was asked; null: nothing is odd about it.
 *
 * @param today YYYY-MM-DD
 */
export function oddDay(
  name: HappenedOn,
  one: Pick<RecommendationFields, HappenedOn>,
  today: string,
): 'ahead' | 'early' | null {
  const day = one[name];
  if (day === '') return null;
  if (day > today) return 'ahead';
  return day < one.askedOn ? 'early' : null;
}

/** How many say whether it happened, where those are more than came; null: they are not, or nobody knows who came. */
export function oddHeads(
  one: Pick<RecommendationFields, (typeof WORDS)[number]>,
  came: number,
): number | null {
  const n = WORDS.reduce((sum, name) => sum + one[name], 0);
  return came > 0 && n > came ? n : null;
}

/** How many people came to these sessions by their head-counts; nought where one of them has none. */
export function cameTo(sessions: readonly Pick<Session, 'attendance'>[]): number {
  const each = sessions.map(({ attendance }) => attendance.reduce((sum, { n }) => sum + n, 0));
  return each.includes(0) ? 0 : each.reduce((sum, n) => sum + n, 0);
}

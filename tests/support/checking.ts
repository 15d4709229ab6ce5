/** Rooms that are asked about recommendations, and what phones said there. */
import { NO_ONE, withTotals, type CheckCounts } from '../../core/checking.ts';
import { beginCheck, changeCheck, type CheckChange } from '../../core/checkingSteps.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { facts, makeRoom, press } from './room.ts';

export const item = (id: string, text = `Ask for ${id}`) =>
  ({ recommendation: id, kind: 'change', text, points: 'first\nsecond' }) as const;
export const sure = (next: Room | Refusal): Room => {
  if (isRefusal(next)) throw new Error(JSON.stringify(next));
  return next;
};
export const begun = (...ids: string[]): Room => {
  const items = ids.map((id) => item(id));
  return sure(beginCheck(press(makeRoom(), 2), items, facts()));
};
export const change = (room: Room, ...changes: CheckChange[]): Room =>
  changes.reduce<Room>((now, one) => sure(changeCheck(now, one, facts())), room);
export const step = (to: 'ask' | 'dots' | 'done'): CheckChange => ({ to: 'step', step: to });

export const counts = (
  yes: number,
  notQuite = 0,
  missing = 0,
  put: [number, number] | null = null,
): CheckCounts => ({
  said: { ...NO_ONE, said: yes, notQuite, missing },
  dots: put === null ? null : { n: put[0], people: put[1] },
});
/** With the ask closed at these counts. */
export const closed = (room: Room, ...all: CheckCounts[]): Room =>
  withTotals(change(room, step('dots')), 'ask', (n) => all[n - 1] ?? counts(0));

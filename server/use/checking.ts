/** Asking a room about recommendations: what is shown is read once, and what a part came to is fixed as it closes. */
import { checkDotPlace, checkPlace, openPart, withTotals, type CheckCounts } from '../../core/checking.ts';
import { beginCheck } from '../../core/checkingSteps.ts';
import { countsOf } from '../../core/checked.ts';
import { inTeamsOrder, KINDS } from '../../core/recommendations/types.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import type { Answer } from '../../core/scale.ts';
import type { Store } from '../store/store.ts';
import { factsOf } from './facts.ts';
import type { Running } from './running.ts';

/** Those of these ids that are there, in the team's order, in the words of now. */
export async function beginChecking(
  store: Store,
  running: Running,
  ids: readonly string[],
): Promise<Room | Refusal> {
  const { list } = await store.recommendations.read(running.session.consultation);
  const items = KINDS.flatMap((kind) => inTeamsOrder(list, kind))
    .filter(({ id }) => ids.includes(id))
    .map(({ id, kind, text, points }) => ({ recommendation: id, kind, text, points }));
  return beginCheck(running.room, items, factsOf(running));
}

/** The part of it that this step closes; null: none. */
export function closesPart(before: Room, next: Room): 'ask' | 'dots' | null {
  const part = openPart(before);
  return part === openPart(next) ? null : part;
}

/** Once everyone who was told Saved is on the disk. */
export async function withClosed(running: Running, part: 'ask' | 'dots'): Promise<Room> {
  await running.store.settled();
  return withTotals(running.room, part, (n) => checkCounts(running, n));
}

function checkCounts(running: Running, n: number): CheckCounts {
  return countsOf(answersOn(running, checkPlace(n)), answersOn(running, checkDotPlace(n)));
}

/** How many gave which answer on a place. */
function answersOn({ tallies }: Running, place: number): Map<Answer, number> {
  const sums = new Map<Answer, number>();
  for (const row of tallies.get(place)?.values() ?? [])
    for (const [answer, n] of row) sums.set(answer, (sums.get(answer) ?? 0) + n);
  return sums;
}

/** How many dots are on a place. */
export function dotsOn(running: Running, place: number): number {
  let sum = 0;
  for (const [answer, people] of answersOn(running, place))
    if (typeof answer === 'number') sum += answer * people;
  return sum;
}

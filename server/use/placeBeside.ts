/** What is placed beside the boards: thoughts, being heard, topics and dots. Each is asked by its own rule. */
import { isBeside } from '../../core/beside.ts';
import {
  CHECK_PLACES,
  checkAt,
  checkDotAt,
  checkDotPlace,
  checkNow,
  mayPutCheckDots,
  maySay,
} from '../../core/checking.ts';
import { isHeardPlace, mayBeHeard } from '../../core/heardPlace.ts';
import { LIMITS } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Placed, Placement } from '../../core/response.ts';
import { boardAt } from '../../core/room.ts';
import { placed } from '../../core/tally.ts';
import { FREE_TALK, isThought, mayThink, PROPOSING, thoughtAt } from '../../core/thought.ts';
import { dotOn, dotPlace, isTopicPlace, mayAddTopic, mayPutDots } from '../../core/topics.ts';
import { tagOn, type Who } from './joinSession.ts';
import type { Running } from './running.ts';

/** Whether there is such a place in this session. */
export function isPlaceBeside({ room }: Running, place: number): boolean {
  const check = checkAt(place) ?? checkDotAt(place);
  if (check !== null) return room.check?.list.some(({ n }) => n === check) === true;
  const about = thoughtAt(place)?.board ?? FREE_TALK;
  return (
    isBeside(place) && (about === FREE_TALK || about === PROPOSING || boardAt(room, about) !== undefined)
  );
}

/** @returns the placement with its text cleaned, or a refusal */
export function mayPlaceBeside(
  running: Running,
  who: Who,
  placement: Placement,
  before: Placed | undefined,
): Placement | Refusal {
  const { room } = running;
  const { board } = placement;
  if (isHeardPlace(board)) return mayBeHeard(room, placement, before);
  if (isTopicPlace(board)) return mayAddTopic(room, placement, before);
  if (dotOn(board) !== null) {
    const places = (room.topics?.list ?? []).map(({ n }) => dotPlace(n));
    return mayPutDots(room, placement, before, dotsBeside(running, who, board, places));
  }
  if (checkAt(board) !== null) {
    const more = placement.comment !== '' && (before === undefined || before.comment === '');
    if (more && wordsOnChecks(running) >= LIMITS.thoughts) return refuse('thoughts-full', 'comment');
    return maySay(room, placement, before);
  }
  if (checkDotAt(board) !== null) {
    const places = (checkNow(room)?.now ?? []).map(checkDotPlace);
    return mayPutCheckDots(room, placement, before, dotsBeside(running, who, board, places));
  }
  if (before === undefined && thoughtsIn(running) >= LIMITS.thoughts) return refuse('thoughts-full', 'board');
  return mayThink(room, placement, before);
}

/** How much was written on recommendations: as much as thoughts may be, since it becomes points as those do. */
function wordsOnChecks({ room, pending }: Running): number {
  let n = 0;
  for (const place of CHECK_PLACES)
    n += (room.released[place]?.length ?? 0) + (pending.get(place)?.size ?? 0);
  return n;
}

/** How many places of thoughts are in use. */
function thoughtsIn({ tallies }: Running): number {
  let n = 0;
  for (const [board, tally] of tallies) if (isThought(board)) n += placed(tally);
  return n;
}

/** How many dots this person has on others of these places. */
function dotsBeside(running: Running, who: Who, place: number, places: readonly number[]): number {
  let sum = 0;
  for (const other of places) {
    const answer = other === place ? null : running.store.current(other, tagOn(running, who, other))?.answer;
    if (typeof answer === 'number') sum += answer;
  }
  return sum;
}

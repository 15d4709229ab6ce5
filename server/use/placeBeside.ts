/** What is placed beside the boards: thoughts, being heard, topics and dots. Each is asked by its own rule. */
import { isBeside } from '../../core/beside.ts';
import { isHeardPlace, mayBeHeard } from '../../core/heardPlace.ts';
import { LIMITS } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Placed, Placement } from '../../core/response.ts';
import { boardAt } from '../../core/room.ts';
import { placed } from '../../core/tally.ts';
import { FREE_TALK, isThought, mayThink, thoughtAt } from '../../core/thought.ts';
import { dotOn, dotPlace, isTopicPlace, mayAddTopic, mayPutDots } from '../../core/topics.ts';
import { tagOn, type Who } from './joinSession.ts';
import type { Running } from './running.ts';

/** Whether there is such a place in this session. */
export function isPlaceBeside({ room }: Running, place: number): boolean {
  const about = thoughtAt(place)?.board ?? FREE_TALK;
  return isBeside(place) && (about === FREE_TALK || boardAt(room, about) !== undefined);
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
  if (dotOn(board) !== null) return mayPutDots(room, placement, before, dotsBeside(running, who, board));
  if (before === undefined && thoughtsIn(running) >= LIMITS.thoughts) return refuse('thoughts-full', 'board');
  return mayThink(room, placement, before);
}

/** How many places of thoughts are in use. */
function thoughtsIn({ tallies }: Running): number {
  let n = 0;
  for (const [board, tally] of tallies) if (isThought(board)) n += placed(tally);
  return n;
}

/** How many dots this person has on other topics than this one. */
function dotsBeside(running: Running, who: Who, place: number): number {
  let sum = 0;
  for (const { n } of running.room.topics?.list ?? []) {
    const other = dotPlace(n);
    const answer = other === place ? null : running.store.current(other, tagOn(running, who, other))?.answer;
    if (typeof answer === 'number') sum += answer;
  }
  return sum;
}

/** How many dots are on a topic. */
export function dotsOnTopic({ tallies }: Running, n: number): number {
  let sum = 0;
  for (const row of tallies.get(dotPlace(n))?.values() ?? [])
    for (const [answer, people] of row) if (typeof answer === 'number') sum += answer * people;
  return sum;
}

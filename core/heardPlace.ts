/**
 * Where a phone puts what it says of being heard: as a post-it on a place of its own, one for each of the two
 * questions, so that nothing shows that they, or an answer, came from one person.
 */
import { LIMITS } from './limits.ts';
import type { Placed, Placement } from './response.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import type { Answer } from './scale.ts';
import { cleanText, codePoints, utf8Bytes } from './text.ts';

/** "I could say what I wanted to say", with what stopped somebody: 1 yes, 2 partly, 3 no, `n` rather not say. */
export const SAID_PLACE = 30_001;
/** "What you were told you can change: was that true?": 1 yes, 2 partly, 3 no, `x` do not know. */
export const TOLD_PLACE = 30_002;
export const HEARD_PLACES = [SAID_PLACE, TOLD_PLACE] as const;

const ANSWERS: Record<number, readonly Answer[]> = {
  [SAID_PLACE]: [1, 2, 3, 'n'],
  [TOLD_PLACE]: [1, 2, 3, 'x'],
};

export function isHeardPlace(place: number): boolean {
  return place in ANSWERS;
}

/** What the tag of such a place is made from. No statement has such an id. */
export function taggedHeard(place: number): { statement: string; round: 1 | 2 } {
  return { statement: `heard:${place}`, round: 1 };
}

/** Whether it may count now: after the end, until the session is finished. Only what stopped somebody has words. */
export function mayBeHeard(
  room: Room,
  placement: Placement,
  before: Placed | undefined,
): Placement | Refusal {
  const { board, answer } = placement;
  const comment = answer === null ? '' : cleanText(placement.comment);
  if (comment === null) return refuse('bad-characters', 'comment');
  if (codePoints(comment) > LIMITS.commentCodePoints || utf8Bytes(comment) > LIMITS.commentBytes)
    return refuse('too-long', 'comment', `at most ${LIMITS.commentCodePoints} characters`);
  if (answer !== null && ANSWERS[board]?.includes(answer) !== true) return refuse('no-such-answer', 'answer');
  if (board === TOLD_PLACE && comment !== '') return refuse('bad-message', 'comment', 'nothing');
  const heard: Placement = { ...placement, comment, audience: 'team' };
  if (before?.revision === placement.revision) return heard;
  return room.state === 'ended' ? heard : refuse('not-open', 'board');
}

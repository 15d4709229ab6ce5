/** A participant's answer to one statement in one round, and when it may count. */
import type { Answer, Scale } from './scale.ts';
import { offers } from './scale.ts';
import { LIMITS } from './limits.ts';
import { cleanText, codePoints, utf8Bytes } from './text.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import type { Board, Room } from './room.ts';

/** Who may read a comment: everyone in the room once it is let through, or the team only. */
export type Audience = 'room' | 'team';

/** What a phone sends: an answer, or null to take the post-it back. */
export interface Placement {
  board: number;
  /** Rises with each change that this phone makes on this board; a replay carries the same one. */
  revision: number;
  answer: Answer | null;
  comment: string;
  audience: Audience;
}

/** What counts now for one person on one board. */
export interface Placed {
  revision: number;
  answer: Answer | null;
  comment: string;
  audience: Audience;
}

/**
 * Whether a placement may count now. Placing and changing need an open board; whoever has nothing
 * there yet may still catch up after it closed, until it is revealed. A paused room takes nothing,
 * and the phone sends it again when the pause ends.
 *
 * @returns the placement with its comment cleaned, or a refusal
 */
export function mayPlace(
  room: Room,
  board: Board | undefined,
  scale: Scale,
  placement: Placement,
  before: Placed | undefined,
): Placement | Refusal {
  if (board === undefined) return refuse('no-such-board', 'board');
  // A post-it that is taken back has no words.
  const comment = placement.answer === null ? '' : cleanText(placement.comment);
  if (comment === null) return refuse('bad-characters', 'comment');
  if (isTooLong(comment))
    return refuse('too-long', 'comment', `at most ${LIMITS.commentCodePoints} characters`);
  if (placement.answer !== null && !offers(scale, placement.answer))
    return refuse('no-such-answer', 'answer');
  // What is saved already is acknowledged again, whatever the board does now: the ack may have been lost.
  const cleaned = comment === placement.comment ? placement : { ...placement, comment };
  if (before?.revision === placement.revision) return cleaned;
  if (board.state === 'waiting') return refuse('no-such-board', 'board');
  if (room.paused) return refuse('paused');
  const catchingUp =
    board.state === 'closed' &&
    room.state === 'live' &&
    placement.answer !== null &&
    (before === undefined || before.answer === null);
  if (board.state !== 'open' && !catchingUp) return refuse('not-open', 'board');
  return cleaned;
}

/** Hardly any comment is near a limit, and its letters need not be counted then. */
function isTooLong(comment: string): boolean {
  const { length } = comment;
  return (
    (length > LIMITS.commentCodePoints && codePoints(comment) > LIMITS.commentCodePoints) ||
    (3 * length > LIMITS.commentBytes && utf8Bytes(comment) > LIMITS.commentBytes)
  );
}

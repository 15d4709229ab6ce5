/** Placing: a post-it is put up, changed or taken back, and counts once it is durable. */
import type { Placement } from '../../core/response.ts';
import { mayPlace } from '../../core/response.ts';
import type { OwnPostIt } from '../../core/protocol.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { boardAt, type Room } from '../../core/room.ts';
import { RATES } from '../../core/limits.ts';
import { isBeside, isWordless } from '../../core/beside.ts';
import type { LiveResponse, Participant, PlaceOutcome, PlaceSaved } from '../store/store.ts';
import type { Running } from './running.ts';
import { isPlaceBeside, mayPlaceBeside } from './placeBeside.ts';
import { muteOf } from './moderation.ts';
import { moveSoon } from './liveResults.ts';
import { anyListDue } from './lists.ts';
import { take } from './running.ts';
import { readSoon } from './signs.ts';
import { releaseComments } from './runCommand.ts';
import { hasLeft, ownPostIt, tagOn, type Who } from './joinSession.ts';
import { stays } from './leaveSession.ts';

export type Placing = number | (Refusal & { current?: OwnPostIt });

/**
 * Places for someone who has joined.
 *
 * @returns the revision that is durable now, or why nothing was saved; an older revision than what is
 * there gets back what counts
 */
export function placeResponse(running: Running, who: Who, placement: Placement): Placing | Promise<Placing> {
  const person = running.people.get(who.hash);
  if (running.closed) return refuse('not-open', 'board');
  if (person === undefined) return refuse(hasLeft(running, who.hash) ? 'left' : 'not-joined');
  const board = boardAt(running.room, placement.board);
  if (board === undefined && !isPlaceBeside(running, placement.board))
    return refuse('no-such-board', 'board');
  const tag = tagOn(running, who, placement.board);
  const before = running.store.current(placement.board, tag);
  // Whether it is the same as what stands there would tell what stands there.
  if (who.card && before !== undefined && placement.revision <= before.revision)
    return { ...refuse('stale'), current: ownPostIt(before, who) };
  const checked =
    board === undefined
      ? mayPlaceBeside(running, who, placement, before)
      : mayPlace(running.room, board, board.scale, placement, before);
  if (isRefusal(checked))
    return before === undefined ? checked : { ...checked, current: ownPostIt(before, who) };
  const response = responseOf(running, person, tag, checked, before);
  const mute = response.note === '' ? undefined : muteOf(running, who);
  if (mute !== undefined) running.hushed.set(response.note, mute);
  return settle(running, response, who);
}

/** A response as the store keeps it, from a placement that may count. */
export function responseOf(
  running: Running,
  person: Participant,
  tag: string,
  placement: Placement,
  before: LiveResponse | undefined,
): LiveResponse {
  const { board, revision, answer, comment, audience } = placement;
  const sameText = before !== undefined && before.comment === comment;
  return {
    board,
    tag,
    revision,
    membership: person.membership,
    answer,
    comment,
    audience,
    quote: person.quote,
    channel: person.channel,
    // Where answers are linked a thought is still nobody's: it becomes a point, and those have no person.
    person: isBeside(board) ? null : person.person,
    note: sameText ? before.note : running.store.noteIdOf(tag, comment),
  };
}

/** Hands a response to the store and, once it is durable, to the counts and the screens. */
export async function settle(running: Running, response: LiveResponse, who: Who): Promise<Placing> {
  if (running.room.leaving.length > 0 && !(await stays(running, who))) return refuse('not-saved');
  let outcome: PlaceOutcome;
  try {
    outcome = await running.store.place(response);
  } catch (error) {
    running.saveFailed(error);
    // The commit failed as a whole; the phone keeps its post-it and sends it again.
    return refuse('not-saved');
  }
  if ('stale' in outcome) return { ...refuse('stale'), current: ownPostIt(outcome.stale, who) };
  countIn(running, [outcome]);
  return outcome.saved.revision;
}

/** Who sees that something was placed. */
const SEEN_BY = ['projector', 'console'] as const;

/** Tells the counts and the screens of responses that are durable now. */
export function countIn(running: Running, outcomes: readonly PlaceSaved[]): void {
  let sameNotes = true;
  for (const { saved, before } of outcomes) {
    take(running, before, saved);
    moveSoon(running, saved.board);
    if (saved.note !== '' && !isWordless(saved.board)) readSoon(running, [saved.note]);
    const hadNote = before !== undefined && before.note !== '';
    if (hadNote && (before.note !== saved.note || before.audience !== saved.audience)) sameNotes = false;
  }
  running.changed(SEEN_BY, sameNotes ? 'counts' : undefined);
  if (running.releasing === null && anyListDue(running)) releaseSoon(running);
}

/**
 * In a full room many batches fill up at once; they go to the console together, as often as views do. Where
 * there are many comments already all of them are sent anew, and nobody reads that fast.
 */
function releaseSoon(running: Running): void {
  if (running.releasing !== null) return;
  running.releasing = setTimeout(() => {
    running.releasing = null;
    // A failed write leaves the comments in `pending`; the next placement or the close tries again.
    releaseComments(running).catch(() => undefined);
  }, batchGapMs(running.room));
  running.releasing.unref();
}

/** How long comments wait for others to go to the console with, in milliseconds. */
export function batchGapMs({ released }: Pick<Room, 'released'>): number {
  let listed = 0;
  for (const list of Object.values(released)) listed += list.length;
  return RATES.viewGapMs * Math.min(RATES.mostViewsWaited, 1 + Math.floor(listed / RATES.commentsAView));
}

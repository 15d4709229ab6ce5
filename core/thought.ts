/**
 * Thoughts: what people add from their phones while the room talks. One is placed, changed and taken back as a
 * post-it is, on a place of its own: each talk has a few for each person, and a tag is made for each place, so
 * that nothing shows that two thoughts, or a thought and an answer, came from one person.
 */
import { LIMITS } from './limits.ts';
import type { Placed, Placement } from './response.ts';
import { refuse, type Refusal } from './refusal.ts';
import { boardAt, type Room } from './room.ts';
import { cleanLine, cleanText, codePoints, utf8Bytes } from './text.ts';

/** The talk that is about no statement. */
export const FREE_TALK = 0;
/** The talk in which people propose statements of their own; above every number of a board. */
export const PROPOSING = 1500;
/** What stands for the answer of a thought that is there; null: it was taken back. */
export const THERE = 1;

/** What phones add to the talk that is about no statement: thoughts and topics, statements, words on recommendations. */
export const TALK_KINDS = ['said', 'proposed', 'checked'] as const;
export type TalkKind = (typeof TALK_KINDS)[number];

/** What the talk that is about no statement is for now. */
export function talkKindNow({ proposing, checking }: Pick<Room, 'proposing' | 'checking'>): TalkKind {
  return checking === true ? 'checked' : proposing === true ? 'proposed' : 'said';
}

/** Above every number of a board. */
const FIRST = 10_000;
const STEP = 10;
/** Places from here on are something else's. */
const LAST = 30_000;
/** How many thoughts one person may have in one talk; less than a step. */
const THOUGHTS_EACH = 5;

/** @param board whose talk it is, or FREE_TALK */
export function thoughtPlace(board: number, slot: number): number {
  return FIRST + board * STEP + slot;
}

/** The talk that a thought belongs to: a board, FREE_TALK, PROPOSING. */
export function talkOf(thought: number): number {
  return (thought - FIRST - (thought % STEP)) / STEP;
}

/** Null: this is the number of a board, or of nothing. */
export function thoughtAt(place: number): { board: number; slot: number } | null {
  const slot = place % STEP;
  const board = talkOf(place);
  const known = board <= 2 * LIMITS.statements || board === PROPOSING;
  return place < FIRST || !known || slot >= THOUGHTS_EACH ? null : { board, slot };
}

/**
 * What the tag of a thought is made from. No statement has such an id, so it is never the tag of an answer.
 *
 * @param board undefined: the talk is about no statement
 */
export function taggedThought(
  slot: number,
  board: { statement: string; round: 1 | 2 } | undefined,
): { statement: string; round: 1 | 2 } {
  return { statement: `thought:${slot}:${board?.statement ?? ''}`, round: board?.round ?? 1 };
}

/** Whether what is placed there is a statement that somebody proposes. */
export function isProposal(place: number): boolean {
  return place >= thoughtPlace(PROPOSING, 0) && place < thoughtPlace(PROPOSING, THOUGHTS_EACH);
}

/** What the tag of a proposal is made from; never that of a thought. */
export function taggedProposal(slot: number): { statement: string; round: 1 | 2 } {
  return { statement: `proposal:${slot}`, round: 1 };
}

export function isThought(place: number): boolean {
  return place >= FIRST && place < LAST;
}

/** What goes to the console together: comments of one board, thoughts of one talk. */
export function listOf(place: number): number {
  return isThought(place) ? place - (place % STEP) : place;
}

/** Where one person's comments of such a list can stand. */
export function placesOf(list: number): number[] {
  return isThought(list) ? Array.from({ length: THOUGHTS_EACH }, (_, slot) => list + slot) : [list];
}

/** What the room talks about now: a board, FREE_TALK, PROPOSING, or nothing. */
export function talkNow(room: Room): number | null {
  if (room.state !== 'live') return null;
  if (room.checking === true) return null;
  if (room.freeTalk === true) return room.proposing === true ? PROPOSING : FREE_TALK;
  return boardAt(room, room.at)?.state === 'discussed' ? room.at : null;
}

/**
 * Whether a thought may count now: while the room talks about what it is about. After that it stands as it is.
 *
 * @returns the thought with its text cleaned, or a refusal
 */
export function mayThink(room: Room, thought: Placement, before: Placed | undefined): Placement | Refusal {
  const there = thought.answer !== null;
  const proposed = isProposal(thought.board);
  const most = proposed ? LIMITS.statementText : LIMITS.commentCodePoints;
  const comment = there ? (proposed ? cleanLine : cleanText)(thought.comment) : '';
  if (comment === null) return refuse('bad-characters', 'comment');
  if (codePoints(comment) > most || utf8Bytes(comment) > LIMITS.commentBytes)
    return refuse('too-long', 'comment', `at most ${most} characters`);
  if (there && thought.answer !== THERE) return refuse('no-such-answer', 'answer');
  if (there && comment === '') return refuse('bad-message', 'comment', 'some text');
  // Nobody in the room is shown a proposal before it is a statement.
  const clean: Placement = proposed ? { ...thought, comment, audience: 'team' } : { ...thought, comment };
  // What is saved already is acknowledged again: the ack may have been lost.
  if (before?.revision === thought.revision) return clean;
  if (talkNow(room) !== thoughtAt(thought.board)?.board) return refuse('not-open', 'board');
  if (room.paused) return refuse('paused');
  return clean;
}

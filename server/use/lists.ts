/** Which comments reach the console, and when: whole lists in random order, in batches. */
import { FLOORS } from '../../core/limits.ts';
import { isRevealed } from '../../core/makeView.ts';
import { becomesPoint, listOf } from '../../core/beside.ts';
import { checkAt, isAsked } from '../../core/checking.ts';
import { isThought, talkNow, thoughtAt } from '../../core/thought.ts';
import { collects, TOPIC_LIST } from '../../core/topics.ts';
import type { Room } from '../../core/room.ts';
import { shuffled } from '../random.ts';
import type { Running } from './running.ts';

/** What goes to the console now, by board: the whole list anew. */
export type Lists = Record<number, string[]>;

/**
 * Boards whose list on the console is due. While people place, a batch needs at least five comments;
 * the rest come when the board closes for the first time, and what comes late waits for five or for
 * the reveal. The list is shuffled whole, so that it does not tell old from new.
 *
 * @param next the room as it is about to be
 */
export function listsDue(running: Running, next: Room): Lists {
  const lists: Lists = {};
  for (const n of running.pending.keys()) {
    const list = listDue(running, next, n);
    if (list !== null) lists[n] = shuffled(list);
  }
  return lists;
}

/** Whether any list is due. Asked at each placement, so that nothing is shuffled for it, and as a rule nothing made. */
export function anyListDue(running: Running): boolean {
  const { pending, room, hushed, superseded } = running;
  const plain = hushed.size === 0 && superseded.size === 0;
  for (const [n, waiting] of pending) {
    if (plain && waiting.size < FLOORS.commentBatch && (waiting.size === 0 || !allAreDue(running, room, n)))
      continue;
    if (listDue(running, room, n) !== null) return true;
  }
  return false;
}

/** The whole list of a board in the order in which it stands and came; null while it is not due. */
function listDue(running: Running, next: Room, n: number): string[] | null {
  const all = running.pending.get(n) ?? new Set<string>();
  // One's own comments would stand together by being hidden; at the end nobody is shown any of them.
  const ids = next.state === 'ended' ? all : new Set([...all].filter((id) => !running.hushed.has(id)));
  if (ids.size < FLOORS.commentBatch && !allAreDue(running, next, n)) return null;
  const listed = next.released[n] ?? [];
  const kept =
    running.superseded.size === 0
      ? listed
      : listed.filter((id) => !running.superseded.has(id) || isOnWall(next, n, id));
  return ids.size === 0 && kept.length === listed.length ? null : [...kept, ...ids];
}

/** What was revealed is a snapshot: a text in it goes when another statement is in front of the room. */
function isOnWall(room: Room, n: number, id: string): boolean {
  if (becomesPoint(n) || n === TOPIC_LIST) return false;
  const board = room.state === 'live' && room.at === n ? room.boards[n - 1] : undefined;
  return (
    board !== undefined && isRevealed(board) && board.snapshot?.notes.some((note) => note.id === id) === true
  );
}

function allAreDue(running: Running, next: Room, n: number): boolean {
  if (n === TOPIC_LIST) return !collects(next);
  const on = checkAt(n);
  if (on !== null) return !isAsked(next, on);
  // A talk that the room has gone on from is closed.
  if (isThought(n)) return thoughtAt(n)?.board !== talkNow(next);
  const [before, after] = [running.room.boards[n - 1], next.boards[n - 1]];
  if (after === undefined || next.state === 'ended' || isRevealed(after)) return true;
  return after.state === 'closed' && before?.eligible === null;
}

/** The room with those lists. */
export function withLists(room: Room, lists: Lists): Room {
  return Object.keys(lists).length === 0 ? room : { ...room, released: { ...room.released, ...lists } };
}

/** Whether this text is gone once these lists have gone out. */
export function goesWith(running: Running, lists: Lists, id: string): boolean {
  const note = running.notes.get(id);
  const list = note === undefined || !running.superseded.has(id) ? undefined : lists[listOf(note.board)];
  return list !== undefined && !list.includes(id);
}

/** Memory is told that these have gone to the console, once that is durable. */
export function tellListed(running: Running, lists: Lists): void {
  for (const [n, ids] of Object.entries(lists)) {
    for (const id of ids) running.pending.get(Number(n))?.delete(id);
    for (const id of running.superseded) {
      if (!goesWith(running, { [n]: ids }, id)) continue;
      running.superseded.delete(id);
      running.stillMuted.delete(id);
      running.notes.delete(id);
    }
  }
}

/** How many people the wall stands for, on boards that have closed before it was counted to the end. */
import type { Board, Room } from '../../core/room.ts';
import type { Membership } from '../../core/session.ts';
import type { WallSlot } from '../../core/wall.ts';
import { eligibleNow } from './people.ts';
import type { Running } from './running.ts';

type Counts = Record<Membership, number>;

/** Heads, and post-its of each board by its number. */
export interface WallCounts {
  heads: Counts;
  notes: ReadonlyMap<number, Counts>;
}

export function wallCounts(running: Running): WallCounts {
  const { boards, wall } = running.room;
  return {
    heads: wall.heads,
    notes: new Map(boards.filter((b) => b.opened).map((b) => [b.n, notesOn(running, b)])),
  };
}

/** What stands on a board under each of the wall's tags. */
export function slotsOn({ store, room }: Running, board: Board): WallSlot[] {
  return room.wall.tokens.map((token) => {
    const there = store.current(board.n, store.tagOf(token, board.statement, board.round));
    if (there === undefined || there.answer === null) return null;
    const { membership, answer, comment: text, audience, quote } = there;
    return { membership, answer, text, audience, quote };
  });
}

function notesOn(running: Running, board: Board): Counts {
  const notes: Counts = {};
  for (const slot of slotsOn(running, board))
    if (slot !== null) notes[slot.membership] = (notes[slot.membership] ?? 0) + 1;
  return notes;
}

/**
 * The boards, of which those that have closed say again who could have answered: the heads as they are now, or
 * the post-its on one where there are more.
 *
 * @param counted the board that was counted just now; @param before what the wall was until then
 */
export function thereNow(running: Running, counted: number, before: WallCounts): Room['boards'] {
  const after = wallCounts(running);
  const all = eligibleNow(running);
  const most = (notes: WallCounts['notes'], key: Membership): number =>
    Math.max(0, ...[...notes.values()].map((n) => n[key] ?? 0));
  /** Of everyone who is here now, those that are not at the wall. */
  const others = (key: Membership): number => {
    const heads = after.heads[key] ?? 0;
    return (all[key] ?? 0) - Math.max(heads, most(after.notes, key));
  };
  return running.room.boards.map((b) => {
    if (b.eligible === null) return b;
    const eligible = { ...b.eligible };
    for (const key of new Set([...Object.keys(all), ...Object.keys(eligible)])) {
      const [was, is] = [before.heads[key] ?? 0, after.heads[key] ?? 0];
      if (b.n !== counted && was === is) continue;
      const there = eligible[key] ?? 0;
      const [hung, hangs] = [before.notes.get(b.n)?.[key] ?? 0, after.notes.get(b.n)?.[key] ?? 0];
      // Nobody had counted heads: the board closed with as many as had placed on one board until then.
      const told = was > 0 ? was : Math.min(most(before.notes, key), there - others(key));
      eligible[key] = Math.max(0, there - Math.max(told, hung) + Math.max(is, hangs));
      if (b.n === counted) eligible[key] = Math.max(eligible[key], all[key] ?? 0);
    }
    return { ...b, eligible: Object.fromEntries(Object.entries(eligible).filter(([, n]) => n > 0)) };
  });
}

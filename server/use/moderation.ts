/** What the facilitator does with a comment beyond showing and hiding it: taking words out, muting its writer. */
import { applyReplacements } from '../../core/personal/replace.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { capMarks } from '../../core/text.ts';
import type { LiveResponse } from '../store/store.ts';
import { tagOn, type Who } from './joinSession.ts';
import { take, type Running } from './running.ts';

/** A comment that has reached the console; null where there is none of this id. */
export function listedNote(running: Running, id: string): LiveResponse | null {
  const note = running.notes.get(id);
  return note !== undefined && (running.room.released[note.board] ?? []).includes(id) ? note : null;
}

/**
 * Takes words out of a comment for good: its text is replaced where it stands, and what was there is not
 * kept. Its writer's phone is given the new text.
 *
 * @param words offsets in the text as the console was shown it, and what stands there instead
 * @returns the room in which the comment goes by its new id
 */
export async function redact(
  running: Running,
  id: string,
  words: readonly { from: number; to: number; by: string }[],
): Promise<Room | Refusal> {
  const note = listedNote(running, id);
  if (note === null) return refuse('no-such-note', 'id');
  const replaced = applyReplacements(
    capMarks(note.comment),
    words.map(({ from, to, by }) => ({ from, to, kind: '', replacement: by })),
  );
  if (replaced === null) return refuse('bad-message', 'words');
  const { published: comment } = replaced;
  const after: LiveResponse = {
    ...note,
    comment,
    note: running.store.noteIdOf(note.tag, comment),
    revision: note.revision + 1,
  };
  const outcome = await running.store.place(after);
  // Its writer has changed it meanwhile; the next batch brings that.
  if ('stale' in outcome) return refuse('changed-elsewhere', 'id');
  take(running, note, after);
  running.notes.delete(id);
  running.superseded.delete(id);
  running.pending.get(note.board)?.delete(after.note);
  const renamed = (room: Room): Room => rename(room, id, after.note);
  running.undo = running.undo.map((step) => ({ ...step, room: renamed(step.room) }));
  return renamed(running.room);
}

/** A room in which a comment goes by another id; an empty one is no comment any more. */
function rename(room: Room, from: string, to: string): Room {
  const list = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => (id === from ? (to === '' ? [] : [to]) : [id]));
  const { [from]: choice, ...notes } = room.notes;
  return {
    ...room,
    notes: choice === undefined || to === '' ? notes : { ...notes, [to]: choice },
    passedOn: list(room.passedOn),
    released: Object.fromEntries(Object.entries(room.released).map(([n, ids]) => [n, list(ids)])),
    boards: room.boards.map((board) =>
      board.snapshot === null
        ? board
        : {
            ...board,
            snapshot: {
              ...board.snapshot,
              notes: board.snapshot.notes.flatMap((note) =>
                note.id === from ? (to === '' ? [] : [{ ...note, id: to }]) : [note],
              ),
            },
          },
    ),
  };
}

/**
 * Mutes the writer of a comment, or lets them be heard again, without learning who it is: what is kept is
 * the comment's own tag, which only the writer's phone can be matched with when it places something.
 */
export function mute(running: Running, id: string, on: boolean): Room | Refusal {
  const note = listedNote(running, id);
  if (note === null) return refuse('no-such-note', 'id');
  const { room } = running;
  const others = room.muted.filter((m) => m.board !== note.board || m.tag !== note.tag);
  return { ...room, muted: on ? [...others, { board: note.board, tag: note.tag }] : others };
}

/** Whether comments of this person are kept from the console. */
export function isMuted(running: Running, who: Who): boolean {
  return running.room.muted.some(({ board, tag }) => tagOn(running, who, board) === tag);
}

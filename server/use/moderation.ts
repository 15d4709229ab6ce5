/** What the facilitator does with a comment beyond showing and hiding it: taking words out, muting its writer. */
import { applyReplacements } from '../../core/personal/replace.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { capMarks } from '../../core/text.ts';
import { listOf, placesOf } from '../../core/beside.ts';
import { newId } from '../random.ts';
import type { LiveResponse } from '../store/store.ts';
import { tagOn, type Who } from './joinSession.ts';
import { take, type Mute, type Running } from './running.ts';

/** A comment that has reached the console; null where there is none of this id. */
export function listedNote(running: Running, id: string): LiveResponse | null {
  const note = running.notes.get(id);
  return note !== undefined && (running.room.released[listOf(note.board)] ?? []).includes(id) ? note : null;
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
  // Its own letters put in the place of letters: nothing to take out.
  if (comment === note.comment) return running.room;
  const next = (await replaceIn(running, note, comment)) ?? lastWords(running, note, comment);
  const renamed = (room: Room): Room => rename(room, id, next);
  running.undo = running.undo.map((step) => ({ ...step, room: renamed(step.room) }));
  return renamed(running.room);
}

/** Replaces a text for good; its new id, or null where its writer has changed or taken it back meanwhile. */
async function replaceIn(running: Running, note: LiveResponse, comment: string): Promise<string | null> {
  if (running.superseded.has(note.note)) return null;
  const after: LiveResponse = {
    ...note,
    comment,
    note: running.store.noteIdOf(note.tag, comment),
    revision: note.revision + 1,
  };
  const outcome = await running.store.place(after);
  if ('stale' in outcome) return null;
  take(running, note, after);
  running.notes.delete(note.note);
  running.superseded.delete(note.note);
  running.pending.get(listOf(note.board))?.delete(after.note);
  return after.note;
}

/**
 * A text that goes with the next batch anyway is shown until then as it was asked for. Were it refused, that
 * would tell whoever watches who has just changed their mind.
 */
function lastWords(running: Running, note: LiveResponse, comment: string): string {
  running.notes.delete(note.note);
  running.superseded.delete(note.note);
  if (comment === '') return '';
  const shown = newId();
  running.notes.set(shown, { ...note, comment, note: shown });
  running.superseded.add(shown);
  if (running.stillMuted.delete(note.note)) running.stillMuted.add(shown);
  return shown;
}

/** A room in which a comment goes by another id; an empty one is no comment any more. */
function rename(room: Room, from: string, to: string): Room {
  const list = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => (id === from ? (to === '' ? [] : [to]) : [id]));
  const { [from]: choice, ...notes } = room.notes;
  return {
    ...room,
    notes: choice === undefined || to === '' ? notes : { ...notes, [to]: choice },
    ...(room.topics === undefined
      ? {}
      : {
          // Words that were taken out may stand in what was mended too.
          topics: {
            ...room.topics,
            list: room.topics.list.map((t) =>
              t.note === from && to !== '' ? { ...t, note: to, text: '' } : t,
            ),
          },
        }),
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
  // Whoever has left is muted by nothing; the list says what was asked for until their comment goes from it.
  if (running.store.current(note.board, note.tag) === undefined) {
    if (on) running.stillMuted.add(id);
    else running.stillMuted.delete(id);
    return room;
  }
  const others = room.muted.filter((m) => !isSame(m, note));
  return { ...room, muted: on ? [...others, { board: note.board, tag: note.tag }] : others };
}

/** Comments whose writers are muted no more, also because that was undone, wait for their batch as any other. */
export function hearAgain(running: Running, { muted }: Room): void {
  for (const [id, by] of running.hushed) if (!muted.some((m) => isSame(m, by))) running.hushed.delete(id);
}

const isSame = (a: Mute, b: Mute): boolean => a.board === b.board && a.tag === b.tag;

/** The mute that keeps comments of this person from the console, if there is one. */
export function muteOf(running: Running, who: Who): Mute | undefined {
  return running.room.muted.find(({ board, tag }) => tagOn(running, who, board) === tag);
}

/**
 * Finds the waiting comments of somebody who comes back. Which ones are a muted writer's is not written down,
 * since that would tie them together; only the writer's own token can tell.
 */
export function hushAgain(running: Running, who: Who): void {
  const by = muteOf(running, who);
  if (by === undefined) return;
  for (const [list, ids] of running.pending)
    for (const board of placesOf(list)) {
      const note = running.store.current(board, tagOn(running, who, board))?.note;
      if (note !== undefined && ids.has(note)) running.hushed.set(note, by);
    }
}

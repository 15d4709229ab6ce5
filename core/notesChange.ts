/** Comments for a console that has most of them already: in a full room all of them together are a heavy load. */
import type { ConsoleNote } from './view.ts';

export interface NotesChange {
  /** Ids of all that are listed now, in their order. */
  order: string[];
  /** Those that are new, or not as they were in the view before. */
  changed: ConsoleNote[];
}

/** @param before what all consoles have, by id; empty where one of them may have something else */
export function changeOf(before: ReadonlyMap<string, ConsoleNote>, now: readonly ConsoleNote[]): NotesChange {
  const changed = now.filter((note) => !isSame(before.get(note.id), note));
  return { order: now.map(({ id }) => id), changed };
}

/**
 * By what is in them: signs of a person are looked for anew when the answer beside a comment changes, and whoever
 * then saw the same words come again would know whose answer it was.
 */
function isSame(a: ConsoleNote | undefined, b: ConsoleNote): boolean {
  return (
    a !== undefined &&
    a.text === b.text &&
    a.choice === b.choice &&
    a.answer === b.answer &&
    (a.found === b.found || JSON.stringify(a.found) === JSON.stringify(b.found)) &&
    a.passedOn === b.passedOn &&
    a.muted === b.muted &&
    a.audience === b.audience &&
    a.board === b.board
  );
}

/** What a console shows after a change; null when it lacks one of them and has to ask for everything. */
export function notesAfter(
  had: readonly ConsoleNote[],
  { order, changed }: NotesChange,
): ConsoleNote[] | null {
  const byId = new Map([...had, ...changed].map((note) => [note.id, note]));
  const notes: ConsoleNote[] = [];
  for (const id of order) {
    const note = byId.get(id);
    if (note === undefined) return null;
    notes.push(note);
  }
  return notes;
}

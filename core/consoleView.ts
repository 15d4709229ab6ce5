/** What the facilitator sees, comments and all. */
import { consoleFrame, isRevealed, type ConsoleScene } from './makeView.ts';
import { capMarks } from './text.ts';
import type { ConsoleNote, ConsoleView } from './view.ts';

/** Comments that were released to the console, in the order in which it lists them, their answer only after the reveal. */
export function consoleNotes(scene: ConsoleScene): ConsoleNote[] {
  const { room } = scene;
  const notes: ConsoleNote[] = [];
  const passedOn = new Set(room.passedOn);
  for (const board of room.boards) {
    // As the room was shown them: where the same is shown again, one that changed since would tell whose.
    const shown = new Map(isRevealed(board) ? board.snapshot?.notes.map((n) => [n.id, n.answer]) : []);
    for (const id of room.released[board.n] ?? []) {
      const note = scene.note(id);
      if (note === undefined || note.text === '') continue;
      notes.push({
        id,
        board: board.n,
        text: capMarks(note.text),
        audience: note.audience,
        choice: room.notes[id] ?? 'waiting',
        answer: shown.get(id) ?? null,
        found: scene.signs(id),
        passedOn: passedOn.has(id),
        muted: scene.muted(id),
      });
    }
  }
  return notes;
}

/** What the facilitator sees now. */
export function consoleView(scene: ConsoleScene): ConsoleView {
  return { ...consoleFrame(scene), notes: consoleNotes(scene) };
}

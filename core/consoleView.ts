/** What the facilitator sees, comments and all. */
import { becomesPoint } from './beside.ts';
import { checkAt, checkPlace } from './checking.ts';
import { consoleFrame, isRevealed, type ConsoleScene } from './makeView.ts';
import type { Answer } from './scale.ts';
import { capMarks } from './text.ts';
import { FREE_TALK, isProposal, PROPOSING, thoughtPlace } from './thought.ts';
import { TOPIC_LIST } from './topics.ts';
import type { ConsoleNote, ConsoleView } from './view.ts';

/** Comments that were released to the console, in the order in which it lists them, their answer only after the reveal. */
export function consoleNotes(scene: ConsoleScene): ConsoleNote[] {
  const { room } = scene;
  const notes: ConsoleNote[] = [];
  const passedOn = new Set(room.passedOn);
  const list = (n: number, place: number, shown?: ReadonlyMap<string, Answer>): void => {
    const on = checkAt(place);
    for (const id of room.released[place] ?? []) {
      const note = scene.note(id);
      if (note === undefined || note.text === '') continue;
      notes.push({
        id,
        board: n,
        ...(isProposal(place) ? { proposal: true } : {}),
        ...(becomesPoint(place) ? { thought: true } : place === TOPIC_LIST ? { topic: true } : {}),
        ...(on === null ? {} : { check: on }),
        text: capMarks(note.text),
        audience: note.audience,
        choice: room.notes[id] ?? 'waiting',
        answer: shown?.get(id) ?? null,
        found: scene.signs(id),
        passedOn: passedOn.has(id),
        muted: scene.muted(id),
      });
    }
  };
  for (const board of room.boards) {
    // As the room was shown them: where the same is shown again, one that changed since would tell whose.
    const shown = new Map(isRevealed(board) ? board.snapshot?.notes.map((n) => [n.id, n.answer]) : []);
    list(board.n, board.n, shown);
    list(board.n, thoughtPlace(board.n, 0));
  }
  list(FREE_TALK, TOPIC_LIST);
  list(FREE_TALK, thoughtPlace(FREE_TALK, 0));
  list(FREE_TALK, thoughtPlace(PROPOSING, 0));
  for (const { n } of room.check?.list ?? []) list(FREE_TALK, checkPlace(n));
  return notes;
}

/** What the facilitator sees now. */
export function consoleView(scene: ConsoleScene): ConsoleView {
  return { ...consoleFrame(scene), notes: consoleNotes(scene) };
}

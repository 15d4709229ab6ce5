/** One comment, large, with the answer it was placed under. */
import { toneOf } from '../../core/scale.ts';
import type { ProjectorBoard } from '../../core/view.ts';
import { answerWord } from '../../core/answers.ts';
import { Fit } from './Fit.tsx';
import { say } from './words.ts';

interface Props {
  board: ProjectorBoard;
  /** Which comment, from 0; beyond the last it is the last. */
  at: number;
  most: number;
}

export function OneNote({ board, at, most }: Props) {
  const notes = board.notes ?? [];
  const index = Math.min(at, notes.length - 1);
  const note = notes[index];
  if (note === undefined) return null;
  const tone = typeof note.answer === 'number' ? toneOf(board.scale, note.answer) : 3;
  return (
    <figure class={`one column-${tone}`}>
      <figcaption class="one-caption">
        <bdi class={`one-answer tone-${tone}`}>{answerWord(say, board.scale, note.answer)}</bdi>
        <span class="one-at">{say('note.at', { n: index + 1, of: notes.length })}</span>
      </figcaption>
      <Fit most={most} of={note.id + note.text} class="one-text">
        <blockquote dir="auto">{note.text}</blockquote>
      </Fit>
    </figure>
  );
}

/** One comment and what may be done with it. */
import type { NoteChoice } from '../../../core/room.ts';
import { answerLabel, MARKS, TONES, toneOf, type Answer, type Scale } from '../../../core/scale.ts';
import type { ConsoleNote, ConsoleView } from '../../../core/view.ts';
import { say } from './words.ts';

export type Shelf = ConsoleNote['choice'] | 'team';

/** Where a comment is listed: those for the team only are never up for showing. */
export function shelfOf(note: ConsoleNote): Shelf {
  return note.audience === 'team' ? 'team' : note.choice;
}

const CHOICES: Record<Shelf, NoteChoice[]> = {
  waiting: ['show', 'hide'],
  show: ['hide'],
  hide: ['show'],
  team: [],
};

/** @param props.naming says which statement it is about, where several are mixed */
export function Comment(props: {
  note: ConsoleNote;
  view: ConsoleView;
  naming: boolean;
  choose: (to: NoteChoice) => void;
}) {
  const { note, view, naming, choose } = props;
  const board = view.boards.find((b) => b.n === note.board);
  const { screen } = view.room;
  const onScreen = screen.notes === 'one' && view.projector.board?.notes?.[screen.noteAt]?.id === note.id;
  const text = `comment-${note.id}`;
  return (
    <li class={onScreen ? 'comment comment-now' : 'comment'}>
      <p class="comment-text" id={text} dir="auto">
        {note.text}
      </p>
      <div class="comment-foot">
        {note.answer !== null && board !== undefined && (
          <AnswerChip scale={board.scale} answer={note.answer} />
        )}
        {naming && board !== undefined && (
          <span class="soft">{say('comments.on', { number: board.number })}</span>
        )}
        {note.answer !== null && typeof note.answer !== 'number' && shelfOf(note) === 'show' && (
          <span class="comment-flag">{say('comments.apart')}</span>
        )}
        {onScreen && <span class="comment-flag">{say('comments.now')}</span>}
        {note.audience === 'team' && <span class="comment-flag">{say('comments.team')}</span>}
        <span class="comment-buttons">
          {CHOICES[shelfOf(note)].map((to) => (
            <button
              type="button"
              key={to}
              class="button comment-button"
              aria-describedby={text}
              onClick={() => choose(to)}
            >
              {say(`comments.put.${to}`)}
            </button>
          ))}
        </span>
      </div>
    </li>
  );
}

function AnswerChip({ scale, answer }: { scale: Scale; answer: Answer }) {
  const label = answerLabel(scale, answer);
  if (typeof answer !== 'number') return <span class="answer-chip">{label}</span>;
  const tone = toneOf(scale, answer);
  return (
    <span class="answer-chip" style={{ background: TONES[tone]?.fill, color: TONES[tone]?.ink }}>
      <span aria-hidden="true">{MARKS[tone]}</span> {label}
    </span>
  );
}

/** One comment and what may be done with it. */
import { useRef, useState } from 'preact/hooks';
import type { NoteChoice } from '../../../core/room.ts';
import { answerLabel, MARKS, TONES, toneOf, type Answer, type Scale } from '../../../core/scale.ts';
import type { ConsoleNote, ConsoleView } from '../../../core/view.ts';
import { CommentMore } from './commentMore.tsx';
import type { Desk } from './desk.ts';
import { say, type Key } from './words.ts';

export type Shelf = ConsoleNote['choice'] | 'team';

/** Where a comment is listed: those for the team only are never up for showing. A thought is noted for the team. */
export function shelfOf(note: ConsoleNote): Shelf {
  return note.audience === 'team' && note.thought !== true ? 'team' : note.choice;
}

const CHOICES: Record<Shelf, NoteChoice[]> = {
  waiting: ['show', 'hide'],
  show: ['hide'],
  hide: ['show'],
  team: [],
};

/** A comment is shown, a thought is noted, a topic goes on the list. */
function putWord({ thought, topic, proposal }: ConsoleNote, to: NoteChoice): Key {
  if (to === 'show' && proposal === true) return 'comments.put.keep';
  if (to === 'show' && thought === true) return 'comments.put.note';
  return to === 'show' && topic === true ? 'comments.put.topic' : `comments.put.${to}`;
}

/** @param props.naming says which statement it is about, where several are mixed */
export function Comment(props: {
  desk: Desk;
  note: ConsoleNote;
  view: ConsoleView;
  naming: boolean;
  choose: (to: NoteChoice) => void;
}) {
  const { desk, note, view, naming, choose } = props;
  const [more, setMore] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const board = view.boards.find((b) => b.n === note.board);
  const { screen } = view.room;
  const onScreen = screen.notes === 'one' && view.projector.board?.notes?.[screen.noteAt]?.id === note.id;
  const text = `comment-${note.id}`;
  return (
    <li class={onScreen ? 'comment comment-now' : 'comment'}>
      <p class="comment-text" id={text} dir="auto">
        <Marked note={note} />
      </p>
      <div class="comment-foot">
        {note.answer !== null && board !== undefined && (
          <AnswerChip scale={board.scale} answer={note.answer} />
        )}
        {note.thought === true && (
          <span class="comment-flag">
            {note.check !== undefined
              ? say('comments.check', { n: checkNumber(view, note.check) })
              : say(note.proposal === true ? 'comments.proposal' : 'comments.thought')}
          </span>
        )}
        {note.topic === true && <span class="comment-flag">{say('comments.topic')}</span>}
        {naming && board !== undefined && (
          <span class="soft">{say('comments.on', { number: board.number })}</span>
        )}
        {note.answer !== null && typeof note.answer !== 'number' && shelfOf(note) === 'show' && (
          <span class="comment-flag">{say('comments.apart')}</span>
        )}
        {onScreen && <span class="comment-flag">{say('comments.now')}</span>}
        {note.audience === 'team' && note.proposal !== true && note.check === undefined && (
          <span class="comment-flag">{say('comments.team')}</span>
        )}
        {note.found.length > 0 && (
          <span class="comment-flag">{say('mod.found', { n: note.found.length })}</span>
        )}
        {note.passedOn && <span class="comment-flag">{say('mod.passed')}</span>}
        {note.muted && <span class="comment-flag">{say('mod.muted')}</span>}
        <span class="comment-buttons">
          {CHOICES[shelfOf(note)].map((to) => (
            <button
              type="button"
              key={to}
              class="button comment-button"
              aria-describedby={text}
              onClick={() => choose(to)}
            >
              {say(putWord(note, to))}
            </button>
          ))}
          <button
            type="button"
            ref={opener}
            class="button comment-button"
            aria-label={say('mod.more.of')}
            aria-expanded={more}
            aria-controls={`more-${note.id}`}
            onClick={() => setMore(!more)}
          >
            {say('mod.more')}
          </button>
        </span>
      </div>
      {more && (
        <CommentMore
          desk={desk}
          note={note}
          id={`more-${note.id}`}
          close={() => {
            // Whatever opens then gives the focus back to a button that is there.
            opener.current?.focus();
            setMore(false);
          }}
        />
      )}
    </li>
  );
}

/** Its place among those that the room is asked about, as everybody sees it. */
function checkNumber({ check }: ConsoleView, n: number): number {
  return (check?.list.findIndex((item) => item.n === n) ?? 0) + 1;
}

/** The text with what may show who somebody is underlined. */
export function Marked({ note: { text, found } }: { note: Pick<ConsoleNote, 'text' | 'found'> }) {
  const parts: (string | { sign: string })[] = [];
  let at = 0;
  for (const { from, to } of found) {
    parts.push(text.slice(at, from), { sign: text.slice(from, to) });
    at = to;
  }
  parts.push(text.slice(at));
  return (
    <>
      {parts.map((part, i) =>
        typeof part === 'string' ? (
          part
        ) : (
          <mark key={i} class="comment-found">
            {part.sign}
          </mark>
        ),
      )}
    </>
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

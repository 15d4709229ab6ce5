/** The statements as a ladder: where the room is, how each one stands, and going to one with a click. */
import type { BoardState } from '../../../core/room.ts';
import type { ConsoleBoard, ConsoleView } from '../../../core/view.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mayCommand } from '../staff.ts';
import { Marked } from './comment.tsx';
import type { Desk } from './desk.ts';
import { say, textOf } from './words.ts';

const STATE_MARKS: Record<BoardState, string> = {
  waiting: '○',
  shown: '◐',
  open: '●',
  closed: '■',
  revealed: '▤',
  discussed: '✓',
};

export function Ladder({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const here = useRef<HTMLLIElement>(null);
  const running = view.room.state === 'live';
  // Each rung tells its round; rounds that come one after the other get a heading as well.
  const second = view.boards.findIndex((b) => b.round === 2);
  const blocks = second > 0 && view.boards.slice(second).every((b) => b.round === 2);
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [view.room.at]);

  const rung = (board: ConsoleBoard) => {
    const now = running && board.n === view.room.at;
    return (
      <li key={board.n} ref={now ? here : null}>
        <button
          type="button"
          class="rung"
          data-state={board.state}
          aria-current={now ? 'step' : undefined}
          disabled={!running || !mayCommand('show')}
          onClick={() => void desk.run({ do: 'show', board: board.n })}
        >
          <span class="rung-number">{board.number}</span>
          <span class="rung-text" dir="auto">
            {textOf(board.wordings)}
          </span>
          <span class="rung-state">
            <span aria-hidden="true">{STATE_MARKS[board.state]}</span> {say(`board.${board.state}`)}
            {second > 0 && <span> · {say('ladder.round', { n: board.round })}</span>}
            {board.opened && <span class="rung-placed">{say('ladder.placed', { n: board.placed })}</span>}
          </span>
        </button>
      </li>
    );
  };
  return (
    <nav class="ladder panel" aria-label={say('ladder.title')}>
      <h2 class="panel-title">{say('ladder.title')}</h2>
      <div class="ladder-scroll" tabIndex={-1}>
        {blocks ? (
          <>
            <h3 class="ladder-round">{say('ladder.first')}</h3>
            <ol class="rungs">{view.boards.slice(0, second).map(rung)}</ol>
            <h3 class="ladder-round">{say('ladder.second')}</h3>
            <ol class="rungs">{view.boards.slice(second).map(rung)}</ol>
          </>
        ) : (
          <ol class="rungs">{view.boards.map(rung)}</ol>
        )}
        {view.fresh !== undefined && mayCommand('add') && <Fresh desk={desk} fresh={view.fresh} />}
      </div>
    </nav>
  );
}

/** Statements that were written since the session was opened, those of its people among them. */
function Fresh({ desk, fresh }: { desk: Desk; fresh: NonNullable<ConsoleView['fresh']> }) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const ask = (id: string, event: MouseEvent): void => {
    // What is added stays: a second click of the same hand must not reach the next one, which has come to its place.
    if (event.detail > 1 || asked.includes(id)) return;
    setAsked([...asked, id]);
    void desk.run({ do: 'add', statements: [id] }).then((done) => {
      if (!done) setAsked((ids) => ids.filter((one) => one !== id));
    });
  };
  return (
    <section class="ladder-fresh" aria-labelledby="fresh-title">
      <h3 id="fresh-title" class="ladder-round">
        {say('fresh.title')}
      </h3>
      <ul class="rungs">
        {fresh.map(({ id, text, found }) => (
          <li key={id} class="fresh">
            <span class="rung-text" dir="auto">
              <Marked note={{ text, found }} />
            </span>
            {found.length > 0 && <span class="comment-flag">{say('mod.found', { n: found.length })}</span>}
            <button
              type="button"
              class="button fresh-add"
              aria-label={say('fresh.add.named', { text })}
              disabled={asked.includes(id)}
              onClick={(event) => ask(id, event)}
            >
              {say('fresh.add')}
            </button>
          </li>
        ))}
      </ul>
      <p class="fresh-note">{say('fresh.note')}</p>
    </section>
  );
}

/** The one big button, with Back and Undo beside it, and what the last press did. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Command } from '../../../core/room.ts';
import type { ConsoleBoard, ConsoleView } from '../../../core/view.ts';
import { mayCommand } from '../staff.ts';
import type { Desk } from './desk.ts';
import { nextCommand, nextWords, say, undoWords } from './words.ts';

export function NextBar({ desk, view }: { desk: Desk; view: ConsoleView }) {
  return mayCommand('next') ? <Leading desk={desk} view={view} /> : <Following desk={desk} />;
}

function Leading({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { label, hint } = nextWords(view);
  const step = nextCommand(view);
  const busy = useRef(false);
  const press = (event: MouseEvent): void => {
    // The second click of a double one must not take the same step again, nor the next one without a look.
    if (step === null || busy.current || event.detail > 1) return;
    if (step.do === 'end') {
      desk.dialog.value = { kind: 'end' };
      return;
    }
    busy.current = true;
    void desk.run(step).finally(() => {
      busy.current = false;
    });
  };
  return (
    <div class="next">
      <div class="next-row">
        <button
          type="button"
          class="button next-side"
          disabled={view.room.state !== 'live'}
          onClick={() => void desk.run({ do: 'back' })}
        >
          {say('back')}
        </button>
        <button
          type="button"
          class={step?.do === 'end' || view.room.paused ? 'next-button next-quiet' : 'next-button'}
          disabled={step === null}
          onClick={press}
        >
          <span class="next-word">{label}</span>
          {hint !== '' && <span class="next-hint">{hint}</span>}
        </button>
        <button
          type="button"
          class="button next-side"
          disabled={view.undo === null}
          onClick={() => void desk.run({ do: 'undo' })}
        >
          {undoWords(view.undo)}
        </button>
      </div>
      <div class="next-foot">
        <p class="next-message" role="status">
          {desk.message.value}
        </p>
        <TalkFreely desk={desk} view={view} />
        <Reopen desk={desk} view={view} />
      </div>
    </div>
  );
}

/** Before the end, or at any time by the menu: the room talks about no statement. */
function TalkFreely({ desk, view }: { desk: Desk; view: ConsoleView }) {
  if (view.next?.do !== 'end' || view.room.freeTalk === true || view.room.state !== 'live') return null;
  return (
    <button type="button" class="button reopen" onClick={() => void desk.run({ do: 'talk', on: true })}>
      {say('talk.first')}
    </button>
  );
}

/** Whoever does not lead is told what a press of theirs did. */
function Following({ desk }: { desk: Desk }) {
  return (
    <div class="next next-following">
      <p class="soft">{say('next.following')}</p>
      <p class="next-message" role="status">
        {desk.message.value}
      </p>
    </div>
  );
}

/** What takes the last close back: of one statement, or of all of a walk-around's. */
function reopening(view: ConsoleView, board: ConsoleBoard): Command {
  return view.session.style === 'guided'
    ? { do: 'reopen', board: board.n }
    : { do: 'openAll', round: board.round };
}

/** For ten seconds after a close, reopening is one press. */
function Reopen({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const until = desk.link.reopenUntil.value;
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    setNow(performance.now());
    if (until <= performance.now()) return undefined;
    const ticking = setInterval(() => {
      setNow(performance.now());
      if (performance.now() >= until) clearInterval(ticking);
    }, 250);
    return () => clearInterval(ticking);
  }, [until]);
  const board = view.boards.find((b) => b.n === view.room.at);
  const left = Math.ceil((until - now) / 1000);
  if (left <= 0 || board?.state !== 'closed') return null;
  return (
    <button type="button" class="button reopen" onClick={() => void desk.run(reopening(view, board))}>
      {say('reopen.left', { n: left })}
    </button>
  );
}

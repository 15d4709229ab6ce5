/** The boards one can go to: all of a walk-around, or what can still be answered. */
import type { JSX } from 'preact';
import type { Hello } from '../../core/protocol.ts';
import type { PhoneBoard } from '../../core/view.ts';
import { canAnswer, ownOn, wordingOf } from './board.tsx';
import { Button, Page } from './parts.tsx';
import type { Phone } from './phone.ts';
import { say } from './words.ts';

/** The boards this person has nothing on and may still answer; guided, without the one in front of the room. */
export function toAnswer(phone: Phone, { info, view }: Hello): PhoneBoard[] {
  return view.boards.filter((b) => canAnswer(phone, b) && (info.style === 'walk-around' || b.n !== view.at));
}

function stateWord(phone: Phone, board: PhoneBoard): string {
  if (phone.outbox.pending(board.n) !== undefined) return say('list.unsaved');
  if (board.result !== null) return say('list.result');
  if ((ownOn(phone, board.n)?.answer ?? null) !== null) return say('list.answered');
  if (!canAnswer(phone, board)) return say('list.closed');
  // What is chosen or typed and not sent is on this phone only; typed and deleted it is nothing.
  const draft = phone.draft(board.n);
  return say((draft?.answer ?? draft?.comment ?? '') === '' ? 'list.open' : 'list.unsaved');
}

/** The way to a board; false: there is none. */
export function nextButton(next: PhoneBoard | undefined, go: (route: string) => void): JSX.Element | false {
  return (
    next !== undefined && (
      <Button kind="primary" onClick={() => go(`b${next.n}`)}>
        {say('list.next')}
      </Button>
    )
  );
}

export function ListScreen(props: {
  phone: Phone;
  hello: Hello;
  lang: string;
  go: (route: string) => void;
}): JSX.Element {
  const { phone, hello, lang, go } = props;
  const walk = hello.info.style === 'walk-around';
  const left = toAnswer(phone, hello);
  const boards = walk ? hello.view.boards : left;
  const heading = say(walk ? 'list.heading' : 'list.later');
  const next = left[0];
  return (
    <Page
      step="list"
      title={heading}
      actions={walk ? nextButton(next, go) : <Button onClick={() => go('')}>{say('list.room')}</Button>}
    >
      {next === undefined && <p>{say('list.done')}</p>}
      <ul class="list">
        {boards.map((board) => {
          const wording = wordingOf(hello, board, lang);
          return (
            <li key={board.n}>
              <button type="button" class="item" onClick={() => go(`b${board.n}`)}>
                <span lang={wording.lang} dir="auto">
                  {wording.text}
                </span>
                <span class="hint">{stateWord(phone, board)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

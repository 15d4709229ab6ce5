/** One statement on the phone, wherever it is on the ladder. */
import type { ComponentChildren, JSX } from 'preact';
import type { Wording } from '../../core/consultation.ts';
import { wordingFor } from '../../core/consultation.ts';
import { UNTOLD, type Hello } from '../../core/protocol.ts';
import type { PhoneBoard } from '../../core/view.ts';
import { PlaceActions, PlaceForm, useForm } from './form.tsx';
import { LateWords, Talk } from './laterLoader.tsx';
import { OwnPostItCard } from './own.tsx';
import { Button, Page } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { Result } from './result.tsx';
import { refusalWord, say } from './words.ts';

interface BoardProps {
  phone: Phone;
  hello: Hello;
  board: PhoneBoard;
  lang: string;
  /** Other places to go, below the board. */
  links: ComponentChildren;
}

/** Something is placed that this phone is not told, since it came by a card. */
type Own = Omit<Draft, 'answer'> & { answer: Draft['answer'] | typeof UNTOLD };

/** What a person has on a board as far as this phone knows: on its way, or saved. */
export function ownOn(phone: Phone, n: number): Own | null {
  const own = phone.outbox.saved(n);
  return (
    phone.outbox.pending(n)?.entry ??
    (own === undefined ? null : { answer: own[2], comment: own[3], audience: own[4] })
  );
}

/** The same where this phone is told; null where it is not. */
function toldOn(own: Own | null): Draft | null {
  return own === null || own.answer === UNTOLD ? null : { ...own, answer: own.answer };
}

/** Whether this board still takes a post-it from someone who has none there. */
export function canAnswer(phone: Phone, board: PhoneBoard): boolean {
  const own = ownOn(phone, board.n)?.answer ?? null;
  return own === null && (board.state === 'open' || board.state === 'closed');
}

/** The text of a board for this person. */
export function wordingOf(hello: Hello, board: PhoneBoard, lang: string): Wording {
  return wordingFor(board.wordings, hello.me.groups, lang) ?? { group: null, lang, text: '' };
}

function eyebrow({ view }: Hello, board: PhoneBoard): string {
  const slots = { n: board.number, of: view.of };
  return view.rounds === 1 ? say('board.of', slots) : say(`board.of.${board.round}`, slots);
}

type Mode = 'think' | 'form' | 'edit' | 'own' | 'closed' | 'revealed' | 'discussed';

/** The statement as the heading, its picture, and what there is to do. */
function Frame(
  props: BoardProps & { mode: Mode; actions?: ComponentChildren; children: ComponentChildren },
): JSX.Element {
  const { hello, board, mode } = props;
  const wording = wordingOf(hello, board, props.lang);
  const { picture } = board;
  return (
    <Page
      step={`board${board.n}${mode}`}
      title={say(`title.${mode}`, { board: eyebrow(hello, board) })}
      eyebrow={eyebrow(hello, board)}
      heading={wording.text}
      lang={wording.lang}
      statement
      actions={props.actions}
    >
      {picture !== null && <img src={`/pictures/${picture.hash}`} alt={picture.alt} />}
      {props.children}
      <LateWords phone={props.phone} board={board.n} mode={mode} />
    </Page>
  );
}

/** Chooses by the board's state and what this person has there. */
export function BoardScreen(props: BoardProps): JSX.Element {
  const { phone, board } = props;
  const own = ownOn(phone, board.n);
  const editing = board.state === 'open' && phone.state.editing === board.n;
  if (board.result !== null) return <ResultBoard {...props} />;
  if (own !== null && own.answer !== null && !editing) return <OwnBoard {...props} own={own} />;
  if (board.state === 'shown')
    return (
      <Frame {...props} mode="think">
        <p class="lead">{say('think.heading')}</p>
        <p>{say('think.text')}</p>
        {props.links}
      </Frame>
    );
  return <FormBoard key={`${board.n}${editing}`} {...props} own={own} editing={editing} />;
}

function FormBoard(props: BoardProps & { own: Own | null; editing: boolean }): JSX.Element {
  const { phone, board, own, editing } = props;
  const { n } = board;
  const notice = phone.outbox.notice(n);
  const form = useForm(
    phone.draft(n) ?? notice?.entry ?? (editing ? toldOn(own) : null),
    (draft) => phone.keepDraft(n, draft),
    (draft) => phone.place(n, draft),
  );
  const cancel = (): void => {
    phone.keepDraft(n, null);
    phone.edit(null);
  };
  return (
    <Frame
      {...props}
      mode={editing ? 'edit' : 'form'}
      actions={<PlaceActions form={form} cancel={editing ? cancel : null} />}
    >
      <NoticeLine phone={phone} board={board} />
      {board.state === 'closed' && <p class="notice">{say('form.catchup')}</p>}
      <PlaceForm form={form} scale={board.scale} />
      {props.links}
    </Frame>
  );
}

/** What became of a placement that did not count. That a newer one does matters only while it can be changed. */
function NoticeLine({ phone, board }: { phone: Phone; board: PhoneBoard }): JSX.Element | null {
  const notice = phone.outbox.notice(board.n);
  if (notice === undefined || (notice.code === 'stale' && board.state !== 'open')) return null;
  const { comment } = notice.entry;
  return (
    <div class="notice" role="alert">
      <p>{refusalWord(notice.code)}</p>
      {notice.code === 'not-open' && comment !== '' && (
        <p class="pre" dir="auto">
          {comment}
        </p>
      )}
    </div>
  );
}

function OwnBoard(props: BoardProps & { own: Own }): JSX.Element {
  const { phone, board, own } = props;
  const { n } = board;
  const shown = phone.state.uncovered === n;
  const open = board.state === 'open';
  const told = toldOn(own);
  return (
    <Frame {...props} mode={board.state === 'closed' ? 'closed' : 'own'} actions={props.links}>
      <NoticeLine phone={phone} board={board} />
      <h2>{say(board.state === 'closed' ? 'own.closed' : 'own.heading')}</h2>
      {told === null ? (
        <p>{say('own.untold')}</p>
      ) : (
        <OwnPostItCard
          own={told}
          scale={board.scale}
          shown={shown}
          toggle={() => phone.uncover(shown ? null : n)}
        />
      )}
      {open && (
        <>
          <p>{say('own.open')}</p>
          <div class="pair">
            <Button onClick={() => phone.edit(n)}>{say('own.change')}</Button>
            <Button onClick={() => phone.takeBack(n)}>{say('own.takeBack')}</Button>
          </div>
        </>
      )}
    </Frame>
  );
}

function ResultBoard(props: BoardProps): JSX.Element {
  const { phone, board } = props;
  const mine = toldOn(ownOn(phone, board.n))?.answer ?? null;
  const shown = phone.state.uncovered === board.n;
  const talk = board.state === 'discussed';
  const uncover = mine !== null && (
    <Button onClick={() => phone.uncover(shown ? null : board.n)}>
      {say(shown ? 'result.hideMine' : 'result.showMine')}
    </Button>
  );
  return (
    // While somebody writes no bar of buttons stands over it, least of all one that uncovers an answer.
    <Frame {...props} mode={talk ? 'discussed' : 'revealed'} actions={!talk && uncover}>
      {talk && board.n === props.hello.view.at && (
        <Talk show={({ BoardTalk }) => <BoardTalk phone={phone} board={board.n} />} />
      )}
      <NoticeLine phone={phone} board={board} />
      {board.result !== null && (
        <Result scale={board.scale} result={board.result} mine={shown ? mine : null} />
      )}
      {talk && uncover}
      {props.links}
    </Frame>
  );
}

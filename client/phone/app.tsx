/** Chooses the screen, and holds what is on every one of them: the top, the marks and the status line. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Hello } from '../../core/protocol.ts';
import type { PhoneBoard } from '../../core/view.ts';
import { BoardScreen, canAnswer } from './board.tsx';
import { CodeScreen, ElsewhereScreen, FindScreen, OldScreen, RefusedScreen } from './code.tsx';
import { Entry } from './entry.tsx';
import { HelpScreen } from './help.tsx';
import { Alone, Heard, Later, Leave, Moved, Talk } from './laterLoader.tsx';
import { ListScreen, nextButton, toAnswer } from './list.tsx';
import { Top } from './menu.tsx';
import { Button } from './parts.tsx';
import type { Phone } from './phone.ts';
import type { Prefs } from './prefs.ts';
import { isAside } from './route.ts';
import { EndScreen, PausedScreen, WaitScreen } from './rest.tsx';
import { say } from './words.ts';

export interface AppProps {
  phone: Phone;
  route: string;
  /** Moves to a place; Back returns from it. */
  go: (route: string) => void;
  open: (code: string) => void;
  forget: () => void;
  prefs: Prefs;
  setPrefs: (prefs: Prefs) => void;
  lang: string | null;
  setLang: (lang: string) => void;
}

/** Longer than a restart or a locked screen takes; then the laptop may be another one. */
const AWAY_MS = 15_000;

export function App(props: AppProps): JSX.Element {
  const { phone } = props;
  const { hello, alive } = phone.state;
  const away = useSlow(hello?.me.joined === true && !alive, AWAY_MS) && props.route !== 'moved';
  const status = statusOf(phone, hello === null ? undefined : boardOf(props, hello));
  return (
    <>
      <Top {...props} />
      <div role="status" class={status === null ? 'status' : `status ${status}`}>
        {status !== null && say(`status.${status}`)}
      </div>
      {hello?.me.joined === true && !phone.state.gone && !phone.lasts() && (
        <aside class="hint moved-way">{say('keeps.nothing')}</aside>
      )}
      {away && (
        <p class="moved-way">
          <Button kind="link" onClick={() => props.go('moved')}>
            {say('moved.link')}
          </Button>
        </p>
      )}
      <Screen {...props} />
    </>
  );
}

/** What is saved and what is not: first what still has to get through, then the board in hand. */
function statusOf(
  phone: Phone,
  board: PhoneBoard | undefined,
): 'sending' | 'unsaved' | 'saved' | 'taken' | null {
  // Then nothing is sent any more, and the end says what that means.
  if (phone.state.gone) return null;
  const sending = phone.outbox.state();
  if (sending !== null) return sending === 'waiting' ? 'unsaved' : 'sending';
  if (board === undefined || board.result !== null || phone.state.editing === board.n) return null;
  const own = phone.outbox.saved(board.n);
  if (own === undefined || phone.outbox.notice(board.n) !== undefined) return null;
  return own[2] === null ? 'taken' : 'saved';
}

function Screen(props: AppProps): JSX.Element {
  const { phone, route } = props;
  const { code, refused, gone, hello, outdated, left } = phone.state;
  const slow = useSlow(hello === null, 3000);
  const joined = hello?.me.joined === true;
  if (route === 'moved') return <Moved show={({ MovedScreen }) => <MovedScreen phone={phone} />} />;
  if (route === 'help') return <HelpScreen info={hello?.info ?? null} />;
  if (route === 'return' && !joined)
    return <Later show={({ ReturnScreen }) => <ReturnScreen phone={phone} open={props.open} />} />;
  if (left !== null) return <Leave show={({ LeftScreen }) => <LeftScreen phone={phone} />} />;
  if (phone.state.elsewhere) return <ElsewhereScreen phone={phone} />;
  const unknown = refused === 'no-such-code';
  if (gone || (unknown && route === 'bye')) return over(props);
  if (code === null || unknown) return <CodeScreen phone={phone} onCode={props.open} go={props.go} />;
  if (refused !== null) return <RefusedScreen phone={phone} />;
  if (hello === null) return <FindScreen slow={slow} />;
  if (outdated) return <OldScreen />;
  if (route === 'leave' && joined)
    return <Leave show={({ LeaveScreen }) => <LeaveScreen {...props} hello={hello} />} />;
  if (route === 'later' && joined)
    return <Later show={({ LaterScreen }) => <LaterScreen phone={phone} hello={hello} />} />;
  if (joined && (route === 'alone' || route === 'told'))
    return <Alone show={({ AloneScreens }) => <AloneScreens {...props} info={hello.info} />} />;
  const { cardRefused } = phone.state;
  if (cardRefused !== null && joined)
    return <Later show={({ CardScreen }) => <CardScreen phone={phone} refused={cardRefused} />} />;
  if (hello.view.state === 'ended') return over(props);
  // A laptop that came back from an older copy is given the yes again, without asking twice.
  if (!joined && phone.state.joining === 'sending' && route !== 'quote') return <FindScreen slow={false} />;
  if (!joined) return <Entry {...props} info={hello.info} doorLocked={hello.view.doorLocked} />;
  if (hello.view.paused) return <PausedScreen />;
  if (route === 'list' && hello.view.state === 'live')
    return <ListScreen {...props} {...inRoom(props, hello)} />;
  const board = boardOf(props, hello);
  const nav = <Links {...props} hello={hello} board={board} />;
  if (board !== undefined)
    return <BoardScreen key={board.n} {...inRoom(props, hello)} board={board} links={nav} />;
  if (hello.view.talk === true)
    return <Talk show={({ FreeTalk }) => <FreeTalk phone={phone} view={hello.view} links={nav} />} />;
  if (hello.view.state === 'live' && hello.info.style === 'walk-around' && hello.view.boards.length > 0)
    return <ListScreen {...props} {...inRoom(props, hello)} />;
  return <WaitScreen phone={phone} links={nav} />;
}

/** After the end, and when the session is gone. */
function over(props: AppProps): JSX.Element {
  const { hello } = props.phone.state;
  const all = { ...props, info: hello?.info ?? null };
  const end = <EndScreen {...all} />;
  return hello?.me.joined === true ? <Heard failing={end} show={({ End }) => <End {...all} />} /> : end;
}

/** True once something has taken longer than a moment, so that a sentence can say why. */
function useSlow(waiting: boolean, ms: number): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return undefined;
    const timer = setTimeout(() => setSlow(true), ms);
    return () => clearTimeout(timer);
  }, [waiting]);
  return slow;
}

function inRoom({ phone, lang }: AppProps, hello: Hello): { phone: Phone; hello: Hello; lang: string } {
  return { phone, hello, lang: lang ?? hello.info.languages[0] ?? 'en' };
}

/** The board this phone is at: the one it went to, else the one in front of the room. */
function boardOf({ route }: AppProps, { info, view, me }: Hello): PhoneBoard | undefined {
  if (isAside(route)) return undefined;
  if (!me.joined || view.state !== 'live' || view.paused || route === 'list') return undefined;
  const chosen = view.boards.find((b) => route === `b${b.n}`);
  const front = view.talk === true ? undefined : view.boards.find((b) => b.n === view.at);
  // In a walk-around everyone is at their own board until one is shown to the room.
  return chosen ?? (info.style === 'guided' || front?.result !== null ? front : undefined);
}

/** Where one can go from here besides. */
function Links(props: AppProps & { hello: Hello; board: PhoneBoard | undefined }): JSX.Element | null {
  const { phone, hello, board, go } = props;
  const { view, info } = hello;
  const left = toAnswer(phone, hello).filter((b) => b.n !== board?.n);
  const [next] = left;
  const away = board !== undefined && props.route !== '';
  if (info.style === 'walk-around')
    return (
      <nav>
        {(board === undefined || !canAnswer(phone, board)) && nextButton(next, go)}
        {board !== undefined && <Button onClick={() => go('list')}>{say('list.all')}</Button>}
      </nav>
    );
  return away && board.n !== view.at ? (
    <nav>
      <Button onClick={() => go('')}>{say('list.room')}</Button>
    </nav>
  ) : left.length > 0 ? (
    <nav>
      <Button onClick={() => go('list')}>{say('list.catchup', { n: left.length })}</Button>
    </nav>
  ) : null;
}

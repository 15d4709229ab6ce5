/** Chooses the screen of the shared tablet, and holds what is on every one that people see. */
import type { JSX } from 'preact';
import { HelpScreen } from './help.tsx';
import { IdleScreen, SavedScreen, StartScreen } from './between.tsx';
import { ExitScreen, Mark } from './exit.tsx';
import { FindScreen, GoneScreen, OutScreen } from './lost.tsx';
import { PersonScreen } from './personScreen.tsx';
import { PinScreen, SetupScreen } from './setup.tsx';
import type { Queue } from './queue.ts';
import type { Tablet } from './tablet.ts';
import { markOf } from '../phone/menu.tsx';
import { say as sayAsPhone } from '../phone/words.ts';
import { say } from './words.ts';

export interface AppProps {
  tablet: Tablet;
  queue: Queue;
  /** Somebody says that they are still there. */
  goOn: () => void;
}

export function App(props: AppProps): JSX.Element {
  const { tablet, queue, goOn } = props;
  const { hello, link, pin, leaving, asking } = tablet.ui;
  if (link === 'gone')
    return (
      <Bare>
        <GoneScreen queue={queue} cut={tablet.ui.cut} />
      </Bare>
    );
  if (link === 'out')
    return (
      <Bare>
        <OutScreen queue={queue} />
      </Bare>
    );
  if (hello === null)
    return (
      <Bare>
        <FindScreen />
      </Bare>
    );
  if (!hello.tablet.locked)
    return (
      <Bare>
        <SetupScreen tablet={tablet} queue={queue} hello={hello} />
      </Bare>
    );
  if (pin !== null)
    return (
      <Bare>
        <PinScreen pin={pin} go={() => tablet.set({ pin: null })} />
      </Bare>
    );
  if (leaving)
    return (
      <Bare>
        <ExitScreen tablet={tablet} queue={queue} />
      </Bare>
    );
  // What somebody was at is not to be seen while nobody is there.
  if (asking)
    return (
      <Bare>
        <IdleScreen goOn={goOn} />
      </Bare>
    );
  return (
    <Page {...props}>
      <Kiosk {...props} hello={hello} />
    </Page>
  );
}

/** One form around everything: what browsers keep of a form's fields they keep of none in it. */
function Bare({ children }: { children: JSX.Element }): JSX.Element {
  return (
    <form class="fill" autocomplete="off" onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  );
}

function Page({ tablet, children }: AppProps & { children: JSX.Element }): JSX.Element {
  const { size, hello } = tablet.ui;
  const mark = hello === null ? null : markOf(hello);
  return (
    <Bare>
      <>
        <header>
          <div class="bar-top">
            <Mark open={() => tablet.set({ leaving: true, failed: null })} />
            <button type="button" class="menu" onClick={() => tablet.set({ help: !tablet.ui.help })}>
              {sayAsPhone('help')}
            </button>
            <button
              type="button"
              class="menu"
              onClick={() => tablet.set({ size: size === 0 ? 1 : size === 1 ? 2 : 0 })}
            >
              {say(size === 2 ? 'size.usual' : 'size')}
            </button>
          </div>
          {mark !== null && <p class="made-up">{mark}</p>}
        </header>
        {children}
      </>
    </Bare>
  );
}

function Kiosk(props: AppProps & { hello: NonNullable<Tablet['ui']['hello']> }): JSX.Element {
  const { tablet, queue, hello } = props;
  const { person, passOn, help } = tablet.ui;
  if (help) return <HelpScreen hello={hello} back={() => tablet.set({ help: false })} />;
  if (passOn !== null) return <SavedScreen passOn={passOn} queue={queue} />;
  if (person === null) return <StartScreen tablet={tablet} queue={queue} hello={hello} />;
  return <PersonScreen tablet={tablet} hello={hello} person={person} />;
}

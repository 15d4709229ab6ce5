/** Screens on which there is nothing to do: waiting, a kind no, paused, thank you. */
import type { ComponentChildren, JSX } from 'preact';
import type { Info } from '../../core/view.ts';
import { LateWords } from './laterLoader.tsx';
import { Button, Page } from './parts.tsx';
import type { Phone } from './phone.ts';
import { dateWord, say } from './words.ts';

/** In, and nothing to do yet. */
export function WaitScreen({ phone, links }: { phone: Phone; links: ComponentChildren }): JSX.Element {
  return (
    <Page step="wait" title={say('wait.heading')}>
      <p>{say('wait.text')}</p>
      <LateWords phone={phone} />
      {links}
    </Page>
  );
}

/** A kind page after a no; from the next seat it looks like waiting. */
export function NoScreen({ back }: { back: () => void }): JSX.Element {
  return (
    <Page step="no" title={say('no.heading')}>
      <p>{say('no.text')}</p>
      <Button kind="link" onClick={back}>
        {say('no.back')}
      </Button>
    </Page>
  );
}

/** Nobody new is let in for now. */
export function DoorScreen(): JSX.Element {
  return (
    <Page step="door" title={say('door.heading')}>
      <p>{say('door.text')}</p>
      <p>{say('door.opens')}</p>
    </Page>
  );
}

export function PausedScreen(): JSX.Element {
  return (
    <Page step="paused" title={say('paused.heading')}>
      <p>{say('paused.text')}</p>
    </Page>
  );
}

/** The end: what happens next, who answers, where help is. Stays when the session is gone. */
export function EndScreen(props: {
  phone: Phone;
  info: Info | null;
  go: (route: string) => void;
  /** What else is to be said before everything else. */
  notice?: ComponentChildren;
  /** Something more to do. */
  more?: ComponentChildren;
}): JSX.Element {
  const { phone, info, go } = props;
  const took = phone.state.hello?.me.joined === true;
  const waits = phone.outbox.state() !== null;
  const unsaved = phone.outbox.failed() || (phone.state.gone && waits);
  const who = info?.answeredBy ?? '';
  const when = dateWord(info?.answerDue ?? '');
  return (
    <Page step="end" title={say('end.heading')}>
      <p>{say(took && !unsaved && !waits ? 'end.text' : 'end.over')}</p>
      {unsaved && <p class="notice">{say('end.unsaved')}</p>}
      {props.notice}
      <LateWords phone={phone} />
      {who !== '' && (
        <>
          <h2>{say('end.next')}</h2>
          <p dir="auto">{when === '' ? say('end.answers', { who }) : say('end.answersBy', { who, when })}</p>
        </>
      )}
      {props.more}
      {info !== null && <Help info={info} />}
      {took && !phone.state.gone && (
        <>
          <p>{say('end.code')}</p>
          <Button onClick={() => go('later')}>{say('later.heading')}</Button>
          <Button onClick={() => go('leave')}>{say('leave.open')}</Button>
        </>
      )}
    </Page>
  );
}

/** Where help is and who hears complaints. */
function Help({ info }: { info: Info }): JSX.Element {
  const { helpFrom, complainTo } = info.words;
  return (
    <>
      <p dir="auto">{helpFrom === '' ? say('menu.helpAsk') : say('menu.help', { who: helpFrom })}</p>
      {complainTo !== '' && <p dir="auto">{say('menu.complain', { who: complainTo })}</p>}
    </>
  );
}

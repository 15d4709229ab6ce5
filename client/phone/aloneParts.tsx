/** What the screens of talking alone and being told alone have in common: the cover, sending, and what comes after. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AloneKind, TalkWish, TellWish } from '../../core/alone.ts';
import { speaker } from '../../core/message.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import type { Info } from '../../core/view.ts';
import { keepTyped, loadSeal, send, takeBack, typedOf } from './alonePost.ts';
import { ALONE_EN } from './messages/alone.en.ts';
import { Alert, Button, Page } from './parts.tsx';
import type { Phone } from './phone.ts';
import { currentRoute, isAside } from './route.ts';
import { LANG, refusalWord } from './words.ts';
import './alone.css';

export const sayAlone = speaker(ALONE_EN, LANG);

export type Offer = NonNullable<Info['alone']>;

/** Without a touch for so long, in milliseconds, what was written is covered: the next seat reads along. */
const COVER_MS = 25_000;

/**
 * What is being written, for as long as its writer is in this place or aside from it, as at the help: whoever goes back
 * out of it leaves nothing lying there.
 */
export function useTyped<Typed>(
  phone: Phone,
  kind: AloneKind,
  nothing: Typed,
): [Typed, (typed: Typed) => void] {
  const [, draw] = useState(0);
  useEffect(
    () => () => {
      if (!isAside(currentRoute())) keepTyped(phone, kind, undefined);
    },
    [],
  );
  const type = (typed: Typed): void => {
    keepTyped(phone, kind, typed === nothing ? undefined : typed);
    draw((n) => n + 1);
  };
  return [(typedOf(phone, kind) as Typed | undefined) ?? nothing, type];
}

/** Whether what was written is covered; at once where the page is put away. */
function useCover(first: boolean): [boolean, (covered: boolean) => void] {
  const [covered, setCovered] = useState(first);
  useEffect(() => {
    let timer = 0;
    const again = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setCovered(true), COVER_MS);
    };
    const away = (): void => {
      if (document.visibilityState === 'hidden') setCovered(true);
    };
    const touches = ['pointerdown', 'keydown', 'input', 'scroll'] as const;
    for (const touch of touches) document.addEventListener(touch, again, { passive: true });
    document.addEventListener('visibilitychange', away);
    again();
    return () => {
      clearTimeout(timer);
      for (const touch of touches) document.removeEventListener(touch, again);
      document.removeEventListener('visibilitychange', away);
    };
  }, []);
  return [covered, setCovered];
}

/** A form that covers itself, and what is pressed under it. */
export function Covering(props: {
  step: string;
  heading: string;
  /** Something was written before, and whoever comes to it need not be who wrote it. */
  begun: boolean;
  actions: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  const [covered, setCovered] = useCover(props.begun);
  if (covered)
    return (
      <Page
        step={`${props.step}-covered`}
        title={sayAlone('cover.heading')}
        heading={sayAlone('cover.heading')}
        actions={
          <Button kind="primary" onClick={() => setCovered(false)}>
            {sayAlone('cover.off')}
          </Button>
        }
      >
        <p>{sayAlone('cover.text')}</p>
      </Page>
    );
  return (
    <Page step={props.step} title={props.heading} heading={props.heading} actions={props.actions}>
      {props.children}
      <Button kind="link" onClick={() => setCovered(true)}>
        {sayAlone('cover.now')}
      </Button>
    </Page>
  );
}

/** What was written in one line, or several. */
export function Field(props: {
  id: string;
  label: string;
  hint: string;
  value: string;
  put: (text: string) => void;
  area?: boolean;
}): JSX.Element {
  const { id, label, hint, value, put } = props;
  const shared = {
    id,
    class: 'alone-text',
    dir: 'auto' as const,
    value,
    'aria-describedby': `${id}-hint`,
    autocomplete: 'off' as const,
    onInput: (event: { currentTarget: { value: string } }) => put(event.currentTarget.value),
  };
  return (
    <>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {props.area === true ? <textarea rows={3} {...shared} /> : <input {...shared} />}
    </>
  );
}

/**
 * Steps within one place, in the history: the phone's own Back leads from any of them to the first, and leaves the place
 * only from there.
 */
export function useSteps<Step extends string>(
  steps: readonly [Step, ...Step[]],
): {
  step: Step;
  to: (step: Step) => void;
  back: () => void;
  /** Goes back from this step; does nothing where the person has gone from it by themselves. */
  backFrom: (step: Step) => void;
  leave: () => void;
} {
  const [, draw] = useState(0);
  const [first] = steps;
  const route = currentRoute();
  const step = steps.find((one) => String(history.state).endsWith(`/${one}`)) ?? first;
  return {
    step,
    to(next) {
      const state = `${route}/${next}`;
      if (step === first) history.pushState(state, '');
      else history.replaceState(state, '');
      draw((n) => n + 1);
    },
    back: () => history.back(),
    backFrom(from) {
      if (history.state === `${route}/${from}`) history.back();
    },
    leave: () => history.go(step === first ? -1 : -2),
  };
}

export type Sending = 'no' | 'sending' | RefusalCode;

/**
 * Sends it once at a time.
 *
 * @param sent called once the laptop has it, while the same person has the phone
 */
export function useSending(
  phone: Phone,
  kind: AloneKind,
  sent: () => void,
): [Sending, (wish: TalkWish | TellWish) => void] {
  const [sending, setSending] = useState<Sending>('no');
  useEffect(() => {
    // Tried again as it is sent.
    loadSeal().catch(() => undefined);
  }, []);
  const go = (wish: TalkWish | TellWish): void => {
    if (sending === 'sending') return;
    setSending('sending');
    const { outbox } = phone;
    send(phone, kind, wish).then(
      (refused) => (refused !== null ? setSending(refused) : phone.outbox === outbox && sent()),
      () => setSending('fault'),
    );
  };
  return [sending, go];
}

/** How the sending is getting on, where it is not done. */
export function HowItGoes({ sending, lead }: { sending: Sending; lead: string }): JSX.Element | null {
  if (sending === 'no') return null;
  if (sending === 'sending') return <p role="status">{sayAlone('sending')}</p>;
  return (
    <Alert key={sending}>
      {sending === 'other-lead'
        ? sayAlone('failed.other', { lead })
        : sending === 'alone-enough'
          ? sayAlone('failed.enough', { lead })
          : sending === 'no-lead'
            ? sayAlone('failed.none')
            : sending === 'too-fast'
              ? refusalWord('too-fast')
              : sayAlone('failed')}
    </Alert>
  );
}

/** It is sent: nothing of it is shown again, and it can be taken back while this page is open. */
export function Sent(props: {
  phone: Phone;
  kind: AloneKind;
  offer: Offer;
  until: string;
  leave: () => void;
}): JSX.Element {
  const { phone, kind, offer, until, leave } = props;
  const [state, setState] = useState<'sent' | 'taking' | 'failed' | 'taken'>('sent');
  const { lead } = offer;
  const done = (
    <Button kind="primary" onClick={leave}>
      {sayAlone('sent.done')}
    </Button>
  );
  if (state === 'taken')
    return (
      <Page
        step={`${kind}-taken`}
        title={sayAlone('taken.heading')}
        heading={sayAlone('taken.heading')}
        actions={done}
      >
        <p>{sayAlone('taken.text')}</p>
      </Page>
    );
  const take = (): void => {
    setState('taking');
    void takeBack(phone, kind).then((gone) => setState(gone ? 'taken' : 'failed'));
  };
  return (
    <Page
      step={`${kind}-sent`}
      title={sayAlone('sent.heading')}
      heading={sayAlone('sent.heading')}
      actions={
        <>
          {done}
          <Button onClick={take}>{sayAlone('sent.take')}</Button>
        </>
      }
    >
      {state === 'failed' && <Alert>{sayAlone('taken.failed')}</Alert>}
      <p dir="auto">
        {kind === 'talk' ? sayAlone('sent.text', { lead }) : sayAlone('sent.told', { lead, date: until })}
      </p>
      <p dir="auto">{sayAlone('sent.back', { lead })}</p>
    </Page>
  );
}

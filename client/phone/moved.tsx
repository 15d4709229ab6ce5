/** When the session has gone to another laptop: going there from the old page, and arriving without it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readLaptopAddress } from '../../core/address.ts';
import { speaker } from '../../core/message.ts';
import { handOver } from './handOver.ts';
import { Alert, Button, Page, Problem } from './parts.tsx';
import type { Phone } from './phone.ts';
import { MOVED_EN } from './messages/moved.en.ts';
import { LANG, say } from './words.ts';

const sayMoved = speaker(MOVED_EN, LANG);

/** On the old page: the new address is typed, and its page is told who this is. */
export function MovedScreen({ phone }: { phone: Phone }): JSX.Element {
  const [text, setText] = useState('');
  const [state, setState] = useState<'typing' | 'bad' | 'blocked' | 'opened' | 'done'>('typing');
  if (state === 'done')
    return (
      <Page
        step="moved-done"
        title={sayMoved('moved.done.heading')}
        heading={sayMoved('moved.done.heading')}
        children={<p>{sayMoved('moved.done.text')}</p>}
      />
    );
  const open = (event: Event): void => {
    event.preventDefault();
    const origin = readLaptopAddress(text, location);
    const carried = phone.carried();
    if (origin === null || carried === null) return setState('bad');
    const opened = handOver(origin, carried, () => {
      setState('done');
      phone.movedOn(new URL(origin).hostname === location.hostname);
    });
    setState(opened ? 'opened' : 'blocked');
  };
  return (
    <form onSubmit={open} novalidate class="fill" autocomplete="off">
      <Page
        step="moved"
        title={sayMoved('moved.heading')}
        heading={sayMoved('moved.heading')}
        actions={
          <>
            <button class="primary">{sayMoved('moved.go')}</button>
            <Button onClick={() => history.back()}>{say('back')}</Button>
          </>
        }
      >
        {state === 'bad' && <Problem text={sayMoved('moved.form')} target="address" />}
        {state === 'blocked' && <Alert>{sayMoved('moved.blocked')}</Alert>}
        {state === 'opened' && <Alert>{sayMoved('moved.opened')}</Alert>}
        <p>{sayMoved('moved.text')}</p>
        <label for="address">{sayMoved('moved.label')}</label>
        <p class="hint" id="address-hint">
          {sayMoved('moved.hint')}
        </p>
        <input
          id="address"
          class="code address"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          aria-describedby="address-hint"
          aria-invalid={state === 'bad'}
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          maxLength={60}
        />
        <p class="hint">{sayMoved('moved.wait')}</p>
      </Page>
    </form>
  );
}

/** On the new laptop, for whoever scanned its code: they may have been in before. */
export function BeforeScreen(props: { code: () => void; fresh: () => void }): JSX.Element {
  return (
    <Page
      step="before"
      title={sayMoved('before.heading')}
      heading={sayMoved('before.heading')}
      actions={
        <>
          <Button kind="equal" onClick={props.code}>
            {sayMoved('before.code')}
          </Button>
          <Button kind="equal" onClick={props.fresh}>
            {sayMoved('before.new')}
          </Button>
        </>
      }
    >
      <p>{sayMoved('before.text')}</p>
      <p>{sayMoved('before.page', { address: location.host })}</p>
    </Page>
  );
}

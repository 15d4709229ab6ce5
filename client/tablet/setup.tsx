/** Setting the tablet up, which only whoever is signed in sees, and the PIN by which it is left. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TabletHello } from '../../core/protocol.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { showPin } from '../../core/staff.ts';
import { WHICH, type Which } from '../../core/tablet.ts';
import { Alert, Button, Choice, Page } from '../phone/parts.tsx';
import type { Queue } from './queue.ts';
import type { Tablet } from './tablet.ts';
import { say } from './words.ts';

export function SetupScreen(props: { tablet: Tablet; queue: Queue; hello: TabletHello }): JSX.Element {
  const { tablet, queue, hello } = props;
  const [which, setWhich] = useState<Which>(hello.tablet.which);
  const { failed } = tablet.ui;
  return (
    <Page
      step="setup"
      title={say('setup.title')}
      heading={say('setup.title')}
      eyebrow={hello.info.title}
      actions={
        <>
          <Button kind="primary" onClick={() => void tablet.lock(which)}>
            {say('setup.lock')}
          </Button>
          {hello.tablet.laptop ? (
            <Button onClick={() => void tablet.leave('')}>{say('setup.console')}</Button>
          ) : (
            <Button onClick={() => void tablet.signOut()}>{say('setup.out')}</Button>
          )}
        </>
      }
    >
      {failed !== null && <Alert>{say(failed === 'away' ? 'setup.away' : 'setup.failed')}</Alert>}
      <p>{say('setup.text')}</p>
      <fieldset>
        <legend>{say('setup.which')}</legend>
        {WHICH.map((one) => (
          <Choice key={one} type="radio" name="which" checked={which === one} onChange={() => setWhich(one)}>
            <span>
              {say(`setup.${one}`)}
              <span class="hint below">{say(`setup.${one}.hint`)}</span>
            </span>
          </Choice>
        ))}
      </fieldset>
      <p class="apart">{say('setup.open')}</p>
      <Waiting queue={queue} />
    </Page>
  );
}

/** How much is still to be handed over, and what the laptop does not take. */
export function Waiting({ queue }: { queue: Queue }): JSX.Element {
  const n = queue.waiting();
  const stuck = queue.stuck();
  return (
    <>
      <p role="status" class="strong waits">
        {n === 0 ? say('wait.none') : say('wait.count', { n })}
      </p>
      {stuck !== null && (
        <div class="notice">
          <p>{say('wait.stuck', { n: stuck.n, why: REFUSALS[stuck.why].wording })}</p>
          <Button onClick={() => queue.eraseStuck()}>{say('wait.erase')}</Button>
        </div>
      )}
    </>
  );
}

/** The PIN, shown once. */
export function PinScreen({ pin, go }: { pin: string; go: () => void }): JSX.Element {
  const start = (): void => {
    // Without the address bar there is less to go astray on; where it is refused, the page does without.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    go();
  };
  return (
    <Page
      step="pin"
      title={say('pin.heading')}
      heading={say('pin.heading')}
      actions={
        <Button kind="primary" onClick={start}>
          {say('pin.go')}
        </Button>
      }
    >
      <p class="pin">{showPin(pin)}</p>
      <p>{say('pin.text')}</p>
      <p>{say('pin.how')}</p>
    </Page>
  );
}

/** The way out, for the facilitator only: a mark in the corner that is held, then the PIN. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TIMES } from '../../core/limits.ts';
import { readPin } from '../../core/staff.ts';
import { Alert, Button, Page } from '../phone/parts.tsx';
import type { Queue } from './queue.ts';
import { Waiting } from './setup.tsx';
import type { Tablet } from './tablet.ts';
import { say } from './words.ts';

/** A tap does nothing; held by a finger, a mouse or a key it opens the way out. */
export function Mark({ open }: { open: () => void }): JSX.Element {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = (): void => clearTimeout(timer.current);
  const start = (): void => {
    stop();
    timer.current = setTimeout(open, TIMES.tabletHoldMs);
  };
  useEffect(() => stop, []);
  return (
    <button
      type="button"
      class="mark-out"
      aria-label={say('exit.mark')}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) start();
      }}
      onKeyUp={stop}
      onBlur={stop}
    >
      <span aria-hidden="true">◾</span>
    </button>
  );
}

export function ExitScreen({ tablet, queue }: { tablet: Tablet; queue: Queue }): JSX.Element {
  const [pin, setPin] = useState('');
  const [form, setForm] = useState(false);
  const { failed } = tablet.ui;
  const leave = (): void => {
    const wrong = readPin(pin) === null;
    setForm(wrong);
    setPin('');
    if (!wrong) void tablet.leave(pin);
  };
  const told = form
    ? say('exit.form')
    : failed === null
      ? null
      : failed === 'away'
        ? say('setup.away')
        : failed === 'wrong-pin'
          ? say('exit.wrong')
          : say(failed === 'too-fast' ? 'exit.slow' : 'setup.failed');
  return (
    <Page
      step="exit"
      title={say('exit.heading')}
      heading={say('exit.heading')}
      actions={
        <>
          <Button kind="primary" onClick={leave}>
            {say('exit.do')}
          </Button>
          <Button onClick={() => tablet.set({ leaving: false, failed: null })}>{say('exit.back')}</Button>
        </>
      }
    >
      {told !== null && <Alert key={told}>{told}</Alert>}
      <label for="exit-pin">{say('exit.pin')}</label>
      <p class="hint" id="exit-hint">
        {say('exit.hint')}
      </p>
      <input
        id="exit-pin"
        class="code covered"
        value={pin}
        onInput={(event) => setPin(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
        aria-describedby="exit-hint"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        maxLength={9}
      />
      <Waiting queue={queue} />
    </Page>
  );
}

/** The top of every screen: whether the line is alive, and text, colours, help and leaving. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Alert, Button } from './parts.tsx';
import type { Hello } from '../../core/protocol.ts';
import type { Phone } from './phone.ts';
import type { Prefs } from './prefs.ts';
import { say } from './words.ts';

/** What must never be taken for the real thing. */
export function markOf({ info }: Pick<Hello, 'info'>): string | null {
  if (info.sample) return say(info.rehearsal ? 'sample.rehearsal' : 'sample');
  return info.rehearsal ? say('rehearsal') : null;
}

export function Top(props: {
  phone: Phone;
  prefs: Prefs;
  setPrefs: (prefs: Prefs) => void;
  go: (route: string) => void;
  forget: () => void;
}): JSX.Element {
  const { phone, prefs, setPrefs } = props;
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const { hello, alive, code, gone, refused } = phone.state;
  const mark = hello === null ? null : markOf(hello);
  const stranger = hello?.me.joined !== true || gone;
  const to = (route: string): void => {
    setOpen(false);
    props.go(route);
  };
  return (
    <header>
      <div class="bar-top">
        {code !== null && !gone && refused === null && (
          <span class={alive ? 'line' : 'line lost'}>{say(alive ? 'line.up' : 'line.lost')}</span>
        )}
        <button type="button" class="menu" onClick={() => to('help')}>
          {say('help')}
        </button>
        <button
          type="button"
          class="menu"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        >
          {say('menu')}
        </button>
      </div>
      {mark !== null && <p class="made-up">{mark}</p>}
      <div id="menu" hidden={!open}>
        <fieldset>
          <legend>{say('menu.size')}</legend>
          <div class="thirds">
            {([0, 1, 2] as const).map((size) => (
              <Button key={size} pressed={prefs.size === size} onClick={() => setPrefs({ ...prefs, size })}>
                {say(`menu.size.${size}`)}
              </Button>
            ))}
          </div>
        </fieldset>
        <Button pressed={prefs.dark} onClick={() => setPrefs({ ...prefs, dark: !prefs.dark })}>
          {say('menu.dark')}
        </Button>
        {hello?.me.joined === true && !gone && (
          <>
            <Button pressed={hello.me.quote} onClick={() => phone.quote(!hello.me.quote)}>
              {say('quoted.change')}
            </Button>
            {hello.info.alone && <Button onClick={() => to('alone')}>{say('alone.open')}</Button>}
            <Button onClick={() => to('later')}>{say('later.heading')}</Button>
            <Button onClick={() => to('leave')}>{say('leave.open')}</Button>
          </>
        )}
        {stranger && <Button onClick={() => to('return')}>{say('return.link')}</Button>}
        {stranger && code !== null && !sure && <Button onClick={() => setSure(true)}>{say('forget')}</Button>}
        {stranger && code !== null && sure && (
          <>
            <Alert>{say('forget.text')}</Alert>
            <Button
              onClick={() => {
                setSure(false);
                setOpen(false);
                props.forget();
              }}
            >
              {say('forget.sure')}
            </Button>
            <Button onClick={() => setSure(false)}>{say('forget.no')}</Button>
          </>
        )}
      </div>
    </header>
  );
}

/** Signing in: by the printed link or the passphrase on the laptop, by a PIN on another device. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../core/refusal.ts';
import { readDeviceName, readPin } from '../../../core/staff.ts';
import { byPassphrase, byPin, me, signedOut, whoAmI } from '../staff.ts';
import './pages.css';
import './staff/staff.css';
import { Faults, TextField, type Fault } from './parts/fields.tsx';
import { Shell } from './parts/shell.tsx';
import { say, sayRefusal } from './say.ts';

/** How often a laptop that does not answer is asked again, in milliseconds. */
const ASK_AGAIN_MS = 2000;

/** @param props.refused why the link that was opened does not hold */
export default function SignIn({ refused, done }: { refused: Refusal | null; done: () => void }) {
  const here = me.value?.here === true && location.pathname !== '/pair';
  useSignedInElsewhere(done);
  return (
    <Shell page={say(here ? 'sign.page' : 'pair.page')}>
      <div class="sign">
        <h1>{say(here ? 'sign.here' : 'pair.title')}</h1>
        {me.value === null && <p class="problem">{say('sign.gone')}</p>}
        {refused !== null && (
          <p class="problem" role="alert">
            {sayRefusal(refused)}
          </p>
        )}
        {me.value !== null && (here ? <OnLaptop done={done} /> : <ByPin done={done} />)}
      </div>
    </Shell>
  );
}

/**
 * A link opens in a tab of its own: whoever comes back to this one is signed in here too. While the laptop does not
 * answer, nobody knows whether somebody is signed in, and it is asked again.
 */
function useSignedInElsewhere(done: () => void): void {
  const unknown = me.value === null;
  useEffect(() => {
    const look = (): void => {
      void whoAmI().then(() => me.value?.role != null && done());
    };
    window.addEventListener('focus', look);
    const asking = unknown ? setInterval(look, ASK_AGAIN_MS) : undefined;
    return () => {
      window.removeEventListener('focus', look);
      clearInterval(asking);
    };
  }, [done, unknown]);
}

function OnLaptop({ done }: { done: () => void }) {
  return (
    <>
      <p>{say('sign.here.words')}</p>
      <figure class="terminal">
        <figcaption>{say('sign.here.example')}</figcaption>
        <code>{`${location.origin}/console#start=Mq3t…`}</code>
      </figure>
      <p class="hint">{say('sign.here.used')}</p>
      {me.value?.passphrase === true && <ByPassphrase done={done} />}
    </>
  );
}

function ByPassphrase({ done }: { done: () => void }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Fault[]>([]);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const refused = await byPassphrase(text);
    setBusy(false);
    if (refused === null) return done();
    setFaults([{ where: 'passphrase', text: sayRefusal(refused) }]);
  };
  return (
    <Faults.Provider value={faults}>
      <form class="sign-form" onSubmit={(event) => void submit(event)}>
        <h2>{say('sign.passphrase.title')}</h2>
        <TextField
          path="passphrase"
          label={say('sign.passphrase')}
          value={text}
          type="own-password"
          onInput={setText}
        />
        <button type="submit" class="button button-main" disabled={busy || text === ''}>
          {say('sign.do')}
        </button>
      </form>
    </Faults.Provider>
  );
}

function ByPin({ done }: { done: () => void }) {
  const [pin, setPin] = useState('');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const wrong: Fault[] = [];
    if (readPin(pin) === null) wrong.push({ where: 'pin', text: say('pair.pin.error') });
    if (readDeviceName(name) === null) wrong.push({ where: 'name', text: say('pair.name.error') });
    setFaults(wrong);
    setRefused(null);
    if (wrong.length > 0) return;
    setBusy(true);
    const answer = await byPin(pin, name);
    setBusy(false);
    if (answer === null) return done();
    if (answer.refusal === 'wrong-pin') setFaults([{ where: 'pin', text: sayRefusal(answer) }]);
    else setRefused(answer);
  };
  return (
    <Faults.Provider value={faults}>
      <p>{say('pair.words')}</p>
      {location.protocol === 'http:' && <p class="hint">{say('pair.plain')}</p>}
      {refused !== null && (
        <p class="problem" role="alert">
          {sayRefusal(refused)}
        </p>
      )}
      <form class="sign-form" onSubmit={(event) => void submit(event)}>
        <TextField
          path="pin"
          label={say('pair.pin')}
          hint={say('pair.pin.hint')}
          value={pin}
          type="digits"
          class="field-pin"
          onInput={setPin}
        />
        <TextField
          path="name"
          label={say('pair.name')}
          hint={say('pair.name.hint')}
          value={name}
          onInput={setName}
        />
        <button type="submit" class="button button-main button-large" disabled={busy}>
          {say('pair.do')}
        </button>
      </form>
    </Faults.Provider>
  );
}

function close(): void {
  signedOut.value = false;
}

/** Over a page that was in use when the sign-in ended: what is on it stays. */
export function SignedOut() {
  const box = useRef<HTMLDialogElement>(null);
  const out = signedOut.value;
  useEffect(() => {
    if (out) box.current?.showModal();
  }, [out]);
  useSignedInElsewhere(close);
  if (!out) return null;
  const here = me.value?.here === true;
  return (
    <dialog ref={box} class="sp sp-dialog sign-again" aria-labelledby="sign-again" onClose={close}>
      <h2 id="sign-again">{say('sign.again')}</h2>
      <p>{say('sign.again.words')}</p>
      {here ? <OnLaptop done={close} /> : <ByPin done={close} />}
      <button type="button" class="button" onClick={close}>
        {say('sign.later')}
      </button>
    </dialog>
  );
}

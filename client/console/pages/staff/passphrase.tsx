/** The passphrase by which the laptop can be signed in to without a printed link. */
import { useState } from 'preact/hooks';
import { longEnough } from '../../../../core/staff.ts';
import { REFUSALS } from '../../../../core/refusals.ts';
import { api } from '../../api.ts';
import { me, whoAmI } from '../../staff.ts';
import { Faults, TextField, type Fault } from '../parts/fields.tsx';
import { say, sayRefusal } from '../say.ts';

export function PassphrasePart() {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const [faults, setFaults] = useState<Fault[]>([]);
  const isSet = me.value?.passphrase === true;
  const put = async (passphrase: string | null): Promise<void> => {
    setBusy(true);
    const result = await (passphrase === null ? api.removePassphrase() : api.setPassphrase(passphrase));
    setBusy(false);
    if (!result.ok) return setFaults([{ where: 'new-passphrase', text: sayRefusal(result.refusal) }]);
    setText('');
    setTold(say(passphrase === null ? 'pass.removed' : 'pass.done'));
    await whoAmI();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setTold('');
    const short = { where: 'new-passphrase', text: REFUSALS['passphrase-short'].wording };
    setFaults(longEnough(text) ? [] : [short]);
    if (longEnough(text)) void put(text);
  };
  return (
    <Faults.Provider value={faults}>
      <section class="passphrase" aria-labelledby="passphrase">
        <h2 id="passphrase">{say('pass.title')}</h2>
        <p>{say(isSet ? 'pass.set' : 'pass.none')}</p>
        <form class="sign-form" onSubmit={submit}>
          <TextField
            path="new-passphrase"
            label={say('pass.new')}
            hint={say('pass.hint')}
            value={text}
            type="new-password"
            onInput={setText}
          />
          <div class="row">
            <button type="submit" class="button" disabled={busy}>
              {say(isSet ? 'pass.change' : 'pass.do')}
            </button>
            {isSet && (
              <button
                type="button"
                class="button button-quiet"
                disabled={busy}
                onClick={() => void put(null)}
              >
                {say('pass.remove')}
              </button>
            )}
          </div>
        </form>
        <p role="status">{told}</p>
      </section>
    </Faults.Provider>
  );
}

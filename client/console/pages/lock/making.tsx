/** The first step: who can open it, and the locked file. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import { api } from '../../api.ts';
import { saveBlob } from '../analysis/takeAway.ts';
import { Radios } from '../parts/choices.tsx';
import { Faults, TextField, type Fault } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';
import { madeUp } from './passphrase.ts';

interface Props {
  id: string;
  saved: (name: string) => void;
  close: () => void;
}

const WAYS = ['passphrase', 'keys'] as const;
const { least } = LIMITS.passphrase;

export function Making({ id, saved, close }: Props) {
  const [way, setWay] = useState<(typeof WAYS)[number]>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [keys, setKeys] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const recipients = keys.split(/\s+/u).filter((key) => key !== '');

  function faultsNow(): Fault[] {
    if (way === 'keys')
      return recipients.length === 0 ? [{ where: 'keys', text: say('lock.keys.none') }] : [];
    if ([...passphrase.trim()].length < least)
      return [{ where: 'passphrase', text: say('lock.short', { n: least }) }];
    return passphrase.trim() === again.trim() ? [] : [{ where: 'again', text: say('lock.differ') }];
  }

  async function lock(): Promise<void> {
    const found = faultsNow();
    setFaults(found);
    if (found.length > 0) return;
    setBusy(true);
    const result = await api.lockAway(id, way === 'keys' ? { recipients } : { passphrase });
    setBusy(false);
    if (result.ok) {
      saveBlob(result.value.blob, result.value.name);
      saved(result.value.name);
    } else {
      const at = result.refusal?.where?.startsWith('recipients') === true ? 'keys' : '';
      setFaults([{ where: at, text: sayRefusal(result.refusal) }]);
    }
  }

  return (
    <form
      class="lock"
      onSubmit={(event) => {
        event.preventDefault();
        void lock();
      }}
    >
      <p>{say('lock.words')}</p>
      <Summary faults={faults} />
      <Faults.Provider value={faults}>
        <Radios
          path="way"
          legend={say('lock.way')}
          value={way}
          options={WAYS.map((value) => ({
            value,
            label: say(`lock.way.${value}`),
            hint: say(`lock.way.${value}.hint`),
          }))}
          onChange={setWay}
        />
        {way === 'keys' ? (
          <TextField
            path="keys"
            label={say('lock.keys')}
            hint={say('lock.keys.hint')}
            area
            rows={3}
            value={keys}
            onInput={setKeys}
          />
        ) : (
          <>
            <TextField
              path="passphrase"
              label={say('lock.passphrase')}
              hint={say('lock.passphrase.hint', { n: least })}
              value={passphrase}
              onInput={setPassphrase}
            />
            <p>
              <button
                type="button"
                class="button small"
                onClick={() => setPassphrase(madeUp((bytes) => crypto.getRandomValues(bytes)))}
              >
                {say('lock.make')}
              </button>
            </p>
            <TextField
              path="again"
              label={say('lock.again')}
              hint={say('lock.again.hint')}
              value={again}
              onInput={setAgain}
              onPaste={(event) => event.preventDefault()}
            />
            <p class="caution">{say('lock.write')}</p>
          </>
        )}
      </Faults.Provider>
      <p role="status" class="quiet">
        {busy ? say('lock.working') : ''}
      </p>
      <div class="row">
        <button type="submit" class="button button-main" disabled={busy}>
          {say('lock.save')}
        </button>
        <button type="button" class="button" onClick={close}>
          {say('app.cancel')}
        </button>
      </div>
    </form>
  );
}

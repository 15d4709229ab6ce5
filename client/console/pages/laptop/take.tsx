/** Taking over what another laptop was running, from its stick. */
import { useState } from 'preact/hooks';
import type { StickDoubt, TakenOver } from '../../../../core/stick.ts';
import { api } from '../../api.ts';
import { sayLaptop } from '../../laptopWords.ts';
import { sayDate } from '../../words.ts';
import { Faults, TextField, type Fault } from '../parts/fields.tsx';
import { sayRefusal } from '../say.ts';
import { Doubt } from './doubt.tsx';
import { GoTo } from './elsewhere.tsx';
import { FolderField } from './folderField.tsx';

export function TakePart({ places, taken }: { places: readonly string[]; taken: () => void }) {
  const [folder, setFolder] = useState(places[0] ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const [doubt, setDoubt] = useState<StickDoubt | null>(null);
  const [done, setDone] = useState<TakenOver | null>(null);

  async function take(sure: boolean): Promise<void> {
    // What was wrong with the last try is not known of this one.
    setFaults([]);
    setDoubt(null);
    setBusy(true);
    const result = await api.takeStick(folder, passphrase, sure);
    setBusy(false);
    if (!result.ok) {
      const where = result.refusal?.where === 'passphrase' ? 'take-passphrase' : 'take-folder';
      return setFaults([{ where, text: sayRefusal(result.refusal) }]);
    }
    if ('doubt' in result.value) return setDoubt(result.value.doubt);
    setPassphrase('');
    setDone(result.value);
    taken();
  }

  /** What was said of one stick is not said of another. */
  function ask(typed: () => void): void {
    setDoubt(null);
    typed();
  }

  if (done !== null)
    return (
      <section>
        <Done taken={done} />
      </section>
    );
  return (
    <section aria-labelledby="take">
      <h2 id="take">{sayLaptop('take.title')}</h2>
      <p class="hint">{sayLaptop('take.words')}</p>
      <form
        class="sign-form"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void take(false);
        }}
      >
        <Faults.Provider value={faults}>
          <FolderField
            path="take-folder"
            label={sayLaptop('take.folder')}
            places={places}
            value={folder}
            onInput={(typed) => ask(() => setFolder(typed))}
          />
          <TextField
            path="take-passphrase"
            label={sayLaptop('take.passphrase')}
            hint={sayLaptop('take.passphrase.hint')}
            value={passphrase}
            onInput={(typed) => ask(() => setPassphrase(typed))}
          />
        </Faults.Provider>
        <button
          type="submit"
          class="button"
          disabled={busy || folder.trim() === '' || passphrase.trim() === ''}
        >
          {sayLaptop('take.do')}
        </button>
      </form>
      <p role="status">{busy ? sayLaptop('take.busy') : ''}</p>
      {doubt !== null && <Doubt doubt={doubt} take={() => void take(true)} leave={() => setDoubt(null)} />}
    </section>
  );
}

function Done({ taken: { sessions, refused, address, sameAddress } }: { taken: TakenOver }) {
  return (
    <div class="laptop-done" role="alert">
      <h2>{sayLaptop('take.done')}</h2>
      {sessions.map(({ id, name, minute, day }) => (
        <div key={id} class="laptop-session">
          <p>
            {day === ''
              ? sayLaptop('take.session', { name, minute })
              : sayLaptop('take.session.day', { name, minute, day: sayDate(day) })}
          </p>
          <GoTo session={id} name={name} />
        </div>
      ))}
      {refused.map(({ name, refusal }) => (
        <p key={name} class="caution">
          {sayLaptop('take.refused', { name, why: sayRefusal(refusal) })}
        </p>
      ))}
      {sameAddress ? (
        <p>{sayLaptop('take.same')}</p>
      ) : (
        <>
          <p>{sayLaptop('take.other', { address })}</p>
          <p class="hint">{sayLaptop('take.address')}</p>
        </>
      )}
    </div>
  );
}

/** Naming the stick that running sessions are copied to; its passphrase is shown once. */
import { useState } from 'preact/hooks';
import type { LaptopPage } from '../../../../core/stick.ts';
import { api } from '../../api.ts';
import { sayLaptop, troublesOf } from '../../laptopWords.ts';
import { Faults, type Fault } from '../parts/fields.tsx';
import { sayRefusal } from '../say.ts';
import { FolderField } from './folderField.tsx';

export function StickPart({ page, changed }: { page: LaptopPage; changed: () => void }) {
  const { folder, copied, places } = page.stick;
  const [typed, setTyped] = useState(places[0] ?? '');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const [passphrase, setPassphrase] = useState('');

  async function name(): Promise<void> {
    setBusy(true);
    setTold(sayLaptop('stick.busy'));
    const result = await api.nameStick(typed);
    setBusy(false);
    setTold('');
    if (!result.ok) return setFaults([{ where: 'stick-folder', text: sayRefusal(result.refusal) }]);
    setFaults([]);
    setPassphrase(result.value.passphrase);
    changed();
  }

  async function forget(): Promise<void> {
    const result = await api.forgetStick();
    setTold(result.ok ? sayLaptop('stick.forgotten') : sayRefusal(result.refusal));
    setPassphrase('');
    changed();
  }

  const trouble = troublesOf(page.laptop).find(({ what }) => what === 'stick');
  return (
    <section aria-labelledby="stick">
      <h2 id="stick">{sayLaptop('stick.title')}</h2>
      <p class="hint">{sayLaptop('stick.words')}</p>
      {passphrase !== '' && (
        <div class="laptop-pass" role="alert">
          <h3>{sayLaptop('stick.pass.title')}</h3>
          <p class="laptop-words">{passphrase}</p>
          <p>{sayLaptop('stick.pass.text')}</p>
          <button type="button" class="button button-main" onClick={() => setPassphrase('')}>
            {sayLaptop('stick.pass.done')}
          </button>
        </div>
      )}
      {folder === '' ? (
        <form
          class="sign-form"
          onSubmit={(event) => {
            event.preventDefault();
            void name();
          }}
        >
          <Faults.Provider value={faults}>
            <FolderField
              path="stick-folder"
              label={sayLaptop('stick.folder')}
              places={places}
              value={typed}
              onInput={setTyped}
            />
          </Faults.Provider>
          <button type="submit" class="button" disabled={busy || typed.trim() === ''}>
            {sayLaptop('stick.name')}
          </button>
        </form>
      ) : (
        <>
          <p>
            {sayLaptop('stick.named', { folder })}{' '}
            {copied === '' ? sayLaptop('stick.none.yet') : sayLaptop('stick.copied', { minute: copied })}
          </p>
          {trouble !== undefined && (
            <p class="laptop-trouble">
              <strong>{trouble.title}</strong> {trouble.text}
            </p>
          )}
          <p>
            <button type="button" class="button small" onClick={() => void forget()}>
              {sayLaptop('stick.forget')}
            </button>
          </p>
        </>
      )}
      <p role="status">{told}</p>
    </section>
  );
}

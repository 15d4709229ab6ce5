/** Where the lead types the passphrase. */
import { useState } from 'preact/hooks';
import type { Result } from '../../api.ts';
import { Faults, TextField, type Fault } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';

export function Opening<Found>(props: {
  id: string;
  ask: (id: string, passphrase: string) => Promise<Result<Found>>;
  word: string;
  opened: (found: Found, passphrase: string) => void;
}) {
  const { id, ask, word, opened } = props;
  const [passphrase, setPassphrase] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);

  async function open(): Promise<void> {
    setFaults([]);
    setBusy(true);
    const result = await ask(id, passphrase);
    setBusy(false);
    if (result.ok) opened(result.value, passphrase);
    else setFaults([{ where: 'opening', text: sayRefusal(result.refusal) }]);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Summary faults={faults} />
      <Faults.Provider value={faults}>
        <TextField
          path="opening"
          label={say('con.open.passphrase')}
          type="password"
          value={passphrase}
          onInput={setPassphrase}
        />
      </Faults.Provider>
      <p role="status" class="quiet">
        {busy ? say('con.opening') : ''}
      </p>
      <button type="submit" class="button button-main" disabled={busy}>
        {word}
      </button>
    </form>
  );
}

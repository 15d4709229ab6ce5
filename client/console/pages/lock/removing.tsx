/** The second step: whoever has the locked file in hand may remove what is plain. */
import { useState } from 'preact/hooks';
import { api } from '../../api.ts';
import { AloneReminder } from '../alone/remind.tsx';
import { FileField } from '../home/fileField.tsx';
import { Faults, type Fault } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';

interface Props {
  id: string;
  /** Name that the locked file was saved under. */
  name: string;
  removed: () => void;
  close: () => void;
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function Removing({ id, name, removed, close }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);

  async function remove(): Promise<void> {
    if (file === null) {
      setFaults([{ where: 'locked', text: say('lock.remove.none') }]);
      return;
    }
    setBusy(true);
    const result = await api.removeLocked(id, await hashOf(file));
    setBusy(false);
    if (result.ok) removed();
    else setFaults([{ where: 'locked', text: sayRefusal(result.refusal) }]);
  }

  return (
    <form
      class="lock"
      onSubmit={(event) => {
        event.preventDefault();
        void remove();
      }}
    >
      <p role="status">
        <strong>{say('lock.saved', { name })}</strong>
      </p>
      <p>{say('lock.saved.words')}</p>
      <h3>{say('lock.remove.title')}</h3>
      <p>{say('lock.remove.words')}</p>
      <Summary faults={faults} />
      <Faults.Provider value={faults}>
        <FileField
          path="locked"
          label={say('lock.remove.file')}
          hint={say('lock.remove.file.hint')}
          accept=".age"
          onFiles={(files) => setFile(files[0] ?? null)}
        />
      </Faults.Provider>
      <p class="hint">{say('lock.remove.codes')}</p>
      <p class="hint">{say('lock.remove.alone')}</p>
      <AloneReminder id={id} kinds={['talk', 'told']} />
      <div class="row">
        <button type="submit" class="button danger" disabled={busy}>
          {say('lock.remove.do')}
        </button>
        <button type="button" class="button" onClick={close}>
          {say('lock.keep')}
        </button>
      </div>
    </form>
  );
}

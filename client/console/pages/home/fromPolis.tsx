/** Import the export of a polis conversation: its folder, or its csv files together. */
import { useState } from 'preact/hooks';
import type { StoredDocument } from '../../../../core/api.ts';
import { api } from '../../api.ts';
import { Faults } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say } from '../say.ts';
import { BroughtIn } from './broughtIn.tsx';
import { FileField } from './fileField.tsx';
import { useBegin } from './useBegin.ts';

export function FromPolis() {
  const [files, setFiles] = useState<File[]>([]);
  const [done, setDone] = useState<StoredDocument | null>(null);
  const { busy, faults, fail, begin } = useBegin();
  const csv = (list: File[]): void => setFiles(list.filter((f) => f.name.toLowerCase().endsWith('.csv')));

  async function bringIn(): Promise<void> {
    if (files.length === 0) {
      fail('polis', say('polis.error'));
      return;
    }
    await begin(async () => {
      const texts = await Promise.all(files.map(async (f) => [f.name, await f.text()] as const));
      const result = await api.importPolis(Object.fromEntries(texts));
      if (result.ok) setDone(result.value);
      return result;
    });
  }

  if (done !== null && (done.warnings ?? []).length > 0) return <BroughtIn done={done} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void bringIn();
      }}
    >
      <Summary faults={faults} />
      <Faults.Provider value={faults}>
        <FileField
          path="polis"
          label={say('polis.folder')}
          hint={say('polis.folder.hint')}
          accept=""
          folder
          onFiles={csv}
        />
        <FileField
          path="polis-files"
          label={say('polis.files')}
          hint={say('polis.files.hint')}
          accept=".csv,text/csv"
          multiple
          onFiles={csv}
        />
      </Faults.Provider>
      {files.length > 0 && <p class="quiet">{say('polis.chosen', { n: files.length })}</p>}
      <button type="submit" class="button button-main" disabled={busy}>
        {say(busy ? 'begin.working' : 'polis.do')}
      </button>
    </form>
  );
}

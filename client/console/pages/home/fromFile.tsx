/** Begin from a file that was saved earlier. */
import { useState } from 'preact/hooks';
import { api } from '../../api.ts';
import { Faults } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say } from '../say.ts';
import { FileField } from './fileField.tsx';
import { useBegin } from './useBegin.ts';

export function FromFile() {
  const [file, setFile] = useState<File | null>(null);
  const { busy, faults, fail, begin } = useBegin();
  async function open(): Promise<void> {
    if (file === null) {
      fail('file', say('file.error'));
      return;
    }
    let json: unknown;
    try {
      json = JSON.parse(await file.text());
    } catch {
      fail('file', say('file.broken', { name: file.name }));
      return;
    }
    await begin(async () => api.create({ file: json }));
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
        <FileField
          path="file"
          label={say('file.label')}
          hint={say('file.hint')}
          accept=".json,application/json"
          onFiles={(files) => setFile(files[0] ?? null)}
        />
      </Faults.Provider>
      <button type="submit" class="button button-main" disabled={busy}>
        {say(busy ? 'begin.working' : 'file.do')}
      </button>
    </form>
  );
}

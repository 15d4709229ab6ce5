/** Begin from a file that was saved earlier: a consultation, or an archive with everything in it. */
import { useState } from 'preact/hooks';
import type { ArchiveResult } from '../../../../core/api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { api } from '../../api.ts';
import { Faults } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';
import { FileField } from './fileField.tsx';
import { Opened } from './opened.tsx';
import { useBegin } from './useBegin.ts';

/** An archive is a zip, whatever its name has become on the way. */
async function isArchive(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}

/** Which part of an archive is damaged is of use to whoever mends it, and comes last. */
function wordsFor(refusal: Refusal | null, name: string): string {
  if (refusal?.refusal !== 'bad-file') return sayRefusal(refusal);
  return say('archive.broken', { name, where: refusal.where ?? '' });
}

export function FromFile({ changed }: { changed: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [opened, setOpened] = useState<ArchiveResult | null>(null);
  const { busy, faults, fail, begin, ask } = useBegin();

  async function open(): Promise<void> {
    if (file === null) {
      fail('file', say('file.error'));
      return;
    }
    if (await isArchive(file)) {
      const result = await ask(
        async () => api.openArchive(file),
        (refusal) => wordsFor(refusal, file.name),
      );
      if (result === null) return;
      setOpened(result);
      changed();
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

  if (opened !== null) return <Opened result={opened} />;
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
          accept=".json,.standpoint,application/json"
          onFiles={(files) => setFile(files[0] ?? null)}
        />
      </Faults.Provider>
      <button type="submit" class="button button-main" disabled={busy}>
        {say(busy ? 'begin.working' : 'file.do')}
      </button>
    </form>
  );
}

/** Begin from a file: a consultation, an archive with everything in it, or what another program has coded. */
import { useState } from 'preact/hooks';
import type { ArchiveResult, StoredDocument } from '../../../../core/api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { api } from '../../api.ts';
import { Faults, TextField } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';
import { BroughtIn } from './broughtIn.tsx';
import { FileField } from './fileField.tsx';
import { Opened } from './opened.tsx';
import { isQda, QdaInto } from './qdaInto.tsx';
import { useBegin } from './useBegin.ts';

/** An archive is a zip, whatever its name has become on the way. */
async function isArchive(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}

const LOCKED = 'age-encryption.org/v1';

async function isLocked(file: File): Promise<boolean> {
  return (await file.slice(0, LOCKED.length).text()) === LOCKED;
}

/** Which part of an archive is damaged is of use to whoever mends it, and comes last. */
function wordsFor(refusal: Refusal | null, name: string): string {
  if (refusal?.refusal !== 'bad-file') return sayRefusal(refusal);
  return say('archive.broken', { name, where: refusal.where ?? '' });
}

export function FromFile({ changed }: { changed: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [locked, setLocked] = useState(false);
  const [key, setKey] = useState('');
  const [qda, setQda] = useState(false);
  const [into, setInto] = useState('');
  const [done, setDone] = useState<StoredDocument | null>(null);
  const [opened, setOpened] = useState<ArchiveResult | null>(null);
  const { busy, faults, fail, begin, ask } = useBegin();

  async function choose(chosen: File | null): Promise<void> {
    setFile(chosen);
    setLocked(chosen !== null && (await isLocked(chosen)));
    setQda(chosen !== null && (await isQda(chosen)));
  }

  async function open(): Promise<void> {
    if (file === null) {
      fail('file', say('file.error'));
      return;
    }
    if (qda) {
      const result = await ask(async () => api.importQda(file, into));
      if (result === null) return;
      setDone(result);
      changed();
      return;
    }
    if (locked || (await isArchive(file))) {
      const result = await ask(
        async () => api.openArchive(file, locked ? key : ''),
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

  if (done !== null) return <BroughtIn done={done} page="/themes" />;
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
          accept=".json,.standpoint,.age,.qdpx,.qdc,.qde,application/json"
          onFiles={(files) => void choose(files[0] ?? null)}
        />
        {qda && <QdaInto value={into} onInput={setInto} />}
        {locked && (
          <TextField
            path="key"
            label={say('lock.open')}
            hint={say('lock.open.hint')}
            value={key}
            onInput={setKey}
          />
        )}
      </Faults.Provider>
      <button type="submit" class="button button-main" disabled={busy}>
        {say(busy ? 'begin.working' : 'file.do')}
      </button>
    </form>
  );
}

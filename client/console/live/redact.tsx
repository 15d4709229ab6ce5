/** Taking words out of a comment: each word is a button, what looks like a sign of a person is marked. */
import { useMemo, useState } from 'preact/hooks';
import { applyReplacements } from '../../../core/personal/replace.ts';
import type { ConsoleNote } from '../../../core/view.ts';
import type { Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { runsOf, wordsOf } from './redactWords.ts';
import { say } from './words.ts';

export function Redact({ desk, note }: { desk: Desk; note: ConsoleNote }) {
  const words = useMemo(() => wordsOf(note), [note.id]);
  const [out, setOut] = useState<ReadonlySet<number>>(() => new Set(note.found.map((f) => f.from)));
  const chosen = words.filter((word) => out.has(word.from));
  const runs = runsOf(note.text, chosen);
  const after = applyReplacements(
    note.text,
    runs.map(({ from, to, by }) => ({ from, to, kind: '', replacement: by })),
  );
  const close = (): void => void (desk.dialog.value = null);
  return (
    <Dialog wide title={say('mod.redact.title')} close={close}>
      <p>{say('mod.redact.text')}</p>
      <div class="redact-words" role="group" aria-label={say('mod.redact.words')} dir="auto">
        {words.map((word) => (
          <button
            type="button"
            key={word.from}
            class="redact-word"
            aria-pressed={out.has(word.from)}
            onClick={() => {
              const next = new Set(out);
              if (!next.delete(word.from)) next.add(word.from);
              setOut(next);
            }}
          >
            {note.text.slice(word.from, word.to)}
          </button>
        ))}
      </div>
      <p class="soft">{say('mod.redact.after')}</p>
      <p class="comment-text" dir="auto">
        {after?.published ?? note.text}
      </p>
      <div class="dialog-buttons">
        <button
          type="button"
          class="button button-main"
          disabled={chosen.length === 0}
          onClick={() => {
            close();
            void desk.run({ do: 'redact', id: note.id, words: runs });
          }}
        >
          {say('mod.redact.do', { n: chosen.length })}
        </button>
      </div>
    </Dialog>
  );
}

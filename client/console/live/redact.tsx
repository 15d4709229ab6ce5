/** Taking words out of a comment: each word is a button, what looks like a sign of a person is marked. */
import { useMemo, useState } from 'preact/hooks';
import { applyReplacements } from '../../../core/personal/replace.ts';
import type { ConsoleNote } from '../../../core/view.ts';
import type { Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { say } from './words.ts';

interface Word {
  from: number;
  to: number;
  /** What stands there when it is taken out. */
  by: string;
}

/** The words of a text; what was found in it is one word, however many it has. */
function wordsOf({ text, found }: ConsoleNote): Word[] {
  const words: Word[] = found.map(({ from, to, suggestion }) => ({ from, to, by: suggestion }));
  for (const match of text.matchAll(/\S+/gu)) {
    const from = match.index;
    const to = from + match[0].length;
    if (words.every((word) => to <= word.from || from >= word.to))
      words.push({ from, to, by: say('mod.redact.gap') });
  }
  return words.toSorted((a, b) => a.from - b.from);
}

export function Redact({ desk, note }: { desk: Desk; note: ConsoleNote }) {
  const words = useMemo(() => wordsOf(note), [note.id]);
  const [out, setOut] = useState<ReadonlySet<number>>(() => new Set(note.found.map((f) => f.from)));
  const chosen = words.filter((word) => out.has(word.from));
  const after = applyReplacements(
    note.text,
    chosen.map(({ from, to, by }) => ({ from, to, kind: '', replacement: by })),
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
            void desk.run({
              do: 'redact',
              id: note.id,
              words: chosen.map(({ from, to, by }) => ({ from, to, by })),
            });
          }}
        >
          {say('mod.redact.do', { n: chosen.length })}
        </button>
      </div>
    </Dialog>
  );
}

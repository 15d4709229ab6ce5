/** Chapters of the team's own, with pictures, and the names that comments are searched for. */
import type { Chapter } from '../../../../core/report/document.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { newId } from '../edits.ts';
import { Radios } from '../parts/choices.tsx';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { addChapter, changeChapter, moveChapter, removeChapter } from './edits.ts';
import { Pictures } from './pictures.tsx';
import { Sheet } from './sheet.tsx';

const PLACES = ['before', 'after', 'end'] as const satisfies Chapter['place'][];

export function Chapters() {
  const { desk, doc } = useWriting();
  return (
    <Sheet name="chapters">
      {doc.chapters.length === 0 && <p class="empty">{say('rep.chapter.none')}</p>}
      <ol class="report-chapters">
        {doc.chapters.map((chapter, i) => (
          <li key={chapter.id}>
            <OneChapter chapter={chapter} at={i} of={doc.chapters.length} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button"
        disabled={doc.chapters.length >= LIMITS.chapters}
        onClick={() => desk.change((d) => addChapter(d, newId()), null)}
      >
        {say('rep.chapter.add')}
      </button>
    </Sheet>
  );
}

function OneChapter({ chapter, at, of }: { chapter: Chapter; at: number; of: number }) {
  const { desk, gone } = useWriting();
  const { id } = chapter;
  const path = `chapters.${at}`;
  const n = at + 1;
  const set = (change: Partial<Chapter>, field: string | null): void =>
    desk.change((d) => changeChapter(d, id, (c) => ({ ...c, ...change })), field);
  return (
    <fieldset class="chapter">
      <legend>{say('rep.chapter.n', { n })}</legend>
      <TextField
        path={`${path}.title`}
        label={say('rep.chapter.title')}
        value={chapter.title}
        onInput={(title) => set({ title }, `${id} title`)}
        onBlur={() => desk.settle()}
      />
      <TextField
        path={`${path}.text`}
        label={say('rep.chapter.text')}
        hint={say('rep.chapter.text.hint')}
        area
        rows={6}
        value={chapter.text}
        onInput={(text) => set({ text }, `${id} text`)}
        onBlur={() => desk.settle()}
      />
      <Radios
        path={`${path}.place`}
        legend={say('rep.chapter.place')}
        value={chapter.place}
        options={PLACES.map((value) => ({ value, label: say(`rep.chapter.place.${value}`) }))}
        onChange={(place) => set({ place }, null)}
      />
      <Pictures chapter={chapter} path={path} />
      <div class="row">
        <button
          type="button"
          class="button small"
          disabled={at === 0}
          aria-label={say('rep.chapter.up.of', { n })}
          onClick={() => desk.change((d) => moveChapter(d, id, -1), null)}
        >
          {say('rep.chapter.up')}
        </button>
        <button
          type="button"
          class="button small"
          disabled={at === of - 1}
          aria-label={say('rep.chapter.down.of', { n })}
          onClick={() => desk.change((d) => moveChapter(d, id, 1), null)}
        >
          {say('rep.chapter.down')}
        </button>
        <button
          type="button"
          class="button small"
          aria-label={say('rep.chapter.remove.of', { n })}
          onClick={() => {
            desk.change((d) => removeChapter(d, id), null);
            gone(say('rep.chapter.removed'));
          }}
        >
          {say('rep.chapter.remove')}
        </button>
      </div>
    </fieldset>
  );
}

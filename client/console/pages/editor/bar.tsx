/** The bar on top of the editor: whether it is saved, undo and redo, and where else to go. */
import { useState } from 'preact/hooks';
import { api, filePath } from '../../api.ts';
import { goTo } from '../home/useBegin.ts';
import { say, sayRefusal } from '../say.ts';
import { useEditing } from './context.ts';
import { Saved } from './saved.tsx';

export function Bar({ results }: { results: boolean }) {
  const { desk, doc, done } = useEditing();
  const [busy, setBusy] = useState(false);

  /** A link would leave with what is saved so far; this saves first. */
  async function afterSaving(then: () => void | Promise<void>): Promise<void> {
    setBusy(true);
    if (await desk.flush()) await then();
    setBusy(false);
  }

  async function copy(): Promise<void> {
    const result = await api.create({ copy: doc.id });
    if (result.ok) goTo(result.value.consultation.id);
    else done(sayRefusal(result.refusal), false);
  }

  async function again(): Promise<void> {
    const result = await api.create({ again: doc.id });
    if (result.ok) goTo(result.value.consultation.id);
    else done(sayRefusal(result.refusal), false);
  }

  return (
    <div class="bar">
      <Saved state={desk.save()} />
      <div class="row">
        <button
          type="button"
          class="button small"
          title={say('edit.undo.key')}
          aria-keyshortcuts="Control+Z"
          disabled={!desk.canUndo()}
          onClick={() => desk.undo()}
        >
          <span aria-hidden="true">↶</span> {say('edit.undo')}
        </button>
        <button
          type="button"
          class="button small"
          title={say('edit.redo.key')}
          aria-keyshortcuts="Control+Shift+Z"
          disabled={!desk.canRedo()}
          onClick={() => desk.redo()}
        >
          <span aria-hidden="true">↷</span> {say('edit.redo')}
        </button>
        <button
          type="button"
          class="button small"
          disabled={busy}
          onClick={() => void afterSaving(() => location.assign(filePath(doc.id)))}
        >
          {say('edit.file')}
        </button>
        <button type="button" class="button small" disabled={busy} onClick={() => void afterSaving(copy)}>
          {say('edit.copy')}
        </button>
        {results && !doc.sample && (
          <button
            type="button"
            class="button small"
            title={say('wave.again.hint')}
            disabled={busy}
            onClick={() => void afterSaving(again)}
          >
            {say('wave.again')}
          </button>
        )}
      </div>
    </div>
  );
}

/** The bar on top of the report: whether it is saved, undo and redo, where else to go, and the one button. */
import { previewPath } from '../../api.ts';
import { Saved } from '../editor/saved.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';

/** @param props.working files are being made, or are made and not fetched yet */
export function ReportBar({ working, make }: { working: boolean; make: () => void }) {
  const { id, desk } = useWriting();
  const save = desk.save();
  return (
    <div class="bar">
      <Saved state={save} />
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
        <a
          class="button small"
          href={previewPath(id)}
          target="_blank"
          rel="noreferrer"
          onClick={(event) => {
            if (save.is === 'saved') return;
            // The page must show what was just typed.
            event.preventDefault();
            void desk.flush().then((saved) => saved && window.open(previewPath(id), '_blank', 'noreferrer'));
          }}
        >
          {say('rep.preview')}
        </a>
        <button type="button" class="button small button-main" onClick={make}>
          {say(working ? 'rep.making' : 'rep.make')}
        </button>
      </div>
    </div>
  );
}

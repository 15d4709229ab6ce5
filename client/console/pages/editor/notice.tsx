/** What was just done, at the foot of the page, with Undo where something went. It stays until closed or replaced. */
import { say } from '../say.ts';

export function Notice(props: { text: string; undoable: boolean; undo: () => void; close: () => void }) {
  return (
    <section class="notice" aria-label={props.text}>
      <p>{props.text}</p>
      {props.undoable && (
        <button type="button" class="button small" id="notice-undo" onClick={props.undo}>
          {say('app.undo')}
        </button>
      )}
      <button type="button" class="icon" aria-label={say('app.close')} onClick={props.close}>
        <span aria-hidden="true">✕</span>
      </button>
    </section>
  );
}

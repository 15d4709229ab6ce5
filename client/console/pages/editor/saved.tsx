/** Whether everything is saved: a mark and a word, and what to do where it is not. */
import type { SaveState } from '../autosave.ts';
import { goToField } from '../parts/fields.tsx';
import { say, sayAtField } from '../say.ts';

const MARKS = { saved: '✓', waiting: '…', saving: '…', failed: '!', refused: '!', elsewhere: '!' } as const;

export function Saved({ state }: { state: SaveState }) {
  return (
    <p class={`saved saved-${state.is}`} role="status">
      <span class="saved-mark" aria-hidden="true">
        {MARKS[state.is]}
      </span>
      {say(`save.${state.is}`)}
    </p>
  );
}

/** The refusal of a save with the way to the field it is about. */
export function NotSaved({ state }: { state: SaveState }) {
  if (state.is !== 'refused') return null;
  const { refusal } = state;
  return (
    <div class="not-saved" role="alert">
      <div>
        <p>{say('save.refused')}</p>
        <p>{sayAtField(refusal)}</p>
      </div>
      {refusal.where !== undefined && refusal.where !== '' && (
        <button type="button" class="button" onClick={() => goToField(refusal.where ?? '')}>
          {say('save.go')}
        </button>
      )}
    </div>
  );
}

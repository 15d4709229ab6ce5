/** Whether everything is saved: a mark and a word, and what to do where it is not. */
import type { SaveState } from '../autosave.ts';
import type { Fault } from '../parts/fields.tsx';
import { goToField } from '../parts/fields.tsx';
import { say, sayRefusal } from '../say.ts';

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

/** Why it is not saved and, where a field has to be put right, the way there. */
export function NotSaved({ state, fault }: { state: SaveState; fault: Fault | null }) {
  // What nothing answered, or what went wrong, is tried again, as the bar says.
  const told = state.is === 'failed' && state.refusal !== null && state.refusal.refusal !== 'fault';
  if (fault === null && !told) return null;
  return (
    <div class="not-saved" role="alert">
      <p>{fault?.text ?? sayRefusal(state.is === 'failed' ? state.refusal : null)}</p>
      {fault !== null && fault.where !== '' && (
        <button type="button" class="button" onClick={() => goToField(fault.where)}>
          {say('save.go')}
        </button>
      )}
    </div>
  );
}

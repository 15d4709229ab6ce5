/** What a page shows until its data is there, and when it could not be had. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Result } from '../../api.ts';
import { say, sayRefusal } from '../say.ts';

export type Loading<T> =
  | { is: 'loading' }
  /** `failed`: it could not be had again; null where the laptop did not answer. */
  | { is: 'here'; value: T; failed?: { refusal: Refusal | null } }
  | { is: 'failed'; refusal: Refusal | null };

/**
 * Loads once when `load` changes, and again on `again`; what is there stays until the new is, with what was typed
 * into it, also where the new cannot be had.
 */
export function useLoaded<T>(load: () => Promise<Result<T>>): { state: Loading<T>; again: () => void } {
  const [state, setState] = useState<Loading<T>>({ is: 'loading' });
  const [turn, setTurn] = useState(0);
  const shown = useRef<typeof load | null>(null);
  useEffect(() => {
    let wanted = true;
    void load().then((result) => {
      if (!wanted) return;
      const kept = shown.current === load;
      if (result.ok) shown.current = load;
      const { refusal } = result.ok ? { refusal: null } : result;
      setState((was) => {
        if (result.ok) return { is: 'here', value: result.value };
        return kept && was.is === 'here' ? { ...was, failed: { refusal } } : { is: 'failed', refusal };
      });
    });
    return () => {
      wanted = false;
    };
  }, [load, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  return { state, again };
}

/** Draws `children` with the value once it is there. */
export function Loaded<T>(props: {
  state: Loading<T>;
  again: () => void;
  children: (value: T) => ComponentChildren;
}) {
  const { state, again } = props;
  if (state.is === 'loading')
    return (
      <p class="quiet" role="status">
        {say('app.loading')}
      </p>
    );
  if (state.is === 'failed') return <Failed refusal={state.refusal} again={again} />;
  return (
    <>
      {state.failed !== undefined && <Failed refusal={state.failed.refusal} again={again} beside />}
      {props.children(state.value)}
    </>
  );
}

/** @param props.beside what was there stays under it */
function Failed(props: { refusal: Refusal | null; again: () => void; beside?: boolean }) {
  const { refusal, again, beside = false } = props;
  return (
    <div class={beside ? 'problem problem-beside' : 'problem'} role="alert">
      <p>{sayRefusal(refusal)}</p>
      <button type="button" class="button" onClick={again}>
        {say('app.again')}
      </button>
    </div>
  );
}

/** What a page shows until its data is there, and when it could not be had. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Result } from '../../api.ts';
import { say, sayRefusal } from '../say.ts';

export type Loading<T> =
  | { is: 'loading' }
  | { is: 'here'; value: T }
  | { is: 'failed'; refusal: Refusal | null };

/** Loads once when `load` changes, and again on `again`; what is there stays until the new is. */
export function useLoaded<T>(load: () => Promise<Result<T>>): { state: Loading<T>; again: () => void } {
  const [state, setState] = useState<Loading<T>>({ is: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void load().then((result) => {
      if (!wanted) return;
      setState(result.ok ? { is: 'here', value: result.value } : { is: 'failed', refusal: result.refusal });
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
  if (state.is === 'failed')
    return (
      <div class="problem" role="alert">
        <p>{sayRefusal(state.refusal)}</p>
        <button type="button" class="button" onClick={again}>
          {say('app.again')}
        </button>
      </div>
    );
  return <>{props.children(state.value)}</>;
}

/** Screens that few people open are loaded when they do, so that a phone has less to load before it can place. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FindScreen } from './code.tsx';
import type * as later from './later.tsx';

type Screens = typeof later;

let loaded: Screens | null = null;

export function Later({ show }: { show: (screens: Screens) => JSX.Element }): JSX.Element {
  const [failed, setFailed] = useState(false);
  const [, draw] = useState(0);
  useEffect(() => {
    if (loaded !== null) return;
    import('./later.tsx').then(
      (screens) => {
        loaded = screens;
        draw(1);
      },
      () => setFailed(true),
    );
  }, []);
  return loaded === null ? <FindScreen slow={failed} /> : show(loaded);
}

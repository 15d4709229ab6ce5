/** Screens that few people open are loaded when they do, so that a phone has less to load before it can place. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FindScreen } from './code.tsx';
import type { Phone } from './phone.ts';

/** How long until a page of which a screen did not come is loaded again, in milliseconds. */
const AGAIN_MS = 3000;

interface Shown<Screens> {
  show: (screens: Screens) => JSX.Element;
  /** What stands in the place of a part that could not be loaded. */
  failing?: JSX.Element | null;
}

/**
 * @param whole a screen of its own, which says that it is coming; else a part of one
 * @returns what shows the screens of a module once it is loaded, and what loads it beforehand
 */
function lazily<Screens>(load: () => Promise<Screens>, whole = true) {
  let loaded: Screens | null = null;
  const get = (): Promise<unknown> => load().then((screens) => (loaded = screens));
  function Lazily({ show, failing = null }: Shown<Screens>): JSX.Element | null {
    const [failed, setFailed] = useState(false);
    const [, draw] = useState(0);
    useEffect(() => {
      // It may have come between the drawing and this, and then nobody else says so.
      if (loaded !== null) return draw(1);
      get().then(
        () => draw(1),
        () => {
          setFailed(true);
          // A browser never asks for it again on the same page. Nothing else is on this one, so it can go.
          if (whole) setTimeout(() => location.reload(), AGAIN_MS);
        },
      );
    }, []);
    if (loaded !== null) return show(loaded);
    if (!whole) return failed ? failing : null;
    return <FindScreen slow={failed} />;
  }
  return [Lazily, get] as const;
}

export const [Later] = lazily(() => import('./later.tsx'));
/** Needed when the laptop is away, so that it is loaded while it is there. */
export const [Moved, loadMoved] = lazily(() => import('./moved.tsx'));
export const [Leave, loadLeave] = lazily(() => import('./leave.tsx'));
export const [Talk, loadTalk] = lazily(() => import('./talk.tsx'), false);
const [Words] = lazily(() => import('./late.tsx'), false);
/** Words that are not in, wherever somebody is. */
export function LateWords(props: { phone: Phone; board?: number; mode?: string }): JSX.Element {
  return <Words show={({ Late }) => <Late {...props} />} />;
}
export const [Alone, loadAlone] = lazily(() => import('./alone.tsx'));
export const [Heard, loadHeard] = lazily(() => import('./heard.tsx'), false);

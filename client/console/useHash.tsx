/** A page that is led by what stands behind the # of its address: nobody is led away from what they type unasked. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { speaker } from '../../core/message.ts';
import { Dialog } from './live/dialog.tsx';
import { LEAVING_EN } from './messages/leaving.en.ts';
import { unsavedForms } from './useUnsaved.ts';
import { LANGUAGE } from './words.ts';

const say = speaker(LEAVING_EN, LANGUAGE);
const hash = (): string => location.hash.slice(1);

export interface Led {
  /** Where the page is, without the #. */
  at: string;
  /** Leads on without a question. */
  go: (to: string) => void;
  /** It stands anywhere on the page. */
  question: ComponentChildren;
}

/**
 * Back, a link and an address that was typed are asked about alike, since each has changed the address before anybody
 * is told: the old one is put back first.
 *
 * @param shownAt which part of it takes another page of the console's; what is typed stays where only the rest changes
 */
export function useHash(shownAt: (at: string) => string): Led {
  const [at, setAt] = useState(hash());
  const [asked, setAsked] = useState<string | null>(null);
  const now = useRef(at);
  const show = (next: string): void => {
    now.current = next;
    setAsked(null);
    setAt(next);
  };
  const put = (to: string): void =>
    history.pushState(null, '', to === '' ? location.pathname + location.search : `#${to}`);
  useEffect(() => {
    const moved = (): void => {
      const next = hash();
      // A link that signs in loads the page anew, which asks by itself.
      if (next === now.current || /^(start|key)=/.test(next)) return;
      // The way past the head of the page stays on it.
      if (next === 'content') {
        const { pathname, search } = location;
        return history.replaceState(null, '', now.current === '' ? pathname + search : `#${now.current}`);
      }
      if (unsavedForms.peek() === 0 || shownAt(next) === shownAt(now.current)) return show(next);
      put(now.current);
      setAsked(next);
    };
    // Between the drawing and this nobody listened.
    moved();
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  const go = (to: string): void => {
    put(to);
    show(to);
  };
  const stay = (): void => setAsked(null);
  return {
    at,
    go,
    question: asked !== null && (
      <Dialog title={say('unsaved')} asks close={stay}>
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={() => go(asked)}>
            {say('drop')}
          </button>
          {/* The one that loses nothing: another Enter must not be what lets it go. */}
          <button type="button" class="button button-main" autofocus onClick={stay}>
            {say('stay')}
          </button>
        </div>
      </Dialog>
    ),
  };
}

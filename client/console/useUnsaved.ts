/** What was typed and is saved by a press only: the window asks before it goes, and the page can say so. */
import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

const forms = signal(0);
/** In how many forms of this page something was typed that would go with it. */
export const unsavedForms: ReadonlySignal<number> = forms;

/**
 * @param unsaved something would go with the page
 * @param count how many such forms the page has; none where the page does not tell
 * @param left it is saved as its field is left, also where another part of the page comes: only the window is held
 */
export function useUnsaved(unsaved: boolean, count?: Signal<number>, left = false): void {
  // Before it is painted: "Saved" must not stand beside words that are not, and what is on the screen holds the window.
  useLayoutEffect(() => {
    if (!unsaved) return undefined;
    const leave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', leave);
    if (!left) forms.value += 1;
    if (count !== undefined) count.value += 1;
    return () => {
      window.removeEventListener('beforeunload', leave);
      if (!left) forms.value -= 1;
      if (count !== undefined) count.value -= 1;
    };
  }, [unsaved, count, left]);
}

/**
 * What a form is drawn from, as it was last while something is typed on the page: the words of whoever types stay where
 * they are, also where another window has removed what they are about.
 *
 * @param now undefined: it is not there any more
 * @param key another key is another thing, of which nothing is held
 */
export function useHeld<T>(now: T | undefined, key: string): T | undefined {
  const last = useRef<{ key: string; it: T } | null>(null);
  if (now !== undefined) last.current = { key, it: now };
  if (now !== undefined || last.current?.key !== key) return now;
  return forms.value > 0 ? last.current.it : undefined;
}

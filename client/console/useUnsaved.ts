/** What was typed and is saved by a press only: the window asks before it goes, and the page can say so. */
import type { Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/**
 * @param unsaved something would go with the page
 * @param count how many such forms the page has; none where the page does not tell
 */
export function useUnsaved(unsaved: boolean, count?: Signal<number>): void {
  // Before it is painted: "Saved" must not stand beside words that are not, and what is on the screen holds the window.
  useLayoutEffect(() => {
    if (!unsaved) return undefined;
    const leave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', leave);
    if (count !== undefined) count.value += 1;
    return () => {
      window.removeEventListener('beforeunload', leave);
      if (count !== undefined) count.value -= 1;
    };
  }, [unsaved, count]);
}

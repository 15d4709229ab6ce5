/** Keys of the whole page, for a step that has no field of its own. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Hands each key to `act`, which says whether it meant something, from before the question is painted on:
 * whoever types fast must not lose a key between two of them. Not while a question is open, and not Enter
 * or Space on a button, which they press.
 */
export function useStepKeys(act: (key: string, inField: boolean) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const { target } = event;
      const on = target instanceof Element ? target : document.body;
      const pressed = event.key === 'Enter' || event.key === ' ';
      if (pressed && on.closest('button, a[href], summary, input[type=checkbox]') !== null) return;
      if (latest.current(event.key, on.closest('input, textarea, select') !== null)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Leads back: in a field only from its beginning, so that a text can still be mended. */
export function leadsBack(key: string, field: HTMLTextAreaElement | HTMLInputElement | null): boolean {
  if (key !== 'Backspace' && key !== 'ArrowUp') return false;
  if (field === null) return true;
  const atStart = field.selectionStart === 0 && field.selectionEnd === 0;
  return key === 'ArrowUp' ? atStart : field.value === '';
}

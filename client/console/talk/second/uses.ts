/** What the second coder’s screen listens to: the keys of the page, and the words of post-its as they come. */
import { useEffect } from 'preact/hooks';
import { openPicker, pressNumber } from '../themeKeys.ts';
import { useCounted } from '../useComments.ts';
import type { SecondCoder } from './coder.ts';

/** Until the laptop has told them post-its have no words here. */
export function useComments(coder: SecondCoder, consultation: string): void {
  const { all, known } = useCounted(coder.desk, consultation, true);
  const told = known.value ? all.value : null;
  useEffect(() => {
    // While one more session is counted, those of the others stay in sight.
    if (told !== null) coder.comments.value = told;
  }, [told, coder]);
}

export function useKeys(coder: SecondCoder): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      // A field and a list of choices have these keys for themselves, and a button its Enter.
      if (target instanceof Element && target.closest('input, select, textarea, dialog') !== null) return;
      if (event.key === 'Enter' && target instanceof Element && target.closest('button, a') !== null) return;
      if (keyed(event, coder)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [coder]);
}

/** @returns whether the key meant something */
function keyed({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, coder: SecondCoder): boolean {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== 'z') return false;
    if (shiftKey) coder.redo();
    else coder.undo();
    return true;
  }
  if (/^[1-9]$/u.test(key)) return coder.now.peek() !== undefined && pressNumber(key, coder);
  switch (key) {
    case 't':
    case '#':
      if (coder.now.peek() === undefined) return false;
      openPicker(coder);
      return true;
    case 'Enter':
      coder.next();
      return true;
    case 'ArrowRight':
      coder.go(1);
      return true;
    case 'ArrowLeft':
      coder.go(-1);
      return true;
    default:
      return false;
  }
}

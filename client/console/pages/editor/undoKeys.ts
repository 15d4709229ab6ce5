/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) over the whole document, in place of the browser's own in one field. */
import { useEffect } from 'preact/hooks';
import type { Desk } from '../desk.ts';

export function useUndoKeys(desk: Pick<Desk, 'undo' | 'redo'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const wanted = wantedBy(event);
      // A form in a dialog is not part of the document.
      if (wanted === null || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      if (wanted === 'undo') desk.undo();
      else desk.redo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [desk]);
}

/** What a press asks for. Alt belongs to letters on some keyboards. */
function wantedBy(event: KeyboardEvent): 'undo' | 'redo' | null {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  if (key !== 'z') return null;
  return event.shiftKey ? 'redo' : 'undo';
}

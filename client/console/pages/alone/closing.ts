/** What the lead has opened closes by itself: whoever comes to the laptop afterwards finds it shut. */
import { useEffect, useState } from 'preact/hooks';

/** Without a touch for so long, in milliseconds. */
const CLOSE_MS = 120_000;

/**
 * @param open whether something is open now
 * @returns whether it was closed by itself, and what forgets that
 */
export function useClosing(open: boolean, close: () => void): [boolean, () => void] {
  const [closed, setClosed] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    let timer = 0;
    const again = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        setClosed(true);
        close();
      }, CLOSE_MS);
    };
    const touches = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
    for (const touch of touches) document.addEventListener(touch, again, { passive: true });
    again();
    return () => {
      clearTimeout(timer);
      for (const touch of touches) document.removeEventListener(touch, again);
    };
  }, [open]);
  return [closed, () => setClosed(false)];
}

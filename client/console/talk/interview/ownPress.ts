/** Pressing twice on a screen whose next one has a button at the same place. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** So soon after a screen came nobody has read it. */
const TOO_SOON_MS = 400;

/**
 * @returns whether a press was meant for this screen, and is not the second half of a double click on the one before.
 *   A mouse tells; a finger does not, so there it is by the time. By keys every press counts.
 */
export function useOwnPress(): (event: MouseEvent) => boolean {
  const came = useRef(0);
  useLayoutEffect(() => {
    came.current = performance.now();
  }, []);
  return (event) => {
    if (event.detail === 0) return true;
    const isMouse = (event as Partial<PointerEvent>).pointerType === 'mouse';
    return isMouse ? event.detail === 1 : performance.now() - came.current >= TOO_SOON_MS;
  };
}

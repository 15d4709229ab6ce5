/** Pressing twice where a dialog or a screen comes: the second press would meet what nobody has seen there yet. */

/** So soon after something came or went nobody has read what stands there. */
const TOO_SOON_MS = 400;

/**
 * Called as a dialog or a screen has come or gone: the second half of a double click, and a second tap, does nothing. A mouse tells
 * that it is one; a finger does not, so there it is by the time. By keys every press counts.
 */
export function dropSecondPress(): void {
  const came = performance.now();
  const hear = (event: MouseEvent): void => {
    const isMouse = (event as Partial<PointerEvent>).pointerType === 'mouse';
    const isSecond = isMouse ? event.detail > 1 : performance.now() - came < TOO_SOON_MS;
    if (event.detail === 0 || !isSecond) {
      window.removeEventListener('click', hear, true);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('click', hear, true);
}

/** The size of an element, in CSS pixels, kept up to date; null until it is known. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Box {
  width: number;
  height: number;
}

export function useBox(ref: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setBox((b) => (b !== null && b.width === width && b.height === height ? b : { width, height }));
    };
    const sizes = new ResizeObserver(read);
    sizes.observe(element);
    // Widths of text change when the font has come.
    const anew = (): void => setBox((b) => b && { ...b });
    document.fonts.addEventListener('loadingdone', anew);
    read();
    return () => {
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', anew);
    };
  }, [ref]);
  return box;
}

/** One hundredth of the screen's height, or a little less where the screen is narrow; as `--u` in the style sheet. */
export function unit(): number {
  return Math.min(innerHeight / 100, innerWidth / 160);
}

/** How much the five sizes of text make of it; as `--k` in the style sheet. */
export const SCALES = [0.86, 0.93, 1, 1.12, 1.25] as const;

/** Sets its content as large as its box allows. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { unit, useBox } from './useBox.ts';

interface Props {
  /** Largest and least size of the type, in units (see `unit`). */
  most: number;
  least?: number;
  /** Most height in units, where the box is to be only as high as its content. */
  hug?: number;
  class?: string;
  children: ComponentChildren;
  /** Changes when the content does. */
  of: string;
}

/** Finds the size by measuring: the largest at which nothing is cut, to a half pixel. */
export function Fit({ most, least = 2.2, hug, class: name = '', children, of }: Props) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const box = useBox(outer);

  useLayoutEffect(() => {
    const content = inner.current;
    if (box === null || content === null) return;
    const height = hug === undefined ? box.height : hug * unit();
    const fits = (px: number): boolean => {
      content.style.fontSize = `${px}px`;
      return content.scrollHeight <= height && content.scrollWidth <= box.width;
    };
    let low = least * unit();
    let high = Math.max(low, most * unit());
    if (!fits(high)) {
      while (high - low > 0.5) {
        const middle = (low + high) / 2;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
    }
  }, [box, most, least, hug, of]);

  return (
    <div class={`fit${hug === undefined ? '' : ' fit-hug'} ${name}`} ref={outer}>
      <div class="fit-inner" ref={inner}>
        {children}
      </div>
    </div>
  );
}

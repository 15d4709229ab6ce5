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

/** Of the least size, what type may shrink to where words that break do not make room enough. */
const PINCH = 0.55;

/** Finds the size by measuring: the largest at which nothing is cut, to a half pixel. Words break only before it is. */
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
    const between = (from: number, to: number): boolean => {
      if (fits(to)) return true;
      let [small, large] = [from, to];
      while (large - small > 0.5) {
        const middle = (small + large) / 2;
        if (fits(middle)) small = middle;
        else large = middle;
      }
      return fits(small);
    };
    content.classList.remove('fit-broken');
    const low = least * unit();
    const high = Math.max(low, most * unit());
    if (between(low, high)) return;
    content.classList.add('fit-broken');
    between(low * PINCH, high);
  }, [box, most, least, hug, of]);

  return (
    <div class={`fit${hug === undefined ? '' : ' fit-hug'} ${name}`} ref={outer}>
      <div class="fit-inner" ref={inner}>
        {children}
      </div>
    </div>
  );
}

/** What of a wide table is out of sight on either side, and the way there. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../say.ts';

/** Not those of the tables in what is open. */
const HEADS = ':scope > table > thead th';

interface Beyond {
  left: number;
  right: number;
}

/** A column with less of it to be seen than this is counted as out of sight, in pixels. */
const SEEN_PX = 60;

/** How many columns of the table in a box that scrolls are out of sight; the first stands still. */
export function useBeyond(box: RefObject<HTMLElement | null>, columns: number): Beyond {
  const [beyond, setBeyond] = useState<Beyond>({ left: 0, right: 0 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      const [first, ...others] = element.querySelectorAll(HEADS);
      const frame = element.getBoundingClientRect();
      const from = Math.max(frame.left, first?.getBoundingClientRect().right ?? frame.left);
      const boxes = others.map((th) => th.getBoundingClientRect());
      const next = {
        left: boxes.filter(({ right }) => right < from + SEEN_PX).length,
        right: boxes.filter(({ left }) => left > frame.right - SEEN_PX).length,
      };
      setBeyond((now) => (now.left === next.left && now.right === next.right ? now : next));
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, columns]);
  return beyond;
}

/** Says how many columns there are to either side; pressing it goes there. */
export function BeyondButtons({ box, left, right }: Beyond & { box: RefObject<HTMLElement | null> }) {
  if (left + right === 0) return null;
  const go = (side: -1 | 1): void => {
    const element = box.current;
    if (element === null) return;
    const first = element.querySelector(HEADS)?.clientWidth ?? 0;
    element.scrollBy({ left: side * (element.clientWidth - first), behavior: 'smooth' });
  };
  return (
    <div class="beyond">
      {left > 0 && (
        <button type="button" class="button small" onClick={() => go(-1)}>
          <span aria-hidden="true">←</span> {say('an.left', { n: left })}
        </button>
      )}
      {right > 0 && (
        <button type="button" class="button small" onClick={() => go(1)}>
          {say('an.right', { n: right })} <span aria-hidden="true">→</span>
        </button>
      )}
    </div>
  );
}

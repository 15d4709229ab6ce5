/** How far the axes of a chart go, so that every figure of a page or a report can share them. */
import { sides } from '../results.ts';
import type { Counted, Neutral } from './bars.ts';

/** Ends of the axes in percent. */
export interface Reach {
  /** To either side of nought. */
  sides: number;
  /** Of the block in which the middle answer is set apart. */
  middle: number;
}

/** The steps in which an axis grows, in percent. */
const STEP = 25;

/**
 * The least multiples of 25 percent that hold every one of the figures; 25 where nobody answered.
 * Figures of different scales may be mixed.
 */
export function reachOf(figures: readonly Counted[], neutral: Neutral): Reach {
  let far = 0;
  let widest = 0;
  for (const { counts, n } of figures) {
    if (n === 0) continue;
    const { disagree, middle, agree } = sides(counts);
    const astride = neutral === 'split' ? middle / 2 : 0;
    far = Math.max(far, (Math.max(disagree, agree) + astride) / n);
    widest = Math.max(widest, middle / n);
  }
  return { sides: stepped(far), middle: stepped(widest) };
}

function stepped(share: number): number {
  return Math.max(STEP, Math.ceil((100 * share) / STEP - 1e-9) * STEP);
}

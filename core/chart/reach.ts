/** How far the axes of a chart go, so that every figure of a page or a report can share them. */
import { sides } from '../results.ts';
import type { Counted, Neutral } from './bars.ts';

/** Ends of the axes in percent. */
export interface Reach {
  /** To either side of nought; where `left` is given, to the agreeing side alone. */
  sides: number;
  /** To the disagreeing side, where it needs another length. */
  left?: number;
  /** Of the block in which the middle answer is set apart. */
  middle: number;
  /**
   * How the axes of all figures that share them are labelled; left out, each figure decides by its own
   * people, and has no labels where one of its bars is of fewer than twenty.
   */
  told?: Told;
}

/** Shares as percentages, or in words, such as "half". */
export type Told = 'percent' | 'words';

/** The steps in which an axis grows, in percent: on a screen, and on paper, where width is dear. */
const STEP = 25;
const FINE_STEP = 10;

/**
 * The least multiples of 25 percent that hold every one of the figures; 25 where nobody answered.
 * Figures of different scales may be mixed.
 */
export function reachOf(figures: readonly Counted[], neutral: Neutral): Reach {
  const { left, right, middle } = farthest(figures, neutral);
  return { sides: stepped(Math.max(left, right), STEP), middle: stepped(middle, STEP) };
}

/**
 * The least multiples of 10 percent that hold every one of the figures, each side by itself; 20 at least.
 * Nobody compares the lengths of the two sides of an axis, and each percent of it costs the bars width.
 */
export function narrowReachOf(figures: readonly Counted[], neutral: Neutral): Reach {
  const { left, right, middle } = farthest(figures, neutral);
  const end = (share: number): number => Math.max(2 * FINE_STEP, stepped(share, FINE_STEP));
  return { sides: end(right), left: end(left), middle: end(middle) };
}

/** The longest of each part of a bar, as shares of its people. */
function farthest(figures: readonly Counted[], neutral: Neutral) {
  const far = { left: 0, right: 0, middle: 0 };
  for (const { counts, n } of figures) {
    if (n === 0) continue;
    const { disagree, middle, agree } = sides(counts);
    const astride = neutral === 'split' ? middle / 2 : 0;
    far.left = Math.max(far.left, (disagree + astride) / n);
    far.right = Math.max(far.right, (agree + astride) / n);
    far.middle = Math.max(far.middle, middle / n);
  }
  return far;
}

function stepped(share: number, step: number): number {
  return Math.max(step, Math.ceil((100 * share) / step - 1e-9) * step);
}

/**
 * The stacked bars of a figure, as numbers. Disagreeing lies to the left, agreeing to the right; whoever
 * draws it, on a screen or on paper, draws these.
 *
 * After Heiberger and Robbins (2014), Journal of Statistical Software 57(5), doi:10.18637/jss.v057.i05.
 */
import { FLOORS } from '../limits.ts';
import type { Figure } from '../results.ts';
import { sides } from '../results.ts';
import type { Scale } from '../scale.ts';
import { toneOf } from '../scale.ts';
import type { Reach, Told } from './reach.ts';
import { reachOf } from './reach.ts';

/** What a bar is made of; a whole figure has it. */
export type Counted = Pick<Figure, 'counts' | 'n'>;

/** One bar under its name: everyone, a group, or a round. */
export interface BarRow {
  label: string;
  figure: Counted;
}

/** A row with all its numbers, for what stands beside the bar in a table. */
export interface ChartRow extends BarRow {
  figure: Figure;
}

/**
 * Where the middle answer lies. `split`: astride nought, half to each side. `apart`: in a block of its
 * own to the right, so that the bar has only the two sides. `plain`: in its place in a bar of a hundred
 * percent that begins at nought.
 */
export type Neutral = 'split' | 'apart' | 'plain';
export const NEUTRALS = ['split', 'apart', 'plain'] as const satisfies readonly Neutral[];

/** One answer's piece of a bar. Its ends are shares of the bar's people in percent. */
export interface Segment {
  code: number;
  count: number;
  /** 0 most disagreeing to 6 most agreeing, see `TONES`. */
  tone: number;
  from: number;
  to: number;
  /** It lies astride nought. */
  astride: boolean;
  /** It lies in the middle answer's own block, which has its own nought. */
  apart: boolean;
}

export interface Bar {
  label: string;
  /** People in the bar; declined answers are not among them. */
  n: number;
  /** One for each code, in order; an answer nobody gave has no width. */
  segments: Segment[];
  disagree: number;
  agree: number;
}

/** A stretch of axis in percent, and where it has labels: null where a share would pretend too much. */
export interface Axis {
  from: number;
  to: number;
  ticks: number[] | null;
  /** How its labels tell a share: "50 %", or "half" beside bars of fewer than twenty people. */
  told: Told;
}

export interface Bars {
  bars: Bar[];
  neutral: Neutral;
  /** Answers on the scale (k). */
  points: number;
  axis: Axis;
  /** The axis of the middle answer's own block; null where it has none. */
  middle: Axis | null;
}

/**
 * Lays out one bar for each row. A row in which nobody answered keeps its place with an empty bar.
 *
 * @param rows figures of one and the same scale, in the order in which they are to stand
 * @param reach ends of the axes; left out, the least that hold every bar. Figures that are compared
 *   with each other, as in a report, are given the same.
 */
export function barsOf(
  rows: readonly BarRow[],
  scale: Scale,
  neutral: Neutral = 'split',
  reach: Reach = reachOf(
    rows.map((r) => r.figure),
    neutral,
  ),
): Bars {
  const shares = rows.length > 0 && rows.every((r) => r.figure.n >= FLOORS.percentFrom);
  const points = Math.max(0, ...rows.map((r) => r.figure.counts.length));
  const told = reach.told ?? 'percent';
  const labelled = shares || reach.told !== undefined;
  const axis = (from: number, to: number): Axis => ({
    from,
    to,
    ticks: labelled ? ticksOf(from, to, told) : null,
    told,
  });
  return {
    bars: rows.map((row) => barOf(row, scale, neutral)),
    neutral,
    points,
    axis: neutral === 'plain' ? axis(0, 100) : axis(-(reach.left ?? reach.sides), reach.sides),
    middle: neutral === 'apart' && points % 2 === 1 ? axis(0, reach.middle) : null,
  };
}

function barOf({ label, figure }: BarRow, scale: Scale, neutral: Neutral): Bar {
  const { counts, n } = figure;
  const { disagree, middle, agree } = sides(counts);
  const share = (count: number): number => (n === 0 ? 0 : (100 * count) / n);
  const half = counts.length % 2 === 1 ? (counts.length + 1) / 2 : null;
  // People to the left of a segment, counted from nought; halves are exact in binary.
  let at = { split: -(disagree + middle / 2), apart: -disagree, plain: 0 }[neutral];
  const segments = counts.map((count, i): Segment => {
    const code = i + 1;
    const apart = neutral === 'apart' && code === half;
    const from = apart ? 0 : at;
    if (!apart) at += count;
    return {
      code,
      count,
      tone: toneOf(scale, code),
      from: share(from),
      to: share(from + count),
      astride: neutral === 'split' && code === half,
      apart,
    };
  });
  return { label, n, segments, disagree, agree };
}

function ticksOf(from: number, to: number, told: Told): number[] {
  const step = to - from > (told === 'words' ? 75 : 100) ? 50 : 25;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}

/**
 * The diverging stacked bar of a figure, as numbers: disagreeing to the left of nought, agreeing to the
 * right, the middle answer astride it. Whoever draws it, on a screen or on paper, draws these.
 *
 * After Heiberger and Robbins (2014), Journal of Statistical Software 57(5), doi:10.18637/jss.v057.i05.
 */
import { FLOORS } from './limits.ts';
import type { Figure } from './results.ts';
import { sides } from './results.ts';
import type { Scale } from './scale.ts';
import { toneOf } from './scale.ts';

/** One figure under its name: everyone, a group, or a round. */
export interface ChartRow {
  label: string;
  figure: Figure;
}

/** One answer's piece of a bar. Its ends are shares of the bar's people in percent, below nought to the left. */
export interface Segment {
  code: number;
  count: number;
  /** 0 most disagreeing to 6 most agreeing, see `TONES`. */
  tone: number;
  from: number;
  to: number;
  /** It lies astride nought. */
  middle: boolean;
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

export interface DivergingBars {
  bars: Bar[];
  /** Answers on the scale (k). */
  points: number;
  /** The axis runs from minus this to this, in percent. */
  reach: number;
  /** Where the axis has labels, in percent, or null where a share would pretend to more than there is. */
  ticks: number[] | null;
}

/** The steps in which the axis grows, in percent. */
const STEP = 25;

/**
 * Lays out one bar for each row. A row in which nobody answered keeps its place with an empty bar.
 *
 * @param rows figures of one and the same scale, in the order in which they are to stand
 * @param reach ends of the axis in percent; left out, the least multiple of 25 that holds every bar.
 *   Figures that are compared with each other are given the same one.
 */
export function divergingBars(rows: readonly ChartRow[], scale: Scale, reach?: number): DivergingBars {
  const bars = rows.map((row) => barOf(row, scale));
  const far = Math.max(0, ...bars.flatMap((b) => b.segments.flatMap((s) => [-s.from, s.to])));
  const end = reach ?? Math.max(STEP, Math.ceil(far / STEP - 1e-9) * STEP);
  const shares = rows.length > 0 && rows.every((r) => r.figure.n >= FLOORS.percentFrom);
  return {
    bars,
    points: Math.max(0, ...rows.map((r) => r.figure.counts.length)),
    reach: end,
    ticks: shares ? ticksTo(end) : null,
  };
}

function barOf({ label, figure }: ChartRow, scale: Scale): Bar {
  const { counts, n } = figure;
  const { disagree, middle, agree } = sides(counts);
  const share = (count: number): number => (n === 0 ? 0 : (100 * count) / n);
  const half = counts.length % 2 === 1 ? (counts.length + 1) / 2 : null;
  // People to the left of a segment, counted from nought; halves are exact in binary.
  let at = -(disagree + middle / 2);
  const segments = counts.map((count, i): Segment => {
    const from = at;
    at += count;
    const code = i + 1;
    return {
      code,
      count,
      tone: toneOf(scale, code),
      from: share(from),
      to: share(at),
      middle: code === half,
    };
  });
  return { label, n, segments, disagree, agree };
}

function ticksTo(end: number): number[] {
  const step = end > 50 ? 50 : STEP;
  const ticks: number[] = [];
  for (let at = -Math.floor(end / step) * step; at <= end; at += step) ticks.push(at);
  return ticks;
}

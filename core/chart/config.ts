/**
 * The one definition of the chart: a Chart.js configuration that draws the same bars on the projector,
 * in the console and in the documents. Only types of Chart.js are used here; who draws has the library.
 */
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { TONES, toneOf } from '../scale.ts';
import type { Scale } from '../scale.ts';
import type { Axis, Bars, Segment } from './bars.ts';
import type { Layout } from './layout.ts';
import { layOut, TICKS } from './layout.ts';
import type { ChartLook } from './look.ts';
import { marksPlugin } from './marks.ts';
import type { MeasuringPen } from './pen.ts';
import type { ChartTexts } from './texts.ts';

/** Room for a label of the axis, in sizes of the text. */
const TICK = 2.9;

type Span = [from: number, to: number] | null;
export type BarsConfig = ChartConfiguration<'bar', Span[], string>;

/**
 * Makes the configuration. Each code is a data set of floating spans, so that the middle answer is one
 * box astride nought; an answer nobody gave has no span and so leaves no stroke.
 *
 * @param pen the context of the canvas it will be drawn on; texts are measured with it
 */
export function chartConfig(
  bars: Bars,
  scale: Scale,
  texts: ChartTexts,
  look: ChartLook,
  pen: MeasuringPen,
): BarsConfig {
  const layout = layOut(bars, texts, look, pen);
  const ticks = ticksOf(bars, layout, look);
  return {
    type: 'bar',
    data: {
      labels: bars.bars.map((bar) => bar.label),
      datasets: Array.from({ length: bars.points }, (_, i) => spansOf(bars, scale, layout, look, i)),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: false,
      events: [],
      layout: { padding: layout.padding },
      scales: {
        x: {
          min: layout.from,
          max: layout.to,
          border: { display: false },
          grid: { display: ticks.length > 0, color: look.line, drawTicks: false },
          afterBuildTicks: (axis) => {
            axis.ticks = ticks.map(({ at }) => ({ value: at }));
          },
          afterFit: (axis) => {
            axis.height = ticks.length > 0 ? TICKS * look.size : 0;
          },
          ticks: {
            display: ticks.length > 0,
            color: look.soft,
            font: { family: look.family, size: look.size },
            padding: look.size * 0.4,
            maxRotation: 0,
            autoSkip: false,
            callback: (_value, i) => texts.tick(ticks[i]?.share ?? 0, bars.axis),
          },
        },
        y: { display: false },
      },
    },
    plugins: [marksPlugin(bars, texts, layout, look)],
  };
}

/** Where the labels stand on the whole axis, and what each says: shares are told without their sign. */
function ticksOf(bars: Bars, { block, unit }: Layout, look: ChartLook): { at: number; share: number }[] {
  const of = (axis: Axis | null, nought: number): { at: number; share: number }[] => {
    const ticks = axis?.ticks ?? [];
    const last = ticks.at(-1) ?? 0;
    // Where labels would touch, only the ends keep theirs: nought has its line.
    const tight = (last - (ticks.at(-2) ?? 0)) * unit < TICK * look.size;
    return ticks
      .filter((at) => !tight || at === last || (at < 0 && at === ticks[0]))
      .map((at) => ({ at: nought + at, share: Math.abs(at) }));
  };
  return [...of(bars.axis, 0), ...of(block === null ? null : bars.middle, block ?? 0)];
}

function spansOf(
  bars: Bars,
  scale: Scale,
  layout: Layout,
  look: ChartLook,
  i: number,
): ChartDataset<'bar', Span[]> {
  const span = (segment: Segment): Span => {
    const nought = segment.apart ? (layout.block ?? 0) : 0;
    return [nought + segment.from, nought + segment.to];
  };
  return {
    data: bars.bars.map((bar): Span => {
      const segment = bar.segments[i];
      return segment === undefined || segment.count === 0 ? null : span(segment);
    }),
    backgroundColor: TONES[toneOf(scale, i + 1)]?.fill ?? '#e6e6e6',
    borderColor: look.ink,
    borderWidth: 1,
    borderSkipped: false,
    grouped: false,
    categoryPercentage: 0.8,
    barPercentage: 0.9,
    maxBarThickness: look.thickest,
  };
}

/** The Chart.js configuration of the diverging bars. */
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Bar, DivergingBars } from '../../../core/chart.ts';
import { TONES, toneOf } from '../../../core/scale.ts';
import type { Scale } from '../../../core/scale.ts';
import type { ChartLook } from './look.ts';
import type { SideTexts } from './numbers.ts';
import { numbersPlugin } from './numbers.ts';
import { wrapLabel } from './wrap.ts';

/** The words of one chart. */
export interface ChartText {
  /** Over the two sides; empty where a scale has its own words for them. */
  heads: SideTexts;
  /** How many people a row is about: "12 people". */
  people: (n: number) => string;
  /** A row's name and its people on one line, where there is no room for two. */
  label: (group: string, people: string) => string;
  /** How many are on one side of a row: "9 of 12", or a percentage. */
  side: (count: number, bar: Bar) => string;
  /** A label of the axis, from a share of nought or more. */
  tick: (share: number) => string;
  number: (n: number) => string;
}

type Span = [from: number, to: number] | null;

/**
 * Makes the configuration. Each code is a data set of floating spans, so that the middle answer is one
 * box astride nought; an answer nobody gave has no span and so leaves no stroke.
 */
export function chartConfig(
  bars: DivergingBars,
  scale: Scale,
  text: ChartText,
  look: ChartLook,
): ChartConfiguration<'bar', Span[], string[]> {
  const sides: SideTexts[] = bars.bars.map((bar) =>
    bar.n === 0
      ? { left: '', right: '' }
      : { left: text.side(bar.disagree, bar), right: text.side(bar.agree, bar) },
  );
  const widest = Math.max(0, ...[text.heads, ...sides].flatMap((s) => [s.left.length, s.right.length]));
  // Letters and digits are a little over half as wide as they are high.
  const margin = (widest * 0.58 + 1.2) * look.size;
  const headed = text.heads.left !== '';
  const font = { family: look.family, size: look.size };
  return {
    type: 'bar',
    data: {
      labels: bars.bars.map((bar) => rowLabel(bar, text, linesFor(bars, headed, look))),
      datasets: Array.from({ length: bars.points }, (_, i) => spansOf(bars, scale, i, look)),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: false,
      events: [],
      layout: { padding: { right: margin, top: headed ? look.size * 1.6 : 2, bottom: 2 } },
      scales: {
        x: {
          min: -bars.reach,
          max: bars.reach,
          border: { display: false },
          grid: { display: bars.ticks !== null, color: look.line, drawTicks: false },
          afterBuildTicks: (axis) => {
            axis.ticks = (bars.ticks ?? []).map((value) => ({ value }));
          },
          ticks: {
            display: bars.ticks !== null,
            color: look.soft,
            font,
            padding: look.size * 0.4,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => text.tick(Math.abs(Number(value))),
          },
        },
        y: {
          border: { display: false },
          grid: { display: false },
          ticks: {
            color: look.ink,
            font: { ...font, lineHeight: 1.15 },
            autoSkip: false,
            crossAlign: 'far',
          },
          // Room for what stands at the left end of the row.
          afterFit: (axis) => {
            axis.width += margin;
          },
        },
      },
    },
    plugins: [numbersPlugin(bars, { heads: text.heads, rows: sides }, look, text.number)],
  };
}

/** Lines of type that fit a row's height. */
function linesFor(bars: DivergingBars, headed: boolean, look: ChartLook): number {
  const around = (headed ? 1.6 : 0) + (bars.ticks === null ? 0 : 1.8);
  return Math.floor((look.height / look.size - around) / bars.bars.length / 1.2);
}

function rowLabel(bar: Bar, text: ChartText, lines: number): string[] {
  const people = text.people(bar.n);
  if (lines < 2) return [text.label(wrapLabel(bar.label, 22, 1).join(' '), people)];
  return [...wrapLabel(bar.label, 22, Math.min(2, lines - 1)), people];
}

function spansOf(bars: DivergingBars, scale: Scale, i: number, look: ChartLook): ChartDataset<'bar', Span[]> {
  return {
    data: bars.bars.map((bar): Span => {
      const segment = bar.segments[i];
      return segment === undefined || segment.count === 0 ? null : [segment.from, segment.to];
    }),
    backgroundColor: TONES[toneOf(scale, i + 1)]?.fill ?? '#e6e6e6',
    borderColor: look.ink,
    borderWidth: 1,
    borderSkipped: false,
    grouped: false,
    categoryPercentage: 0.8,
    barPercentage: 0.9,
    maxBarThickness: look.size * 5.5,
  };
}

/**
 * Draws what Chart.js has no part for: the line at nought, the count inside each segment, and how many
 * are on either side at the ends of the row.
 */
import type { Chart, Plugin } from 'chart.js';
import type { DivergingBars, Segment } from '../../../core/chart.ts';
import { TONES } from '../../../core/scale.ts';
import type { ChartLook } from './look.ts';

/** Words beside a bar: how many disagree, how many agree. */
export interface SideTexts {
  left: string;
  right: string;
}

/** A number needs this much of the text's size to each side within its segment. */
const ROOM = 0.2;
/** In a narrow segment the number may be this much smaller; where that does not help, the table has it. */
const SMALLER = 0.72;

export function numbersPlugin(
  bars: DivergingBars,
  sides: { heads: SideTexts; rows: readonly SideTexts[] },
  look: ChartLook,
  write: (n: number) => string,
): Plugin<'bar'> {
  return {
    id: 'numbers',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.textBaseline = 'middle';
      drawZero(chart, look);
      for (const [row, bar] of bars.bars.entries()) {
        for (const segment of bar.segments) drawCount(chart, segment, row, look, write(segment.count));
        const y = middleOf(chart, row);
        const texts = sides.rows[row];
        if (y !== null && texts !== undefined) drawSides(chart, texts, y, look, look.ink);
      }
      drawSides(chart, sides.heads, chart.chartArea.top - look.size * 0.8, look, look.soft);
      ctx.restore();
    },
  };
}

function drawZero(chart: Chart<'bar'>, look: ChartLook): void {
  const { ctx, chartArea, scales } = chart;
  const x = Math.round(scales['x']?.getPixelForValue(0) ?? 0);
  ctx.fillStyle = look.ink;
  ctx.fillRect(x - 1, chartArea.top, 2, chartArea.height);
}

function drawSides(chart: Chart<'bar'>, texts: SideTexts, y: number, look: ChartLook, ink: string): void {
  const { ctx, chartArea } = chart;
  ctx.font = `700 ${look.size}px ${look.family}`;
  ctx.fillStyle = ink;
  ctx.textAlign = 'right';
  ctx.fillText(texts.left, chartArea.left - look.size * 0.6, y);
  ctx.textAlign = 'left';
  ctx.fillText(texts.right, chartArea.right + look.size * 0.6, y);
}

function drawCount(chart: Chart<'bar'>, segment: Segment, row: number, look: ChartLook, text: string): void {
  const { ctx, scales } = chart;
  const axis = scales['x'];
  const y = middleOf(chart, row);
  const tone = TONES[segment.tone];
  if (segment.count === 0 || axis === undefined || y === null || tone === undefined) return;
  const from = axis.getPixelForValue(segment.from);
  const to = axis.getPixelForValue(segment.to);
  const size = [look.size, look.size * SMALLER].find((px) => {
    ctx.font = `700 ${px}px ${look.family}`;
    return ctx.measureText(text).width + 2 * ROOM * px <= to - from;
  });
  if (size === undefined) return;
  const width = ctx.measureText(text).width;
  const x = (from + to) / 2;
  if (segment.middle) {
    // The line at nought would run through the digits.
    ctx.fillStyle = tone.fill;
    ctx.fillRect(x - width / 2 - ROOM * size, y - size * 0.65, width + 2 * ROOM * size, size * 1.3);
  }
  ctx.fillStyle = tone.ink;
  ctx.textAlign = 'center';
  ctx.fillText(text, x, y);
}

function middleOf(chart: Chart<'bar'>, row: number): number | null {
  return chart.scales['y']?.getPixelForValue(row) ?? null;
}

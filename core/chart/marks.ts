/**
 * Draws what Chart.js has no part for: patterns, the lines at nought, the count inside each segment,
 * the rows' names, and how many are on either side at the ends of the row.
 */
import type { Chart, Plugin } from 'chart.js';
import { TONES } from '../scale.ts';
import type { Bars, Segment } from './bars.ts';
import { drawHatch } from './hatch.ts';
import type { Layout } from './layout.ts';
import { HEADS, LINE } from './layout.ts';
import type { ChartLook } from './look.ts';
import { fontOf } from './look.ts';
import type { Box, Pen } from './pen.ts';
import type { ChartTexts, RowName } from './texts.ts';

/** A number needs this much of the text's size to each side within its segment. */
const ROOM = 0.2;
/** In a narrow segment the number may be this much smaller; where that does not help, the table has it. */
const SMALLER = 0.72;

/** The parts of a drawn chart that the marks are set by. */
interface Place {
  pen: Pen;
  look: ChartLook;
  area: { left: number; right: number; top: number; bottom: number };
  x: (at: number) => number;
}

/** Draws what Chart.js does not: patterns, numbers in the segments, names, and words at the ends of the rows. */
export function marksPlugin(bars: Bars, texts: ChartTexts, layout: Layout, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const pen: Pen = chart.ctx;
      const x = (at: number): number => chart.scales['x']?.getPixelForValue(at) ?? 0;
      const place: Place = { pen, look, area: chart.chartArea, x };
      pen.save();
      pen.textBaseline = 'middle';
      const boxes = bars.bars.map((bar, row) =>
        bar.segments.flatMap((segment, i) => {
          const box = segment.count === 0 ? null : boxOf(chart, i, row);
          return box === null ? [] : [{ segment, box }];
        }),
      );
      if (look.hatched)
        for (const { segment, box } of boxes.flat()) drawHatch(pen, segment.tone, within(box), look.size);
      drawNoughts(place, bars, layout);
      for (const { segment, box } of boxes.flat())
        drawCount(place, segment, box, texts.number(segment.count));
      const right = x(bars.axis.to) + look.size * 0.6;
      for (const [row, bar] of bars.bars.entries()) {
        const y = chart.scales['y']?.getPixelForValue(row) ?? 0;
        drawName(place, layout.names[row], y);
        const side = layout.sides[row];
        if (bar.n === 0) write(place, texts.nobody, x(0) + look.size * 0.6, y, 'left', look.soft, false);
        else if (side !== undefined) drawSides(place, side, right, y, look.ink);
      }
      drawHeads(place, layout, right);
      pen.restore();
    },
  };
}

/** The segment's box as Chart.js drew it. */
function boxOf(chart: Chart<'bar'>, dataset: number, row: number): Box | null {
  const bar = chart.getDatasetMeta(dataset).data[row];
  if (bar === undefined) return null;
  const { x, y, base, height } = bar.getProps(['x', 'y', 'base', 'height'] as never) as unknown as Record<
    'x' | 'y' | 'base' | 'height',
    number
  >;
  return { x: Math.min(x, base), y: y - height / 2, width: Math.abs(x - base), height };
}

/** Inside the outline. */
function within({ x, y, width, height }: Box): Box {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

function drawNoughts({ pen, look, area, x }: Place, bars: Bars, { block }: Layout): void {
  const width = bars.neutral === 'plain' ? 1 : 2;
  pen.fillStyle = look.ink;
  for (const at of block === null ? [0] : [0, block])
    pen.fillRect(Math.round(x(at)) - width / 2, area.top, width, area.bottom - area.top);
}

/** The words over the two sides. One that is wider than the numbers under it begins over the bars. */
function drawHeads(place: Place, { heads, block }: Layout, right: number): void {
  const { pen, look, area, x } = place;
  const y = area.top - look.size * (HEADS / 2);
  const end = block === null ? look.width - look.around.right : x(block) - look.size;
  pen.font = fontOf(look, look.size, true);
  const from = Math.min(right, end - pen.measureText(heads.right).width);
  drawSides(place, heads, from, y, look.soft);
  if (block !== null) write(place, heads.middle, x(block), y, 'left', look.soft, true);
}

function drawSides(
  place: Place,
  texts: { left: string; right: string },
  right: number,
  y: number,
  ink: string,
) {
  write(place, texts.left, place.area.left - place.look.size * 0.6, y, 'right', ink, true);
  write(place, texts.right, right, y, 'left', ink, true);
}

function drawName(place: Place, name: RowName | undefined, y: number): void {
  const { look } = place;
  const { lines, people } = name ?? { lines: [], people: false, whole: true };
  for (const [i, line] of lines.entries()) {
    const at = y + (i - (lines.length - 1) / 2) * LINE * look.size;
    const soft = people && i === lines.length - 1;
    write(place, line, look.around.left, at, 'left', soft ? look.soft : look.ink, false);
  }
}

function write(
  { pen, look }: Pick<Place, 'pen' | 'look'>,
  text: string,
  x: number,
  y: number,
  align: 'left' | 'right',
  ink: string,
  bold: boolean,
): void {
  pen.font = fontOf(look, look.size, bold);
  pen.fillStyle = ink;
  pen.textAlign = align;
  pen.fillText(text, x, y);
}

function drawCount({ pen, look }: Place, segment: Segment, box: Box, text: string): void {
  const tone = TONES[segment.tone];
  if (tone === undefined) return;
  const size = [look.size, look.size * SMALLER].find((px) => {
    pen.font = fontOf(look, px, true);
    return pen.measureText(text).width + 2 * ROOM * px <= box.width;
  });
  if (size === undefined) {
    // Beside the middle answer's own block there is room.
    if (segment.apart)
      write(
        { pen, look },
        text,
        box.x + box.width + ROOM * 2 * look.size,
        box.y + box.height / 2,
        'left',
        look.ink,
        true,
      );
    return;
  }
  const width = pen.measureText(text).width;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  if (segment.astride || look.hatched) {
    // Neither the line at nought nor a pattern runs through the digits.
    const room = Math.min((look.hatched ? 1.5 : 1) * ROOM * size, (box.width - width) / 2 - 1);
    pen.fillStyle = tone.fill;
    pen.fillRect(x - width / 2 - room, y - size * 0.65, width + 2 * room, size * 1.3);
  }
  pen.fillStyle = tone.ink;
  pen.textAlign = 'center';
  pen.fillText(text, x, y);
}

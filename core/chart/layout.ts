/**
 * Where the parts of a chart stand, in logical pixels: names at the left, then how many disagree, the
 * bars, how many agree, and where the middle answer is set apart, its block at the right.
 */
import type { Bars } from './bars.ts';
import type { ChartLook } from './look.ts';
import { fontOf } from './look.ts';
import type { MeasuringPen } from './pen.ts';
import type { ChartTexts, SideTexts } from './texts.ts';

/** Widest line of a row's name, in sizes of the text and as a part of the whole width. */
const NAME = 11.5;
const NAME_PART = 0.32;
/** Height of a line, of the heads over the bars, and of the labels under the axis, in sizes of the text. */
export const LINE = 1.2;
export const HEADS = 1.7;
export const TICKS = 1.7;

export interface Layout {
  names: string[][];
  sides: SideTexts[];
  /** Free space around the bars. */
  padding: { top: number; right: number; bottom: number; left: number };
  /** The axis of the whole width, in percent of the bars' own axis. */
  from: number;
  to: number;
  /** Pixels to a percent. */
  unit: number;
  /** Where the nought of the middle answer's block lies on it; null where there is no block. */
  block: number | null;
}

/** Lays a chart out. The pen is only measured with. */
export function layOut(bars: Bars, texts: ChartTexts, look: ChartLook, pen: MeasuringPen): Layout {
  const { size, around } = look;
  const wide = (text: string, bold: boolean): number => {
    pen.font = fontOf(look, size, bold);
    return pen.measureText(text).width;
  };
  const headed = texts.heads.left !== '' || (texts.heads.middle !== '' && bars.middle !== null);
  const lines = linesFor(bars, look, headed);
  const names = bars.bars.map((bar) =>
    texts.name(bar, nameWidth(look), Math.min(look.nameLines + 1, lines), (text) => wide(text, false)),
  );
  const sides = bars.bars.map((bar) => texts.sides(bar));
  const widest = (end: 'left' | 'right'): number =>
    Math.max(0, ...[texts.heads, ...sides].map((s) => wide(s[end], true)));
  const left =
    around.left + Math.max(0, ...names.flat().map((l) => wide(l, false))) + widest('left') + 1.8 * size;
  const beside = 0.6 * size + widest('right');
  const { axis, middle } = bars;
  const gap = middle === null ? 0 : beside + 1.6 * size;
  // Half a label of the axis stands over its end.
  const right = around.right + (middle === null ? Math.max(beside, 2.2 * size) : 2.2 * size);
  const range = axis.to - axis.from + (middle?.to ?? 0);
  const unit = Math.max(1, look.width - left - right - gap) / range;
  const block = middle === null ? null : axis.to + gap / unit;
  return {
    names,
    sides,
    padding: {
      top: around.top + (headed ? HEADS * size : 2),
      right,
      bottom: around.bottom,
      left,
    },
    from: axis.from,
    to: block === null ? axis.to : block + (middle?.to ?? 0),
    unit,
    block,
  };
}

/** How wide a line of a row's name may be. */
export function nameWidth({ size, width }: Pick<ChartLook, 'size' | 'width'>): number {
  return Math.min(NAME * size, NAME_PART * width);
}

/** Lines of type that fit a row's height. */
function linesFor(bars: Bars, { height, size, around }: ChartLook, headed: boolean): number {
  const room =
    height - around.top - around.bottom - (headed ? HEADS * size : 0) - (bars.axis.ticks ? TICKS * size : 0);
  return Math.floor(room / size / bars.bars.length / LINE);
}

/**
 * Where the parts of a chart stand, in logical pixels: names at the left, then how many disagree, the
 * bars, how many agree, and where the middle answer is set apart, its block at the right.
 */
import type { Bar, Bars } from './bars.ts';
import type { ChartLook } from './look.ts';
import { fontOf } from './look.ts';
import type { MeasuringPen } from './pen.ts';
import type { ChartTexts, HeadTexts, RowName, SideTexts } from './texts.ts';

/** Widest line of a row's name, in sizes of the text and as a part of the whole width. */
const NAME = 11.5;
const NAME_PART = 0.32;
/** The same where long names would need more lines, and the steps in which the column grows to it. */
const LONG_NAME = 17;
const LONG_NAME_PART = 0.36;
const STEPS = 6;
/** Height of a line, of the heads over the bars, and of the labels under the axis, in sizes of the text. */
export const LINE = 1.2;
export const HEADS = 1.7;
export const TICKS = 1.7;
/** Between a name and its row's number, and between the number and the bars. */
const BESIDE_NAME = 1.2;
const BESIDE_BARS = 0.6;

export interface Layout {
  names: RowName[];
  heads: HeadTexts;
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
  const lines = Math.min(look.nameLines + 1, linesFor(bars, look));
  const names = namesIn(bars.bars, lines, texts, look, pen);
  const sides = bars.bars.map((bar) => texts.sides(bar));
  const widest = (end: 'left' | 'right'): number => Math.max(0, ...sides.map((s) => wide(s[end], true)));
  const column = Math.max(0, ...names.flatMap((name) => name.lines).map((l) => wide(l, false)));
  const numbered = column + widest('left') + (BESIDE_NAME + BESIDE_BARS) * size;
  // Words that fit over short names make room for themselves.
  const headed = wide(texts.heads.left, true) + BESIDE_BARS * size;
  const left = around.left + (headed > LONG_NAME_PART * look.width ? numbered : Math.max(numbered, headed));
  const beside = BESIDE_BARS * size + widest('right');
  const { axis, middle } = bars;
  const gap = middle === null ? 0 : beside + 1.6 * size;
  // Half a label of the axis stands over its end.
  const right = around.right + (middle === null ? Math.max(beside, 2.2 * size) : 2.2 * size);
  const range = axis.to - axis.from + (middle?.to ?? 0);
  const unit = Math.max(1, look.width - left - right - gap) / range;
  const block = middle === null ? null : axis.to + gap / unit;
  // Nothing else stands over the names, nor over the bars up to nought.
  const fits =
    wide(texts.heads.left, true) <= left - around.left - BESIDE_BARS * size &&
    wide(texts.heads.right, true) <= axis.to * unit + (block === null ? right - around.right : gap - size);
  const overMiddle = (middle?.to ?? 0) * unit + right - around.right;
  const heads = {
    ...(fits ? texts.heads : texts.marks),
    middle: wide(texts.heads.middle, true) <= overMiddle ? texts.heads.middle : texts.marks.middle,
  };
  return {
    names,
    heads,
    sides,
    padding: { top: around.top + Math.round(HEADS * size), right, bottom: around.bottom, left },
    from: axis.from,
    to: block === null ? axis.to : block + (middle?.to ?? 0),
    unit,
    block,
  };
}

/** What the names of rows are set by. */
type NameLook = Pick<ChartLook, 'size' | 'width' | 'family'>;

/**
 * The names of the rows in at most so many lines, in the narrowest column in which they need no more lines
 * than in the widest.
 */
export function namesIn(
  bars: readonly Bar[],
  lines: number,
  texts: Pick<ChartTexts, 'name'>,
  look: NameLook,
  pen: MeasuringPen,
): RowName[] {
  const { least, most } = columnOf(look);
  const best = widestNames(bars, lines, texts, look, pen);
  for (let step = 0; step < STEPS; step += 1) {
    const width = least + (step * (most - least)) / STEPS;
    const names: RowName[] = [];
    for (const [i, bar] of bars.entries()) {
      const name = texts.name(bar, width, lines, (text) => pen.measureText(text).width);
      if (!asGood(name, best[i])) break;
      names.push(name);
    }
    if (names.length === bars.length) return names;
  }
  return best;
}

/** The names in the widest column, where they need the fewest lines. */
export function widestNames(
  bars: readonly Bar[],
  lines: number,
  texts: Pick<ChartTexts, 'name'>,
  look: NameLook,
  pen: MeasuringPen,
): RowName[] {
  const { most } = columnOf(look);
  pen.font = fontOf(look, look.size);
  return bars.map((bar) => texts.name(bar, most, lines, (text) => pen.measureText(text).width));
}

function columnOf({ size, width }: NameLook): { least: number; most: number } {
  const least = Math.min(NAME * size, NAME_PART * width);
  return { least, most: Math.max(least, Math.min(LONG_NAME * size, LONG_NAME_PART * width)) };
}

/** As few lines, with as many words in them, and people on a line of their own where the other has that. */
function asGood(a: RowName, b: RowName | undefined): boolean {
  const words = ({ lines }: RowName): number => lines.join(' ').split(/\s+/u).length;
  if (b === undefined || a.lines.length > b.lines.length || words(a) < words(b)) return false;
  return a.people || !b.people;
}

/** Lines of type that fit a row's height. */
function linesFor(bars: Bars, { height, size, around }: ChartLook): number {
  const room = height - around.top - around.bottom - HEADS * size - (bars.axis.ticks ? TICKS * size : 0);
  return Math.floor(room / size / bars.bars.length / LINE);
}

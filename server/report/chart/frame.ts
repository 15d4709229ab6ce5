/** What stands around the bars of a picture: title, lines, legend, footer; and how high it all is. */
import type { Heading } from '../../../core/answers.ts';
import { directionOf } from '../../../core/bidi.ts';
import { drawHatch } from '../../../core/chart/hatch.ts';
import { LINE } from '../../../core/chart/layout.ts';
import type { ChartLook } from '../../../core/chart/look.ts';
import { fontOf } from '../../../core/chart/look.ts';
import type { MeasuringPen, Pen } from '../../../core/chart/pen.ts';
import type { ChartPicture } from '../../../core/chart/picture.ts';
import { wrapText } from '../../../core/chart/wrap.ts';
import { TONES } from '../../../core/scale.ts';

/** Type of a document in logical pixels, and its inks on white paper. */
export const TYPE = { size: 13, ink: '#1d1b18', soft: '#57524a', line: '#d9d5cc', paper: '#ffffff' } as const;

/** Sizes of title and footer in sizes of the text, and the space around a picture that stands alone. */
const TITLE = 1.3;
const FOOTER = 0.88;
const MARGIN = 1.5;
/** Five answers of the usual scale stand in one row on an A4 page. */
const LEGEND = { width: 2.4, height: 1.4, row: 1.9, beside: 0.42, between: 0.95 } as const;

type Setting = Pick<ChartLook, 'family'>;

interface Line {
  text: string;
  /** Middle of the line, from the top of the part it is in. */
  y: number;
  size: number;
  bold: boolean;
  ink: string;
}

interface Key {
  heading: Heading;
  lines: string[];
  x: number;
  y: number;
}

export interface Frame {
  /** Height of what stands over the bars and under them, margins included. */
  top: number;
  bottom: number;
  margin: number;
  head: Line[];
  keys: Key[];
  foot: Line[];
}

/** Lays the frame out; the pen is only measured with. */
export function frameOf(
  picture: ChartPicture,
  headings: readonly Heading[],
  look: Setting,
  pen: MeasuringPen,
): Frame {
  const margin = picture.captioned ? 1 : MARGIN * TYPE.size;
  const inner = picture.width - 2 * margin;
  let y = margin;
  const set = (text: string, times: number, bold: boolean, ink: string): Line[] => {
    const size = times * TYPE.size;
    return wrapText(text, inner, measure(pen, look, size, bold)).map((row) => {
      y += size * LINE;
      return { text: row, y: y - (size * LINE) / 2, size, bold, ink };
    });
  };
  const head: Line[] = [];
  if (!picture.captioned) {
    head.push(...set(picture.title, TITLE, true, TYPE.ink));
    y += 0.35 * TYPE.size;
    for (const line of picture.subtitle) head.push(...set(line, 1, false, TYPE.soft));
    y += 0.9 * TYPE.size;
  }
  const { keys, height } = keysOf(headings, inner, measure(pen, look, TYPE.size, false));
  for (const key of keys) {
    key.x += margin;
    key.y += y;
  }
  const top = y + height + 0.7 * TYPE.size;
  y = 0.9 * TYPE.size;
  const foot =
    picture.captioned || picture.footer === '' ? [] : set(picture.footer, FOOTER, false, TYPE.soft);
  return { top, bottom: (foot.length === 0 ? 0 : y) + margin, margin, head, keys, foot };
}

/** The legend: as many answers in a row as there is room for, each with its box. */
function keysOf(headings: readonly Heading[], inner: number, wide: (text: string) => number) {
  const { size } = TYPE;
  const label = (LEGEND.width + LEGEND.beside) * size;
  const keys: Key[] = [];
  let x = 0;
  let y = 0;
  let row = LEGEND.row * size;
  for (const heading of headings) {
    const lines = wrapText(heading.word, inner - label, wide);
    const width = label + Math.max(0, ...lines.map(wide));
    if (x > 0 && x + width > inner) {
      x = 0;
      y += row;
      row = LEGEND.row * size;
    }
    keys.push({ heading, lines, x, y });
    row = Math.max(row, (lines.length * LINE + 0.4) * size);
    x += width + LEGEND.between * size;
  }
  return { keys, height: y + row };
}

/** Draws the frame around the bars. */
export function drawFrame(
  pen: Pen,
  frame: Frame,
  picture: ChartPicture,
  height: number,
  look: ChartLook,
): void {
  pen.save();
  pen.textBaseline = 'middle';
  for (const line of frame.head) drawLine(pen, line, 0, frame, picture.width, look);
  for (const key of frame.keys) drawKey(pen, key, look);
  for (const line of frame.foot) drawLine(pen, line, height - frame.bottom, frame, picture.width, look);
  pen.restore();
}

function drawLine(pen: Pen, line: Line, from: number, frame: Frame, width: number, look: Setting): void {
  const rightToLeft = directionOf(line.text) === 'rtl';
  pen.font = fontOf(look, line.size, line.bold);
  pen.fillStyle = line.ink;
  pen.direction = rightToLeft ? 'rtl' : 'ltr';
  pen.textAlign = rightToLeft ? 'right' : 'left';
  pen.fillText(line.text, rightToLeft ? width - frame.margin : frame.margin, from + line.y);
  pen.direction = 'ltr';
}

function drawKey(pen: Pen, { heading, lines, x, y }: Key, look: ChartLook): void {
  const { size } = TYPE;
  const box = { x, y, width: LEGEND.width * size, height: LEGEND.height * size };
  const tone = TONES[heading.tone];
  if (tone === undefined) return;
  pen.fillStyle = tone.fill;
  pen.fillRect(box.x, box.y, box.width, box.height);
  if (look.hatched) drawHatch(pen, heading.tone, box, size);
  pen.strokeStyle = look.ink;
  pen.lineWidth = 1;
  pen.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
  pen.font = fontOf(look, size, true);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (look.hatched) {
    const half = pen.measureText(heading.mark).width / 2 + 0.2 * size;
    pen.fillStyle = tone.fill;
    pen.fillRect(middle.x - half, middle.y - 0.5 * size, 2 * half, size);
  }
  pen.fillStyle = tone.ink;
  pen.textAlign = 'center';
  pen.fillText(heading.mark, middle.x, middle.y);
  pen.font = fontOf(look, size);
  pen.fillStyle = look.ink;
  pen.textAlign = 'left';
  for (const [i, line] of lines.entries())
    pen.fillText(line, x + (LEGEND.width + LEGEND.beside) * size, middle.y + i * LINE * size);
}

function measure(pen: MeasuringPen, look: Setting, size: number, bold: boolean): (text: string) => number {
  return (text) => {
    pen.font = fontOf(look, size, bold);
    return pen.measureText(text).width;
  };
}

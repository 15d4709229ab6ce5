/**
 * Patterns that tell the answers apart without colour: stripes for disagreeing, dots for agreeing, the
 * stronger the closer to the end of the scale; the middle answer is plain. They are drawn stroke by
 * stroke and not as tiles, so that they stay lines in an SVG.
 */
import { TONES } from '../scale.ts';
import type { Box, Pen } from './pen.ts';

interface Hatch {
  kind: 'stripes' | 'cross' | 'dots';
  /** From line to line or dot to dot, and the width of a line or a dot, in parts of the text's size. */
  gap: number;
  width: number;
}

/** One for each of the seven tones. */
const HATCHES: readonly (Hatch | null)[] = [
  { kind: 'stripes', gap: 0.42, width: 0.11 },
  { kind: 'cross', gap: 0.62, width: 0.07 },
  { kind: 'stripes', gap: 0.62, width: 0.07 },
  null,
  { kind: 'dots', gap: 0.62, width: 0.16 },
  { kind: 'dots', gap: 0.42, width: 0.15 },
  { kind: 'dots', gap: 0.5, width: 0.22 },
];

/**
 * Draws the pattern of a tone over a box that has the tone's colour already. It begins at the box's
 * left end and its middle height, so that a narrow box shows it too and a legend shows the same.
 */
export function drawHatch(pen: Pen, tone: number, box: Box, size: number): void {
  const hatch = HATCHES[tone];
  if (hatch === null || hatch === undefined || box.width <= 0 || box.height <= 0) return;
  pen.save();
  pen.beginPath();
  pen.rect(box.x, box.y, box.width, box.height);
  pen.clip();
  pen.strokeStyle = TONES[tone]?.ink;
  pen.lineWidth = hatch.width * size;
  pen.lineCap = hatch.kind === 'dots' ? 'round' : 'butt';
  pen.beginPath();
  if (hatch.kind === 'dots') dots(pen, box, hatch.gap * size, pen.lineWidth / 2);
  else stripes(pen, box, hatch.gap * size, 1);
  if (hatch.kind === 'cross') stripes(pen, box, hatch.gap * size, -1);
  pen.stroke();
  pen.restore();
}

/** Lines at 45 degrees; `down` is 1 for those that fall to the right. `gap` is measured across them. */
function stripes(pen: Pen, { x, y, width, height }: Box, gap: number, down: 1 | -1): void {
  const step = gap * Math.SQRT2;
  const middle = y + height / 2;
  const half = Math.ceil(height / 2) + 1;
  const lines = Math.ceil((width + 2 * half) / step);
  for (let i = -Math.ceil(half / step); i <= lines; i += 1) {
    const at = x + (i + 0.5) * step;
    pen.moveTo(at - half, middle - down * half);
    pen.lineTo(at + half, middle + down * half);
  }
}

/** Rows of dots, every other one shifted by half: each is a line of hardly any length with round ends. */
function dots(pen: Pen, { x, y, width, height }: Box, gap: number, radius: number): void {
  const row = (gap * Math.sqrt(3)) / 2;
  const rows = Math.ceil(height / 2 / row);
  for (let j = -rows; j <= rows; j += 1) {
    const shift = Math.abs(j) % 2 === 1 ? gap / 2 : 0;
    const at = y + height / 2 + j * row;
    for (let dot = x + gap / 2 - shift; dot - radius < x + width; dot += gap) {
      pen.moveTo(dot, at);
      pen.lineTo(dot + 0.01, at);
    }
  }
}

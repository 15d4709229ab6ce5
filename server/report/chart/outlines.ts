/**
 * Texts as outlines and their widths. A label that stands in several charts of a report is set once: the
 * canvas takes longer for its letters than for all the rest of a chart.
 */
import { createCanvas, SvgExportFlag } from '@napi-rs/canvas';
import type { MeasuringPen, Pen } from '../../../core/chart/pen.ts';
import { shortPath } from './shortPath.ts';

/** How a text is set; its outline begins at its left end. */
export type Setting = Pick<Pen, 'font' | 'textBaseline' | 'direction'>;

/** Room around a text, in sizes of its letters: a letter that reaches over the edge is left out as unseen. */
const AROUND = 4;
/** Pixels of a font, as in "600 14px Noto Sans". */
const SIZE = /(\d+(?:\.\d+)?)px/u;

export class Outlines {
  readonly #pen = createCanvas(1, 1).getContext('2d');
  readonly #widths = new Map<string, number>();
  readonly #paths = new Map<string, string>();
  readonly #letters = new Map<string, { letter: string; x: number }[]>();

  /** Width in logical pixels. */
  width(font: string, text: string): number {
    const key = `${font}\n${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#pen.font = font;
      width = this.#pen.measureText(text).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  /** Where each letter of a text begins, from its left end; of a script whose letters stand side by side. */
  letters(font: string, text: string): readonly { letter: string; x: number }[] {
    const key = `${font}\n${text}`;
    let letters = this.#letters.get(key);
    if (letters === undefined) {
      this.#pen.font = font;
      letters = [...text].map((letter, i) => ({
        letter,
        x: i === 0 ? 0 : this.#pen.measureText(text.slice(0, i)).width,
      }));
      this.#letters.set(key, letters);
    }
    return letters;
  }

  /** The path of a text that begins at nought, in relative steps; empty for one that leaves no ink. */
  path({ font, textBaseline, direction }: Setting, text: string): string {
    const key = `${font}\n${textBaseline} ${direction}\n${text}`;
    let path = this.#paths.get(key);
    if (path === undefined) {
      // No larger than it must be: the canvas reports its pixels to the collector of garbage, which comes running.
      const around = Math.ceil(AROUND * Number(SIZE.exec(font)?.[1] ?? 100));
      const [wide, high] = [Math.ceil(this.width(font, text)) + 2 * around, 2 * around];
      const canvas = createCanvas(wide, high, SvgExportFlag.ConvertTextToPaths);
      Object.assign(canvas.getContext('2d'), { font, textBaseline, direction, textAlign: 'left' }).fillText(
        text,
        around,
        around,
      );
      const found = canvas
        .getContent()
        .toString('utf8')
        .matchAll(/ d="([^"]*)"/gu);
      path = shortPath([...found].map(([, d = '']) => d).join(''), { x: around, y: around });
      this.#paths.set(key, path);
    }
    return path;
  }
}

/** A pen that measures and draws nothing. */
export function measuringPen(outlines: Outlines): MeasuringPen {
  const pen: MeasuringPen = {
    font: '',
    measureText: (text: string) => ({ width: outlines.width(pen.font, text) }),
  };
  return pen;
}

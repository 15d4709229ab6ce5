/** Looks at the pixels of a drawn picture. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

export interface Pixels {
  width: number;
  height: number;
  /** `#rrggbb` of one pixel. */
  at(x: number, y: number): string;
  /** Its lightness from 0 to 255, as a printer without colours has it (ITU-R BT.601). */
  grey(x: number, y: number): number;
  /** Stretches of one colour along a line, from left to right. */
  runs(y: number): { colour: string; from: number; length: number }[];
}

/** Decodes a PNG or an SVG; `times` enlarges it. */
export async function pixelsOf(bytes: Buffer, times = 1): Promise<Pixels> {
  const image = await loadImage(bytes);
  const width = image.width * times;
  const height = image.height * times;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const at = (x: number, y: number): string => {
    const from = 4 * (y * width + x);
    return `#${[...data.subarray(from, from + 3)].map((p) => p.toString(16).padStart(2, '0')).join('')}`;
  };
  return {
    width,
    height,
    at,
    grey: (x, y) => {
      const from = 4 * (y * width + x);
      return 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
    },
    runs: (y) => {
      const runs: { colour: string; from: number; length: number }[] = [];
      const line = pixels.subarray(y * width, (y + 1) * width);
      for (let x = 0; x < width; x += 1) {
        const last = runs.at(-1);
        if (last !== undefined && line[x] === line[x - 1]) last.length += 1;
        else runs.push({ colour: at(x, y), from: x, length: 1 });
      }
      return runs;
    },
  };
}

/**
 * A chart as a PNG of 256 colours, a third of the size of one with all of them: a chart has a dozen colours,
 * and the rest are the edges of its letters, of which nobody sees the difference between two.
 * Portable Network Graphics (Third Edition), W3C.
 */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Nothing is filtered: lines of indexes do not follow from each other. */
const NO_FILTER = 0;

const pack = promisify<Uint8Array, { level: number; memLevel: number }, Buffer>(deflate);

/**
 * Encodes a picture. The colours that most of it has are kept as they are; each other one becomes the nearest
 * of them.
 *
 * @param pixels red, green, blue and alpha of each pixel, line by line; nothing of it may be seen through
 */
export async function smallPng(
  pixels: Uint8ClampedArray,
  size: { width: number; height: number },
): Promise<Buffer> {
  const { width, height } = size;
  const colours = new Colours(pixels);
  const lines = Buffer.alloc((width + 1) * height, NO_FILTER);
  let at = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 1; x <= width; x += 1, at += 4) lines[y * (width + 1) + x] = colours.indexAt(at);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, indexed.
  head.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours.palette()),
    chunk('IDAT', await pack(lines, { level: 6, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of a picture: which of them are kept, and which of these stands for each. */
class Colours {
  readonly #pixels: Uint8ClampedArray;
  readonly #kept: number[];
  readonly #index: Map<number, number>;
  /** Of the pixel before: most have the same. */
  #last = { colour: -1, index: 0 };

  constructor(pixels: Uint8ClampedArray) {
    this.#pixels = pixels;
    const counts = new Map<number, number>();
    for (let at = 0; at < pixels.length;) {
      const colour = this.#at(at);
      const from = at;
      while (at < pixels.length && this.#at(at) === colour) at += 4;
      counts.set(colour, (counts.get(colour) ?? 0) + at - from);
    }
    const falling = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
    this.#kept = falling.slice(0, MOST_COLOURS);
    this.#index = new Map(this.#kept.map((colour, i) => [colour, i]));
  }

  /** @param at where the pixel's four numbers begin */
  indexAt(at: number): number {
    const colour = this.#at(at);
    if (colour !== this.#last.colour) {
      const known = this.#index.get(colour);
      const index = known ?? this.#nearest(colour);
      if (known === undefined) this.#index.set(colour, index);
      this.#last = { colour, index };
    }
    return this.#last.index;
  }

  palette(): Buffer {
    return Buffer.from(this.#kept.flatMap(parts));
  }

  #at(at: number): number {
    const p = this.#pixels;
    return ((p[at] ?? 0) << 16) | ((p[at + 1] ?? 0) << 8) | (p[at + 2] ?? 0);
  }

  #nearest(colour: number): number {
    const [red = 0, green = 0, blue = 0] = parts(colour);
    let best = 0;
    let least = Infinity;
    for (const [i, kept] of this.#kept.entries()) {
      const [r = 0, g = 0, b = 0] = parts(kept);
      const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (far < least) [best, least] = [i, far];
    }
    return best;
  }
}

function parts(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** Which letters the fonts of documents have, read from the fonts themselves (OpenType, table `cmap`). */
import { readFile } from 'node:fs/promises';
import { fontFiles } from './fonts.ts';

/** Unicode beyond the first 65,536 (format 12), and those (format 4). */
const WIDE = 12;
const NARROW = 4;

let known: Promise<ReadonlySet<number>> | undefined;

/** The code points that at least one font has; read once. */
export function lettersInFonts(): Promise<ReadonlySet<number>> {
  known ??= readAll();
  return known;
}

async function readAll(): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  // The regular face of each; bold ones have the same letters.
  for (const file of fontFiles().filter((name) => name.endsWith('_400Regular.ttf')))
    for (const [first, last] of rangesOf(await readFile(file)))
      for (let point = first; point <= last; point += 1) found.add(point);
  return found;
}

/** The stretches of code points that a font has. */
function rangesOf(font: Buffer): [first: number, last: number][] {
  const cmap = tableOf(font, 'cmap');
  const ranges: [number, number][] = [];
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(at);
    if (format === WIDE)
      for (let group = 0; group < font.readUInt32BE(at + 12); group += 1)
        ranges.push([font.readUInt32BE(at + 16 + 12 * group), font.readUInt32BE(at + 20 + 12 * group)]);
    if (format !== NARROW) continue;
    const twice = font.readUInt16BE(at + 6);
    for (let segment = 0; segment < twice; segment += 2)
      ranges.push([font.readUInt16BE(at + 16 + twice + segment), font.readUInt16BE(at + 14 + segment)]);
  }
  return ranges;
}

/** Where a table of a font begins. */
function tableOf(font: Buffer, name: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const entry = 12 + 16 * i;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`A font has no table ${name}.`);
}

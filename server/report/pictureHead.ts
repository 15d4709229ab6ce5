/** What a picture's first bytes say, before anything decodes it: a few of them may ask for gigabytes. */

export interface PictureHead {
  kind: 'png' | 'jpeg' | 'webp';
  /** Pixels. */
  width: number;
  height: number;
}

/** Most pixels a picture may have; more than most cameras make. Decoded they take 160 MB. */
export const MOST_PIXELS = 40_000_000;

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Kind and size by the bytes themselves, whatever the file calls itself; null: none of the three. */
export function headOf(file: Buffer): PictureHead | null {
  const found = file.length < 30 ? null : (pngHead(file) ?? webpHead(file) ?? jpegHead(file));
  return found === null || found.width === 0 || found.height === 0 ? null : found;
}

function pngHead(file: Buffer): PictureHead | null {
  if (!file.subarray(0, 8).equals(PNG) || ascii(file, 12) !== 'IHDR') return null;
  return { kind: 'png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** RFC 9649: a lossy, a lossless or an extended file. */
function webpHead(file: Buffer): PictureHead | null {
  if (ascii(file, 0) !== 'RIFF' || ascii(file, 8) !== 'WEBP') return null;
  const kind = 'webp';
  switch (ascii(file, 12)) {
    case 'VP8 ':
      return { kind, width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { kind, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { kind, width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** The size stands in the frame's own segment, after others (ITU-T T.81, B.2.2). */
function jpegHead(file: Buffer): PictureHead | null {
  for (const { marker, at } of jpegSegments(file)) {
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame && at + 9 <= file.length)
      return { kind: 'jpeg', height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
  }
  return null;
}

/** The segments of a JPEG up to its first scan; `at` is where the marker stands. Of other files none. */
export function jpegSegments(file: Buffer): { marker: number; at: number; end: number }[] {
  const found: { marker: number; at: number; end: number }[] = [];
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return found;
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    found.push({ marker, at, end });
    if (marker === 0xda) break;
    at = end;
  }
  return found;
}

function ascii(file: Buffer, at: number): string {
  return file.toString('latin1', at, at + 4);
}

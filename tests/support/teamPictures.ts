/** Pictures as a team might choose them: from a camera, with something behind, or none at all. */
import { createCanvas } from '@napi-rs/canvas';

/** What must not go out. */
export const PLACE = 'GPS-51.5007N-0.1246W';

function canvas(width = 40, height = 20) {
  const made = createCanvas(width, height);
  const pen = made.getContext('2d');
  pen.fillStyle = '#c02020';
  pen.fillRect(0, 0, width / 2, height);
  return made;
}

export const png = (width?: number, height?: number): Buffer => canvas(width, height).toBuffer('image/png');
export const jpeg = (): Buffer => canvas().toBuffer('image/jpeg', 90);
export const webp = (): Buffer => canvas().toBuffer('image/webp', 90);

/** A JPEG as a camera turned by a quarter leaves it: it says so, and where it was; and something behind it. */
export function fromCamera(): Buffer {
  const turned = '49492a0008000000010012010300010000000600000000000000';
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(turned, 'hex'), Buffer.from(PLACE)]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  const plain = jpeg();
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2), Buffer.from(`<b>${PLACE}</b>`)]);
}

/** When and by whom a camera says that a picture was taken. */
export const TAKEN = '2026:11:22 14:05:09';

/** Post-its on a wall, each another time: coloured squares with strokes, as large as a camera makes them. */
export function wallPicture(width = 3000, height = 4000, seed = 1): Buffer {
  const made = createCanvas(width, height);
  const pen = made.getContext('2d');
  pen.fillStyle = '#e8e4da';
  pen.fillRect(0, 0, width, height);
  let grain = seed;
  const next = (most: number): number => {
    grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0;
    return (grain >>> 8) % most;
  };
  const size = Math.floor(Math.min(width, height) / 8);
  for (let i = 0; i < 24; i += 1) {
    const [x, y] = [next(width - size), next(height - size)];
    pen.fillStyle = ['#f6e27a', '#f3b7c4', '#a9d5f0', '#bfe3b0'][i % 4] ?? '#f6e27a';
    pen.fillRect(x, y, size, size);
    pen.strokeStyle = '#23305a';
    pen.lineWidth = size / 40;
    for (let line = 1; line < 6; line += 1) {
      pen.beginPath();
      pen.moveTo(x + size / 10, y + (line * size) / 6);
      for (let at = 2; at < 10; at += 1)
        pen.lineTo(x + (at * size) / 10, y + (line * size) / 6 + next(size / 9));
      pen.stroke();
    }
  }
  return made.toBuffer('image/jpeg', 90);
}

/** A JPEG as a phone's camera leaves it: turned by a quarter, with the time, an owner and where on Earth it was. */
export function withGps(plain: Buffer): Buffer {
  const texts = [TAKEN, PLACE].map((text) => Buffer.from(`${text}\0`));
  const entry = (tag: number, type: number, count: number, value: number | string): Buffer => {
    const made = Buffer.alloc(12);
    made.writeUInt16LE(tag);
    made.writeUInt16LE(type, 2);
    made.writeUInt32LE(count, 4);
    if (typeof value === 'string') made.write(value, 8, 'latin1');
    else made.writeUInt32LE(value, 8);
    return made;
  };
  const folder = (...entries: Buffer[]): Buffer =>
    Buffer.concat([Buffer.from([entries.length, 0]), ...entries, Buffer.alloc(4)]);
  const lengths = texts.map((text) => text.length);
  // The header is 8 bytes, the first folder of four entries 54, that of the place 54, each angle 24.
  const [gps, angles] = [62, 116];
  const [time, owner] = [angles + 48, angles + 48 + (lengths[0] ?? 0)];
  const rational = (...parts: number[]): Buffer =>
    Buffer.concat(parts.map((n) => Buffer.from(Uint32Array.from([n, 1]).buffer)));
  const tiff = Buffer.concat([
    Buffer.from('49492a0008000000', 'hex'),
    folder(
      entry(0x0112, 3, 1, 6),
      entry(0x0132, 2, lengths[0] ?? 0, time),
      entry(0x013b, 2, lengths[1] ?? 0, owner),
      entry(0x8825, 4, 1, gps),
    ),
    folder(entry(1, 2, 2, 'N'), entry(2, 5, 3, angles), entry(3, 2, 2, 'W'), entry(4, 5, 3, angles + 24)),
    rational(51, 30, 2),
    rational(0, 7, 29),
    ...texts,
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]);
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)]);
}

/** A PNG with a text in it and something behind it. */
export function pngWithText(): Buffer {
  const plain = png();
  const text = Buffer.from(`Comment\0${PLACE}`);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length);
  const chunk = Buffer.concat([size, Buffer.from('teXt'), text, Buffer.alloc(4)]);
  return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33), Buffer.from(PLACE)]);
}

const whole = png();
const SIDES = Buffer.from('0000ffff0000ffff', 'hex');

/** What is none of the three, or cannot be drawn. */
export const NO_PICTURES: Record<string, Buffer> = {
  empty: Buffer.alloc(0),
  junk: Buffer.from('hello world, this is not a picture at all'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>1</script></svg>'),
  gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'),
  cut: whole.subarray(0, 36),
  address: Buffer.from('http://198.51.100.7/away.png and more of it'),
};

/** A few bytes that ask for four thousand million pixels. */
export const BOMB: Buffer = Buffer.concat([whole.subarray(0, 16), SIDES, whole.subarray(24)]);

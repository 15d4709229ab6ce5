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

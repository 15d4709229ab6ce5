/** Pictures of the team's own: drawn anew, so that no place or camera in the file goes out with them. */
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { headOf, jpegSegments, MOST_PIXELS } from './pictureHead.ts';

/** A picture that Word, PDF and browsers all take. */
export interface Picture {
  type: 'png' | 'jpeg';
  bytes: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** What a picture is refused for. */
export type PictureFault = 'unreadable' | 'too-many-pixels' | 'too-many-bytes';

/** Largest picture in pixels: 160 mm at 250 dots an inch, and a page high. */
const LARGEST = { width: 1600, height: 2400 };
/** Of a JPEG; the lower ones only where a picture has too many bytes. */
const QUALITIES = [90, 75, 50] as const;

/**
 * Decodes and draws a PNG, JPEG or WebP anew, upright, at most 1600 pixels wide and 2400 high.
 *
 * @param data base64 of the file
 * @throws when it is no picture, or one of more than `MOST_PIXELS`
 */
export async function decodePicture(data: string): Promise<Picture> {
  const drawn = await draw(Buffer.from(data, 'base64'));
  if (typeof drawn === 'string') throw new Error('A picture of the report cannot be read.');
  const { canvas, type } = drawn;
  const bytes = type === 'jpeg' ? await canvas.encode('jpeg', QUALITIES[0]) : await canvas.encode('png');
  return { type, bytes, width: canvas.width, height: canvas.height };
}

/**
 * A picture as it is kept: its pixels and nothing else the file had. One that is so already comes back
 * as it was, so that it does not lose a little each time it is taken over.
 *
 * @param most bytes that it may have; a picture that needs more becomes a JPEG of lower quality
 */
export async function cleanPicture(file: Buffer, most: number): Promise<Picture | PictureFault> {
  const drawn = await draw(file);
  if (typeof drawn === 'string') return drawn;
  const { canvas, type, whole } = drawn;
  const { width, height } = canvas;
  if (type === 'jpeg' && whole && file.length <= most && isBare(file))
    return { type, bytes: file, width, height };
  if (type === 'png') {
    const bytes = await canvas.encode('png');
    if (bytes.length <= most) return { type, bytes, width, height };
    underlay(canvas);
  }
  for (const quality of QUALITIES) {
    const bytes = await canvas.encode('jpeg', quality);
    if (bytes.length <= most) return { type: 'jpeg', bytes, width, height };
  }
  return 'too-many-bytes';
}

/** What a photograph is made smaller by, where it would have too many bytes. */
const SMALLER = 0.75;

/**
 * A photograph as it is kept: a JPEG with its pixels and nothing else the file had, upright, its longer side at
 * most `side` pixels, fewer where it would have more than `most` bytes. One that is so already comes back as it was.
 */
export async function cleanPhoto(file: Buffer, most: number, side: number): Promise<Picture | PictureFault> {
  const drawn = await draw(file, { width: side, height: side });
  if (typeof drawn === 'string') return drawn;
  const { canvas, whole } = drawn;
  const { width, height } = canvas;
  if (drawn.type === 'jpeg' && whole && file.length <= most && isBare(file))
    return { type: 'jpeg', bytes: file, width, height };
  underlay(canvas);
  for (const quality of QUALITIES) {
    const bytes = await canvas.encode('jpeg', quality);
    if (bytes.length <= most) return { type: 'jpeg', bytes, width, height };
  }
  const smaller = Math.floor(Math.max(width, height) * SMALLER);
  return smaller < 1 ? 'too-many-bytes' : cleanPhoto(file, most, smaller);
}

interface Drawn {
  canvas: Canvas;
  type: Picture['type'];
  /** Not made smaller. */
  whole: boolean;
}

async function draw(file: Buffer, largest = LARGEST): Promise<Drawn | PictureFault> {
  const head = headOf(file);
  if (head === null) return 'unreadable';
  if (head.width * head.height > MOST_PIXELS) return 'too-many-pixels';
  const image = await loadImage(file).catch(() => null);
  if (image === null || image.width === 0 || image.height === 0) return 'unreadable';
  const scale = Math.min(1, largest.width / image.width, largest.height / image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  return { canvas, type: head.kind === 'jpeg' ? 'jpeg' : 'png', whole: scale === 1 };
}

/** Puts white paper behind a picture: a JPEG has nothing to see through. */
function underlay(canvas: Canvas): void {
  const pen = canvas.getContext('2d');
  pen.globalCompositeOperation = 'destination-over';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
}

/**
 * Whether a JPEG has tables, one frame and one scan, heads as the canvas writes them, and nothing after
 * its end: then nobody can have left anything in it but pixels.
 */
function isBare(file: Buffer): boolean {
  const segments = jpegSegments(file);
  const plain = new Set([0xdb, 0xc0, 0xc4, 0xda]);
  const heads = ownHeads();
  const known = segments.every(
    ({ marker, at, end }) => plain.has(marker) || heads.some((head) => head.equals(file.subarray(at, end))),
  );
  const scan = segments.at(-1);
  if (!known || scan?.marker !== 0xda) return false;
  for (let at = file.indexOf(0xff, scan.end); at >= 0; at = file.indexOf(0xff, at + 2)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return next === 0xd9 && at + 2 === file.length;
  }
  return false;
}

let made: Buffer[] | null = null;

/** The application segments that the canvas writes into a JPEG: its format and its colours. */
function ownHeads(): Buffer[] {
  if (made !== null) return made;
  const file = createCanvas(1, 1).toBuffer('image/jpeg');
  made = jpegSegments(file)
    .filter(({ marker }) => marker >= 0xe0 && marker <= 0xef)
    .map(({ at, end }) => file.subarray(at, end));
  return made;
}

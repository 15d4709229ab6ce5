/** Pictures of the team's own: drawn anew, so that no place or camera in the file goes out with them. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** A picture that Word, PDF and browsers all take. */
export interface Picture {
  type: 'png' | 'jpeg';
  bytes: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** Widest picture in pixels: 160 mm at 250 dots an inch. */
const WIDEST = 1600;

/**
 * Decodes and draws a PNG, JPEG or WebP anew, at most 1600 pixels wide.
 *
 * @param data base64 of the file
 * @throws when it is no picture
 */
export async function decodePicture(data: string): Promise<Picture> {
  const file = Buffer.from(data, 'base64');
  const image = await loadImage(file).catch(() => {
    throw new Error('A picture of the report cannot be read.');
  });
  const scale = Math.min(1, WIDEST / image.width);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const type = file.subarray(0, 3).toString('hex') === 'ffd8ff' ? 'jpeg' : 'png';
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  const bytes = type === 'jpeg' ? await canvas.encode('jpeg', 90) : await canvas.encode('png');
  return { type, bytes, width, height };
}

/**
 * Pictures on their way in: only their pixels are kept. A camera writes where and when a picture was
 * taken into its file, and that would go out with files, archives and the report's data, and to phones.
 */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { MOST_PIXELS } from '../report/pictureHead.ts';
import type { PictureFault } from '../report/pictures.ts';
import type { PictureAnswer, PictureOrder } from '../report/pictureWorker.ts';

/** A picture's file, in base64. */
export interface Content {
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  data: string;
}

/** What is asked for. */
export interface Cleaning<P extends Content> {
  /** With the place that a refusal names. */
  pictures: readonly { picture: P; where: string }[];
  /** Pictures that have been drawn anew before: they stay to the letter. */
  kept: readonly Content[];
  /** Bytes that each may have. */
  most: number;
}

/**
 * Draws pictures anew, in a thread of its own. A file that is no PNG, JPEG or WebP by its bytes, or too
 * large, is refused with its place.
 *
 * @returns what to keep in the place of a picture; null where there is nothing to do
 */
export async function cleanPictures<P extends Content>({
  pictures,
  kept,
  most,
}: Cleaning<P>): Promise<((picture: P) => P) | null | Refusal> {
  const known = new Set(kept.map(keyOf));
  const fresh = pictures.filter(({ picture }) => !known.has(keyOf(picture)));
  if (fresh.length === 0) return null;
  const byHash = new Map(kept.map((picture) => [hashOf(picture), picture]));
  const clean = new Map<string, Content>();
  for (const { picture } of fresh) {
    const before = byHash.get(drawnBefore.get(hashOf(picture)) ?? '');
    if (before !== undefined) clean.set(keyOf(picture), before);
  }
  const toDraw = fresh.filter(({ picture }) => !clean.has(keyOf(picture)));
  const files = toDraw.map(({ picture }) => picture.data);
  const answer = files.length === 0 ? [] : await drawInThread({ pictures: files, most });
  for (const [i, { picture, where }] of toDraw.entries()) {
    const made = answer[i] ?? 'unreadable';
    if (typeof made === 'string') return pictureRefusal(made, where, most);
    clean.set(keyOf(picture), made);
    remember(hashOf(picture), hashOf(made));
  }
  return (picture) => {
    const content = clean.get(keyOf(picture));
    return content === undefined ? picture : { ...picture, type: content.type, data: content.data };
  };
}

/**
 * Hashes of pictures as they came, and of what was made of them. A page that goes on writing sends the
 * picture with every save as it was chosen; it is not drawn again each time.
 */
const drawnBefore = new Map<string, string>();
const MOST_REMEMBERED = 1000;

function remember(given: string, made: string): void {
  drawnBefore.delete(given);
  drawnBefore.set(given, made);
  const [oldest] = drawnBefore.keys();
  if (drawnBefore.size > MOST_REMEMBERED && oldest !== undefined) drawnBefore.delete(oldest);
}

function keyOf({ type, data }: Content): string {
  return `${type} ${data}`;
}

function hashOf(picture: Content): string {
  return createHash('sha256').update(keyOf(picture)).digest('hex');
}

/** Why a picture was refused, with the place that it stands in. */
export function pictureRefusal(fault: PictureFault, where: string, most: number): Refusal {
  switch (fault) {
    case 'unreadable':
      return refuse('bad-file', where, 'a PNG, JPEG or WebP picture');
    case 'too-many-pixels':
      return refuse('too-large', where, `at most ${MOST_PIXELS} pixels`);
    case 'too-many-bytes':
      return refuse('too-large', where, `at most ${most} bytes`);
  }
}

/** Draws pictures anew in a thread of its own; throws when that ends without an answer. */
export function drawInThread(order: PictureOrder): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../report/pictureWorker.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread for pictures ended without an answer.')));
  });
}

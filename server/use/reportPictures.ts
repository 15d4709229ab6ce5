/**
 * The pictures of a report's chapters on their way in: only their pixels are kept. A camera writes where
 * and when a picture was taken into its file, and that would go out with the report's JSON and archives.
 */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { ReportDocument, ReportPicture } from '../../core/report/document.ts';
import { MOST_PIXELS, type PictureFault } from '../report/pictures.ts';
import type { PictureAnswer, PictureOrder } from '../report/pictureWorker.ts';

/**
 * The document with every picture drawn anew, in a thread of its own. A file that is no PNG, JPEG or WebP
 * by its bytes, or too large, is refused with its place (`chapters.0.pictures.1.data`).
 *
 * @param stored what is kept now: pictures that are in it have been drawn anew and stay as they are
 */
export async function withCleanPictures(
  document: ReportDocument,
  stored: ReportDocument | null,
): Promise<ReportDocument | Refusal> {
  const kept = new Map<string, ReportPicture>();
  for (const { picture } of stored === null ? [] : picturesOf(stored)) kept.set(keyOf(picture), picture);
  const fresh = picturesOf(document).filter(({ picture }) => !kept.has(keyOf(picture)));
  if (fresh.length === 0) return document;
  const byHash = new Map([...kept.values()].map((picture) => [hashOf(picture), picture]));
  const clean = new Map<ReportPicture, Content>();
  for (const { picture } of fresh) {
    const before = byHash.get(drawnBefore.get(hashOf(picture)) ?? '');
    if (before !== undefined) clean.set(picture, before);
  }
  const toDraw = fresh.filter(({ picture }) => !clean.has(picture));
  const pictures = toDraw.map(({ picture }) => picture.data);
  const answer = pictures.length === 0 ? [] : await inThread({ pictures, most: LIMITS.chapterPictureBytes });
  for (const [i, { picture, where }] of toDraw.entries()) {
    const made = answer[i] ?? 'unreadable';
    if (typeof made === 'string') return refusalOf(made, where);
    clean.set(picture, made);
    remember(hashOf(picture), hashOf(made));
  }
  const size = picturesOf(document).reduce(
    (sum, { picture }) => sum + (clean.get(picture) ?? picture).data.length,
    0,
  );
  if (size > LIMITS.reportBytes)
    return refuse('too-large', 'document', `at most ${LIMITS.reportBytes} bytes`);
  return {
    ...document,
    chapters: document.chapters.map((chapter) => ({
      ...chapter,
      pictures: chapter.pictures.map((picture) => {
        const { type, data } = clean.get(picture) ?? picture;
        return { ...picture, type, data };
      }),
    })),
  };
}

type Content = Pick<ReportPicture, 'type' | 'data'>;

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

function picturesOf({ chapters }: ReportDocument): { picture: ReportPicture; where: string }[] {
  return chapters.flatMap(({ pictures }, c) =>
    pictures.map((picture, p) => ({ picture, where: `chapters.${c}.pictures.${p}.data` })),
  );
}

function keyOf({ type, data }: Content): string {
  return `${type} ${data}`;
}

function hashOf(picture: Content): string {
  return createHash('sha256').update(keyOf(picture)).digest('hex');
}

function refusalOf(fault: PictureFault, where: string): Refusal {
  switch (fault) {
    case 'unreadable':
      return refuse('bad-file', where, 'a PNG, JPEG or WebP picture');
    case 'too-many-pixels':
      return refuse('too-large', where, `at most ${MOST_PIXELS} pixels`);
    case 'too-many-bytes':
      return refuse('too-large', where, `at most ${LIMITS.chapterPictureBytes} bytes`);
  }
}

/** @throws when the thread ends without an answer */
function inThread(order: PictureOrder): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../report/pictureWorker.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread for pictures ended without an answer.')));
  });
}

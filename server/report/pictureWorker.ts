/** The thread in which pictures are drawn anew when they come in. */
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../giveWay.ts';
import { cleanPhoto, cleanPicture, type PictureFault } from './pictures.ts';

/** Pictures in base64, and the bytes that each may have. */
export interface PictureOrder {
  pictures: readonly string[];
  most: number;
  /** They are photographs, of which each side may have so many pixels. */
  side?: number;
}

/** What becomes of each, in the same order; the list ends at the first that is refused. */
export type PictureAnswer = ({ type: 'image/png' | 'image/jpeg'; data: string } | PictureFault)[];

giveWay();
const { pictures, most, side } = workerData as PictureOrder;
const answer: PictureAnswer = [];
// One after the other: a large one takes much room while it is drawn.
for (const picture of pictures) {
  const file = Buffer.from(picture, 'base64');
  const clean = await (side === undefined ? cleanPicture(file, most) : cleanPhoto(file, most, side));
  answer.push(
    typeof clean === 'string' ? clean : { type: `image/${clean.type}`, data: clean.bytes.toString('base64') },
  );
  if (typeof clean === 'string') break;
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(answer);

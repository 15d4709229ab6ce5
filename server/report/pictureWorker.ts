/** The thread in which a report's pictures are drawn anew when they come in. */
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../giveWay.ts';
import { cleanPicture, type PictureFault } from './pictures.ts';

/** Pictures in base64, and the bytes that each may have. */
export interface PictureOrder {
  pictures: readonly string[];
  most: number;
}

/** What becomes of each, in the same order; the list ends at the first that is refused. */
export type PictureAnswer = ({ type: 'image/png' | 'image/jpeg'; data: string } | PictureFault)[];

giveWay();
const { pictures, most } = workerData as PictureOrder;
const answer: PictureAnswer = [];
// One after the other: a large one takes much room while it is drawn.
for (const picture of pictures) {
  const clean = await cleanPicture(Buffer.from(picture, 'base64'), most);
  answer.push(
    typeof clean === 'string' ? clean : { type: `image/${clean.type}`, data: clean.bytes.toString('base64') },
  );
  if (typeof clean === 'string') break;
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(answer);

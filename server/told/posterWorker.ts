/** The thread in which posters are set, so that a room that is voting does not wait. */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../giveWay.ts';
import { PAPERS, setPoster, type ToldPoster } from './setPosters.ts';

giveWay();
if (parentPort === null) throw new Error('This runs in a thread.');
const port = parentPort;
port.once('message', (told: ToldPoster) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  port.postMessage(PAPERS.map((paper) => setPoster(told, paper)));
});

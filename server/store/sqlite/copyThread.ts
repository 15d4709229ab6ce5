/** The thread that copies the files of running sessions, by connections of its own. */
import { existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { Answer } from '../../keptThread.ts';
import { copyInto } from './copyInto.ts';
import type { CopyOrder } from './copies.ts';
import { checkpoint, openDatabase } from './database.ts';

// It does not give way: what was taken back is still in the old copies.
parentPort?.on('message', (order: CopyOrder) => {
  carryOut(order);
  const answer: Answer = { value: null };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(answer);
});

function carryOut(order: CopyOrder): void {
  // Opening would make it anew.
  if (!existsSync(order.file)) throw new Error('The file of this session is gone.');
  const db = openDatabase(order.file);
  // KiB. Everything is read once and from end to end, where a larger cache only fills memory.
  db.pragma('cache_size = -1000');
  try {
    // Most of the log is taken over here, so that little is left for the thread that votes wait for.
    checkpoint(db, 'PASSIVE');
    if (order.do === 'copy') copyInto(db, order.to, order.drop);
  } finally {
    db.close();
  }
}

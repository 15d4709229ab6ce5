/** The thread that copies the files of running sessions, by connections of its own. */
import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Answer } from '../../keptThread.ts';
import type { CopyOrder } from './copies.ts';
import { checkpoint, openDatabase, type Db } from './database.ts';
import { destroyDatabase, partPath, syncFile, syncFolder } from './paths.ts';
import { makePrivate } from './private.ts';

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
    if (order.do === 'take over') return;
    copyTo(db, order.to, partPath(order.file));
  } finally {
    db.close();
  }
  for (const path of order.drop) destroyDatabase(path);
}

/** What is there is replaced only once the new one is whole and on the disk. */
function copyTo(db: Db, to: string, part: string): void {
  destroyDatabase(part);
  try {
    makePrivate(part);
    db.prepare('VACUUM INTO ?').run(part);
    syncFile(part);
  } catch (error) {
    destroyDatabase(part);
    throw error;
  }
  destroyDatabase(to);
  renameSync(part, to);
  syncFolder(dirname(to));
}

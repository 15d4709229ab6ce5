/** The thread that looks through the database and its copies after a start, beside the rooms. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Finding } from '../../../core/laptop.ts';
import { giveWay } from '../../giveWay.ts';
import type { Answer } from '../../keptThread.ts';
import { copiesIn } from './backups.ts';
import { checkWhole, errorCode, meansDamaged } from './database.ts';
import { checkHash } from './hashes.ts';

export interface SelfCheckOrder {
  main: string;
  backup: string;
}

/** What was counted when a session was sealed is counted again: a bit that the disk has turned in an answer shows. */
const DIFFERS = `
  WITH counted AS (SELECT session, board, membership, answer, count(*) AS n FROM response GROUP BY 1, 2, 3, 4)
  SELECT id FROM session WHERE key IN (
    SELECT session FROM (SELECT * FROM counted EXCEPT SELECT session, board, membership, answer, n FROM tally)
    UNION
    SELECT session FROM (SELECT session, board, membership, answer, n FROM tally EXCEPT SELECT * FROM counted)
  )`;

giveWay();
parentPort?.on('message', (order: SelfCheckOrder) => {
  const answer: Answer = { value: [...inMain(order.main), ...inCopies(order.backup)] };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(answer);
});

function inMain(path: string): Finding[] {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    db.pragma('cell_size_check = ON');
    checkWhole(db, 'integrity_check');
    const ids = db.prepare(DIFFERS).pluck().all() as string[];
    return ids.map((session) => ({ is: 'sealed-differs', session }));
  } catch (error) {
    if (meansDamaged(error)) return [{ is: 'database-damaged' }];
    throw error;
  } finally {
    db.close();
  }
}

function inCopies(folder: string): Finding[] {
  return copiesIn(folder).flatMap((path): Finding[] => {
    try {
      const wrong = checkHash(path) === 'wrong';
      // One that was replaced meanwhile is looked at once more.
      if (!wrong || checkHash(path) !== 'wrong' || !existsSync(path)) return [];
      return [{ is: 'copy-damaged', name: basename(path) }];
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  });
}

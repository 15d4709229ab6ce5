/** How much is handed over at a time. */
import { LIMITS } from '../../../core/limits.ts';
import type { Change } from '../../../core/talk/change.ts';

/** A letter takes at most six bytes as it is sent (an escape of JSON; else four of UTF-8). */
const MOST_LETTERS = Math.floor(LIMITS.changesBytes / 6);

/** The first changes that fit into one message; always one. */
export function batchOf(pending: readonly Change[], most: number): Change[] {
  const batch: Change[] = [];
  let letters = 0;
  for (const change of pending.slice(0, most)) {
    letters += JSON.stringify(change).length;
    if (letters > MOST_LETTERS && batch.length > 0) break;
    batch.push(change);
  }
  return batch;
}

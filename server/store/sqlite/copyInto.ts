/** Making a copy of a running session's file, in whichever thread. */
import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Db } from './database.ts';
import { destroyDatabase, partPath, syncFile, syncFolder } from './paths.ts';
import { makePrivate } from './private.ts';

/**
 * Copies what is committed (VACUUM INTO), in the order of its keys and without a trace of what was in it.
 * What is there is replaced only once the new one is whole and on the disk.
 *
 * @param drop older files that go as soon as this one is whole
 */
export function copyInto(db: Db, to: string, drop: readonly string[]): void {
  const part = partPath(db.name);
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
  for (const path of drop) destroyDatabase(path);
}

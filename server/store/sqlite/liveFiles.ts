/**
 * Making and opening the two files of a running session. Both are on disk, with the folders that hold
 * them, before anyone can join.
 */
import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import type { Db } from './database.ts';
import { checkpoint, checkWhole, errorCode, meansDamaged, openDatabase } from './database.ts';
import type { Paths } from './paths.ts';
import {
  damagedPath,
  destroyDatabase,
  destroyLive,
  keyPath,
  livePath,
  slotPaths,
  syncFile,
  syncFolder,
} from './paths.ts';
import { checkHash } from './hashes.ts';
import { newestFirst } from './slots.ts';
import type { KeyFile } from './keyFile.ts';
import { createKeyFile, openKeyFile } from './keyFile.ts';
import { addSums, createLiveTables, hasRoom, isAsWritten, isLiveFile, readMark } from './liveFile.ts';
import type { Room } from '../../../core/room.ts';

export interface LiveFiles {
  db: Db;
  keys: KeyFile;
}

/**
 * Makes both files anew and flushes them. Files of an attempt that was cut off before the lobby opened
 * are replaced; throws when there are answers in them.
 */
export function createLiveFiles(
  paths: Paths,
  session: string,
  room: Room,
  random: (bytes: number) => Buffer,
): LiveFiles {
  if (existsSync(livePath(paths, session))) {
    const left = openLiveDb(paths, session);
    const used = left !== null && left.prepare('SELECT 1 FROM response LIMIT 1').get() !== undefined;
    left?.close();
    if (used) throw new Error('This session has answers already, so it cannot be begun anew.');
  }
  destroyLive(paths, session);
  destroyDatabase(keyPath(paths, session));
  const keys = createKeyFile(keyPath(paths, session), random);
  let db: Db | null = null;
  try {
    db = openDatabase(livePath(paths, session));
    createLiveTables(db, room, keys.mark());
    // SQLite flushes both files. Nobody else may open one meanwhile, if only to flush it: on closing it the system
    // drops the locks that this process has on it, and another program would take the log away.
    if (!checkpoint(db)) throw new Error('The files of this session could not be flushed.');
    for (const folder of [paths.keys, paths.live, paths.folder]) syncFolder(folder);
    return { db, keys };
  } catch (error) {
    db?.close();
    keys.close();
    throw error;
  }
}

/** Opens a session's key file; null when it is gone, empty or not to be read. It is never made here. */
export function openKeys(paths: Paths, session: string): KeyFile | null {
  const path = keyPath(paths, session);
  if (!existsSync(path)) return null;
  try {
    return openKeyFile(path);
  } catch (error) {
    if (meansDamaged(error)) return null;
    throw error;
  }
}

/** Opens both; null when the key file is missing, or no live file is whole and belongs to it. */
export function openLiveFiles(paths: Paths, session: string, restored?: Restored): LiveFiles | null {
  const keys = openKeys(paths, session);
  if (keys === null) return null;
  const db = openLiveDb(paths, session, { restored, mark: keys.mark() });
  if (db !== null) {
    addSums(db);
    return { db, keys };
  }
  keys.close();
  return null;
}

/** Told that a copy took the place of a file, and when that copy was made, in milliseconds. */
export type Restored = (made: number) => void;

/**
 * Opens a session's live file. One that is damaged or gone is set aside and the last good slot takes
 * its place; phones in the room then send what it lacks. A slot that is not what its hash says is passed
 * over. Where there is no good slot, a file whose pages are whole is taken although a row of it is not as it was
 * written: one wrong letter is less than all answers. Null when there is nothing whole.
 *
 * @param known.mark of the key file: one that has another is not this session's, or damaged
 */
export function openLiveDb(
  paths: Paths,
  session: string,
  { mark, restored }: { mark?: string; restored?: Restored | undefined } = {},
): Db | null {
  const path = livePath(paths, session);
  const db = openIfWhole(path, mark);
  if (db !== null) return db;
  for (const slot of newestFirst(slotPaths(paths, session))) {
    if (checkHash(slot) === 'wrong') continue;
    const made = statSync(slot).mtimeMs;
    const copy = openIfWhole(slot, mark);
    if (copy === null) continue;
    copy.close();
    if (existsSync(path)) {
      destroyDatabase(damagedPath(paths, session));
      renameSync(path, damagedPath(paths, session));
    }
    // A log left beside the damaged file must not be played into the copy.
    destroyDatabase(path);
    copyFileSync(slot, path);
    syncFile(path);
    syncFolder(paths.live);
    restored?.(made);
    return openIfWhole(path, mark);
  }
  return openIfWhole(path, mark, false);
}

/** @param rows whether every row has to be as it was written */
function openIfWhole(path: string, mark: string | undefined, rows = true): Db | null {
  if (!existsSync(path)) return null;
  let db: Db | null = null;
  try {
    db = openDatabase(path);
    checkWhole(db, 'integrity_check');
    if (isLiveFile(db) && hasRoom(db) && (!rows || isAsWritten(db)))
      if (mark === undefined || readMark(db) === mark) return db;
  } catch (error) {
    // A wrong letter in what describes the tables is no damage to SQLite: it does not know a column.
    if (!meansDamaged(error) && errorCode(error) !== 'SQLITE_ERROR') {
      db?.close();
      throw error;
    }
  }
  db?.close();
  return null;
}

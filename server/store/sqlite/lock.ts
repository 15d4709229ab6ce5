/**
 * One process at a time per data folder. The lock is SQLite's own lock on a small file beside the
 * database: the operating system lets go of it when the process ends, however it ends, so it is
 * never left behind.
 */
import Database from 'better-sqlite3';
import { errorCode } from './database.ts';
import { makePrivate } from './private.ts';

/** Lets go of the lock. */
export type Unlock = () => void;

/** Takes the lock, or returns null when another holds it. Throws when the file cannot be made. */
export function takeLock(path: string): Unlock | null {
  makePrivate(path);
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return () => db.close();
  } catch (error) {
    db.close();
    if (errorCode(error).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

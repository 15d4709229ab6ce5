/** Opening a SQLite file the way every file of the store is opened. */
import Database from 'better-sqlite3';
import { makePrivate } from './private.ts';

export type Db = Database.Database;

/** How long a write waits for another connection, in milliseconds. */
const BUSY_MS = 5000;

/** Older ones can damage a database when its write-ahead log is reset (SQLite 3.7.0 to 3.51.2). */
const LEAST_SQLITE = [3, 52] as const;

/** Whether a version of SQLite ("3.54.1") is too old to be trusted with answers. */
export function tooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < LEAST_SQLITE[0] || (major === LEAST_SQLITE[0] && minor < LEAST_SQLITE[1]);
}

/**
 * Opens a file for reading and writing and makes it if there is none. A commit returns only after
 * the disk has it; what is deleted is overwritten; others on the machine cannot read it; a damaged page is noticed rather than followed.
 * Throws what SQLite throws.
 */
export function openDatabase(path: string): Db {
  makePrivate(path);
  const db = new Database(path, { timeout: BUSY_MS });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // On a Mac an ordinary fsync leaves data in the drive's own memory.
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    db.pragma('temp_store = MEMORY');
    db.pragma('wal_autocheckpoint = 1000');
    db.pragma('journal_size_limit = 67108864');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Takes everything over into the database file and empties the write-ahead log, which is where
 * deleted text would otherwise stay. Returns false when that is not possible now (the disk is full, or
 * something still reads the log); what was committed stays committed, and it can be tried again. Nobody is
 * waited for: somebody who has the file open in another program would stop every room each time.
 *
 * @param mode `PASSIVE` takes over what can be without waiting for readers, and empties nothing
 */
export function checkpoint(db: Db, mode: 'TRUNCATE' | 'PASSIVE' = 'TRUNCATE'): boolean {
  db.pragma('busy_timeout = 0');
  try {
    const rows = db.pragma(`wal_checkpoint(${mode})`) as { busy: number }[];
    return mode === 'TRUNCATE' && rows[0]?.busy === 0;
  } catch (error) {
    if (errorCode(error).startsWith('SQLITE_') && !meansDamaged(error)) return false;
    throw error;
  } finally {
    db.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

/**
 * The code of an error of SQLite or of the operating system ("SQLITE_BUSY", "EACCES"), or nothing. Asks
 * for no class: SQLite's errors are of the class of whichever thread loaded it first.
 */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Writes a page and changes nothing; throws where nothing can be written. */
export function writeNothing(db: Db): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  db.pragma(`user_version = ${version}`);
}

/** Whether an error means that a file is no database or is damaged, rather than a passing fault. */
export function meansDamaged(error: unknown): boolean {
  const code = errorCode(error);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/**
 * Throws as SQLite does when the pages of a database do not fit together.
 *
 * @param how `integrity_check` compares every index with its table as well, which takes longer
 */
export function checkWhole(db: Db, how: 'quick_check' | 'integrity_check' = 'quick_check'): void {
  const found = db.pragma(`${how}(1)`, { simple: true });
  if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' });
}

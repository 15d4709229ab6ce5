/** What the disk of a folder can take: how much is free, and whether something can really be written. */
import { rm, open, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Saving } from '../../core/laptop.ts';
import { isDiskFull } from '../store/diskFull.ts';

/** As much as a commit of a full room takes: with less there is no saving on. */
const TRIED_BYTES = 256 * 1024;

/** Codes of SQLite and of the operating system for a disk that does not take what is written to it. */
const UNWRITABLE =
  /^(EROFS|EIO|EACCES|EPERM|ENODEV|ENXIO|SQLITE_READONLY.*|SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|LOCK|DELETE).*|SQLITE_CANTOPEN.*)$/;

/** More files are open than the system allows this program, or all of them. */
const TOO_MANY = /^(EMFILE|ENFILE)$/;

/** As SQLite calls a file that is not where it was. */
const MOVED = 'SQLITE_READONLY_DBMOVED';

/** Why an error kept something from being saved; null: it was about something else. */
export function savingFault(error: unknown): Exclude<Saving, 'ok'> | null {
  if (isDiskFull(error)) return 'disk-full';
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && TOO_MANY.test(String(error.code))) return 'too-many-files';
  if ('code' in error && error.code === MOVED) return 'moved';
  if ('code' in error && UNWRITABLE.test(String(error.code))) return 'read-only';
  return 'cause' in error ? savingFault(error.cause) : null;
}

/** Bytes that this user may still take; null where the system does not tell. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Writes something with full sync, and takes it away again. */
export async function tryWriting(folder: string): Promise<Saving> {
  const path = join(folder, 'tried.part');
  try {
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(Buffer.alloc(TRIED_BYTES));
      await file.sync();
    } finally {
      await file.close();
    }
    return 'ok';
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return gone ? 'moved' : (savingFault(error) ?? 'read-only');
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}

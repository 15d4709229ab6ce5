/** A full disk, told apart from everything else that can go wrong with files and databases. */

/** What whoever started a program is told. It is true of whatever is all or nothing. */
export const DISK_FULL = 'The disk is full. Nothing was changed. Free some space and try again.';

/** Codes of the operating system and of SQLite; the last is a log's index that could not grow. */
const CODES = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']);

/**
 * Whether something, or what caused it, failed because there is no room left on the disk, or no more that
 * this user may have.
 */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && CODES.has(String(error.code))) return true;
  return 'cause' in error && isDiskFull(error.cause);
}

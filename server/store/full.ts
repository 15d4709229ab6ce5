/** Telling a full disk from other faults, whichever engine ran into it. */

/** SQLite's own word, and those of the system for a full disk and a used-up share of it. */
const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/** Whether this error, or what caused it, is that there is no space left. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && typeof error.code === 'string' && FULL.has(error.code)) return true;
  return 'cause' in error && isDiskFull(error.cause);
}

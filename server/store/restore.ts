/**
 * Putting the last good copy in the place of a main database that is damaged or gone. Nothing is thrown away:
 * what cannot be trusted is set aside beside it.
 */
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isDiskFull, DISK_FULL } from './diskFull.ts';
import { lockFolder, type StoreFault } from './open.ts';
import { copiesIn } from './sqlite/backups.ts';
import { dayOf, minuteOf } from './minute.ts';
import { checkWhole, meansDamaged } from './sqlite/database.ts';
import { checkHash } from './sqlite/hashes.ts';
import { versionOf } from './sqlite/migrate.ts';
import { asideOf, hashPath, pathsIn, syncFile, syncFolder, type Paths } from './sqlite/paths.ts';

export interface RestoredStore {
  /** The copy that was taken, as a path. */
  from: string;
  /** Time of day at which it was made, and the day if that was another: "14:05", "14:05 on 2026-11-03". */
  made: string;
  /** What was set aside, as paths. */
  aside: string[];
}

/** Tells what was done from one sentence that says why nothing was. */
export function isRestored(value: RestoredStore | { sentence: string }): value is RestoredStore {
  return 'from' in value;
}

/** The newest copy of a folder that is as it was written and whole; null: there is none. */
export function goodCopy(folder: string): { path: string; made: string } | null {
  const { backup } = pathsIn(folder);
  const path = existsSync(backup) ? copiesIn(backup).find(isGood) : undefined;
  return path === undefined ? null : { path, made: whenMade(path) };
}

/**
 * Restores the main database of a folder that nobody uses. Running sessions that the copy does not know yet
 * keep their files, under another name, so that nothing takes them for left over.
 *
 * @param from a copy from somewhere else; the newest good one of the folder when left out
 * @returns what was done, or why nothing was: the database is sound, no copy is, the folder is in use
 */
export function restoreStore(folder: string, from?: string): RestoredStore | { sentence: string } {
  const paths = pathsIn(folder);
  const unlock: (() => void) | StoreFault = lockFolder(paths);
  if (typeof unlock !== 'function') return unlock;
  try {
    if (existsSync(paths.main) && isGood(paths.main))
      return { sentence: `The database in ${folder} is sound. Nothing was changed.` };
    const copy = from ?? goodCopy(folder)?.path;
    if (copy === undefined || !isGood(copy))
      return {
        sentence:
          from === undefined
            ? `There is no copy in ${paths.backup} that can be trusted. Nothing was changed.`
            : `${copy} is no copy of a database that can be trusted. Nothing was changed.`,
      };
    return put(paths, copy);
  } catch (error) {
    if (isDiskFull(error)) return { sentence: DISK_FULL };
    throw error;
  } finally {
    unlock();
  }
}

function put(paths: Paths, copy: string): RestoredStore {
  // Read before anything is moved.
  const made = whenMade(copy);
  const known = sessionsIn(copy);
  const part = join(paths.backup, 'restored.part');
  copyFileSync(copy, part);
  syncFile(part);
  const aside = [...setAside(paths.main), ...unknownSessions(paths, known)];
  renameSync(part, paths.main);
  for (const folder of [paths.folder, paths.live, paths.keys]) syncFolder(folder);
  return { from: copy, made, aside };
}

/** A database with its log, under the next name that is free. */
function setAside(path: string): string[] {
  if (!existsSync(path)) return [];
  let to = path.replace(/\.db$/, '.damaged.db');
  for (let n = 2; existsSync(to); n += 1) to = path.replace(/\.db$/, `.damaged-${n}.db`);
  return [moveAside(path, to)];
}

/** Dated as it is set aside, since it is kept for so many days from then on. */
function moveAside(path: string, to: string): string {
  for (const end of ['-wal', '-shm', '']) if (existsSync(path + end)) renameSync(path + end, to + end);
  rmSync(hashPath(path), { force: true });
  const now = new Date();
  utimesSync(to, now, now);
  return to;
}

function unknownSessions({ live, keys }: Paths, known: ReadonlySet<string>): string[] {
  return [live, keys].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const id = /^([a-z0-9-]+)(?:\.(?:backup-[ab]|damaged))?\.db$/.exec(name)?.[1];
      if (id === undefined || known.has(id)) return [];
      const path = join(folder, name);
      return [moveAside(path, asideOf(path))];
    }),
  );
}

function sessionsIn(path: string): Set<string> {
  const db = new Database(path, { readonly: true });
  try {
    return new Set(db.prepare('SELECT id FROM session').pluck().all() as string[]);
  } finally {
    db.close();
  }
}

function isGood(path: string): boolean {
  try {
    if (!existsSync(path) || checkHash(path) === 'wrong') return false;
    const version = versionOf(path);
    if (version !== 'current' && version !== 'older') return false;
    const db = new Database(path, { readonly: true });
    try {
      checkWhole(db, 'integrity_check');
    } finally {
      db.close();
    }
    return true;
  } catch (error) {
    if (meansDamaged(error)) return false;
    throw error;
  }
}

function whenMade(path: string): string {
  const { mtime } = statSync(path);
  const day = new Date().toDateString() === mtime.toDateString() ? '' : ` on ${dayOf(mtime)}`;
  return minuteOf(mtime.getTime()) + day;
}

/** Where things stand in the data folder, and how files are made to last and to go. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeFromOthers } from './private.ts';

export interface Paths {
  folder: string;
  /** The main database: consultations, sessions, and what is sealed. */
  main: string;
  /** Who may sign in, who is, and what they did: apart, since it holds times and the main one none. */
  staff: string;
  /** Held by the one process that uses the folder. */
  lock: string;
  live: string;
  keys: string;
  backup: string;
  /** Concerns about somebody's safety, apart from everything else. */
  concerns: string;
  /** Sessions that were put aside, each in a folder of its consultation's. */
  aside: string;
}

/** The paths of a data folder; none of them need be there. */
export function pathsIn(folder: string): Paths {
  return {
    folder,
    main: join(folder, 'standpoint.db'),
    staff: join(folder, 'staff.db'),
    lock: join(folder, 'standpoint.lock'),
    live: join(folder, 'live'),
    keys: join(folder, 'keys'),
    backup: join(folder, 'backup'),
    concerns: join(folder, 'concerns.db'),
    aside: join(folder, 'aside'),
  };
}

// A session's id becomes a file's name, so it must not be able to name any other file.
const FILE_NAME = /^[a-z0-9-]{1,40}$/;

function nameOf(session: string): string {
  if (!FILE_NAME.test(session)) throw new Error('This cannot be the id of a session.');
  return session;
}

/** A running session’s own database; throws for an id that cannot be a file’s name. */
export function livePath(paths: Paths, session: string): string {
  return join(paths.live, `${nameOf(session)}.db`);
}

/** A session’s key file; throws for an id that cannot be a file’s name. */
export function keyPath(paths: Paths, session: string): string {
  return join(paths.keys, `${nameOf(session)}.db`);
}

/** The two slots of a running session's backup, which overwrite each other. */
export function slotPaths(paths: Paths, session: string): readonly [string, string] {
  const name = nameOf(session);
  return [join(paths.live, `${name}.backup-a.db`), join(paths.live, `${name}.backup-b.db`)];
}

/** A copy of a running session's database that is being made; it takes the place of a slot when it is whole. */
export function partPath(live: string): string {
  return live.replace(/\.db$/, '.backup.part');
}

/** A live file that could not be read and was set aside; it goes when the session is sealed. */
export function damagedPath(paths: Paths, session: string): string {
  return join(paths.live, `${nameOf(session)}.damaged.db`);
}

/** Files of a session that were set aside when a copy that did not know it took the place of the main database. */
function asidePaths(paths: Paths, session: string): string[] {
  const live = [livePath(paths, session), ...slotPaths(paths, session), damagedPath(paths, session)];
  return [...live, keyPath(paths, session)].map(asideOf);
}

/** The name under which a database is set aside. */
export function asideOf(path: string): string {
  return path.replace(/\.db$/, '.aside.db');
}

/** Makes the data folder and the folders in it, for the owner's eyes only. */
export function makeFolders(paths: Paths): void {
  mkdirSync(paths.folder, { recursive: true, mode: 0o700 });
  for (const path of [paths.live, paths.keys, paths.backup])
    if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
}

/** Flushes a file's content to disk. A copy that SQLite made is closed off to others by it. */
export function syncFile(path: string): void {
  takeFromOthers(path);
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Flushes a folder, so that files made or removed in it stay so. Windows does this by itself and refuses. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Where the hash of a copy is. */
export function hashPath(path: string): string {
  return `${path}.sha256`;
}

/** Removes a database with the files SQLite keeps beside it, and its hash; nothing happens where there is none. */
export function destroyDatabase(path: string): void {
  const files = [path, `${path}-wal`, `${path}-shm`, `${path}-journal`, hashPath(path)];
  if (!files.some((file) => existsSync(file))) return;
  for (const file of files) rmSync(file, { force: true });
  syncFolder(dirname(path));
}

/** Removes everything that is kept of a session only while it lives, also what was set aside; its key file stays. */
export function destroyLive(paths: Paths, session: string): void {
  for (const path of slotPaths(paths, session)) destroyDatabase(path);
  destroyDatabase(partPath(livePath(paths, session)));
  for (const path of [damagedPath(paths, session), ...asidePaths(paths, session)]) destroyDatabase(path);
  destroyDatabase(livePath(paths, session));
}

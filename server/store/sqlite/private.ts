/** For the owner's eyes only: files and folders of the data folder, on systems that know of such a thing. */
import { chmodSync, closeSync, existsSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from './paths.ts';

const FILE = 0o600;
const FOLDER = 0o700;
/** What the group and everybody else may do. */
const OTHERS = 0o077;

/** What this program leaves in the data folder, beside its sub-folders. */
const OURS =
  /^((standpoint|staff|concerns)(\.damaged(-\d+)?)?\.db(-wal|-shm|-journal)?|standpoint\.lock|local-key(\.part)?|stick\.json(\.part)?|tried\.part|tls-(cert|key)\.pem(\.part)?)$/;
/** The same of a sub-folder. */
const OURS_INSIDE = /\.(db|part|sha256)(-wal|-shm|-journal)?$/;

/** Makes an empty file, or leaves the one that is there: SQLite would make one that others can read. */
export function makePrivate(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', FILE));
}

/**
 * Takes from everybody else what they may do with our files, as in a folder that was made beforehand. A
 * folder is changed only where nothing but ours is in it: it may be somebody's home.
 */
export function keepPrivate({ folder, live, keys, backup }: Paths): void {
  const inside = [live, keys, backup];
  for (const path of inside) closeOff(path, readdirSync(path), OURS_INSIDE);
  const own = new Set(inside);
  closeOff(
    folder,
    readdirSync(folder).filter((name) => !own.has(join(folder, name))),
    OURS,
  );
}

function closeOff(folder: string, names: readonly string[], ours: RegExp): void {
  for (const name of names) if (ours.test(name)) takeFromOthers(join(folder, name), FILE);
  if (names.every((name) => ours.test(name))) takeFromOthers(folder, FOLDER);
}

/** Somebody else's stays as it is; so does everything on a disk that has no such rights. */
export function takeFromOthers(path: string, mode = FILE): void {
  if (process.platform === 'win32') return;
  try {
    const { mode: now, uid } = lstatSync(path);
    if ((now & OTHERS) !== 0 && uid === process.getuid?.()) chmodSync(path, mode);
  } catch {
    // It went meanwhile, or cannot be changed here.
  }
}

/**
 * Copies of the main database, which holds sealed state only: one after each sealing, ten are kept. They are
 * numbered, not dated. One more is made as a lobby opens, since what was prepared for it would be lost
 * otherwise; it has the number of the copy before it, and goes with the next. Each has its hash beside it.
 */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeHash } from './hashes.ts';
import type { MainDb } from './mainDb.ts';
import { destroyDatabase, syncFile, syncFolder } from './paths.ts';

const KEPT = 10;
const SEALED = /^sealed-(\d{6})\.db$/;
/** Before there were numbers in it the name was `opened.db`. */
const OPENED = /^(opened(?:-(\d{6}))?\.db)(?:\.sha256)?$/;

/** Numbers of the copies in a folder, oldest first. */
function numbers(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => SEALED.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}

const named = (folder: string, kind: 'sealed' | 'opened', n: number): string =>
  join(folder, `${kind}-${String(n).padStart(6, '0')}.db`);
const pathOf = (folder: string, n: number): string => named(folder, 'sealed', n);

/**
 * Copies of what was prepared. One without a number may be newer than all that is sealed. Of one that was being
 * removed when the program was killed its hash may be all that is left.
 */
function openedIn(folder: string): { path: string; n: number }[] {
  const found = new Map<string, number>();
  for (const file of readdirSync(folder)) {
    const [, name, n] = OPENED.exec(file) ?? [];
    if (name !== undefined) found.set(join(folder, name), Number(n ?? Infinity));
  }
  return [...found].map(([path, n]) => ({ path, n }));
}

/** Makes one more copy and removes the oldest beyond ten. */
export async function backUp(main: MainDb, folder: string): Promise<void> {
  const made = numbers(folder);
  await copyTo(main, pathOf(folder, (made.at(-1) ?? 0) + 1));
  // It knows more than the one of the last lobby, which has a join code in it that is over now.
  dropOpened(folder);
  for (const n of made.slice(0, Math.max(0, made.length + 1 - KEPT))) destroyDatabase(pathOf(folder, n));
  syncFolder(folder);
}

/** Makes the copy of what was prepared, in the place of the one before. */
export async function backUpOpened(main: MainDb, folder: string): Promise<void> {
  const path = named(folder, 'opened', numbers(folder).at(-1) ?? 0);
  await copyTo(main, path);
  for (const before of openedIn(folder)) if (before.path !== path) destroyDatabase(before.path);
}

/** Removes the copy of what was prepared: something in it has been removed. */
export function dropOpened(folder: string): void {
  for (const { path } of openedIn(folder)) destroyDatabase(path);
}

async function copyTo(main: MainDb, path: string): Promise<void> {
  const part = join(dirname(path), 'sealed.part');
  destroyDatabase(part);
  await main.raw.backup(part);
  syncFile(part);
  destroyDatabase(path);
  renameSync(part, path);
  await writeHash(path);
}

/** Copies from which the database can be restored, the newest first. */
export function copiesIn(folder: string): string[] {
  // By their numbers, since a clock may have been put back. The one of a lobby was made after the sealing whose
  // number it has, and before the next: killed in between, the program leaves it beside that one's.
  const sealed = numbers(folder)
    .toReversed()
    .map((n) => ({ path: pathOf(folder, n), n }));
  const opened = openedIn(folder).filter(({ path }) => existsSync(path));
  return [...opened, ...sealed].toSorted((a, b) => b.n - a.n).map(({ path }) => path);
}

/** Removes copies of what was prepared that a later sealing should have taken along. */
export function dropOverdue(folder: string): void {
  const last = numbers(folder).at(-1) ?? 0;
  for (const { path, n } of openedIn(folder)) if (n < last) destroyDatabase(path);
}

/**
 * Replaces every copy by one of now, the copy from before an upgrade too: what was removed from the
 * database must not live on in its backups.
 */
export async function renewBackups(main: MainDb, folder: string): Promise<void> {
  // One that was being made or restored when the program was killed is one too.
  const before = readdirSync(folder).filter((name) => /\.(db|part)$/.test(name));
  await backUp(main, folder);
  for (const name of before) destroyDatabase(join(folder, name));
}

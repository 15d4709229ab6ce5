/**
 * Copies of the main database, which holds sealed state only: one after each sealing, ten are kept.
 * They are numbered, not dated.
 */
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { MainDb } from './mainDb.ts';
import { destroyDatabase, syncFile, syncFolder } from './paths.ts';

const KEPT = 10;
const NAME = /^sealed-(\d{6})\.db$/;

/** Numbers of the copies in a folder, oldest first. */
function numbers(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}

const pathOf = (folder: string, n: number): string => join(folder, `sealed-${String(n).padStart(6, '0')}.db`);

/** Makes one more copy and removes the oldest beyond ten. */
export async function backUp(main: MainDb, folder: string): Promise<void> {
  const made = numbers(folder);
  const path = pathOf(folder, (made.at(-1) ?? 0) + 1);
  const part = join(folder, 'sealed.part');
  destroyDatabase(part);
  await main.raw.backup(part);
  syncFile(part);
  renameSync(part, path);
  for (const n of made.slice(0, Math.max(0, made.length + 1 - KEPT))) destroyDatabase(pathOf(folder, n));
  syncFolder(folder);
}

/**
 * Replaces every copy by one of now, the copy from before an upgrade too: what was removed from the
 * database must not live on in its backups.
 */
export async function renewBackups(main: MainDb, folder: string): Promise<void> {
  const before = readdirSync(folder).filter((name) => name.endsWith('.db'));
  await backUp(main, folder);
  for (const name of before) destroyDatabase(join(folder, name));
}

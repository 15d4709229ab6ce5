/** Opening the data folder: the embedded SQLite store, or one sentence that says why not. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DISK_FULL, isDiskFull } from './diskFull.ts';
import type { Store } from './store.ts';
import type { Db } from './sqlite/database.ts';
import { errorCode, meansDamaged, openDatabase, tooOld } from './sqlite/database.ts';
import type { Unlock } from './sqlite/lock.ts';
import { takeLock } from './sqlite/lock.ts';
import { MainDb } from './sqlite/mainDb.ts';
import { copyBefore, migrate, versionOf } from './sqlite/migrate.ts';
import type { Paths } from './sqlite/paths.ts';
import { makeFolders, pathsIn, syncFolder } from './sqlite/paths.ts';
import { keepPrivate } from './sqlite/private.ts';
import { SqliteStore } from './sqlite/store.ts';

/** Why a data folder cannot be used; nothing in it was changed. */
export interface StoreFault {
  storeFault: 'not-writable' | 'in-use' | 'newer' | 'damaged' | 'not-ours' | 'old-sqlite' | 'disk-full';
  /** One sentence for whoever started the program. */
  sentence: string;
}

export interface StoreOptions {
  /** Gives that many random bytes, for keys and salts; tests fix it. */
  random?: (bytes: number) => Buffer;
}

/** Tells a store from the reason why there is none. */
export function isStoreFault(value: Store | StoreFault): value is StoreFault {
  return 'storeFault' in value;
}

/** Whether there is a store in a folder, whatever its state. */
export function hasStore(folder: string): boolean {
  return existsSync(pathsIn(folder).main);
}

/**
 * Opens the store in a folder and makes both when they are new. An older database is copied to
 * `backup/` and brought up to date. Refused as a value when the folder cannot be written, another
 * Standpoint uses it, the database is newer than this program, damaged or not ours, or the disk is full.
 */
export async function openStore(folder: string, options: StoreOptions = {}): Promise<Store | StoreFault> {
  const paths = pathsIn(folder);
  const version = sqliteVersion();
  if (tooOld(version))
    return fault('old-sqlite', `SQLite ${version} can damage a database; this program needs 3.52 or newer.`);
  const unlock = lockFolder(paths);
  if (typeof unlock !== 'function') return unlock;
  try {
    const store = await openMain(paths, unlock, options.random ?? randomBytes);
    if (isStoreFault(store)) unlock();
    return store;
  } catch (error) {
    unlock();
    if (isDiskFull(error)) return fault('disk-full', DISK_FULL);
    // Whatever is read as JSON here was written as that.
    if (meansDamaged(error) || error instanceof SyntaxError) return damaged(paths);
    throw error;
  }
}

async function openMain(
  paths: Paths,
  unlock: Unlock,
  random: (bytes: number) => Buffer,
): Promise<Store | StoreFault> {
  const version = versionOf(paths.main);
  if (version === 'newer')
    return fault(
      'newer',
      `The data in ${paths.folder} was made by a newer Standpoint; start that one instead.`,
    );
  if (version === 'foreign')
    return fault('not-ours', `${paths.main} is a database, but not one of Standpoint’s.`);
  keepPrivate(paths);
  const raw = openDatabase(paths.main);
  try {
    if (version === 'older') copyBefore(paths);
    return await start(paths, raw, unlock, random);
  } catch (error) {
    raw.close();
    throw error;
  }
}

async function start(
  paths: Paths,
  raw: Db,
  unlock: Unlock,
  random: (bytes: number) => Buffer,
): Promise<Store> {
  const main = new MainDb(raw);
  await migrate(main.query);
  await main.checkpoint();
  syncFolder(paths.folder);
  const store = new SqliteStore({ paths, main, random, unlock });
  await store.tidy();
  // What every page begins with: damage in it is told now, with where the copies are.
  for (const { consultation } of await store.listConsultations()) await store.sessions(consultation.id);
  return store;
}

/** Takes a data folder for this process, and makes it where it is new; gives what lets go of it, or why not. */
export function lockFolder(paths: Paths): Unlock | StoreFault {
  try {
    makeFolders(paths);
    for (const path of [paths.folder, paths.live, paths.keys, paths.backup])
      accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    if (existsSync(paths.main)) accessSync(paths.main, constants.R_OK | constants.W_OK);
    return (
      takeLock(paths.lock) ??
      fault('in-use', `Another Standpoint is using ${paths.folder}; close it or choose another folder.`)
    );
  } catch (error) {
    if (isDiskFull(error)) return fault('disk-full', DISK_FULL);
    const code = errorCode(error);
    if (code === '') throw error;
    return fault('not-writable', `Standpoint cannot write in ${paths.folder} (${code}).`);
  }
}

function damaged(paths: Paths): StoreFault {
  return fault(
    'damaged',
    `${paths.main} is damaged or not a database; it was left as it is, and copies are in ${paths.backup}.`,
  );
}

function fault(storeFault: StoreFault['storeFault'], sentence: string): StoreFault {
  return { storeFault, sentence };
}

function sqliteVersion(): string {
  const db = new Database(':memory:');
  try {
    return String(db.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
}

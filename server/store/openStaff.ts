/** Opening what is kept about staff, in the data folder that the store has locked. */
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DISK_FULL, isDiskFull } from './diskFull.ts';
import type { StoreFault } from './open.ts';
import { errorCode, meansDamaged, openDatabase } from './sqlite/database.ts';
import { copyBefore, migrate, versionOf } from './sqlite/migrate.ts';
import { pathsIn, syncFolder, type Paths } from './sqlite/paths.ts';
import { SqliteStaffStore } from './sqlite/staffStore.ts';
import { up as first } from './sqlite/staffMigrations/0001-first.ts';
import { up as tablets } from './sqlite/staffMigrations/0002-tablets.ts';
import type { StaffStore } from './staffStore.ts';

const MIGRATIONS = { '0001-first': { up: first }, '0002-tablets': { up: tablets } };

/** Tells what is kept about staff from the reason why it cannot be had. */
export function isStaffFault(value: StaffStore | StoreFault): value is StoreFault {
  return 'storeFault' in value;
}

/**
 * Opens the staff's file in a folder whose store is open, and makes it when it is new. One that is damaged
 * is set aside as `staff.damaged.db`, since a room must not wait for it: everyone signs in again, and
 * `setAside` is told. Refused as a value when it cannot be written, is newer than this program or not ours.
 */
export async function openStaff(
  folder: string,
  setAside: (path: string) => void = () => undefined,
): Promise<StaffStore | StoreFault> {
  const paths = pathsIn(folder);
  try {
    if (existsSync(paths.staff)) accessSync(paths.staff, constants.R_OK | constants.W_OK);
    return await open(paths);
  } catch (error) {
    if (!meansDamaged(error)) {
      if (isDiskFull(error)) return fault('disk-full', DISK_FULL);
      if (errorCode(error) === '') throw error;
      return fault('not-writable', `Standpoint cannot write ${paths.staff} (${errorCode(error)}).`);
    }
    const aside = join(folder, 'staff.damaged.db');
    for (const end of ['-wal', '-shm']) rmSync(`${paths.staff}${end}`, { force: true });
    renameSync(paths.staff, aside);
    syncFolder(folder);
    setAside(aside);
    return open(paths);
  }
}

async function open(paths: Paths): Promise<StaffStore | StoreFault> {
  const path = paths.staff;
  const version = versionOf(path, MIGRATIONS);
  if (version === 'newer')
    return fault('newer', `${path} was made by a newer Standpoint; start that one instead.`);
  if (version === 'foreign') return fault('not-ours', `${path} is a database, but not one of Standpoint’s.`);
  if (version === 'older') copyBefore(paths, 'staff');
  const db = openDatabase(path);
  try {
    const store = new SqliteStaffStore(db);
    await migrate(store.query, MIGRATIONS);
    return store;
  } catch (error) {
    db.close();
    throw error;
  }
}

function fault(storeFault: StoreFault['storeFault'], sentence: string): StoreFault {
  return { storeFault, sentence };
}

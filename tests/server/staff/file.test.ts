import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import { isStaffFault, openStaff } from '../../../server/store/openStaff.ts';
import { newFolder, opened } from '../store/made.ts';

/** A folder with a file of sign-ins in which one device is. */
async function usedFolder(): Promise<{ folder: string; path: string }> {
  const folder = newFolder();
  const store = await opened(folder);
  const staff = await openStaff(folder);
  if (isStaffFault(staff)) throw new Error(staff.sentence);
  const session = {
    hash: 'h',
    id: 'i',
    role: 'scribe',
    place: 'device',
    name: 'Tablet',
    since: 1,
    used: 2,
  } as const;
  await staff.addSession(session);
  await staff.close();
  await store.close();
  return { folder, path: join(folder, 'staff.db') };
}

test('S5 T3 a damaged file of sign-ins is set aside as it is, told, and a room need not wait for it', async () => {
  const { folder, path } = await usedFolder();
  const damaged = Buffer.from('a shopping list, not a database\n'.repeat(40));
  writeFileSync(path, damaged);
  const aside: string[] = [];
  const staff = await openStaff(folder, (where) => aside.push(where));
  if (isStaffFault(staff)) throw new Error(staff.sentence);
  expect(await staff.sessions()).toEqual([]);
  await staff.close();
  expect(aside).toEqual([join(folder, 'staff.damaged.db')]);
  expect(readFileSync(aside[0] ?? '')).toEqual(damaged);
});

test('S5 T3 one of a newer version, and one of somebody else, are refused and left', async () => {
  const { folder, path } = await usedFolder();
  const db = new Database(path);
  db.prepare('INSERT INTO kysely_migration VALUES (?, ?)').run('9999-later', '1970-01-01T00:00:00.000Z');
  db.close();
  const before = readFileSync(path);
  expect(await openStaff(folder)).toMatchObject({ storeFault: 'newer' });
  expect(readFileSync(path)).toEqual(before);
  const other = newFolder();
  new Database(join(other, 'staff.db')).exec('CREATE TABLE recipe (name TEXT)').close();
  expect(await openStaff(other)).toMatchObject({ storeFault: 'not-ours' });
});

test('S3 T7 the main database has no table of staff, and so none of their times', async () => {
  const { folder } = await usedFolder();
  const db = new Database(join(folder, 'standpoint.db'), { readonly: true });
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  db.close();
  expect(tables.filter((name) => /audit|passphrase|staff/.test(String(name)))).toEqual([]);
  expect(readFileSync(join(folder, 'standpoint.db'), 'latin1')).not.toContain('Tablet');
});

/** A disk that is full: what went wrong is told, and the database is as it was. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isDiskFull } from '../../../../server/store/diskFull.ts';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { MainDb } from '../../../../server/store/sqlite/mainDb.ts';
import { migrate } from '../../../../server/store/sqlite/migrate.ts';
import { takeIn } from '../../../../server/store/sqlite/takeIn.ts';
import { held } from '../../../support/archives.ts';
import { aConsultation, newFolder } from '../made.ts';

test('S5 a transaction on a full disk fails as such, leaves nothing, and can be tried again', async () => {
  const raw = openDatabase(join(newFolder(), 'main.db'));
  const main = new MainDb(raw);
  await migrate(main.query);
  const most = raw.pragma('max_page_count', { simple: true });
  raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`);
  const answers = Array.from({ length: 2000 }, () => 3);
  const taken = {
    consultation: { ...aConsultation('shared'), aim: 'x'.repeat(4000) },
    from: null,
    sealed: [held('aa', answers)],
    sessions: [],
    reviews: [],
    report: null,
    releases: [],
  };
  const failed: unknown = await takeIn(main, taken).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 'SQLITE_FULL' });
  expect(isDiskFull(failed)).toBe(true);
  const count = (table: string): unknown => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect([count('consultation'), count('session'), count('response')]).toEqual([0, 0, 0]);
  raw.pragma(`max_page_count = ${String(most)}`);
  expect(await takeIn(main, taken)).toEqual({ revision: 1, less: [] });
  expect(count('response')).toBe(2000);
  await main.close();
});

test('S5 what SQLite has rolled back by itself is not hidden by rolling back once more', async () => {
  const raw = openDatabase(join(newFolder(), 'main.db'));
  const main = new MainDb(raw);
  await migrate(main.query);
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  const failing = main.transaction(async () => {
    // As it does when a page cannot be written.
    raw.exec('ROLLBACK');
    throw full;
  });
  await expect(failing).rejects.toBe(full);
  expect(await main.transaction(async () => 'again')).toBe('again');
  await main.close();
});

test('S5 only what is for want of room counts as a full disk', () => {
  const error = (code: string): Error => Object.assign(new Error('x'), { code });
  expect(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].map((code) => isDiskFull(error(code)))).toEqual([
    true,
    true,
    true,
  ]);
  for (const other of [error('EACCES'), error('SQLITE_BUSY'), new Error('x'), null, 'ENOSPC'])
    expect(isDiskFull(other)).toBe(false);
});

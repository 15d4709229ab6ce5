import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import { openStore } from '../../../../server/store/open.ts';
import { isStaffFault, openStaff } from '../../../../server/store/openStaff.ts';
import { tooOld } from '../../../../server/store/sqlite/database.ts';
import { newReport } from '../../../../core/report/document.ts';
import { aConsultation, aResponse, aSession, begun, newFolder, opened } from '../made.ts';

/** Every file of a folder with its bytes. */
function bytesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path, readFileSync(path, 'base64')]),
  );
}

/** Takes out the tables of recommendations, points, themes, case studies and corrections, those that hang on others first. */
const WITHOUT_TALK = [
  'point_second',
  'coding_second',
  'correction',
  'case_study',
  'told_gone',
  'told_done',
  'told_quote',
  'told',
  'recommendation_out',
  'recommendation_known',
  'recommendation_postit',
  'recommendation_point',
  'recommendation',
  'passage',
  'source',
  'question',
  'coding',
  'point_postit',
  'talk_live',
  'talk_live_coding',
  'talk_gone',
  'talk_done',
  'point',
  'theme',
]
  .map((table) => `DROP TABLE ${table};`)
  .join(' ');

/** A folder with a consultation in it, and the path of its database. */
async function usedFolder(): Promise<{ folder: string; main: string }> {
  const folder = newFolder();
  const store = await opened(folder);
  await store.saveConsultation(aConsultation(), null);
  await store.close();
  return { folder, main: join(folder, 'standpoint.db') };
}

/** What others may do with each file and folder in a folder, and with itself; those with nothing are left out. */
function openToOthers(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return ['.', ...names].filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0).toSorted();
}

const posix = process.platform === 'win32' ? test.skip : test;

describe('S5 what others on the machine can read', () => {
  posix('S5 nothing of a folder that was made beforehand, nor of one from an earlier version', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o755);
    const use = async (): Promise<void> => {
      const store = await opened(folder);
      const staff = await openStaff(folder);
      const live = await begun(store, aSession(`session-${readdirSync(join(folder, 'backup')).length}`));
      await live.place(aResponse(1, 'a'));
      expect(openToOthers(folder)).toEqual([]);
      await store.seal(live.session, true);
      if (!isStaffFault(staff)) await staff.close();
      await store.close();
      expect(openToOthers(folder)).toEqual([]);
    };
    await use();
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
    for (const path of all) chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
    chmodSync(folder, 0o755);
    await use();
  });

  posix(
    'S5 a folder with something else in it, a home for one, stays as it is but for our files',
    async () => {
      const folder = newFolder();
      chmodSync(folder, 0o755);
      mkdirSync(join(folder, 'backup'), { mode: 0o755 });
      for (const name of ['letter.txt', 'backup/photo.jpg'])
        writeFileSync(join(folder, name), 'mine', { mode: 0o644 });
      await (await opened(folder)).close();
      expect(openToOthers(folder)).toEqual(['.', 'backup', 'backup/photo.jpg', 'letter.txt']);
    },
  );
});

describe('S5 opening', () => {
  test('S5 a folder in use is refused, and free again when the first has closed', async () => {
    const { folder } = await usedFolder();
    const first = await opened(folder);
    expect(await openStore(folder)).toMatchObject({ storeFault: 'in-use' });
    await first.close();
    await (await opened(folder)).close();
  });

  test('S5 a database of a newer version is refused and left as it is', async () => {
    const { folder, main } = await usedFolder();
    const db = new Database(main);
    db.prepare('INSERT INTO kysely_migration VALUES (?, ?)').run('9999-later', '1970-01-01T00:00:00.000Z');
    db.close();
    const before = bytesOf(folder);
    expect(await openStore(folder)).toMatchObject({ storeFault: 'newer' });
    expect(bytesOf(folder)).toEqual(before);
  });

  test('S5 notes of migrations that are damaged are told as damage, and the file is left', async () => {
    const { folder, main } = await usedFolder();
    const db = new Database(main);
    db.exec(`UPDATE kysely_migration SET timestamp = 'damaged' WHERE name = '0001-first'`);
    db.close();
    const before = readFileSync(main);
    expect(await openStore(folder)).toMatchObject({ storeFault: 'damaged' });
    expect(readFileSync(main)).toEqual(before);
  });

  test.each(['session', 'consultation'])(
    'S5 a document of a %s that is damaged is told as damage, and the file is left',
    async (table) => {
      const folder = newFolder();
      const store = await opened(folder);
      await store.saveConsultation(aConsultation(), null);
      await store.saveSession(aSession('session-1', { state: 'draft' }));
      await store.close();
      const main = join(folder, 'standpoint.db');
      const db = new Database(main);
      db.exec(`UPDATE ${table} SET document = '{"na' || x'01'`);
      db.close();
      const before = readFileSync(main);
      expect(await openStore(folder)).toMatchObject({ storeFault: 'damaged' });
      expect(readFileSync(main)).toEqual(before);
    },
  );

  test('S5 a file that is no database, a damaged one, and somebody else’s are refused and left', async () => {
    const { folder, main } = await usedFolder();
    const whole = readFileSync(main);
    const damaged = Buffer.from(whole);
    damaged.fill(0xa5, 4096, 4096 * 3);
    for (const content of [Buffer.from('a shopping list, not a database\n'.repeat(40)), damaged]) {
      writeFileSync(main, content);
      const before = bytesOf(folder);
      expect(await openStore(folder)).toMatchObject({ storeFault: 'damaged' });
      expect(bytesOf(folder)).toEqual(before);
    }
    writeFileSync(main, whole);
    await (await opened(folder)).close();
    const other = newFolder();
    new Database(join(other, 'standpoint.db')).exec('CREATE TABLE recipe (name TEXT)').close();
    expect(await openStore(other)).toMatchObject({ storeFault: 'not-ours' });
  });

  test('S5 a folder that cannot be made or written is refused in one sentence', async () => {
    const parent = newFolder();
    writeFileSync(join(parent, 'file'), '');
    const shut = join(parent, 'shut');
    mkdirSync(shut);
    chmodSync(shut, 0o500);
    // Whoever may do anything is not stopped by a mode, but by a folder of the kernel's.
    const closed = process.getuid?.() === 0 ? '/proc/self' : shut;
    for (const folder of [join(parent, 'file', 'data'), join(parent, 'file'), closed]) {
      const refused = await openStore(folder);
      expect(refused).toMatchObject({ storeFault: 'not-writable' });
      expect(refused).toHaveProperty('sentence', expect.stringMatching(/^[^.]*\([A-Z]+\)\.$/));
    }
  });

  test('S5 an older database is copied before it is changed', async () => {
    const { folder, main } = await usedFolder();
    const db = new Database(main);
    db.exec(`${WITHOUT_TALK} DELETE FROM kysely_migration; DROP TABLE day_change; DROP TABLE destroyed; DROP TABLE to_scrub; DROP TABLE day_seen; DROP TABLE removed_session; DROP TABLE photo; DROP TABLE kept_codes; DROP TABLE left_out; DROP TABLE spent_code;
      DROP TABLE removed_release; DROP TABLE review; DROP TABLE report; DROP TABLE release; DROP TABLE tally;
      DROP TABLE response; DROP TABLE eligible;
      DROP TABLE board; DROP TABLE session; DROP TABLE consultation; CREATE TABLE earlier (x TEXT)`);
    db.close();
    await (await opened(folder)).close();
    const copy = new Database(join(folder, 'backup', 'before-upgrade.db'), { readonly: true });
    const tables = copy
      .prepare(`SELECT name FROM sqlite_master WHERE name IN ('earlier', 'session')`)
      .pluck();
    expect(tables.all()).toEqual(['earlier']);
    copy.close();
  });

  test('S5 a database from before there were reports gets their tables and settings', async () => {
    const { folder, main } = await usedFolder();
    const db = new Database(main);
    db.exec(`${WITHOUT_TALK} DELETE FROM kysely_migration WHERE name > '0001-first'; DROP TABLE day_change;
      DROP TABLE destroyed; DROP TABLE to_scrub; DROP TABLE day_seen; DROP TABLE removed_session; DROP TABLE photo; DROP TABLE kept_codes; DROP TABLE left_out; DROP TABLE spent_code; DROP TABLE removed_release; DROP TABLE review;
      DROP TABLE report; DROP TABLE release; DROP INDEX response_with_comment;
      UPDATE consultation SET document = json_remove(document, '$.breakdowns', '$.approvals',
        '$.withdrawDays', '$.keepUntil', '$.under18')`);
    db.close();
    const store = await opened(folder);
    expect((await store.consultation('c1'))?.consultation).toEqual(aConsultation());
    expect(await store.releases('c1')).toEqual([]);
    expect(await store.saveReport('c1', newReport(5, 'shown'), null)).toEqual({ revision: 1 });
    await store.close();
    expect(readdirSync(join(folder, 'backup'))).toContain('before-upgrade.db');
  });

  test('S5 a SQLite that can damage databases is told from one that cannot', () => {
    expect(['3.51.2', '3.7.0', '2.8.17'].map(tooOld)).toEqual([true, true, true]);
    expect(['3.52.0', '3.54.1', '4.0.0'].map(tooOld)).toEqual([false, false, false]);
  });
});

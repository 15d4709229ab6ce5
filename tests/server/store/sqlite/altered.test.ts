/** Files of running sessions in which something is not as it was written. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { createLiveTables } from '../../../../server/store/sqlite/liveFile.ts';
import { damagedPath, pathsIn, slotPaths } from '../../../../server/store/sqlite/paths.ts';
import { aResponse, begun, newFolder, opened, openedRoom, reopened } from '../made.ts';

test('S1 a letter of an answer, or of the room, that the disk changed is noticed, and the last copy taken', async () => {
  const paths = pathsIn(newFolder());
  const store = await opened(paths.folder);
  const live = await begun(store);
  const placed = aResponse(1, 'a', { comment: 'They listen to me' });
  await live.place(placed);
  await live.close();
  const [file, [slot]] = [join(paths.live, 'session-1.db'), slotPaths(paths, 'session-1')];
  const whole = readFileSync(file);
  copyFileSync(file, slot);
  for (const [was, is] of [
    ['They listen', 'They lister'],
    ['"doorLocked":false', '"doorLocked":true '],
  ] as const) {
    const changed = Buffer.from(whole);
    const at = changed.indexOf(was);
    expect(at).toBeGreaterThan(0);
    changed.write(is, at);
    writeFileSync(file, changed);
    const then = await reopened(store);
    expect(then.current(1, 'a')).toEqual(placed);
    expect(readFileSync(damagedPath(paths, 'session-1')).includes(is)).toBe(true);
    await then.close();
  }
  await store.close();
});

test('S1 a file that was not begun to the end is begun anew; one with a wrong mark, or a wrong letter in what describes it, gives way to its copy', async () => {
  const paths = pathsIn(newFolder());
  const store = await opened(paths.folder);
  const file = join(paths.live, 'session-1.db');
  const cut = openDatabase(file);
  createLiveTables(cut, openedRoom(), 'mark');
  cut.exec('DELETE FROM room');
  cut.close();
  const live = await begun(store);
  await live.place(aResponse(1, 'a'));
  await live.close();
  const whole = readFileSync(file);
  const db = new Database(file, { readonly: true });
  const mark = String(db.prepare('SELECT mark FROM room').pluck().get());
  db.close();
  for (const [was, is] of [
    [mark, `${mark.startsWith('A') ? 'B' : 'A'}${mark.slice(1)}`],
    ['revision INTEGER', 'revisiom INTEGER'],
  ] as const) {
    copyFileSync(file, slotPaths(paths, 'session-1')[0]);
    const changed = Buffer.from(whole);
    changed.write(is, changed.indexOf(was));
    writeFileSync(file, changed);
    const then = await reopened(store);
    expect(then.current(1, 'a')).toEqual(aResponse(1, 'a'));
    await then.close();
  }
  // Without a good copy one wrong letter is less than all answers.
  for (const path of slotPaths(paths, 'session-1')) rmSync(path, { force: true });
  const changed = readFileSync(file);
  changed.write('"doorLocked":true ', changed.indexOf('"doorLocked":false'));
  writeFileSync(file, changed);
  expect((await (await reopened(store)).responses()).length).toBe(1);
  await store.close();
});

test('S1 a live file from before rows had sums is taken as it is, and what is written to it gets them', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const live = await begun(store);
  await live.place(aResponse(1, 'a'));
  await live.close();
  const file = join(folder, 'live', 'session-1.db');
  const before = new Database(file);
  before.exec(
    `ALTER TABLE room DROP COLUMN sum; ALTER TABLE response DROP COLUMN sum; PRAGMA user_version = 1`,
  );
  before.close();
  const then = await reopened(store);
  await then.place(aResponse(1, 'b'));
  await then.quote([{ board: 1, tag: 'b' }], true);
  await then.close();
  const after = new Database(file, { readonly: true });
  expect(after.prepare('SELECT tag, sum IS NULL FROM response ORDER BY tag').raw().all()).toEqual([
    ['a', 1],
    ['b', 0],
  ]);
  after.close();
  expect((await (await reopened(store)).responses()).map(({ tag, quote }) => [tag, quote])).toEqual([
    ['a', false],
    ['b', true],
  ]);
  await store.close();
});

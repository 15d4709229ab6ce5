/** Looking through the files after a start: what the disk has changed is found, and named. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { pathsIn } from '../../../../server/store/sqlite/paths.ts';
import { aResponse, aSession, begun, newFolder, opened } from '../made.ts';

const going = new AbortController().signal;

async function sealed(): Promise<string> {
  const folder = newFolder();
  const store = await opened(folder);
  for (const id of ['session-1', 'session-2']) {
    const live = await begun(store, aSession(id));
    for (const tag of ['a', 'b', 'c']) await live.place(aResponse(1, tag));
    await store.seal(id, false);
  }
  await store.carry.check(going);
  expect(store.carry.findings()).toEqual([]);
  await store.close();
  return folder;
}

test('O8 a copy that the disk has changed and an answer that is no longer what was counted are named', async () => {
  const folder = await sealed();
  const { main, backup } = pathsIn(folder);
  const copy = join(backup, 'sealed-000001.db');
  const bytes = readFileSync(copy);
  bytes[bytes.length - 50] = (bytes[bytes.length - 50] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  // An answer that has turned into another one: no check of the database's own sees it.
  const db = new Database(main);
  db.exec(
    "UPDATE response SET answer = 5 WHERE tag = 'b' AND session = (SELECT key FROM session WHERE id = 'session-2')",
  );
  db.close();
  const store = await opened(folder);
  await store.carry.check(going);
  expect(store.carry.findings()).toEqual([
    { is: 'sealed-differs', session: 'session-2' },
    { is: 'copy-damaged', name: 'sealed-000001.db' },
  ]);
  await store.close();
});

test('O8 a database that is damaged where nobody reads is named, and the program goes on', async () => {
  const folder = await sealed();
  const { main } = pathsIn(folder);
  const db = new Database(main);
  const of = (sql: string): number => Number(db.prepare(sql).pluck().get());
  const page = of("SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'session' LIMIT 1");
  const size = Number(db.pragma('page_size', { simple: true }));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  // A letter of a key in the index: the quick check of the start does not compare it with its table.
  const bytes = readFileSync(main);
  const at = bytes.indexOf('session-1', (page - 1) * size);
  expect(at).toBeLessThan(page * size);
  bytes.write('0', at + 'session-'.length);
  writeFileSync(main, bytes);
  const again = await opened(folder);
  await again.carry.check(going);
  expect(again.carry.findings()).toEqual([{ is: 'database-damaged' }]);
  await again.close();
});

test('O8 it ends at once when the program does', async () => {
  const folder = await sealed();
  const store = await opened(folder);
  const over = new AbortController();
  const checking = store.carry.check(over.signal);
  over.abort();
  await checking;
  await store.close();
  expect(store.carry.findings()).toEqual([]);
});

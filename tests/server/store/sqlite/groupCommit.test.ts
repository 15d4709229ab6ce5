import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { openDatabase, type Db } from '../../../../server/store/sqlite/database.ts';
import { GroupCommit } from '../../../../server/store/sqlite/groupCommit.ts';
import { newFolder } from '../made.ts';

let db: Db;
let other: Db;
beforeEach(() => {
  const path = join(newFolder(), 'x.db');
  db = openDatabase(path);
  db.exec('CREATE TABLE answer (n INTEGER NOT NULL)');
  other = new Database(path, { readonly: true });
});
afterEach(() => {
  other.close();
  db.close();
});

const count = (): number => Number(other.prepare('SELECT count(*) FROM answer').pluck().get());
const write = (n: number | null) => () => void db.prepare('INSERT INTO answer (n) VALUES (?)').run(n);

test('S1 the answer to a write comes when another connection can read what was written', async () => {
  const commits = new GroupCommit(db);
  const seen = await Promise.all(
    [1, 2, 3].map((n) => commits.add({ write: write(n), done: count, undo: () => undefined })),
  );
  expect(seen).toEqual([3, 3, 3]);
});

test('S1 when a commit fails all that shared it are told so, latest first put back, and the next one goes on', async () => {
  const commits = new GroupCommit(db);
  const undone: number[] = [];
  const job = (n: number | null) =>
    commits.add({ write: write(n), done: () => 'saved', undo: () => undone.push(n ?? 0) });
  const results = await Promise.allSettled([job(1), job(null), job(3)]);
  expect(results.map((r) => r.status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(undone).toEqual([3, 0, 1]);
  expect(count()).toBe(0);
  expect(await job(4)).toBe('saved');
  expect(count()).toBe(1);
  commits.close();
  await expect(job(5)).rejects.toThrow('closed');
});

test('S1 while another connection writes the file what comes in waits, and is committed when that is over', async () => {
  const commits = new GroupCommit(db);
  const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const job = (n: number): Promise<number> =>
    commits.add({ write: write(n), done: count, undo: () => undefined });
  const before = job(1);
  const held = commits.hold(() => first.promise);
  const during = job(2);
  await new Promise(setImmediate);
  expect(count()).toBe(0);
  first.resolve(undefined);
  await held;
  expect([await before, await during]).toEqual([2, 2]);
  // A fault of the other one is told to who asked for it; the queue goes on.
  const failing = commits.hold(() => second.promise);
  const last = job(3);
  commits.close();
  await expect(job(4)).rejects.toThrow('closed');
  second.reject(new Error('no room'));
  await expect(failing).rejects.toThrow('no room');
  expect(await last).toBe(3);
});

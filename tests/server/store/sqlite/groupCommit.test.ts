import { join } from 'node:path';
import { renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { openDatabase, type Db } from '../../../../server/store/sqlite/database.ts';
import { GroupCommit } from '../../../../server/store/sqlite/groupCommit.ts';
import { landed } from '../../../../server/store/sqlite/landed.ts';
import { WrittenFile, type PlainWrite, type Write } from '../../../../server/store/sqlite/writes.ts';
import { newFolder } from '../made.ts';

const STATEMENTS = [
  'INSERT INTO answer (n) VALUES (?)',
  'DELETE FROM answer WHERE n = ?',
  'INSERT INTO kind (value) VALUES (?)',
];

let path: string;
let db: Db;
let file: WrittenFile;
beforeEach(() => {
  path = join(newFolder(), 'x.db');
  db = openDatabase(path);
  db.exec('CREATE TABLE answer (n INTEGER NOT NULL) STRICT; CREATE TABLE kind (value ANY) STRICT');
  file = new WrittenFile({ path, statements: STATEMENTS, logPages: 1000 });
});
afterEach(async () => {
  await file.close();
  db.close();
});

const count = (): number => Number(db.prepare('SELECT count(*) FROM answer').pluck().get());
const NOTHING: readonly Write[] = [];
const insert = (n: number | null): readonly Write[] => [[0, n]];

test('S1 the answer to a write comes when another connection can read what was written', async () => {
  const commits = new GroupCommit(file, (writes) => landed(db, STATEMENTS, writes));
  const seen = await Promise.all(
    [1, 2, 3].map((n) => commits.add({ writes: insert(n), done: count, undo: () => undefined })),
  );
  expect(seen).toEqual([3, 3, 3]);
});

test('S1 when a commit fails all that shared it or came since are told so, latest first put back, and the next one goes on', async () => {
  const commits = new GroupCommit(file, (writes) => landed(db, STATEMENTS, writes));
  const undone: number[] = [];
  const job = (n: number, writes: readonly Write[]) =>
    commits.add({ writes, done: () => `saved ${n}`, undo: () => undone.push(n) });
  const first = [job(1, insert(1)), job(2, NOTHING), job(3, insert(null))];
  // By then the thread has it.
  await new Promise(setImmediate);
  const results = await Promise.allSettled([...first, job(4, insert(4))]);
  expect(results.map((r) => r.status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  expect(results[0]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_NOTNULL' } });
  expect(undone).toEqual([4, 3, 2, 1]);
  expect(count()).toBe(0);
  expect(await job(5, insert(5))).toBe('saved 5');
  expect(count()).toBe(1);
  await commits.close();
  await expect(job(6, insert(6))).rejects.toThrow('closed');
});

test('S1 closing commits what waits, and what only waits for a commit is answered after it', async () => {
  const commits = new GroupCommit(file, (writes) => landed(db, STATEMENTS, writes));
  const order: number[] = [];
  const job = (n: number, writes: readonly Write[]) =>
    commits.add({ writes, done: () => order.push(n), undo: () => undefined });
  void job(1, insert(1));
  await new Promise(setImmediate);
  void job(2, NOTHING);
  void job(3, insert(3));
  await commits.close();
  expect([order, count()]).toEqual([[1, 2, 3], 2]);
});

test('S1 what piled up while the disk stalled goes in batches that fail by themselves, and all of it is committed', async () => {
  let batches: number[] = [];
  const counting = {
    commit: (writes: readonly Write[]): Promise<void> => {
      batches.push(writes.length);
      return file.commit(writes);
    },
  };
  const commits = new GroupCommit(counting, (writes) => landed(db, STATEMENTS, writes));
  const job = (n: number) => commits.add({ writes: insert(n), done: () => n, undo: () => undefined });
  const first = job(0);
  await new Promise(setImmediate);
  const rest = Array.from({ length: 4500 }, (_, n) => job(n + 1));
  await first;
  batches = [];
  expect(await Promise.all(rest)).toEqual(Array.from({ length: 4500 }, (_, n) => n + 1));
  expect(Math.max(...batches)).toBeLessThanOrEqual(2000);
  expect(count()).toBe(4501);
  // Closing takes all of it along.
  const last = Array.from({ length: 2500 }, (_, n) => job(n));
  await commits.close();
  expect((await Promise.all(last)).length).toBe(2500);
});

test('S1 a disk that holds up a write holds up nobody else', async () => {
  const commits = new GroupCommit(file, (writes) => landed(db, STATEMENTS, writes));
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  const held = commits.add({ writes: insert(1), done: count, undo: () => undefined });
  // This thread goes on, and it is what the write waits for.
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  other.exec('COMMIT');
  other.close();
  expect(await held).toBe(1);
});

test('S1 whole numbers are written as such, in a column of any type too', async () => {
  await file.commit([
    [2, 5],
    [2, 'declined'],
    [2, null],
  ]);
  const kinds = db.prepare('SELECT typeof(value) FROM kind').pluck().all();
  expect(kinds).toEqual(['integer', 'text', 'null']);
});

test('S1 a file is written anew and its log emptied between two commits', async () => {
  const commits = new GroupCommit(file, (writes) => landed(db, STATEMENTS, writes));
  const job = (writes: readonly Write[]) => commits.add({ writes, done: count, undo: () => undefined });
  const many = Array.from({ length: 5000 }, (_, n): PlainWrite => [0, n]);
  await job(many);
  const pages = (): number => Number(db.pragma('page_count', { simple: true }));
  const before = pages();
  const out = job(many.map(([, n]): PlainWrite => [1, n as number]));
  await new Promise(setImmediate);
  const [, , last] = await Promise.all([out, file.rewrite(), job(insert(1))]);
  expect(last).toBe(1);
  expect(pages()).toBeLessThan(before);
  expect(await file.emptyLog()).toBe(true);
});

test('S1 a file that is gone is not made anew, and once it is back it is written to', async () => {
  db.close();
  renameSync(path, `${path}.away`);
  await expect(file.commit(insert(1))).rejects.toThrow('gone');
  renameSync(`${path}.away`, path);
  await file.commit(insert(1));
  db = openDatabase(path);
  expect(count()).toBe(1);
});

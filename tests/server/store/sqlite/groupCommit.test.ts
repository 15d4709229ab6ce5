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

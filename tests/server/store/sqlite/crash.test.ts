import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { copyFileSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import type { LiveStore } from '../../../../server/store/store.ts';
import { checkpoint, openDatabase } from '../../../../server/store/sqlite/database.ts';
import { createLiveFiles } from '../../../../server/store/sqlite/liveFiles.ts';
import { SqliteLive } from '../../../../server/store/sqlite/liveStore.ts';
import { damagedPath, makeFolders, pathsIn, slotPaths } from '../../../../server/store/sqlite/paths.ts';
import { Slots } from '../../../../server/store/sqlite/slots.ts';
import { randomBytes } from 'node:crypto';
import {
  aParticipant,
  aResponse,
  aSession,
  begun,
  newFolder,
  opened,
  openedRoom,
  reopened,
} from '../made.ts';

/** Places without pause in a process of its own, and prints what was acknowledged. */
const PLACING = `
  const [folder, from] = process.argv.slice(1);
  const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, '../../../../server/store/open.ts'))});
  const store = await openStore(folder);
  const live = await store.openLive('session-1');
  const place = async (tag, revision) => {
    const answer = 1 + (revision % 5);
    await live.place({ board: 1, tag, revision, membership: '', answer, comment: tag + revision,
      audience: 'room', quote: false, channel: 'phone', person: null, note: '' });
    process.stdout.write(tag + ' ' + revision + '\\n');
    await place(tag, revision + 1);
  };
  await Promise.all(Array.from({ length: 20 }, (_, i) => place('t' + i, Number(from))));
`;

/** Runs the above until so many were acknowledged, then kills it. Gives the last revision of each tag. */
async function placeAndKill(folder: string, from: number, acks: number): Promise<Map<string, number>> {
  const args = ['--input-type=module', '-e', PLACING, folder, String(from)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acked = new Map<string, number>();
  let n = 0;
  for await (const line of createInterface(child.stdout)) {
    const [tag = '', revision] = line.split(' ');
    // A line cut off by the kill names a lower revision or none, never a higher one.
    acked.set(tag, Math.max(acked.get(tag) ?? 0, Number(revision)));
    n += 1;
    if (n === acks) child.kill('SIGKILL');
  }
  return acked;
}

describe('S1 crashes', () => {
  test('S1 S6 every file is opened with full sync and with deleted text overwritten', () => {
    const db = openDatabase(join(newFolder(), 'x.db'));
    const wanted = {
      journal_mode: 'wal',
      synchronous: 2,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      foreign_keys: 1,
      secure_delete: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      temp_store: 2,
      wal_autocheckpoint: 1000,
      journal_size_limit: 67_108_864,
    };
    const found = Object.keys(wanted).map((name) => [name, db.pragma(name, { simple: true })]);
    expect(Object.fromEntries(found)).toEqual(wanted);
    db.close();
  });

  test('S1 whatever was acknowledged is there after kill -9, three times over', async () => {
    const folder = newFolder();
    let store = await opened(folder);
    await begun(store);
    for (const [from, acks] of [
      [1, 300],
      [100_000, 1500],
      [200_000, 4000],
    ] as const) {
      await store.close();
      const acked = await placeAndKill(folder, from, acks);
      expect(acked.size).toBe(20);
      store = await opened(folder);
      const live = await reopened(store);
      for (const [tag, revision] of acked) {
        const kept = live.current(1, tag);
        expect(kept?.revision).toBeGreaterThanOrEqual(revision);
        expect(kept?.comment).toBe(`${tag}${kept?.revision}`);
      }
    }
    await store.close();
  });

  test('S1 nobody waits for another program that reads a file while its log is to be emptied', () => {
    const path = join(newFolder(), 'x.db');
    const db = openDatabase(path);
    db.exec('CREATE TABLE t (x TEXT) STRICT');
    const reader = new Database(path, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM t').get();
    db.exec(`INSERT INTO t VALUES ('more')`);
    const began = performance.now();
    expect(checkpoint(db)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(db.pragma('busy_timeout', { simple: true })).toBe(5000);
    reader.close();
    expect(checkpoint(db)).toBe(true);
    db.close();
  });

  test('S1 another program that opens the files of a running session and closes them takes nothing away', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store);
    await live.place(aResponse(1, 'a'));
    await live.saveParticipant(aParticipant('h'));
    const files = ['live', 'keys'].map((inside) => join(folder, inside, 'session-1.db'));
    const logs = files.map((file) => statSync(`${file}-wal`).ino);
    for (const file of files) {
      const looks = `new (require('better-sqlite3'))(${JSON.stringify(file)}).exec('SELECT * FROM sqlite_schema').close()`;
      execFileSync(process.execPath, ['--eval', looks], { cwd: import.meta.dirname });
    }
    expect(files.map((file) => statSync(`${file}-wal`).ino)).toEqual(logs);
    await store.close();
  });

  test('S1 a commit that fails is told, memory is as the disk, and later ones are kept', async () => {
    const paths = pathsIn(newFolder());
    makeFolders(paths);
    const { db, keys } = createLiveFiles(paths, 'session-1', openedRoom(), randomBytes);
    const slots = new Slots(db.name, slotPaths(paths, 'session-1'), damagedPath(paths, 'session-1'));
    const live: LiveStore = new SqliteLive('session-1', db, keys, slots, () => undefined);
    const first = aResponse(1, 'kept', { comment: 'first' });
    await live.place(first);
    db.exec(`CREATE TRIGGER no_room BEFORE INSERT ON response WHEN length(NEW.comment) > 1000
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    const long = 'x'.repeat(2000);
    const tried = await Promise.allSettled([
      live.place(aResponse(1, 'kept', { revision: 2, comment: 'second' })),
      live.place(aResponse(1, 'kept', { revision: 2, comment: 'second' })),
      live.place(aResponse(1, 'kept', { revision: 1 })),
      ...Array.from({ length: 50 }, (_, i) => live.place(aResponse(1, `t${i}`, { comment: long }))),
    ]);
    expect(new Set(tried.map((t) => t.status))).toEqual(new Set(['rejected']));
    expect(await live.responses()).toEqual([first]);
    expect(db.prepare('SELECT tag, comment FROM response').all()).toEqual([
      { tag: 'kept', comment: 'first' },
    ]);
    db.exec('DROP TRIGGER no_room');
    const second = aResponse(1, 'kept', { revision: 2, comment: 'second' });
    expect(await live.place(second)).toEqual({ saved: second, before: first });
    await live.close();
  });

  test('S3 sealing that was cut off before the live file went is completed at the next start', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store);
    await live.place(aResponse(1, 'a'));
    await live.close();
    const [file, kept] = [join(folder, 'live', 'session-1.db'), join(folder, 'copy.db')];
    copyFileSync(file, kept);
    await store.seal('session-1', true);
    copyFileSync(kept, file);
    await store.close();
    const then = await opened(folder);
    expect(readdirSync(join(folder, 'live'))).toEqual([]);
    expect((await then.figures(['session-1'])).tallies.map((t) => t.n)).toEqual([1]);
    await then.close();
  });

  test('S4 without its key a session is read-only; no key is made, and it can still be sealed', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store);
    await live.place(aResponse(1, 'a'));
    await live.close();
    const key = join(folder, 'keys', 'session-1.db');
    await (await begun(store, aSession('session-2'))).close();
    copyFileSync(join(folder, 'keys', 'session-2.db'), key);
    expect(await store.openLive('session-1')).toEqual({ refusal: 'read-only' });
    writeFileSync(key, '');
    expect(await store.openLive('session-1')).toEqual({ refusal: 'read-only' });
    for (const end of ['', '-wal', '-shm']) rmSync(key + end, { force: true });
    expect(await store.openLive('session-1')).toEqual({ refusal: 'read-only' });
    expect(existsSync(key)).toBe(false);
    await store.seal('session-1', true);
    expect((await store.figures(['session-1'])).tallies.map((t) => t.n)).toEqual([1]);
    await store.close();
  });

  test('S1 a replay is acknowledged only when what it repeats is on the disk, also behind an earlier change', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store);
    await live.place(aResponse(1, 'a'));
    // Another program writes: what is placed now waits for it.
    const other = new Database(join(folder, 'live', 'session-1.db'));
    other.exec('BEGIN IMMEDIATE');
    const second = live.place(aResponse(1, 'a', { revision: 2 }));
    await new Promise(setImmediate);
    const third = live.place(aResponse(1, 'a', { revision: 3, comment: 'changed' }));
    const order: string[] = [];
    const noted = [second, third].map((placed, i) => placed.then(() => order.push(`revision ${i + 2}`)));
    const replayed = second
      .then(() => live.place(aResponse(1, 'a', { revision: 3, comment: 'changed' })))
      .then(() => order.push('the replay of 3'));
    other.exec('COMMIT');
    other.close();
    await Promise.all([...noted, replayed]);
    expect(order).toEqual(['revision 2', 'revision 3', 'the replay of 3']);
    await store.close();
  });

  test('S1 a damaged live file is set aside and its last copy taken, until sealing removes both', async () => {
    const folder = newFolder();
    const paths = pathsIn(folder);
    const store = await opened(folder);
    const live = await begun(store);
    await live.place(aResponse(1, 'a'));
    await live.saveParticipant(aParticipant('h'));
    await live.close();
    const file = join(folder, 'live', 'session-1.db');
    copyFileSync(file, slotPaths(paths, 'session-1')[0]);
    writeFileSync(file, 'no longer a database '.repeat(500));
    const then = await reopened(store);
    expect(then.current(1, 'a')).toEqual(aResponse(1, 'a'));
    expect(readdirSync(join(folder, 'live'))).toContain('session-1.damaged.db');
    await store.seal('session-1', true);
    expect(readdirSync(join(folder, 'live'))).toEqual([]);
    await store.close();
  });
});

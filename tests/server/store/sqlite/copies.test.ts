/** Copies and their hashes: made with every copy, checked before one is used, and the drill of restoring. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { openStore } from '../../../../server/store/open.ts';
import { goodCopy, isRestored, restoreStore } from '../../../../server/store/restore.ts';
import { copiesIn } from '../../../../server/store/sqlite/backups.ts';
import { newestFirst, Slots } from '../../../../server/store/sqlite/slots.ts';
import { copy } from '../../../../server/store/sqlite/copies.ts';
import { checkHash, writeHash } from '../../../../server/store/sqlite/hashes.ts';
import { destroyDatabase, pathsIn, slotPaths } from '../../../../server/store/sqlite/paths.ts';
import { makeRooms } from '../../../../server/use/rooms.ts';
import { upkeep } from '../../../../server/use/upkeep.ts';
import { standpoint } from '../../../support/cli.ts';
import { aResponse, aSession, begun, newFolder, opened, reopened } from '../made.ts';

const ANSWER = aResponse(1, 'b', { comment: 'This is what I say' });

/** Turns one bit in the middle of a file, where no page header is. */
function damage(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2) + 100;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** A folder with one sealed session, and one that is running and was opened after that. */
async function twoSessions(): Promise<string> {
  const folder = newFolder();
  const store = await opened(folder);
  const first = await begun(store, aSession('session-1'));
  await first.place(aResponse(1, 'a'));
  await store.seal('session-1', false);
  const second = await begun(store, aSession('session-2'));
  await second.place(ANSWER);
  await store.close();
  return folder;
}

describe('the laptop’s clock was put back between two copies', () => {
  const back = new Date('2016-01-01T12:00:00Z');

  test('O2 of a running session the one that was made last is the newest', async () => {
    const folder = newFolder();
    const paths = [join(folder, 'a'), join(folder, 'b')] as const;
    const slots = new Slots('', paths, join(folder, 'damaged'));
    for (const clock of [new Date(), back]) {
      slots.noteChange(false);
      await slots.write(async (to) => {
        writeFileSync(to, 'copy');
        utimesSync(to, clock, clock);
      });
    }
    expect(newestFirst(paths)).toEqual([paths[1], paths[0]]);
    // Whoever takes it up then writes over the older one.
    const again = new Slots('', paths, join(folder, 'damaged'));
    const written: string[] = [];
    await again.write(async (to) => {
      written.push(to);
      writeFileSync(to, 'copy');
    });
    expect(written).toEqual([paths[0]]);
  });

  test('O3 of the database the last number is, and the one of a lobby that opened since', async () => {
    const folder = await twoSessions();
    const { backup } = pathsIn(folder);
    const copies = copiesIn(backup);
    expect(copies.map((path) => basename(path))).toEqual(['opened-000001.db', 'sealed-000001.db']);
    // The next sealing knows more: killed before it took the one of the lobby along, the program leaves both.
    copyFileSync(join(backup, 'sealed-000001.db'), join(backup, 'sealed-000002.db'));
    for (const path of ['opened-000001.db', 'sealed-000002.db']) utimesSync(join(backup, path), back, back);
    expect(copiesIn(backup).map((path) => basename(path))).toEqual([
      'sealed-000002.db',
      'opened-000001.db',
      'sealed-000001.db',
    ]);
    // One that was made before there were numbers in it may be newer than all others.
    copyFileSync(join(backup, 'sealed-000001.db'), join(backup, 'opened.db'));
    expect(copiesIn(backup).map((path) => basename(path))[0]).toBe('opened.db');
  });

  test('O3 killed between the copy of a sealing and the end of the one before it, what was sealed comes back', async () => {
    const folder = await twoSessions();
    const { main, backup } = pathsIn(folder);
    const lobby = readFileSync(join(backup, 'opened-000001.db'));
    const hash = readFileSync(join(backup, 'opened-000001.db.sha256'));
    const store = await opened(folder);
    await store.seal('session-2', false);
    await store.close();
    writeFileSync(join(backup, 'opened-000001.db'), lobby);
    writeFileSync(join(backup, 'opened-000001.db.sha256'), hash);
    writeFileSync(main, 'no longer a database '.repeat(500));
    const done = restoreStore(folder);
    expect(isRestored(done) && basename(done.from)).toBe('sealed-000002.db');
    const again = await opened(folder);
    expect((await again.figures(['session-2'])).tallies.map((t) => t.n)).toEqual([1]);
    await again.close();
    // The start after the kill takes it along: a join code is in it that is over.
    expect(readdirSync(backup).filter((name) => name.startsWith('opened'))).toEqual([]);
  });
});

describe('a copy that something finished was left without', () => {
  const NEXT = 'sealed-000002.db';

  test('O2 O3 that cannot be made is told of, and made up for by the upkeep of the next hour', async () => {
    const folder = await twoSessions();
    const { backup } = pathsIn(folder);
    const store = await opened(folder);
    expect(store.lacksCopy()).toBe(false);
    // Nothing can be copied while a folder has the name of what is being made.
    const part = join(backup, 'sealed.part');
    mkdirSync(part);
    await store.seal('session-2', false);
    expect([store.lacksCopy(), existsSync(join(backup, NEXT))]).toEqual([true, false]);
    const faults: unknown[] = [];
    const none = makeRooms(
      () => undefined,
      () => undefined,
    );
    const keepUp = () => upkeep(store, none, '2026-11-22', (error) => faults.push(error));
    await keepUp();
    expect([store.lacksCopy(), faults.length]).toEqual([true, 1]);
    rmdirSync(part);
    await keepUp();
    expect([store.lacksCopy(), faults.length]).toEqual([false, 1]);
    await store.close();
    expect(knows(join(backup, NEXT), 'session-2')).toBe(true);
  });

  test('O2 O3 before which the program was killed is made at the next start, once', async () => {
    const folder = await twoSessions();
    const { backup } = pathsIn(folder);
    const store = await opened(folder);
    await store.seal('session-2', false);
    await store.close();
    destroyDatabase(join(backup, NEXT));
    await (await opened(folder)).close();
    expect(knows(join(backup, NEXT), 'session-2')).toBe(true);
    await (await opened(folder)).close();
    expect(readdirSync(backup).filter((name) => !name.endsWith('.sha256'))).toEqual([
      'sealed-000001.db',
      NEXT,
    ]);
  });

  /** Whether a copy is whole and has a session as sealed. */
  function knows(path: string, session: string): boolean {
    expect(checkHash(path)).toBe('right');
    const db = new Database(path, { fileMustExist: true });
    const state: unknown = db.prepare('SELECT state FROM session WHERE id = ?').pluck().get(session);
    db.close();
    return state === 'sealed';
  }
});

describe('hashes of copies', () => {
  test('O2 every copy of sealed state and of a running session has its hash, which any program can check', async () => {
    const folder = await twoSessions();
    const live = join(folder, 'live', 'session-2.db');
    const [slot] = slotPaths(pathsIn(folder), 'session-2');
    await copy(live, slot, []);
    await writeHash(slot);
    for (const [name, count] of [
      ['backup', 2],
      ['live', 1],
    ] as const) {
      const cwd = join(folder, name);
      const hashes = readdirSync(cwd).filter((file) => file.endsWith('.sha256'));
      expect(hashes.length).toBe(count);
      const said = execFileSync('sha256sum', ['--strict', '-c', ...hashes], { cwd, encoding: 'utf8' });
      expect(said.match(/: OK$/gm)?.length).toBe(count);
    }
  });

  test('O2 O8 a slot that the disk has changed is passed over for the one before it, and its minute is told', async () => {
    const folder = await twoSessions();
    const live = join(folder, 'live', 'session-2.db');
    const [older, newer] = slotPaths(pathsIn(folder), 'session-2');
    for (const path of [older, newer]) {
      await copy(live, path, []);
      await writeHash(path);
    }
    const at = new Date(2026, 10, 3, 14, 5);
    utimesSync(older, at, at);
    // A bit of an answer, which no check of the database's own notices.
    const bytes = readFileSync(newer);
    bytes[bytes.lastIndexOf(ANSWER.comment) + 3] = 0x58;
    writeFileSync(newer, bytes);
    truncateSync(live, 5000);
    const store = await opened(folder);
    const again = await reopened(store, 'session-2');
    expect(again.current(1, 'b')).toEqual(ANSWER);
    expect(store.carry.findings()).toEqual([
      { is: 'session-restored', session: 'session-2', minute: '14:05' },
    ]);
    await store.close();
  });
});

describe('restoring the main database', () => {
  test('O3 one command puts the last good copy in place; running sessions keep theirs, and what was damaged is kept', async () => {
    const folder = await twoSessions();
    const { main, backup } = pathsIn(folder);
    const broken = Buffer.from('no longer a database '.repeat(500));
    writeFileSync(main, broken);
    expect(await openStore(folder)).toMatchObject({ storeFault: 'damaged' });
    const newest = goodCopy(folder)?.path ?? '';
    expect(newest).toBe(join(backup, 'opened-000001.db'));
    const restored = await standpoint(folder, 'restore', '--data', folder);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toContain(`is in place: ${newest}`);
    const aside = join(folder, 'standpoint.damaged.db');
    expect(restored.out).toContain(`Set aside: ${aside}`);
    expect(readFileSync(aside).equals(broken)).toBe(true);
    const store = await opened(folder);
    expect((await store.figures(['session-1'])).tallies.map((t) => t.n)).toEqual([1]);
    const live = await reopened(store, 'session-2');
    expect(live.current(1, 'b')).toEqual(ANSWER);
    await store.close();
    // Sound again, nothing is done.
    const once = await standpoint(folder, 'restore', '--data', folder);
    expect(once).toMatchObject({ code: 1, err: expect.stringContaining('is sound. Nothing was changed.') });
  });

  test('O3 a copy that is not as it was written is not used; a session that the older one does not know is set aside whole', async () => {
    const folder = await twoSessions();
    const { main, backup } = pathsIn(folder);
    damage(join(backup, 'opened-000001.db'));
    truncateSync(main, 5000);
    const done = restoreStore(folder);
    if (!isRestored(done)) throw new Error(done.sentence);
    expect(done.from).toBe(join(backup, 'sealed-000001.db'));
    const kept = ['live', 'keys'].map((name) => join(folder, name, 'session-2.aside.db'));
    expect(done.aside).toEqual([join(folder, 'standpoint.damaged.db'), ...kept]);
    const store = await opened(folder);
    expect(await store.session('session-2')).toBeNull();
    expect(await store.session('session-1')).toMatchObject({ state: 'sealed' });
    await store.close();
    expect(kept.map((path) => existsSync(path))).toEqual([true, true]);
  });

  test('O3 where no copy can be trusted nothing is changed, and that is said', async () => {
    const folder = await twoSessions();
    const { main, backup } = pathsIn(folder);
    for (const name of readdirSync(backup).filter((n) => n.endsWith('.db'))) damage(join(backup, name));
    truncateSync(main, 5000);
    const before = readFileSync(main);
    expect(goodCopy(folder)).toBeNull();
    expect(restoreStore(folder)).toEqual({ sentence: expect.stringContaining('no copy in') });
    expect(readFileSync(main).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'standpoint.damaged.db'))).toBe(false);
  });
});

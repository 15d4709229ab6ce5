/** What was set aside holds people's words: it goes when its session goes, or something else of the database, or in time. */
import { copyFileSync, existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../../core/limits.ts';
import { addDays } from '../../../../core/day.ts';
import { isRestored, restoreStore } from '../../../../server/store/restore.ts';
import { holding } from '../../../support/bytes.ts';
import {
  aConsultation,
  aResponse,
  aSession,
  begun,
  newFolder,
  opened,
  openedRoom,
  reopened,
} from '../made.ts';

const SECRET = 'my neighbour saw everything';
const NAMES = ['', '.backup-a', '.backup-b', '.damaged'];

/** Closed, with one session that is running and has words of somebody in it, under every name a file of it can have. */
async function heldIn(folder: string): Promise<void> {
  const store = await opened(folder);
  const live = await begun(store);
  await live.place(aResponse(1, 'a', { comment: SECRET }));
  await store.close();
  const path = join(folder, 'live', 'session-1');
  for (const name of NAMES) {
    if (name !== '') copyFileSync(`${path}.db`, `${path}${name}.db`);
    copyFileSync(`${path}.db`, `${path}${name}.aside.db`);
  }
  copyFileSync(`${path}.db`, join(folder, 'keys', 'session-1.aside.db'));
  copyFileSync(`${path}.db`, join(folder, 'standpoint.damaged.db'));
  copyFileSync(`${path}.db`, join(folder, 'standpoint.damaged-2.db'));
}

/** A main database that was damaged, in the place of which came a copy that does not know the session. */
async function restored(folder: string): Promise<string[]> {
  const store = await opened(folder);
  await store.saveConsultation(aConsultation(), null);
  await store.saveSession(aSession('session-0'));
  const live = await store.beginLive(aSession('session-0'), openedRoom());
  await live.place(aResponse(1, 'b'));
  await store.seal('session-0', false);
  const then = await begun(store);
  await then.place(aResponse(1, 'a', { comment: SECRET }));
  await store.close();
  copyFileSync(join(folder, 'live', 'session-1.db'), join(folder, 'live', 'session-1.backup-a.db'));
  truncateSync(join(folder, 'standpoint.db'), 5000);
  writeFileSync(join(folder, 'backup', 'opened-000001.db'), 'damaged');
  const done = restoreStore(folder);
  if (!isRestored(done)) throw new Error(done.sentence);
  return done.aside;
}

describe('what was set aside', () => {
  const goes = {
    removed: async (folder: string) => {
      const store = await opened(folder);
      await store.removeSession('session-1');
      return store;
    },
    'removed with its consultation': async (folder: string) => {
      const store = await opened(folder);
      await store.removeConsultation('c1');
      return store;
    },
    'destroyed on its day': async (folder: string) => {
      const store = await opened(folder);
      const day = { on: '2027-04-01', keepUntil: '2027-03-31', first: '', last: '' };
      await store.destroyConsultation({ consultation: 'c1', title: '', sessions: 1, ...day });
      return store;
    },
  };

  test.each(Object.entries(goes))('S6 W6 no file holds the words of a session that is %s', async (_, go) => {
    const folder = newFolder();
    await heldIn(folder);
    expect(holding(folder, SECRET).length).toBeGreaterThan(10);
    const store = await go(folder);
    expect(holding(folder, SECRET)).toEqual([]);
    expect([readdirSync(join(folder, 'live')), readdirSync(join(folder, 'keys'))]).toEqual([[], []]);
    await store.close();
    expect(holding(folder, SECRET)).toEqual([]);
  });

  test('S3 sealing leaves its words in the database and its copy only, and in what was damaged of it', async () => {
    const folder = newFolder();
    await heldIn(folder);
    const store = await opened(folder);
    await store.saveSession(aSession('session-1', { state: 'ended' }));
    await store.seal('session-1', false);
    expect([readdirSync(join(folder, 'live')), readdirSync(join(folder, 'keys'))]).toEqual([[], []]);
    expect(existsSync(join(folder, 'standpoint.damaged.db'))).toBe(true);
    await store.close();
  });

  test('W3 a damaged database goes, and a copy that was not made whole, as soon as somebody takes their answers out', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const live = await begun(store, aSession('session-1', { withdrawUntil: '2099-01-01' }));
    await live.place(aResponse(1, live.tagOf('token', 's1', 1), { comment: SECRET }));
    await live.saveCode('token', 'BCDF2345GHJK');
    await store.seal('session-1', true);
    for (const name of ['standpoint.damaged.db', 'backup/restored.part'])
      copyFileSync(join(folder, 'standpoint.db'), join(folder, name));
    expect(await store.takeOut('session-1', 'BCDF2345GHJK')).toEqual({ ok: true });
    expect(holding(folder, SECRET)).toEqual([]);
    await store.close();
  });

  test('O3 W6 of a session that the copy does not know, all files are set aside, told, and kept for so many days', async () => {
    const folder = newFolder();
    const aside = await restored(folder);
    expect(aside.map((path) => path.slice(folder.length + 1)).toSorted()).toEqual([
      'keys/session-1.aside.db',
      'live/session-1.aside.db',
      'live/session-1.backup-a.aside.db',
      'standpoint.damaged.db',
    ]);
    const store = await opened(folder);
    expect(await store.session('session-1')).toBeNull();
    const today = new Date().toLocaleDateString('sv');
    await store.dropAside(addDays(today, LIMITS.asideDays));
    expect(aside.every((path) => existsSync(path))).toBe(true);
    await store.dropAside(addDays(today, LIMITS.asideDays + 1));
    expect(aside.filter((path) => existsSync(path))).toEqual([]);
    expect(holding(folder, SECRET)).toEqual([]);
    await store.close();
  });

  test('S6 copies that an earlier version left of sessions that are gone are removed at the start; of one that runs they stay', async () => {
    const folder = newFolder();
    await heldIn(folder);
    const at = (name: string): string => join(folder, 'live', name);
    for (const name of NAMES.slice(1)) {
      copyFileSync(at('session-1.db'), at(`gone${name}.db`));
      writeFileSync(at(`gone${name}.db.sha256`), 'ab');
    }
    for (const name of ['gone.backup.part', 'gone.db.part', 'gone.db.part-wal'])
      copyFileSync(at('session-1.db'), at(name));
    const before = readdirSync(join(folder, 'live')).filter((name) => name.startsWith('session-1'));
    const store = await opened(folder);
    expect(readdirSync(join(folder, 'live')).toSorted()).toEqual(before.toSorted());
    expect((await reopened(store)).current(1, 'a')).toMatchObject({ comment: SECRET });
    await store.close();
  });
});

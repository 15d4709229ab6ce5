/** Removing a session while somebody has a code, cut off at any point: the next start finishes it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { openKeyFile } from '../../../../server/store/sqlite/keyFile.ts';
import { leaveOut } from '../../../../server/store/sqlite/leftOut.ts';
import { MainDb } from '../../../../server/store/sqlite/mainDb.ts';
import { removeWithRegister } from '../../../../server/store/sqlite/removedReleases.ts';
import { removeSessionRows } from '../../../../server/store/sqlite/removedSessions.ts';
import { holding } from '../../../support/bytes.ts';
import { newFolder, opened } from '../made.ts';
import { answers, bring, CODE, held, keys, MINE, sealedHere } from '../removed.ts';

/** Works on a folder's database as a program that is killed right afterwards. */
async function cutOff(folder: string, work: (main: MainDb) => Promise<unknown>): Promise<void> {
  const main = new MainDb(openDatabase(join(folder, 'standpoint.db')));
  await work(main);
  main.raw.close();
}

describe('cut off in removal', () => {
  const FILES = { hasKey: () => true, boards: async () => [] };

  const removals = [
    ['a session', (main: MainDb) => removeSessionRows(main, 'session-1', FILES)],
    ['all of it', (main: MainDb) => removeWithRegister(main, 'c1', FILES)],
  ] as const;

  test.each(removals)(
    'W3 of %s that was not sealed, the next start takes people out of the key file',
    async (_, rows) => {
      const folder = newFolder();
      const store = await opened(folder);
      const live = await held(store);
      const hash = live.hashOf('token 0');
      await store.close();
      await cutOff(folder, rows);
      expect(holding(folder, hash)).not.toEqual([]);
      const then = await opened(folder);
      expect([holding(folder, hash), readdirSync(join(folder, 'live'))]).toEqual([[], []]);
      expect((await then.sealedCodes())(CODE)).toEqual({ session: 'session-1', spent: false });
      await then.close();
    },
  );

  test.each(removals)(
    'W5 of %s that was sealed, the key stays, and with a code is noted no longer than it',
    async (_, rows) => {
      const folder = newFolder();
      const store = await opened(folder);
      await sealedHere(store);
      await store.close();
      await cutOff(folder, rows);
      const then = await opened(folder);
      expect([keys(folder), (await then.keptCodes()).length]).toEqual([['session-1.db'], 1]);
      await then.close();
      rmSync(join(folder, 'keys', 'session-1.db'));
      const last = await opened(folder);
      expect(await last.keptCodes()).toEqual([]);
      await last.close();
    },
  );

  test('W3 cut off after answers were left out and before the code was spent, it can be used again', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const copy = await sealedHere(store);
    await store.removeSession('session-1');
    await store.close();
    const file = openKeyFile(join(folder, 'keys', 'session-1.db'));
    await cutOff(folder, (main) =>
      leaveOut(main, 'session-1', (s, round) => file?.tagOf('token 0', s, round) ?? '', 'hash'),
    );
    file?.close();
    const then = await opened(folder);
    expect(await then.takeOut('session-1', CODE)).toEqual({ ok: true });
    expect(await bring(then, copy)).toMatchObject({ less: ['Adult focus group 1'] });
    expect(await answers(then)).toBe(14);
    await then.close();
  });

  test('W3 killed before any of the files goes, the code is good afterwards and no answer is left', async () => {
    const before = newFolder();
    const store = await opened(before);
    await held(store);
    await store.close();
    const live = join(before, 'live', 'session-1.db');
    for (const name of ['backup-a', 'backup-b', 'damaged'])
      copyFileSync(live, live.replace('db', `${name}.db`));
    let cuts = 0;
    for (let whole = false; !whole; cuts += 1) {
      const folder = newFolder();
      cpSync(before, folder, { recursive: true });
      const left = spawnSync(process.execPath, ['--input-type=module', '-e', dyingAt(cuts), folder]);
      whole = left.status === 0;
      const then = await opened(folder);
      expect(await then.session('session-1')).toBeNull();
      expect((await then.keptCodes()).length).toBe(1);
      expect([readdirSync(join(folder, 'live')), holding(folder, MINE)]).toEqual([[], []]);
      expect(readdirSync(join(folder, 'backup'))).toEqual([]);
      expect((await then.sealedCodes())(CODE)).toEqual({ session: 'session-1', spent: false });
      const db = new Database(join(folder, 'keys', 'session-1.db'), { readonly: true });
      expect(db.prepare('SELECT count(*) FROM participant').pluck().get()).toBe(0);
      db.close();
      await then.close();
    }
    expect(cuts).toBe(7);
  }, 60_000);
});

const OPEN = join(import.meta.dirname, '../../../../server/store/open.ts');
/** A program that removes the session and dies as it is about to remove another file than the first `n`. */
const dyingAt = (n: number): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { openStore } = await import(${JSON.stringify(OPEN)});
  const store = await openStore(process.argv[1]);
  let left = ${n};
  const rm = fs.rmSync;
  fs.rmSync = (path, options) => {
    if (fs.existsSync(path) && (left -= 1) < 0) process.kill(process.pid, 'SIGKILL');
    rm(path, options);
  };
  syncBuiltinESMExports();
  await store.removeSession('session-1');
  process.exit(0);
`;

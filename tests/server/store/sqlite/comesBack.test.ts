/** Who took their answers out here stays out when a stick brings their session back. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Carried } from '../../../../server/store/carry.ts';
import type { LiveStore } from '../../../../server/store/store.ts';
import { holding } from '../../../support/bytes.ts';
import {
  aConsultation,
  aParticipant,
  aResponse,
  aSession,
  newFolder,
  opened,
  openedRoom,
  reopened,
} from '../made.ts';
import { answers, bring, CODE, copyOf, held, keys, MINE, OTHER, UNTIL } from '../removed.ts';

/** What another laptop had of the session, on its stick. */
let stick: Carried;
/** The first laptop, on which it was removed while codes were out. */
let removed: string;
/** The same, where it is running still. */
let running: string;
beforeAll(async () => {
  running = newFolder();
  const store = await opened(running);
  const live = await held(store);
  const room = openedRoom(2);
  await live.saveRoom({
    ...room,
    boards: room.boards.map((b) => ({ ...b, eligible: { '': 8 } })),
    muted: [{ board: 1, tag: live.tagOf('token 0', 's1', 1) }],
  });
  await live.saveParticipant(aParticipant(live.hashOf('token 1')));
  await store.close();
  const bytes = (kind: string) => readFileSync(join(running, kind, 'session-1.db'));
  stick = {
    consultation: aConsultation(),
    session: aSession('session-1', { state: 'live', withdrawUntil: UNTIL }),
    live: bytes('live'),
    keys: bytes('keys'),
  };
  removed = newFolder();
  cpSync(running, removed, { recursive: true });
  const then = await opened(removed);
  await then.removeSession('session-1');
  await then.close();
});

function copied(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const standing = async (of: LiveStore): Promise<number> =>
  (await of.responses()).filter((r) => r.answer !== null).length;

describe('a session that was removed here and comes back by a stick', () => {
  test('W3 O5 comes without whoever took their answers out meanwhile: no byte, no count, no way in by the code, and the others stand', async () => {
    const folder = copied(removed);
    const store = await opened(folder);
    expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
    expect(await store.carry.put(stick, false)).toEqual({ ok: true });
    expect(holding(folder, MINE)).toEqual([]);
    expect((await store.sealedCodes())(CODE)).toBeNull();
    const here = await reopened(store);
    expect(await standing(here)).toBe(14);
    expect([here.findCode(CODE), here.findCode(OTHER)]).toMatchObject([{ is: 'spent' }, { is: 'person' }]);
    expect([here.hasLeft(here.hashOf('token 0')), here.hasLeft(here.hashOf('token 1'))]).toEqual([
      true,
      false,
    ]);
    expect((await here.participants()).map((p) => p.hash)).toEqual([here.hashOf('token 1')]);
    const room = await here.room();
    expect([room.boards.slice(0, 2).map((b) => b.eligible), room.muted]).toEqual([
      [{ '': 7 }, { '': 7 }],
      [],
    ]);
    expect(holding(folder, here.tagOf('token 0', 's1', 1)).filter((n) => n.includes('session-1'))).toEqual(
      [],
    );
    await store.saveSession({ ...stick.session, state: 'ended' });
    await store.seal('session-1', true);
    expect([await answers(store), (await store.figures(['session-1'])).eligible.map((e) => e.n)]).toEqual([
      14,
      [7, 7],
    ]);
    expect(holding(folder, MINE)).toEqual([]);
    expect(await store.takeOut('session-1', OTHER)).toEqual({ ok: true });
    expect([await answers(store), keys(folder)]).toEqual([12, []]);
    await store.close();
  });

  test('W3 W5 also where that was the last code, its key has gone, and the program was started again', async () => {
    const folder = copied(removed);
    const store = await opened(folder);
    for (const code of [CODE, OTHER]) await store.takeOut('session-1', code);
    expect([keys(folder), await store.keptCodes()]).toEqual([[], []]);
    await store.close();
    const then = await opened(folder);
    expect(await then.carry.put(stick, false)).toEqual({ ok: true });
    const here = await reopened(then);
    expect(await standing(here)).toBe(12);
    expect([here.findCode(CODE), here.findCode(OTHER)]).toEqual([{ is: 'spent' }, { is: 'spent' }]);
    expect(await here.participants()).toEqual([]);
    await then.close();
  });

  test('W3 what a phone places there anew is not sealed, and no byte of it is left', async () => {
    const folder = copied(removed);
    const store = await opened(folder);
    await store.takeOut('session-1', CODE);
    await store.carry.put(stick, false);
    const here = await reopened(store);
    const tag = here.tagOf('token 0', 's1', 1);
    await here.place(aResponse(1, tag, { revision: 2, comment: MINE }));
    await store.saveSession({ ...stick.session, state: 'ended' });
    await store.seal('session-1', true);
    expect([await answers(store), holding(folder, MINE)]).toEqual([14, []]);
    expect(await store.session('session-1')).toMatchObject({ state: 'sealed', takenOut: 1 });
    await store.close();
  });

  test('W4 a yes to being quoted that was taken back stays so, and everything can still be taken out', async () => {
    const folder = copied(removed);
    const store = await opened(folder);
    expect(await store.unquote('session-1', CODE)).toEqual({ ok: true });
    await store.carry.put(stick, false);
    const here = await reopened(store);
    const mine = (await here.responses()).filter((r) => r.comment.startsWith(MINE));
    expect(mine.map((r) => r.quote)).toEqual([false, false]);
    expect(here.findCode(CODE)).toMatchObject({ is: 'person' });
    await store.close();
    // Its rows are as they were written.
    const then = await opened(folder);
    expect(await standing(await reopened(then))).toBe(16);
    expect(then.carry.findings()).toEqual([]);
    await then.close();
  });

  test('W3 also where an archive had brought it under another id meanwhile, from which they were taken out', async () => {
    const other = copied(running);
    const there = await opened(other);
    await there.seal('session-1', true);
    const copy = await copyOf(there);
    await there.close();
    const folder = copied(removed);
    const store = await opened(folder);
    const session = { ...copy.session, id: 'beside' };
    const of = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, session: 'beside' }));
    await bring(store, { ...copy, session, boards: of(copy.boards), eligible: of(copy.eligible) });
    await store.takeOut('session-1', CODE);
    expect(await answers(store, 'beside')).toBe(14);
    await store.carry.put(stick, false);
    expect([await standing(await reopened(store)), holding(folder, MINE)]).toEqual([14, []]);
    await store.close();
  });

  test('W3 P5 one that was sealed here, and out of which somebody took their answers before it was removed, is refused with nothing changed', async () => {
    const folder = copied(running);
    const store = await opened(folder);
    await store.seal('session-1', true);
    await store.takeOut('session-1', CODE);
    await store.removeSession('session-1');
    const before = [readdirSync(join(folder, 'live')), keys(folder)];
    expect(await store.carry.put(stick, false)).toMatchObject({
      refusal: 'taken-out-since',
      where: 'session',
    });
    expect([readdirSync(join(folder, 'live')), keys(folder)]).toEqual(before);
    expect([await store.session('session-1'), holding(folder, MINE)]).toEqual([null, []]);
    await store.close();
  });
});

describe('cut off while it is put in place', () => {
  test('W3 O5 at any point: nothing of them is there, codes stay what they are, and it can be put in place again', async () => {
    const before = copied(removed);
    const store = await opened(before);
    await store.takeOut('session-1', CODE);
    await store.close();
    const brought = join(newFolder(), 'stick.json');
    let [cuts, again, finished] = [0, 0, 0];
    for (let whole = false; !whole; cuts += 1) {
      const folder = copied(before);
      whole = putUntil(cuts, folder, brought, false);
      const then = await opened(folder);
      expect([cuts, holding(folder, MINE), parts(folder)]).toEqual([cuts, [], []]);
      const there = await then.session('session-1');
      if (there === null) {
        expect([cuts, readdirSync(join(folder, 'live'))]).toEqual([cuts, []]);
        const look = await then.sealedCodes();
        expect([cuts, look(CODE)?.spent ?? true, look(OTHER)]).toEqual([
          cuts,
          true,
          { session: 'session-1', spent: false },
        ]);
        expect(await then.carry.put(stick, false)).toEqual({ ok: true });
        again += 1;
      } else finished += 1;
      const here = await reopened(then);
      expect([await standing(here), here.findCode(CODE)]).toEqual([14, { is: 'spent' }]);
      await then.close();
    }
    // It was killed both before all of it was written down as whole and after that.
    expect([again > 2, finished > 3]).toEqual([true, true]);
  }, 120_000);

  test('O5 O6 at any point in the place of one that is here: one or the other is whole', async () => {
    const brought = join(newFolder(), 'stick.json');
    let cuts = 0;
    for (let whole = false; !whole; cuts += 1) {
      const folder = copied(running);
      whole = putUntil(cuts, folder, brought, true);
      const then = await opened(folder);
      const here = await reopened(then);
      expect([cuts, await standing(here), parts(folder)]).toEqual([cuts, 16, []]);
      expect(here.findCode(OTHER)).toMatchObject({ is: 'person' });
      await then.close();
    }
    expect(cuts).toBeGreaterThan(5);
  }, 120_000);
});

/** What is left of a put. */
const parts = (folder: string): string[] =>
  ['live', 'keys']
    .flatMap((kind) => readdirSync(join(folder, kind)))
    .filter((name) => /part|coming/.test(name));

/** Whether it came to its end before it was killed, as it was about to move or remove another file than the first `n`. */
function putUntil(n: number, folder: string, brought: string, replace: boolean): boolean {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  writeFileSync(brought, JSON.stringify({ ...stick, live: text(stick.live), keys: text(stick.keys) }));
  const left = spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    dyingAt(n),
    folder,
    brought,
    String(replace),
  ]);
  if (left.status !== 0 && left.signal !== 'SIGKILL') throw new Error(left.stderr.toString());
  return left.status === 0;
}

const OPEN = join(import.meta.dirname, '../../../../server/store/open.ts');
const dyingAt = (n: number): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { openStore } = await import(${JSON.stringify(OPEN)});
  const [folder, brought, replace] = process.argv.slice(1);
  const store = await openStore(folder);
  const read = JSON.parse(fs.readFileSync(brought, 'utf8'));
  const bytes = (text) => Buffer.from(text, 'base64');
  let left = ${n};
  const { rmSync: rm, renameSync: rename, fsyncSync: fsync } = fs;
  const count = (path) => {
    if ((typeof path === 'number' || fs.existsSync(path)) && (left -= 1) < 0) process.kill(process.pid, 'SIGKILL');
  };
  fs.fsyncSync = (fd) => (count(fd), fsync(fd));
  fs.rmSync = (path, options) => (count(path), rm(path, options));
  fs.renameSync = (path, to) => (count(path), rename(path, to));
  syncBuiltinESMExports();
  const put = { ...read, live: bytes(read.live), keys: bytes(read.keys) };
  const done = await store.carry.put(put, replace === 'true');
  if (!('ok' in done)) throw new Error(JSON.stringify(done));
  process.exit(0);
`;

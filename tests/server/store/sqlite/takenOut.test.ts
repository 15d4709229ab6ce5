import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../../server/store/store.ts';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { createKeyFile, openKeyFile } from '../../../../server/store/sqlite/keyFile.ts';
import { MainDb } from '../../../../server/store/sqlite/mainDb.ts';
import { takeOutOfSealed } from '../../../../server/store/sqlite/takeOut.ts';
import { holding } from '../../../support/bytes.ts';
import { aRelease, aResponse, aReview, begun, newFolder, opened, openedRoom, reopened } from '../made.ts';

const CODE = 'BCDF2345GHJK';
const BOARDS = 4;
const words = (n: number): string => `my neighbour saw it all ${n}, ${'and said so '.repeat(n * 9)}`;

/** A session in which one of sixty has a code and wrote on every board. */
async function held(store: Store): Promise<string[]> {
  const live = await begun(store, undefined, openedRoom(BOARDS));
  for (let person = 0; person < 60; person += 1)
    for (let board = 1; board <= BOARDS; board += 1)
      await live.place(
        aResponse(board, live.tagOf(`token ${person}`, `s${board}`, 1), {
          comment: person === 31 ? words(board) : `somebody else ${person} ${'x'.repeat(randomInt(400))}`,
          quote: true,
        }),
      );
  await live.saveCode('token 31', CODE);
  return [1, 2, 3, 4].map((board) => live.tagOf('token 31', `s${board}`, 1));
}

const left = (folder: string, tags: readonly string[]): string[] =>
  [1, 2, 3, 4].flatMap((n) => [...holding(folder, words(n)), ...holding(folder, tags[n - 1] ?? '')]);

describe('what was taken out', () => {
  test('W2 S6 of a running session it is soon in no file: not in the log, the pages or the copies', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const tags = await held(store);
    const live = await reopened(store);
    expect(left(folder, tags).length).toBeGreaterThan(4);
    const changes = watch(join(folder, 'live'));
    await live.takeOut(tags.map((tag, i) => ({ board: i + 1, tag })));
    for await (const _ of changes)
      if (left(folder, tags).length === 0 && readdirSync(join(folder, 'live')).length > 3) break;
    await store.close();
    expect(left(folder, tags)).toEqual([]);
    const then = await opened(folder);
    expect((await (await reopened(then)).responses()).length).toBe(59 * BOARDS);
    await then.close();
  });

  test('W2 killed at any moment of it, all of their answers are there or none, and then no byte', async () => {
    const folder = newFolder();
    let store = await opened(folder);
    const tags = await held(store);
    await store.close();
    const spots = tags.map((tag, i) => ({ board: i + 1, tag }));
    // Something is written first, so that the thread that writes is there.
    const first = `const live = await store.openLive('session-1'); await live.saveRoom(await live.room())`;
    const work = `await live.takeOut(${JSON.stringify(spots)})`;
    let gone = false;
    for (let ms = 0; !gone; ms += 2) {
      await doAndKill(folder, first, work, ms);
      store = await opened(folder);
      const standing = await (await reopened(store)).responses();
      const theirs = standing.filter((r) => tags.includes(r.tag)).length;
      expect([0, BOARDS]).toContain(theirs);
      expect(standing.length).toBe(59 * BOARDS + theirs);
      await store.close();
      gone = theirs === 0;
    }
    expect(left(folder, tags)).toEqual([]);
  });

  test('W3 S6 of a sealed one it is in no file: database, log, copies, reviews, releases', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const tags = await held(store);
    await store.seal('session-1', true);
    const [tag = ''] = tags;
    const published = 'words of theirs that were changed for print';
    await store.saveReview(aReview({ tag, published }), null);
    const release = aRelease(1);
    const quote = { kind: 'quote' as const, text: published, by: 'A participant' };
    release.model.sections = [{ id: 's', heading: 'One', level: 1, blocks: [quote] }];
    release.entry.quotes = [{ session: 'session-1', board: 1, tag, said: null }];
    await store.addRelease(release);
    const copies = (): string[] => readdirSync(join(folder, 'backup')).filter((name) => name.endsWith('.db'));
    expect(copies().length).toBe(2);
    expect(holding(folder, published).length).toBeGreaterThan(1);
    expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
    expect([left(folder, tags), holding(folder, published)]).toEqual([[], []]);
    expect(copies().length).toBe(1);
    await store.close();
  });

  test('W3 cut off before its traces are gone, they go at the next start', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const tags = await held(store);
    await store.seal('session-1', true);
    await store.close();
    const main = new MainDb(openDatabase(join(folder, 'standpoint.db')));
    const keys = openKeyFile(join(folder, 'keys', 'session-1.db'));
    await takeOutOfSealed(main, 'session-1', (s, round) => keys?.tagOf('token 31', s, round) ?? '');
    keys?.close();
    main.raw.close();
    expect(left(folder, tags)).not.toEqual([]);
    const then = await opened(folder);
    expect(left(folder, tags)).toEqual([]);
    expect(await then.takeOut('session-1', CODE)).toEqual({ ok: true });
    await then.close();
  });

  test('W3 killed at any moment of it, all of their answers are there or none, and then it is finished', async () => {
    const folder = newFolder();
    let store = await opened(folder);
    const tags = await held(store);
    await store.seal('session-1', true);
    await store.close();
    const work = `await store.takeOut('session-1', '${CODE}')`;
    let spent = false;
    for (let ms = 0; !spent; ms += 2) {
      await doAndKill(folder, '', work, ms);
      store = await opened(folder);
      const standing = [];
      for (let board = 1; board <= BOARDS; board += 1)
        standing.push(...(await store.sealedResponses('session-1', board)));
      const theirs = standing.filter((r) => tags.includes(r.tag)).length;
      expect([0, BOARDS]).toContain(theirs);
      expect(standing.length).toBe(59 * BOARDS + theirs);
      const tallied = (await store.figures(['session-1'])).tallies.reduce((sum, t) => sum + t.n, 0);
      expect(tallied).toBe(standing.length);
      if (theirs === 0) expect(left(folder, tags)).toEqual([]);
      // With the last code its key goes, after which nobody knows of it.
      spent = (await store.sealedCodes())(CODE)?.spent !== false;
      await store.close();
    }
    expect(left(folder, tags)).toEqual([]);
  });

  test('W6 of a consultation that was destroyed no byte is left, in no copy', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    const tags = await held(store);
    await store.seal('session-1', true);
    await store.destroyConsultation({
      consultation: 'c1',
      title: 'What I expect',
      on: '2027-04-01',
      keepUntil: '2027-03-31',
      sessions: 1,
      first: '2026-11-22',
      last: '2026-11-22',
    });
    expect(left(folder, tags)).toEqual([]);
    expect(holding(folder, 'somebody else')).toEqual([]);
    expect(readdirSync(join(folder, 'keys'))).toEqual([]);
    await store.close();
  });
});

describe('the key file', () => {
  test('W1 neither it nor any other file has a code or a token, and after sealing nobody’s hash', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    await held(store);
    const live = await reopened(store);
    const hash = live.hashOf('token 31');
    await live.saveParticipant({
      hash,
      membership: '',
      quote: true,
      channel: 'phone',
      slot: null,
      person: null,
    });
    await live.saveCards(['BCDF2345GHJM']);
    for (const secret of [CODE, 'BCDF2345GHJM', 'token 31']) expect(holding(folder, secret)).toEqual([]);
    expect(holding(folder, hash)).not.toEqual([]);
    await store.seal('session-1', true);
    for (const secret of [CODE, 'BCDF2345GHJM', 'token 31', hash])
      expect(holding(folder, secret)).toEqual([]);
    await store.close();
    const db = new Database(join(folder, 'keys', 'session-1.db'), { readonly: true });
    expect(db.prepare('SELECT owner, spent FROM code').all()).toEqual([{ owner: null, spent: 0 }]);
    expect(db.prepare('SELECT count(*) FROM participant').pluck().get()).toBe(0);
    db.close();
  });

  test('W1 one from before there were codes is opened and can keep them', async () => {
    const path = join(newFolder(), 'k.db');
    createKeyFile(path, (n) => Buffer.alloc(n, 1)).close();
    const db = new Database(path);
    db.exec('DROP TABLE code; DROP TABLE gone; PRAGMA user_version = 1');
    db.close();
    const keys = openKeyFile(path);
    await keys?.saveCode('token', CODE);
    expect(keys?.codes.find(CODE)).toEqual({ is: 'person', token: 'token', card: false });
    await keys?.endWriting();
    keys?.close();
  });

  test('W1 what stands beside a code’s hash is no token without the code', async () => {
    const path = join(newFolder(), 'k.db');
    const keys = createKeyFile(path, (n) => Buffer.alloc(n, 1));
    await Promise.all([keys.saveCode('a token', CODE), keys.saveCode('other', 'BCDF2345GHJM')]);
    await keys.endWriting();
    keys.close();
    const bytes = readFileSync(path);
    for (const secret of ['a token', 'other', CODE]) expect(bytes.includes(secret)).toBe(false);
  });

  test('W3 W4 TK1 windows that have what was said open are given it anew once somebody took theirs, or their yes, out', async () => {
    const store = await opened(newFolder());
    await held(store);
    await store.seal('session-1', true);
    for (const take of [store.unquote.bind(store), store.takeOut.bind(store)]) {
      const at = store.talk.at('c1');
      expect(store.talk.since('c1', at)).toEqual(new Set());
      expect(await take('session-1', CODE)).toEqual({ ok: true });
      expect(store.talk.since('c1', at)).toBeNull();
    }
    await store.close();
  });
});

const OPEN = join(import.meta.dirname, '../../../../server/store/open.ts');
const working = (first: string, work: string): string => `
  const { openStore } = await import(${JSON.stringify(OPEN)});
  const store = await openStore(process.argv[1]);
  ${first};
  process.stdout.write('ready\\n');
  ${work};
  process.stdout.write('done\\n');
  setInterval(() => undefined, 1000);
`;

/** Does it in a process of its own, which is killed so many milliseconds after it began, or when it is done. */
async function doAndKill(folder: string, first: string, work: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', working(first, work), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  for await (const line of createInterface(child.stdout))
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), ms);
    else child.kill('SIGKILL');
  await exit;
}

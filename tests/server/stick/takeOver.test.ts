/** The laptop dies: another one with its stick takes the session over, and the first never makes a second truth. */
import { statSync, truncateSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LaptopPage, TakenOver } from '../../../core/stick.ts';
import type { Session } from '../../../core/session.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { STICK_FOLDER } from '../../../server/stick/files.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';
import { madeStick, nameStick, type MadeStick } from '../../support/stick.ts';

const WORDS = 'They never ring me back';
const LATER = 'They do ring me back now';

let first: TestServer;
let second: TestServer;
let stick: MadeStick;
let passphrase: string;
let session: Session;
let phone: Phone;
let code: string;

/** A room on the first laptop with one answer that is on the stick, and a code for later. */
beforeEach(async () => {
  [first, second] = await Promise.all([startServer(), startServer()]);
  stick = madeStick();
  passphrase = await nameStick(first, stick);
  ({ session } = await openSession(first, ['My worker listens to me', 'Two is true']));
  const desk = await connectConsole(first, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  phone = await joinPhone(first, session.code);
  const made = await phone.code();
  if (isRefusal(made)) throw new Error(made.refusal);
  ({ code } = made);
  await stick.copied(async () => {
    await phone.place(1, 1, 4, WORDS);
    // Words that change are out of the copies within seconds; others are copied once a minute.
    await phone.place(1, 2, 4, LATER);
  });
}, 30_000);
afterEach(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await rm(join(stick.folder, '..'), { recursive: true, force: true });
});

const take = (server: TestServer, words = passphrase): Promise<TakenOver | Refusal> =>
  server.send('POST', '/api/stick/take', { folder: stick.folder, passphrase: words });

describe('what is on a stick', () => {
  test('O4 nothing on it can be read without the passphrase, which is kept nowhere, and no file tells the hour', async () => {
    const files = stick.files();
    expect([...files.keys()].filter((name) => name.endsWith('.age')).length).toBeGreaterThanOrEqual(2);
    const secrets = [
      WORDS,
      LATER,
      'My worker listens',
      session.id,
      session.code,
      phone.token,
      passphrase,
      code,
    ];
    for (const [name, bytes] of files) {
      for (const secret of secrets)
        expect([name, secret, bytes.includes(secret)]).toEqual([name, secret, false]);
      const { mtime } = statSync(join(stick.folder, STICK_FOLDER, name));
      expect([name, mtime.getHours(), mtime.getMinutes(), mtime.getSeconds()]).toEqual([name, 0, 0, 0]);
    }
    // Filled up to whole steps: the few bytes around are the zip's and the lock's.
    const copies = [...files].filter(([name]) => name.startsWith('copy-'));
    for (const [, bytes] of copies) expect(bytes.length % (256 * 1024)).toBeLessThan(4096);
    expect(await take(second, 'BCDF-BCDF-BCDF-BCDF-BCDF-BCDF')).toMatchObject({ refusal: 'wrong-key' });
    expect(first.faults).toEqual([]);
  });

  test('O4 once a session is sealed nothing of it is on the stick', async () => {
    const desk = await connectConsole(first, session.id);
    await desk.do({ do: 'end' });
    await first.send('POST', `/api/sessions/${session.id}/seal`);
    // Asked in turn after what is being written.
    await first.app.close();
    expect([...stick.files().keys()].toSorted()).toEqual(['READ ME.txt', 'holder.json', 'key.age']);
    await first.restart(false);
  });

  test('O4 a stick that was pulled is told, and copied to again by itself once it is back', async () => {
    const desk = await connectConsole(first, session.id);
    await desk.until((view) => view.laptop.stick === 'here');
    stick.pull();
    await phone.place(1, 3, 4, WORDS);
    await desk.until((view) => view.laptop.stick === 'away');
    await stick.copied(() => stick.plug());
    await desk.until((view) => view.laptop.stick === 'here');
  }, 30_000);

  test('O4 the sessions of another laptop are never written over', async () => {
    const other = await second.send('PUT', '/api/stick', { folder: stick.folder });
    expect(other).toMatchObject({ refusal: 'stick-others' });
    expect(await second.send('PUT', '/api/stick', { folder: join(stick.folder, 'nowhere') })).toMatchObject({
      refusal: 'stick-missing',
    });
  });
});

describe('another laptop', () => {
  test('O5 it knows the same people and their answers, also by their codes, and what is placed there counts', async () => {
    await first.app.close();
    // In lower case with spaces, as somebody types it.
    const taken = await take(second, passphrase.toLowerCase().replaceAll('-', ' '));
    if (isRefusal(taken)) throw new Error(taken.refusal);
    expect(taken.sessions).toEqual([
      { id: session.id, name: session.name, minute: expect.stringMatching(/^\d\d:\d\d$/), day: '' },
    ]);
    expect(new URL(taken.address).port).toBe(String(first.app.port));
    expect(taken.sameAddress).toBe(false);
    const there = await connectPhone(second, session.code, phone.token);
    const { me } = await there.hello();
    expect(me).toMatchObject({ joined: true, mine: [[1, 2, 4, LATER, 0]] });
    expect(await there.place(1, 3, 2, 'From the second laptop')).toBe(3);
    const found = await second.send('POST', '/j/code', { code });
    expect(found).toMatchObject({ is: 'person', token: phone.token, join: session.code });
    const desk = await connectConsole(second, session.id);
    expect(desk.last()).toMatchObject({ joined: 1, boards: [{ placed: 1 }, { placed: 0 }] });
    expect(second.faults).toEqual([]);
    // The stick goes on with the second.
    await desk.until((view) => view.laptop.stick === 'here');
    await first.restart(false);
  });

  test('O2 O5 a copy that was cut off is passed over for the one before it', async () => {
    const copies = (): string[] => [...stick.files().keys()].filter((name) => name.startsWith('copy-'));
    const [older = ''] = copies();
    await stick.copied(() => first.restart());
    const newer = copies().find((name) => name !== older) ?? '';
    await first.app.close();
    truncateSync(join(stick.folder, STICK_FOLDER, newer), 70_000);
    expect(await take(second)).toMatchObject({ sessions: [{ id: session.id }] });
    const there = await connectPhone(second, session.code, phone.token);
    expect((await there.hello()).me.mine).toEqual([[1, 2, 4, LATER, 0]]);
    await first.restart(false);
  });

  test('O5 what was just taken over stays on the stick until there is a copy of it from here', async () => {
    await first.app.close();
    const before = [...stick.files()].filter(([name]) => name.startsWith('copy-'));
    expect(before.length).toBe(1);
    await take(second);
    // Asked in turn after whatever is written at once.
    const desk = await connectConsole(second, session.id);
    await desk.until((view) => view.laptop.stick === 'here');
    for (const [name, bytes] of before) expect(stick.files().get(name)).toEqual(bytes);
    await first.restart(false);
  });
});

describe('the first laptop, coming back', () => {
  test('O6 with the stick it says that another one has the session, asks, and lets nobody in meanwhile', async () => {
    await first.app.close();
    await take(second);
    await first.restart(false);
    const page = await first.get<LaptopPage>('/api/laptop');
    expect(page.elsewhere).toEqual([{ session: session.id, name: session.name, why: 'taken', runs: false }]);
    expect(first.app.running).toEqual([]);
    // A phone that knocks is not told that it is over: it goes on asking.
    await expect(connectPhone(first, session.code, phone.token)).rejects.toMatchObject({ refusal: 'fault' });
    const removed = await first.send('POST', '/api/stick/elsewhere', { session: session.id, do: 'remove' });
    expect(removed).toEqual({ ok: true });
    expect((await first.get<LaptopPage>('/api/laptop')).elsewhere).toEqual([]);
    expect(await first.send('PUT', `/api/sessions/${session.id}`, {})).toMatchObject({
      refusal: 'no-such-session',
    });
  });

  test('O6 where somebody says that it goes on here, it does, and the second laptop is told', async () => {
    await first.app.close();
    await take(second);
    await first.restart(false);
    const desk = await connectConsole(second, session.id);
    const settled = await first.send('POST', '/api/stick/elsewhere', { session: session.id, do: 'open' });
    expect(settled).toEqual({ ok: true });
    const back = await connectPhone(first, session.code, phone.token);
    expect((await back.hello()).me).toMatchObject({ joined: true, mine: [[1, 2, 4, LATER, 0]] });
    const there = await connectPhone(second, session.code, phone.token);
    await there.place(1, 3, 2, WORDS);
    await there.place(1, 4, 2, LATER);
    await desk.until((view) => view.laptop.stick === 'elsewhere');
    expect((await second.get<LaptopPage>('/api/laptop')).elsewhere).toEqual([
      { session: session.id, name: session.name, why: 'taken', runs: true },
    ]);
  }, 30_000);

  test('O6 without the stick it cannot tell, and asks as well', async () => {
    await first.app.close();
    stick.pull();
    await first.restart(false);
    expect((await first.get<LaptopPage>('/api/laptop')).elsewhere).toEqual([
      { session: session.id, name: session.name, why: 'unknown', runs: false },
    ]);
    await first.send('POST', '/api/stick/elsewhere', { session: session.id, do: 'open' });
    const back = await connectPhone(first, session.code, phone.token);
    expect((await back.hello()).me.joined).toBe(true);
    stick.plug();
  });

  test('O6 with its own stick a restart asks nobody', async () => {
    await first.restart();
    expect(first.app.running).toEqual([{ name: session.name, code: session.code }]);
    expect((await first.get<LaptopPage>('/api/laptop')).elsewhere).toEqual([]);
  });
});

test('O5 a laptop on which nothing has run yet tells phones to ask again; one that had a session tells that it is over', async () => {
  await expect(connectPhone(second, session.code, phone.token)).rejects.toMatchObject({ refusal: 'fault' });
  const other = await openSession(second);
  expect(other.session.code).not.toBe(session.code);
  await expect(connectPhone(second, session.code, phone.token)).rejects.toMatchObject({
    refusal: 'no-such-code',
  });
});

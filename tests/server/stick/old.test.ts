/** A stick that may not be the newest: what another laptop can know of that is told before anything is taken over. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { LaptopPage, Taking } from '../../../core/stick.ts';
import { doubtOf } from '../../../server/stick/doubt.ts';
import { readHolder } from '../../../server/stick/files.ts';
import { dayOf } from '../../../server/store/minute.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { madeStick, nameStick, type MadeStick } from '../../support/stick.ts';
import { aConsultation, aSession } from '../store/made.ts';

let first: TestServer;
let second: TestServer;
let old: MadeStick;
let next: MadeStick;
let passphrase: string;
let session: Session;
const realNow = Date.now.bind(Date);

/** How far the clock of the first laptop is off while it copies, in milliseconds. */
let off = 0;

beforeEach(async () => {
  jest.spyOn(Date, 'now').mockImplementation(() => realNow() + off);
  [first, second] = await Promise.all([startServer(), startServer()]);
  [old, next] = [madeStick(), madeStick()];
  ({ session } = await openSession(first, ['My worker listens to me']));
  const desk = await connectConsole(first, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
}, 30_000);
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all([first.stop(), second.stop()]);
  for (const { folder } of [old, next]) rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** Names the old stick, and waits for a copy of an answer whose hour is so many minutes ago. */
async function copiedBefore(minutes: number): Promise<number> {
  passphrase = await nameStick(first, old);
  const phone = await joinPhone(first, session.code);
  off = -minutes * 60_000;
  const at = Date.now();
  await old.copied(async () => {
    await phone.place(1, 1, 4, 'They never ring me back');
    await phone.place(1, 2, 4, 'They do ring me back now');
  });
  off = 0;
  return at;
}

const take = (more: { sure?: boolean } = {}, folder = old.folder): Promise<Taking | Refusal> =>
  second.send('POST', '/api/stick/take', { folder, passphrase, ...more });

const laptopOf = (server: TestServer): Promise<LaptopPage> => server.get('/api/laptop');

test('O5 O6 a copy that is old is told with its day, minute and age, and nothing is taken over before somebody says so', async () => {
  const at = await copiedBefore(3 * 24 * 60);
  old.pull();
  await first.app.close();
  old.plug();
  const before = await readHolder(old.folder);
  const day = dayOf(new Date(at));
  expect(await take()).toEqual({
    doubt: {
      day,
      minute: expect.stringMatching(/^\d\d:\d\d$/),
      age: expect.any(Number),
      newer: '',
      sessions: [{ name: session.name, ended: false }],
    },
  });
  expect([await readHolder(old.folder), second.app.running]).toEqual([before, []]);
  expect((await laptopOf(second)).stick.folder).toBe('');
  expect(await take({ sure: true })).toMatchObject({
    sessions: [{ id: session.id, day }],
  });
  await first.restart(false);
}, 30_000);

/** What is told of a copy of so many minutes ago, by a laptop on which nothing else is plugged in. */
async function toldOf(minutes: number, state: Session['state']): Promise<unknown> {
  const carried = {
    consultation: aConsultation(),
    session: { ...aSession('s'), state },
    live: new Uint8Array(),
    keys: new Uint8Array(),
  };
  const made = realNow() - minutes * 60_000;
  const bundle = { turn: 0, count: 1, made, address: '', sessions: [carried] };
  const opened = { folder: next.folder, bundle, stick: 'stick', turn: 0, after: undefined, recipient: '' };
  return doubtOf(opened, [], realNow());
}

test('O5 O6 a copy of just before is taken over unasked; an older one, one of an hour that is still to come, and that its session had ended, are told', async () => {
  for (const minutes of [0, 14, -14])
    expect([minutes, await toldOf(minutes, 'live')]).toEqual([minutes, null]);
  expect(await toldOf(15, 'live')).toMatchObject({ age: 15, sessions: [{ ended: false }] });
  expect(await toldOf(-60, 'ended')).toMatchObject({ age: -60, sessions: [{ ended: true }] });
});

test('O6 another stick that was named after it and is plugged in as well is named, however new the copy is, and is taken over unasked itself', async () => {
  passphrase = await nameStick(first, old);
  await old.copied(() => first.restart());
  const words = passphrase;
  old.pull();
  passphrase = await nameStick(first, next);
  const later = passphrase;
  await first.app.close();
  // As a system shows two sticks: beside each other.
  const beside = join(old.folder, '..', 'LATER');
  symlinkSync(next.folder, beside);
  old.plug();
  passphrase = words;
  expect(await take()).toMatchObject({ doubt: { newer: beside, sessions: [{ ended: false }] } });
  passphrase = later;
  const taken = await take({}, beside);
  if (isRefusal(taken) || 'doubt' in taken) throw new Error(JSON.stringify(taken));
  expect(taken.sessions).toMatchObject([{ id: session.id, day: '' }]);
  // What it is known to follow stays known.
  const { stick } = (await readHolder(old.folder)) ?? {};
  expect((await readHolder(beside))?.after).toEqual([stick]);
  await first.restart(false);
}, 60_000);

/** What is wrong with the stick is the stick's trouble, told as such and soon; what waits for a decision says so. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Session } from '../../../core/session.ts';
import type { TakenOver } from '../../../core/stick.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { orRefused, StickFailed } from '../../../server/stick/failed.ts';
import { STICK_FOLDER } from '../../../server/stick/files.ts';
import {
  connectConsole,
  connectPhone,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';
import { madeStick, nameStick, type MadeStick } from '../../support/stick.ts';

let first: TestServer;
let second: TestServer;
let stick: MadeStick;
let passphrase: string;
let session: Session;
let phone: Phone;
let revision: number;

/** A room on the first laptop with one answer, and a copy of it on the stick. */
beforeEach(async () => {
  [first, second] = await Promise.all([startServer(), startServer()]);
  stick = madeStick();
  passphrase = await nameStick(first, stick);
  ({ session } = await openSession(first, ['My worker listens to me']));
  const desk = await connectConsole(first, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  phone = await joinPhone(first, session.code);
  desk.close();
  revision = 0;
  await stick.copied(changeWords);
}, 30_000);
afterEach(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await rm(join(stick.folder, '..'), { recursive: true, force: true });
});

/** Where a file on the stick is written before it takes its place. */
const partOf = (folder: string, name: string): string => join(folder, STICK_FOLDER, `${name}.part`);
const take = (server: TestServer, folder = stick.folder): Promise<TakenOver | Refusal> =>
  server.send('POST', '/api/stick/take', { folder, passphrase });

/** Words that change are out of the copies within seconds. */
async function changeWords(): Promise<void> {
  for (const words of ['They never ring me back', 'They do ring me back now'])
    await phone.place(1, (revision += 1), 4, words);
}

test('O9 a stick that takes nothing is told as the stick, and never as the disk that answers are saved on', async () => {
  const desk = await connectConsole(first, session.id);
  // A file of the system that nobody can write, as every file on a locked stick is.
  for (const name of ['copy-a.age', 'copy-b.age']) symlinkSync('/proc/version', partOf(stick.folder, name));
  await changeWords();
  const view = await desk.until(({ laptop }) => laptop.stick === 'failed');
  expect(view.laptop.saving).toBe('ok');
  const ready = await fetch(`${first.url}/ready`);
  expect(ready.status).toBe(200);
  // It goes on by itself.
  await desk.until(({ laptop }) => laptop.stick === 'here');
}, 30_000);

test('O9 P5 a full stick is refused by name as it is named, and answers are saved all the while', async () => {
  const desk = await connectConsole(first, session.id);
  const full = join(stick.folder, '..', 'FULL');
  mkdirSync(join(full, STICK_FOLDER), { recursive: true });
  symlinkSync('/dev/full', partOf(full, 'READ ME.txt'));
  expect(await first.send('PUT', '/api/stick', { folder: full })).toEqual({
    refusal: 'stick-full',
    where: 'folder',
  });
  expect((await fetch(`${first.url}/ready`)).status).toBe(200);
  expect(desk.last()?.laptop).toMatchObject({ saving: 'ok', stick: 'here' });
  expect(first.faults).toEqual([]);
  // The stick of before is still the one.
  expect(await first.get('/api/laptop')).toMatchObject({ stick: { folder: stick.folder } });
});

test('P5 each thing that can be wrong with a stick has its own words', async () => {
  const failing = async (code: string): Promise<unknown> =>
    orRefused(async () => {
      throw new StickFailed(Object.assign(new Error(code), { code }));
    });
  expect(await failing('EROFS')).toMatchObject({ refusal: 'stick-read-only' });
  expect(await failing('ENOSPC')).toMatchObject({ refusal: 'stick-full' });
  expect(await failing('EIO')).toMatchObject({ refusal: 'stick-failed' });
  expect(await take(second, join(stick.folder, 'nowhere'))).toMatchObject({ refusal: 'stick-missing' });
  expect(await take(second, join(stick.folder, '..'))).toMatchObject({ refusal: 'stick-none' });
});

test('O9 a stick that is pulled is told within seconds where nothing is placed, and its coming back as well', async () => {
  const desk = await connectConsole(first, session.id);
  await desk.until(({ laptop }) => laptop.stick === 'here');
  stick.pull();
  await desk.until(({ laptop }) => laptop.stick === 'away');
  stick.plug();
  await desk.until(({ laptop }) => laptop.stick === 'here');
}, 20_000);

test('O6 where the first laptop goes on, the second is told within seconds, with nothing placed there', async () => {
  await first.app.close();
  // Once its own first copy is there, the next one is a minute away.
  await stick.copied(() => take(second));
  const desk = await connectConsole(second, session.id);
  await desk.until(({ laptop }) => laptop.stick === 'here');
  await first.restart(false);
  await first.send('POST', '/api/stick/elsewhere', { session: session.id, do: 'open' });
  await desk.until(({ laptop }) => laptop.stick === 'elsewhere');
}, 20_000);

test('O5 of two windows that take over at once, both are told what was taken', async () => {
  await first.app.close();
  // One of them names the folder on the stick that is ours.
  const answers = await Promise.all([take(second), take(second, join(stick.folder, STICK_FOLDER))]);
  const [one] = answers;
  if (one === undefined || isRefusal(one)) throw new Error(one?.refusal);
  expect(one.sessions.map(({ id }) => id)).toEqual([session.id]);
  expect(answers).toEqual([one, one]);
  await first.restart(false);
});

test('O6 V7 console and projector of a session that waits are told so, and get it back once it goes on here', async () => {
  await first.app.close();
  await take(second);
  await first.restart(false);
  const waits = { refusal: 'session-waits' };
  await expect(connectConsole(first, session.id)).rejects.toMatchObject(waits);
  await expect(connectProjector(first, session.id)).rejects.toMatchObject(waits);
  // A device asks this to learn whether what it counted and did not save is over: it is not.
  expect(await first.get(`/api/sessions/${session.id}/wall`)).toMatchObject(waits);
  await first.send('POST', '/api/stick/elsewhere', { session: session.id, do: 'open' });
  expect((await connectConsole(first, session.id)).last()?.session.id).toBe(session.id);
});

test('O5 at a new address the big screen says so until people are back, or the facilitator goes on', async () => {
  await first.app.close();
  await take(second);
  const wall = await connectProjector(second, session.id);
  expect(wall.last()).toMatchObject({ newAddress: true, board: { state: 'open' } });
  await connectPhone(second, session.code, phone.token);
  await wall.until(({ newAddress }) => !newAddress);
  await first.restart(false);
});

test('O5 a step of the facilitator takes the new address off the big screen, with nobody back yet', async () => {
  await first.app.close();
  await take(second);
  const wall = await connectProjector(second, session.id);
  const desk = await connectConsole(second, session.id);
  // The door is not on the wall.
  await desk.do({ do: 'door', locked: true });
  await desk.until(({ room }) => room.doorLocked);
  expect(desk.last()?.projector.newAddress).toBe(true);
  await desk.do({ do: 'close', board: 1 });
  await wall.until(({ newAddress }) => !newAddress);
  await first.restart(false);
});

/** Two sticks, one after the other, of one laptop: only what the later one has can be taken over. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { makeStick } from '../../../server/stick/stick.ts';
import type { Stick } from '../../../server/stick/parts.ts';
import { CHEAP_LOCK } from '../../support/lockWork.ts';
import { madeStick, type MadeStick } from '../../support/stick.ts';
import { aConsultation, aSession } from '../store/made.ts';

let one: MadeStick;
let other: MadeStick;
let hear: (now: string) => unknown;
let running: string[];
const folders: string[] = [];
beforeEach(() => {
  [one, other, hear, running] = [madeStick(), madeStick(), () => undefined, ['session-1']];
  folders.push(join(one.folder, '..'), join(other.folder, '..'));
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function laptop(): Promise<Stick> {
  const data = mkdtempSync(join(tmpdir(), 'standpoint-laptop-'));
  folders.push(data);
  const fault = (error: unknown): void => {
    throw error;
  };
  const carried = (id: string) => ({
    consultation: aConsultation(),
    session: aSession(id),
    live: Buffer.from(`answers of ${id}`),
    keys: Buffer.from('keys'),
  });
  return makeStick({
    data,
    running: async () => ({ ids: [...running], carried: running.map(carried) }),
    address: () => 'http://192.168.1.20:8080',
    busy: () => false,
    tell: (now) => void hear(now),
    fault,
    stickFault: fault,
    now: () => 0,
    minute: () => '12:00',
    lockWork: CHEAP_LOCK,
  });
}

async function named(stick: Stick, { folder }: MadeStick): Promise<string> {
  const answer = await stick.name(folder);
  if (isRefusal(answer)) throw new Error(answer.refusal);
  return answer.passphrase;
}

const copiesOn = (stick: MadeStick): string[] =>
  [...stick.files().keys()].filter((name) => name.startsWith('copy-'));

test('O4 O6 once another stick has a copy, the earlier one has none, and says that it was given up', async () => {
  const first = await laptop();
  const passphrase = await named(first, one);
  expect(copiesOn(one).length).toBe(1);
  await named(first, other);
  await first.stop();
  expect([copiesOn(one), copiesOn(other).length]).toEqual([[], 1]);
  const second = await laptop();
  expect(await second.open(one.folder, passphrase)).toMatchObject({ refusal: 'stick-given-up' });
  await second.stop();
  // It can be named again, here and there.
  expect(await (await laptop()).name(one.folder)).toHaveProperty('passphrase');
});

test('O4 O6 an earlier stick that was out is cleared once it is in again, after a sealing too', async () => {
  const first = await laptop();
  await named(first, one);
  one.pull();
  await named(first, other);
  running.length = 0;
  one.plug();
  first.copySoon(true);
  await first.stop();
  expect([copiesOn(one), copiesOn(other), first.settings().earlier]).toEqual([[], [], []]);
});

test('O4 a stick that is given up for none while it is out is cleared once it is in again', async () => {
  const first = await laptop();
  await named(first, one);
  one.pull();
  await first.forget();
  one.plug();
  expect(copiesOn(one).length).toBe(1);
  first.copySoon(false);
  await first.stop();
  expect([copiesOn(one), first.settings().earlier]).toEqual([[], []]);
});

test('O6 another laptop that took over from an earlier stick is told of here, and somebody decides', async () => {
  const first = await laptop();
  const passphrase = await named(first, one);
  one.pull();
  await named(first, other);
  // The second laptop has it while the first cannot see it.
  const there = join(one.folder, '..', 'there');
  symlinkSync(`${one.folder} away`, there);
  const second = await laptop();
  const opened = await second.open(there, passphrase);
  if (isRefusal(opened)) throw new Error(opened.refusal);
  await second.hold(opened);
  await second.took('session-1');
  one.plug();
  rmSync(there);
  symlinkSync(one.folder, there);
  expect(await first.check()).toBe('taken');
  const said = Promise.withResolvers<void>();
  hear = (now) => now === 'elsewhere' && said.resolve();
  first.copySoon(false);
  await said.promise;
  // Somebody says that it goes on here: the other one asks from then on.
  expect(await first.holdAgain()).toEqual({ ok: true });
  await first.stop();
  expect([await first.check(), await second.check()]).toEqual(['ours', 'taken']);
  expect(copiesOn(one)).toEqual([]);
  await second.stop();
});

test('O4 O6 a stick that was pulled is given up too where the next one has its very name', async () => {
  const first = await laptop();
  const passphrase = await named(first, one);
  const { stick } = first.settings();
  one.pull();
  // The system gives the name to whatever is in the socket.
  symlinkSync(other.folder, one.folder);
  await named(first, one);
  expect(first.settings().earlier).toEqual([{ folder: one.folder, stick }]);
  // The second laptop has it while the first cannot see it.
  const there = join(one.folder, '..', 'there');
  symlinkSync(`${one.folder} away`, there);
  const second = await laptop();
  const opened = await second.open(there, passphrase);
  if (isRefusal(opened)) throw new Error(opened.refusal);
  await second.hold(opened);
  rmSync(one.folder);
  one.plug();
  expect(await first.check()).toBe('taken');
  await Promise.all([first.stop(), second.stop()]);
});

test('O4 the same stick under another name is not given up', async () => {
  const first = await laptop();
  await named(first, one);
  const moved = { ...one, folder: `${one.folder} away` };
  one.pull();
  await named(first, moved);
  await first.stop();
  expect(first.settings().earlier).toEqual([]);
  one.plug();
  expect(copiesOn(one).length).toBe(1);
});

/** What a stick keeps when a take-over fails, and what has to go from it although it was out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { makeStick, type Stick, type StickParts } from '../../../server/stick/stick.ts';
import type { Carried } from '../../../server/store/carry.ts';
import { madeStick, type MadeStick } from '../../support/stick.ts';
import { aConsultation, aSession } from '../store/made.ts';

const carried = (id: string): Carried => ({
  consultation: aConsultation(),
  session: aSession(id),
  live: Buffer.from(`answers of ${id}`),
  keys: Buffer.from('keys'),
});

let stick: MadeStick;
const folders: string[] = [];
beforeEach(() => {
  stick = madeStick();
});
afterEach(() => {
  for (const folder of [...folders.splice(0), join(stick.folder, '..')]) rmSync(folder, { recursive: true });
});

/** A laptop on which these sessions run. */
async function laptop(
  running: () => readonly string[],
): Promise<{ own: Stick; again: () => Promise<Stick> }> {
  const data = mkdtempSync(join(tmpdir(), 'standpoint-laptop-'));
  folders.push(data);
  const parts: StickParts = {
    data,
    running: async () => ({ ids: [...running()], carried: running().map(carried) }),
    address: () => 'http://192.168.1.20:8080',
    tell: () => undefined,
    fault: (error) => {
      throw error;
    },
    now: () => 0,
    minute: () => '12:00',
  };
  return { own: await makeStick(parts), again: () => makeStick(parts) };
}

const copies = (): string[] => [...stick.files().keys()].filter((name) => name.startsWith('copy-'));

test('O4 what could not be taken over stays on the stick until it is, whatever runs here meanwhile', async () => {
  const first = await laptop(() => ['one', 'two']);
  const named = await first.own.name(stick.folder);
  if (isRefusal(named)) throw new Error(named.refusal);
  await first.own.stop();
  const here: string[] = [];
  const second = await laptop(() => here);
  const opened = await second.own.open(stick.folder, named.passphrase);
  if (isRefusal(opened)) throw new Error(opened.refusal);
  await second.own.hold(stick.folder, opened);
  here.push('one');
  await second.own.took('one');
  const before = stick.files();
  second.own.copySoon(true);
  await second.own.stop();
  expect(stick.files()).toEqual(before);
  // Started again, with nothing running.
  here.length = 0;
  const later = await second.again();
  later.copySoon(false);
  expect(await later.name(stick.folder)).toMatchObject({ refusal: 'stick-others' });
  expect(await later.open(stick.folder, named.passphrase)).toMatchObject({ bundle: { turn: 0 } });
  here.push('one', 'two');
  await later.took('two');
  later.copySoon(false);
  await later.stop();
  expect(await later.open(stick.folder, named.passphrase)).toMatchObject({ bundle: { turn: 1 } });
});

test('O4 words that went while the stick was out go from both copies when it is back, after a restart too', async () => {
  const { own, again } = await laptop(() => ['one']);
  await own.name(stick.folder);
  own.copySoon(false);
  await own.stop();
  expect(copies().length).toBe(2);
  const out = await again();
  stick.pull();
  out.copySoon(true);
  await new Promise(setImmediate);
  out.copySoon(false);
  await out.stop();
  stick.plug();
  const back = await again();
  back.copySoon(false);
  await back.stop();
  expect(copies().length).toBe(1);
});

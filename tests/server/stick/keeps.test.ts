/** What a stick keeps when a take-over fails, and what has to go from it although it was out. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { STICK_FOLDER } from '../../../server/stick/files.ts';
import { makeStick } from '../../../server/stick/stick.ts';
import type { Stick, StickParts } from '../../../server/stick/parts.ts';
import type { Carried } from '../../../server/store/carry.ts';
import { CHEAP_LOCK } from '../../support/lockWork.ts';
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

function partsOf(data: string, running: () => readonly string[]): StickParts {
  const fault = (error: unknown): void => {
    throw error;
  };
  return {
    data,
    running: async () => ({ ids: [...running()], carried: running().map(carried) }),
    address: () => 'http://192.168.1.20:8080',
    busy: () => false,
    tell: () => undefined,
    fault,
    stickFault: fault,
    now: () => 0,
    minute: () => '12:00',
    lockWork: CHEAP_LOCK,
  };
}

/** A laptop on which these sessions run. */
async function laptop(
  running: () => readonly string[],
): Promise<{ own: Stick; data: string; again: () => Promise<Stick> }> {
  const data = mkdtempSync(join(tmpdir(), 'standpoint-laptop-'));
  folders.push(data);
  const parts = partsOf(data, running);
  return { own: await makeStick(parts), data, again: () => makeStick(parts) };
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
  await second.own.hold(opened);
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

test('O6 a session is noted here before a copy of it is on the stick, and without the note there is no copy', async () => {
  const here: string[] = [];
  const { own, data } = await laptop(() => here);
  await own.name(stick.folder);
  await own.stop();
  // A folder in the place of the file that is to be written: nothing can be noted.
  const part = join(data, 'stick.json.part');
  mkdirSync(part);
  here.push('one');
  const faults: unknown[] = [];
  const cut = await makeStick({ ...partsOf(data, () => here), fault: (error) => faults.push(error) });
  cut.copySoon(false);
  await cut.stop();
  expect(copies()).toEqual([]);
  expect(faults.length).toBe(1);
  rmSync(part, { recursive: true });
  const again = await makeStick(partsOf(data, () => here));
  again.copySoon(false);
  await again.stop();
  expect(copies().length).toBe(1);
  expect(again.settings().sessions).toEqual(['one']);
});

test('O6 a laptop that dies while the copy is written knows at its next start that the stick may have it', async () => {
  const here: string[] = [];
  const { own, data } = await laptop(() => here);
  await own.name(stick.folder);
  await own.stop();
  here.push('one');
  // What the system says against the copy stands for the end of the laptop: the note is there by then.
  const faults: unknown[] = [];
  const dies = await makeStick({ ...partsOf(data, () => here), stickFault: (error) => faults.push(error) });
  mkdirSync(join(stick.folder, STICK_FOLDER, 'copy-a.age'));
  mkdirSync(join(stick.folder, STICK_FOLDER, 'copy-b.age'));
  dies.copySoon(false);
  await dies.stop();
  expect(faults.length).toBe(1);
  expect((await makeStick(partsOf(data, () => here))).settings().sessions).toEqual(['one']);
});

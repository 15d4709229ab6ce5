/** A stick that hangs takes nothing from anybody but its own copies. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WELL } from '../../../core/laptop.ts';
import { troublesOf } from '../../../client/console/laptopWords.ts';
import { phoneFiles } from '../../../server/http/phoneAssets.ts';
import { readManifest } from '../../../server/http/pages.ts';
import { STICK_FOLDER } from '../../../server/stick/files.ts';
import { makeStick } from '../../../server/stick/stick.ts';
import { CHEAP_LOCK } from '../../support/lockWork.ts';
import { startServer } from '../../support/server.ts';
import { madeStick, type MadeStick } from '../../support/stick.ts';

/** As many as the threads through which files are read. */
const THREADS = 4;

let stick: MadeStick;
let data: string;
beforeEach(() => {
  stick = madeStick();
  data = mkdtempSync(join(tmpdir(), 'standpoint-laptop-'));
});
afterEach(() => {
  for (const folder of [data, join(stick.folder, '..')]) rmSync(folder, { recursive: true });
});

/** Puts something in the place of a file that nobody who opens it comes back from; what it gives ends that. */
function hang(path: string): () => void {
  const was = readFileSync(path);
  rmSync(path);
  execFileSync('bash', ['-c', 'mkfifo "$0"', path]);
  return () => {
    const end = openSync(path, 'r+');
    rmSync(path);
    writeFileSync(path, was);
    closeSync(end);
  };
}

test('O9 a stick that hangs is asked once, told as one that does not answer, and holds up neither files nor the end', async () => {
  const fault = (error: unknown): void => {
    throw error;
  };
  const own = await makeStick({
    data,
    running: async () => ({ ids: [], carried: [] }),
    address: () => '',
    busy: () => false,
    tell: () => undefined,
    fault,
    stickFault: fault,
    now: () => 0,
    minute: () => '12:00',
    lockWork: CHEAP_LOCK,
    limit: 50,
  });
  await own.name(stick.folder);
  const goOn = hang(join(stick.folder, STICK_FOLDER, 'holder.json'));
  try {
    const checks = await Promise.all(Array.from({ length: THREADS + 2 }, () => own.check()));
    expect(new Set(checks)).toEqual(new Set(['silent']));
    for (let i = 0; i < THREADS; i += 1) expect(await own.check()).toBe('silent');
    expect(own.hangs()).toBe(true);
    // All threads but the one that waits are free.
    expect((await readFile(join(data, 'stick.json'))).length).toBeGreaterThan(0);
    own.copySoon(false);
    await own.stop();
    const [trouble] = troublesOf({ ...WELL, stick: 'silent' });
    expect(trouble).toMatchObject({ what: 'stick', title: expect.stringContaining('does not answer') });
  } finally {
    goOn();
  }
});

test('V7 O9 the page of the phone and all it needs come while every thread that reads files is held', async () => {
  const server = await startServer();
  // A name would be looked up by one of them.
  const url = server.url.replace('localhost', '127.0.0.1');
  const held = join(data, 'held');
  writeFileSync(held, '');
  const goOn = hang(held);
  const reads = Array.from({ length: THREADS }, () => readFile(held));
  try {
    const files = [...phoneFiles(readManifest())];
    expect(files.length).toBeGreaterThan(5);
    for (const path of ['/j', ...files.map((file) => `/assets/${file}`)]) {
      const got = await fetch(`${url}${path}`);
      expect([path, got.status, (await got.arrayBuffer()).byteLength > 0]).toEqual([path, 200, true]);
    }
  } finally {
    goOn();
    await Promise.all(reads);
  }
  const script = [...phoneFiles(readManifest())].find((file) => file.endsWith('.js')) ?? '';
  const got = await fetch(`${url}/assets/${script}`);
  expect(got.headers.get('content-type')).toContain('javascript');
  expect(got.headers.get('cache-control')).toContain('immutable');
  await server.stop();
});

/** A stick that is named at the start: set up once, with its passphrase printed once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../support/server.ts';
import { madeStick } from '../../support/stick.ts';
import { newFolder } from '../store/made.ts';

const PASSPHRASE = /^ {2}(?:[2-9B-Z]{4}-){5}[2-9B-Z]{4}$/m;

/** Starts the program, waits until it has printed something, and ends it; gives all that it printed. */
async function printed(args: readonly string[], until: RegExp): Promise<string> {
  const child = spawn(process.execPath, ['server/main.js', '--port', '0', '--no-sample', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  while (!until.test(text)) await once(child.stdout, 'data');
  child.kill('SIGTERM');
  await ended;
  return text;
}

test('O4 --stick sets a stick up and prints its passphrase once; the next start knows it', async () => {
  const stick = madeStick();
  const args = ['--data', newFolder(), '--stick', stick.folder];
  await printed(args, PASSPHRASE);
  const key = stick.files().get('key.age');
  expect(key?.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(await printed(args, /Press Ctrl-C/)).not.toMatch(PASSPHRASE);
  // Set up anew it would have another key.
  expect(stick.files().get('key.age')).toEqual(key);
  const nowhere = ['--data', newFolder(), '--stick', join(stick.folder, 'nowhere')];
  expect(await printed(nowhere, /The stick at/)).toContain('There is no such folder');
  await rm(join(stick.folder, '..'), { recursive: true, force: true });
}, 60_000);

/** What a command that is broken off leaves on the disk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { newFolder } from '../store/made.ts';

const KEEP = join(import.meta.dirname, '../../../server/cli/keep.ts');
/** Keeps a file that never ends, and says when the first of it was written. */
const ENDLESS = `
  const { keep } = await import(${JSON.stringify(KEEP)});
  await keep(undefined, 'all.zip', (file) => new Promise(() => {
    file.write('half', () => console.log('begun'));
    setInterval(() => undefined, 1000);
  }));
`;

test('P5 a command that is broken off leaves no half file', async () => {
  const cwd = newFolder();
  const child = spawn(process.execPath, ['--input-type=module', '-e', ENDLESS], { cwd });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  expect(await readdir(cwd)).toEqual([`all.zip.${child.pid}.part`]);
  child.kill('SIGINT');
  expect((await ended)[0]).toBe(130);
  expect(await readdir(cwd)).toEqual([]);
}, 20_000);

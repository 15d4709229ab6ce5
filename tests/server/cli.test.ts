/** The command line as it is typed: an archive goes from one folder to another. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { consultation, everything, held, laptop } from '../support/archives.ts';
import { newFolder, opened } from './store/made.ts';

const run = promisify(execFile);
const CLI = join(import.meta.dirname, '../../server/cli.ts');

function standpoint(cwd: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [CLI, ...args], { cwd });
}

test('F13 archive and merge on the command line bring sessions of two folders together', async () => {
  const folder = newFolder();
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  for (const [path, session] of [[one, held('aa', [1, 2])] as const, [two, held('bb', [5])] as const]) {
    const store = await laptop(consultation(), session, { folder: path });
    await store.close();
  }
  await standpoint(folder, 'archive', '--data', one, '--out', 'one.standpoint');
  const { stdout } = await standpoint(folder, 'merge', 'one.standpoint', '--data', two);
  expect(stdout).toContain('What I expect merged');
  expect(stdout).toContain('new: Session aa');
  expect((await readdir(folder)).toSorted()).toEqual(['one', 'one.standpoint', 'two']);
  const store = await opened(two);
  expect(await everything(store, 'shared')).toContain('Session aa');
  await store.close();
}, 30_000);

test('P5 a file that is no archive is named, and nothing is left behind', async () => {
  const folder = newFolder();
  const failed = standpoint(folder, 'merge', join(folder, 'none'), '--data', join(folder, 'data'));
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('none') });
}, 30_000);

/** The command line beside a server that is running. */
import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConsultationListItem } from '../../core/api.ts';
import type { AuditEntry } from '../../core/staffApi.ts';
import { signIn } from '../support/signIn.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { newFolder } from './store/made.ts';

const run = promisify(execFile);
const CLI = join(import.meta.dirname, '../../server/cli.ts');

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ sample: true });
});
afterAll(() => server?.stop());

function standpoint(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [CLI, ...args], { cwd: server.folder });
}

test('T1 T8 `link` prints a new start link of the server that uses the folder, which holds once', async () => {
  const before = server.app.startLink();
  const { stdout } = await standpoint('link', '--data', server.folder);
  expect(stdout).toMatch(/^http:\/\/localhost:\d+\/console#start=\S+\n$/);
  expect(await signIn(stdout.trim())).toContain(`standpoint-${server.app.port}=`);
  for (const link of [stdout.trim(), before]) await expect(signIn(link)).rejects.toThrow('wrong-link');
  const log = await server.get<AuditEntry[]>('/api/staff/log');
  expect(log.some(({ what, place }) => what === 'link-made' && place === 'program')).toBe(true);
}, 30_000);

test('T7 T8 exports and archives of the command line are in the log, beside a server and on the folder itself', async () => {
  const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
  const beside = ['--server', server.url, '--data', server.folder, '--consultation', sample?.id ?? ''];
  await standpoint('export', ...beside, '--files', 'csv', '--out', 'files.zip');
  await standpoint('archive', ...beside, '--out', 'all.standpoint');
  await server.app.close();
  await standpoint('archive', '--data', server.folder, '--out', 'again.standpoint');
  await standpoint('merge', 'all.standpoint', '--data', server.folder);
  await server.restart(false);
  const log = await server.get<AuditEntry[]>('/api/staff/log');
  expect(
    log
      .slice(0, 4)
      .map(({ place, what, detail }) => [place, what, detail])
      .toReversed(),
  ).toEqual([
    ['program', 'exported', 'csv'],
    ['program', 'archive-out', ''],
    ['program', 'archive-out', ''],
    ['program', 'archive-in', ''],
  ]);
  expect(await readdir(server.folder)).toEqual(
    expect.arrayContaining(['files.zip', 'all.standpoint', 'again.standpoint']),
  );
}, 60_000);

test('T8 without a server on the folder, or beside one that uses another, it says what to do', async () => {
  const folder = newFolder();
  const none = standpoint('link', '--data', folder);
  await expect(none).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^No Standpoint is running on the data in .*--data.*\.\n$/),
  });
  const other = await startServer();
  const wrong = standpoint('export', '--server', server.url, '--data', other.folder);
  await expect(wrong).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('another data folder'),
  });
  await other.stop();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

test('T8 the key of a folder goes to this machine only', async () => {
  for (const at of ['http://192.0.2.1:8080', 'http://localhost.example.org:8080'])
    await expect(standpoint('archive', '--server', at, '--data', server.folder)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not on this machine'),
    });
}, 30_000);

/** Sessions that are not finished, and a full disk, on the command line. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { consult, crowd, hold } from '../support/held.ts';
import { consultation, held, laptop } from '../support/archives.ts';

const run = promisify(execFile);
const CLI = join(import.meta.dirname, '../../server/cli.ts');
const ENDED =
  '“In the hall” is left out, since it has ended and is not finished. Finish it on the console, or wait ten minutes unless it is held open, then make the file again.';
const RUNNING =
  '“At school” is left out, since it has not ended. End it on the console, then make the file again.';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

async function standpoint(...args: string[]): Promise<Ended> {
  try {
    return { code: 0, ...(await run(process.execPath, [CLI, ...args], { cwd: folder })) };
  } catch (error) {
    return error as Ended;
  }
}

const readme = (name: string): string =>
  strFromU8(
    unzipSync(readFileSync(join(folder, name)))['CONFIDENTIAL_TEAM_ONLY_README.txt'] ?? new Uint8Array(),
  );

describe('a laptop with a session that has ended and one that runs', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer();
    const { id } = await consult(server, 'Ends', ['One']);
    await hold(server, id, crowd([1, 2, 4]), { name: 'In the hall' });
    const path = `/api/consultations/${id}/sessions`;
    const draft = await server.send<{ id: string }>('POST', path, { name: 'At school' });
    await server.send('POST', `/api/sessions/${draft.id}/lobby`, {});
    const desk = await connectConsole(server, draft.id);
    await desk.do({ do: 'start' });
    desk.close();
  });

  test('F13 F5 while the server runs, both are named, and a script can tell', async () => {
    const asked = ['--server', server.url, '--data', server.folder, '--out'];
    const archive = await standpoint('archive', ...asked, 'asked.standpoint');
    expect(archive).toMatchObject({ code: 2, stderr: `${ENDED}\n${RUNNING}\n` });
    const zip = await standpoint('export', '--files', 'csv', ...asked, 'asked.zip');
    expect(zip).toMatchObject({ code: 2, stderr: `${ENDED}\n${RUNNING}\n` });
    expect(readme('asked.zip')).toContain(`LEFT OUT\r\n${ENDED}\r\n${RUNNING}\r\n`);
    const { code, stdout } = await standpoint('merge', 'asked.standpoint', '--data', join(folder, 'other'));
    expect(code).toBe(0);
    expect(stdout).toContain(
      'The session “In the hall” is not in this archive: it had ended and was not finished.',
    );
    expect(stdout).toContain('The session “At school” is not in this archive: it had not ended.');
    await server.stop();
  }, 60_000);

  test('F13 F5 once it has stopped, what had ended is finished first, and the other is named', async () => {
    await server.app.close();
    const archive = await standpoint('archive', '--data', server.folder, '--out', 'stopped.standpoint');
    expect(archive).toMatchObject({
      code: 2,
      stderr: `“In the hall” had ended, and is finished now.\n${RUNNING}\n`,
    });
    const { stdout } = await standpoint('merge', 'stopped.standpoint', '--data', join(folder, 'third'));
    expect(stdout).toContain('new: In the hall');
    const zip = await standpoint('export', '--data', server.folder, '--out', 'stopped.zip');
    expect(zip).toMatchObject({ code: 2, stderr: `${RUNNING}\n` });
    expect(readme('stopped.zip')).toContain('Sessions: 1. Responses: 3.');
    await rm(server.folder, { recursive: true, force: true });
  }, 60_000);
});

test('V4 F13 one that is held open is left as it is, and named', async () => {
  const server = await startServer();
  const { id } = await consult(server, 'Held', ['One']);
  const session = await hold(server, id, crowd([1, 2, 4]), { name: 'In the hall' });
  const desk = await connectConsole(server, session.id);
  expect(await desk.do({ do: 'hold', on: true })).toEqual({ ok: true });
  desk.close();
  await server.app.close();
  for (const command of ['archive', 'export'])
    expect(await standpoint(command, '--data', server.folder, '--out', `held.${command}`)).toMatchObject({
      code: 2,
      stderr: `${ENDED}\n`,
    });
  await server.restart(false);
  const again = await connectConsole(server, session.id);
  const room = again.last()?.room;
  expect([room?.state, room?.hold]).toEqual(['ended', true]);
  again.close();
  await server.stop();
}, 60_000);

test('F5 nothing is said of plans, rehearsals and what is finished', async () => {
  const server = await startServer({ sample: true });
  const { document, session } = await openSession(server);
  await server.send('DELETE', `/api/sessions/${session.id}`);
  await server.send('POST', `/api/consultations/${document.consultation.id}/sessions`, {});
  const out = join(folder, 'sample.standpoint');
  const sample = (await server.get<{ id: string; sample: boolean }[]>('/api/consultations')).find(
    (c) => c.sample,
  );
  const asked = [
    '--consultation',
    sample?.id ?? '',
    '--server',
    server.url,
    '--data',
    server.folder,
    '--out',
    out,
  ];
  expect(await standpoint('archive', ...asked)).toMatchObject({ code: 0, stderr: '' });
  await server.stop();
}, 60_000);

// A file of the kernel's that is always full stands in for the one that is being written.
const onFullDisk = existsSync('/dev/full') ? test : test.skip;
onFullDisk(
  'P5 a full disk is told in one sentence, and nothing is left behind',
  async () => {
    const data = join(folder, 'full');
    const store = await laptop(consultation(), held('aa', [1, 2]), { folder: data });
    await store.close();
    const told = 'The disk is full. Nothing was changed. Free some space and try again.\n';
    for (const [command, out] of [
      ['archive', 'full.standpoint'],
      ['export', 'full.zip'],
    ] as const) {
      symlinkSync('/dev/full', join(folder, `${out}.part`));
      const failed = await standpoint(command, '--data', data, '--out', out);
      expect(failed).toMatchObject({ code: 1, stdout: '', stderr: told });
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('full.'))).toEqual([]);
  },
  60_000,
);

/** `npx standpoint export` as it is typed: what it writes, and what it says where it cannot. */
import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { archiveOf, consultation, held, laptop } from '../../support/archives.ts';
import { standpoint } from '../../support/cli.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { newFolder, opened } from '../store/made.ts';

const LONG = 60_000;
/** A folder with a store in `data` in which two sessions were held. */
let folder: string;
beforeAll(async () => {
  folder = newFolder();
  const [aa, bb] = [held('aa', [1, 2]), held('bb', [5])];
  const store = await laptop(consultation(), aa, bb, { folder: join(folder, 'data') });
  await store.close();
});

const sessionsIn = async (name: string): Promise<string[]> => {
  const lines = (await readFile(join(folder, name), 'utf8')).split('\r\n').slice(1, -1);
  return lines.map((line) => line.split(',')[1] ?? '');
};
const table = ['--table', 'sessions'];

describe('from a folder', () => {
  test(
    'P5 sessions are chosen by id or name, and one that is not there is told with those that are',
    async () => {
      const run = (list: string, out: string) =>
        standpoint(folder, 'export', '--data', 'data', ...table, '--sessions', list, '--out', out);
      expect(await run('bb', 'id.csv')).toMatchObject({ code: 0, err: '' });
      expect(await sessionsIn('id.csv')).toEqual(['Session bb']);
      await run('Session aa, bb', 'both.csv');
      expect(await sessionsIn('both.csv')).toEqual(['Session aa', 'Session bb']);
      expect(await run('aa,cc', 'none.csv')).toEqual({
        code: 1,
        out: '',
        err: 'There is no finished session "cc". Say which with --sessions ID,ID:\n  aa  Session aa (2026-11-22)\n  bb  Session bb (2026-11-22)\n',
      });
    },
    LONG,
  );

  test(
    'P5 kinds may have spaces between them',
    async () => {
      const typed = ['export', '--data', 'data', '--files', 'csv, xlsx', '--out', 'spaced.zip'];
      expect(await standpoint(folder, ...typed)).toMatchObject({ code: 0, err: '' });
      const names = Object.keys(unzipSync(await readFile(join(folder, 'spaced.zip'))));
      expect(names).toEqual(
        expect.arrayContaining([
          'CONFIDENTIAL_TEAM_ONLY_groups_data.csv',
          'CONFIDENTIAL_TEAM_ONLY_tables.xlsx',
        ]),
      );
    },
    LONG,
  );

  test(
    'M1 a place that cannot be written is told before any work, in words',
    async () => {
      mkdirSync(join(folder, 'adir'));
      const run = (out: string) => standpoint(folder, 'export', '--data', 'data', '--out', out);
      expect(await run('adir')).toEqual({
        code: 1,
        out: '',
        err: `adir is a folder. Name a file in it with --out, for instance ${join('adir', 'files.zip')}.\n`,
      });
      expect((await run(join('nowhere', 'x.zip'))).err).toBe(
        `There is no folder ${join(folder, 'nowhere')}. Make it first, or name another file with --out.\n`,
      );
    },
    LONG,
  );

  test(
    'S5 a folder that is no store stays as it is when something is read from it',
    async () => {
      for (const command of ['export', 'archive']) {
        const { code, err } = await standpoint(folder, command, '--data', 'dat');
        expect([code, err]).toEqual([
          1,
          `There is no Standpoint folder at ${join(folder, 'dat')}. Say where it is with --data FOLDER.\n`,
        ]);
      }
      expect(await readdir(folder)).not.toContain('dat');
    },
    LONG,
  );

  test(
    'S5 a folder that is in use says how to ask whoever uses it, whatever its port',
    async () => {
      const store = await opened(join(folder, 'data'));
      const { code, err } = await standpoint(folder, 'export', '--data', 'data');
      await store.close();
      expect(code).toBe(1);
      expect(err).toContain('add --server and the address of its console, as it was printed at its start');
    },
    LONG,
  );

  test(
    'P5 a consultation that is not there is told with those that are',
    async () => {
      const typed = ['export', '--data', 'data', '--consultation', 'other'];
      expect((await standpoint(folder, ...typed)).err).toBe(
        'There is no consultation "other". Say which with --consultation ID:\n  shared  What I expect\n',
      );
    },
    LONG,
  );
});

describe('from a server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
    const store = await opened(join(folder, 'data'));
    await server.fetch('/api/archives', {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
      body: Buffer.from(await archiveOf(store, 'shared')),
    });
    await store.close();
  });
  afterAll(() => server.stop());

  test(
    'P5 sessions are chosen there too',
    async () => {
      const there = ['--server', `${server.url}/console`, '--data', server.folder];
      const typed = ['export', ...there, ...table, '--sessions', 'Session bb'];
      expect(await standpoint(folder, ...typed, '--out', 'there.csv')).toMatchObject({ code: 0, err: '' });
      expect(await sessionsIn('there.csv')).toEqual(['Session bb']);
    },
    LONG,
  );

  test(
    'M1 nobody there, or a program that is not Standpoint, is told in words',
    async () => {
      const page = createServer((_, res) => res.end('<!doctype html><p>Another program</p>'));
      const port = await new Promise<number>((done) => {
        page.listen(0, '127.0.0.1', () => done((page.address() as AddressInfo).port));
      });
      const ask = async (url: string, ...typed: string[]): Promise<string> => {
        const { code, err } = await standpoint(folder, ...typed, '--server', url, '--data', server.folder);
        expect(code).toBe(1);
        return err;
      };
      const other = `http://127.0.0.1:${port}`;
      const foreign = `What answers at ${other} is not Standpoint. Its address is the one that was printed when it started.\n`;
      expect(await ask(other, 'export')).toBe(foreign);
      expect(await ask(other, 'archive')).toBe(foreign);
      await new Promise((done) => page.close(done));
      const nobody = `No Standpoint answers at ${other}. Start it with npm start, or say where it is with --server URL.\n`;
      expect(await ask(other, 'export')).toBe(nobody);
      expect(await ask('foo', 'export')).toContain('http://foo is not on this machine');
    },
    LONG,
  );
});

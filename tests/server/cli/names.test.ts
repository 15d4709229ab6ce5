/** Names of the files that the command line leaves, with a server running and without one. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nameIn } from '../../../server/cli/keep.ts';
import { offerSample } from '../../../server/use/offerSample.ts';
import { standpoint } from '../../support/cli.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { newFolder, opened } from '../store/made.ts';

const data = newFolder();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ sample: true });
  const store = await opened(data);
  await offerSample(store, 'when-new');
  await store.close();
});
afterAll(() => server.stop());

/** What is in a folder, half a file too. */
const namesIn = (folder: string): string[] => readdirSync(folder).toSorted();

describe('files that the command line leaves', () => {
  test('F5 are called the same with a server as without, and say that they are for the team only', async () => {
    const [beside, alone] = [newFolder(), newFolder()];
    for (const args of [
      ['export', '--table', 'comments'],
      ['export', '--files', 'xlsx'],
      ['export', '--files', 'csv'],
      ['archive'],
    ])
      await Promise.all([
        standpoint(beside, ...args, '--server', server.url, '--data', server.folder),
        standpoint(alone, ...args, '--data', data),
      ]);
    const names = namesIn(beside).map((name) => name.replace(/^\d{4}-\d\d-\d\d_/, ''));
    expect(names).toEqual([
      'What-we-expect-of-our-social-workers_SAMPLE_CONFIDENTIAL-TEAM-ONLY.standpoint',
      'What-we-expect-of-our-social-workers_comments-data_SAMPLE_CONFIDENTIAL-TEAM-ONLY.csv',
      'What-we-expect-of-our-social-workers_csv_SAMPLE_CONFIDENTIAL-TEAM-ONLY.zip',
      'What-we-expect-of-our-social-workers_files_SAMPLE_CONFIDENTIAL-TEAM-ONLY.xlsx',
    ]);
    expect(namesIn(beside)).toEqual(namesIn(alone));
  }, 120_000);

  for (const [how, place] of [
    ['with a server', () => ['--server', server.url, '--data', server.folder]],
    ['without one', () => ['--data', data]],
  ] as const)
    test(`F5 never take the place of one that is there, ${how}; what --out names does`, async () => {
      const folder = newFolder();
      const args = ['export', '--table', 'groups', ...place()];
      await standpoint(folder, ...args);
      const [first = ''] = namesIn(folder);
      writeFileSync(join(folder, first), 'changed by hand');
      const { out } = await standpoint(folder, ...args);
      await standpoint(folder, ...args);
      const second = first.replace(/\.csv$/, ' (2).csv');
      expect(out).toBe(`${join(folder, second)}\n`);
      expect(namesIn(folder)).toEqual([first, second, first.replace(/\.csv$/, ' (3).csv')].toSorted());
      expect(readFileSync(join(folder, first), 'utf8')).toBe('changed by hand');
      await standpoint(folder, ...args, '--out', first);
      expect(readFileSync(join(folder, first), 'utf8')).toMatch(/^group_id,/);
      expect(namesIn(folder)).toHaveLength(3);
    }, 120_000);

  test('P5 a server that does not name its file is told of, and nothing is left', async () => {
    const other = createServer((req, res) => {
      res.end(
        req.url === '/api/consultations'
          ? '[{"id":"one","title":"One","sample":false,"sessions":[]}]'
          : 'text',
      );
    });
    await new Promise<void>((ready) => other.listen(0, ready));
    other.unref();
    const folder = newFolder();
    const at = `http://localhost:${(other.address() as AddressInfo).port}`;
    const args = ['export', '--server', at, '--data', server.folder];
    expect(await standpoint(folder, ...args)).toEqual({
      code: 1,
      out: '',
      err: 'What answers there does not say what its file is called. Say it with --out FILE.\n',
    });
    expect(namesIn(folder)).toEqual([]);
    await standpoint(folder, ...args, '--out', 'own.zip');
    expect(namesIn(folder)).toEqual(['own.zip']);
  }, 30_000);

  test('P5 a name is read however a server writes it, and no folder with it', () => {
    expect(nameIn('attachment; filename=2026_files.zip')).toBe('2026_files.zip');
    expect(nameIn('attachment; filename="two words; \\"so\\".zip"')).toBe('two words; "so".zip');
    expect(nameIn(`attachment; filename="?.zip"; filename*=UTF-8''%C3%A9t%C3%A9.zip`)).toBe('été.zip');
    expect(nameIn('attachment; filename="../../.ssh/config"')).toBe('config');
    expect(nameIn('attachment; filename="..\\\\up.zip"')).toBe('up.zip');
    for (const none of [null, '', 'attachment', 'inline']) expect(nameIn(none)).toBe('');
  });
});

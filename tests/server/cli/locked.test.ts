/** Archives under lock and key on the command line: with a passphrase, with keys of the age program, and with the wrong one. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { needAge } from '../../support/age.ts';
import { consultation, held, laptop } from '../../support/archives.ts';
import { standpoint } from '../../support/cli.ts';
import { workOf } from '../../support/lockWork.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { newFolder, opened } from '../store/made.ts';

const run = promisify(execFile);
const LONG = 90_000;
const PASSPHRASE = 'seven grey geese over the harbour';

const folder = newFolder();
let server: TestServer;
beforeAll(async () => {
  await needAge();
  const store = await laptop(consultation(), held('aa', [1, 2]), { folder: join(folder, 'one') });
  await store.close();
  writeFileSync(join(folder, 'words.txt'), `${PASSPHRASE}\r\n`);
  writeFileSync(join(folder, 'wrong.txt'), `${PASSPHRASE} and a swan`);
  await run('age-keygen', ['-o', join(folder, 'secret.txt')]);
  const [, recipient = ''] = /public key: (\S+)/.exec(readFileSync(join(folder, 'secret.txt'), 'utf8')) ?? [];
  writeFileSync(join(folder, 'public.txt'), `# the office\n${recipient}\n`);
  server = await startServer({ sample: true });
}, LONG);
afterAll(() => server?.stop());

const at = (...args: string[]) => standpoint(folder, ...args);
const merge = (file: string, into: string, ...key: string[]) => at('merge', file, '--data', into, ...key);

test(
  'Z1 an archive that was locked with a passphrase or for a key opens with that, here and with the age program',
  async () => {
    for (const [lock, key] of [
      ['words.txt', 'words.txt'],
      ['public.txt', 'secret.txt'],
    ] as const) {
      const file = `${lock}.age`;
      const locked = await at('archive', '--data', 'one', '--lock', lock, '--out', file);
      expect(locked).toMatchObject({ code: 0, err: '' });
      expect(readFileSync(join(folder, file), 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
      expect(workOf(readFileSync(join(folder, file)))).toBe(lock === 'words.txt' ? 18 : null);
      expect(await merge(file, `into-${lock}`, '--key', key)).toMatchObject({
        code: 0,
        out: expect.stringContaining('What I expect opened'),
      });
      const store = await opened(join(folder, `into-${lock}`));
      expect((await store.sessions('shared')).map((s) => s.name)).toEqual(['Session aa']);
      await store.close();
    }
    const { stdout } = await run('age', ['-d', '-i', 'secret.txt', 'public.txt.age'], {
      cwd: folder,
      encoding: 'buffer',
    });
    expect(stdout.subarray(0, 2).toString()).toBe('PK');
  },
  LONG,
);

test(
  'Z1 without its key, or with another, nothing is opened and it is said what to do',
  async () => {
    mkdirSync(join(folder, 'empty'));
    for (const [key, words] of [
      [
        [],
        'words.txt.age: it is locked. Name a file that has its passphrase, or the secret key, with --key FILE.',
      ],
      [['--key', 'wrong.txt'], 'words.txt.age: what --key names does not open it.'],
      [['--key', 'secret.txt'], 'words.txt.age: what --key names does not open it.'],
      [['--key', 'none.txt'], 'none.txt could not be read.'],
    ] as const)
      expect(await merge('words.txt.age', 'empty', ...key)).toEqual({ code: 1, out: '', err: `${words}\n` });
  },
  LONG,
);

test(
  'Z1 P5 what cannot lock is refused before anything is written',
  async () => {
    writeFileSync(join(folder, 'short.txt'), 'too short');
    writeFileSync(join(folder, 'two.txt'), `${PASSPHRASE}\nand another line of it\n`);
    for (const [lock, words] of [
      ['secret.txt', 'secret.txt has a secret key, which opens.'],
      ['short.txt', 'short.txt does not lock: a passphrase has at least 20 characters.'],
      ['two.txt', 'two.txt has more than one line.'],
    ] as const) {
      const ended = await at('archive', '--data', 'one', '--lock', lock, '--out', 'not.age');
      expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining(words) });
    }
    expect(await readdir(folder)).not.toContain('not.age');
  },
  LONG,
);

test(
  'Z1 T7 beside a running server too, which writes it down as locked away',
  async () => {
    const beside = ['--server', server.url, '--data', server.folder];
    const [sample] = await server.get<{ id: string }[]>('/api/consultations');
    const which = ['--consultation', sample?.id ?? '', '--lock', 'words.txt', '--out', 'sample.age'];
    expect(await at('archive', ...beside, ...which)).toMatchObject({ code: 0 });
    const [entry] = await server.get<{ what: string; place: string }[]>('/api/staff/log');
    expect(entry).toMatchObject({ what: 'locked-away', place: 'program' });
    expect(await at('merge', 'sample.age', ...beside, '--key', 'words.txt')).toMatchObject({
      code: 0,
      out: expect.stringContaining('here already'),
    });
  },
  LONG,
);

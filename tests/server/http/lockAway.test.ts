/** Locking a consultation away, opening it again here and by the age program, and removing what is plain. */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ArchiveResult, ConsultationListItem } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { isLocked } from '../../../server/archive/lock.ts';
import { archiveOf, consultation, held, laptop } from '../../support/archives.ts';
import { needAge } from '../../support/age.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { jpeg } from '../../support/teamPictures.ts';

const run = promisify(execFile);
const PASSPHRASE = 'six words that nobody knows ünd more';

let server: TestServer;
let folder = '';
beforeAll(async () => {
  await needAge();
  folder = await mkdtemp(join(tmpdir(), 'standpoint-lock-'));
  server = await startServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  expect(server.faults).toEqual([]);
});

const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/json' };
const path = '/api/consultations/shared';
const lock = (body: unknown) =>
  server.fetch(`${path}/lock`, { method: 'POST', headers, body: JSON.stringify(body) });
const lockedBy = async (body: unknown): Promise<Buffer> =>
  Buffer.from(await (await lock(body)).arrayBuffer());
const open = async (bytes: Uint8Array<ArrayBuffer>, key?: string): Promise<ArchiveResult | Refusal> => {
  const response = await server.fetch(`/api/archives`, {
    method: 'POST',
    headers: {
      ...headers,
      'Content-Type': 'application/octet-stream',
      ...(key === undefined ? {} : { 'X-Standpoint-Key': Buffer.from(key).toString('base64') }),
    },
    body: bytes,
  });
  return (await response.json()) as ArchiveResult | Refusal;
};
const remove = (bytes: Uint8Array) =>
  server.send<{ ok: true } | Refusal>('POST', `${path}/lock/remove`, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
const here = async (): Promise<string[]> =>
  (await server.get<ConsultationListItem[]>('/api/consultations')).map((c) => c.id);

/** A consultation with a sealed session, brought in as an archive. */
async function bringIn(): Promise<Buffer> {
  const store = await laptop(consultation(), held('one', [1, 2, 3, 4, 5]));
  await store.photos.add({ session: 'one', id: 'photo', statement: 's1', round: 1, bytes: jpeg() });
  const bytes = await archiveOf(store, 'shared');
  await store.close();
  expect(await open(new Uint8Array(bytes))).toMatchObject({ consultation: 'shared' });
  return bytes;
}

test('Z1 V6 locked away with a passphrase, it opens with that and nothing else, and the plain data go when the file is at hand', async () => {
  await bringIn();
  const plain = Buffer.from(await (await server.fetch(`${path}/archive`)).arrayBuffer());
  const response = await lock({ passphrase: PASSPHRASE });
  expect(response.headers.get('content-disposition')).toMatch(/CONFIDENTIAL-TEAM-ONLY.*\.standpoint\.age/);
  const locked = Buffer.from(await response.arrayBuffer());
  expect(isLocked(locked)).toBe(true);
  for (const word of ['said', 'Statement 1', 'consultation.json']) expect(locked.includes(word)).toBe(false);

  expect(await remove(Buffer.from('another file'))).toMatchObject({ refusal: 'not-locked' });
  expect(await here()).toEqual(['shared']);
  expect(await remove(locked)).toEqual({ ok: true });
  expect(await here()).toEqual([]);

  expect(await open(new Uint8Array(locked))).toMatchObject({ refusal: 'locked' });
  expect(await open(new Uint8Array(locked), 'another passphrase of some length')).toMatchObject({
    refusal: 'wrong-key',
  });
  const damaged = Buffer.from(locked);
  damaged[damaged.length - 20] = (damaged.at(-20) ?? 0) ^ 1;
  expect(await open(new Uint8Array(damaged), PASSPHRASE)).toMatchObject({
    refusal: 'bad-file',
    where: 'archive',
  });
  expect(await here()).toEqual([]);
  expect(await open(new Uint8Array(locked), ` ${PASSPHRASE} `)).toMatchObject({
    consultation: 'shared',
    opened: true,
    added: ['Session one'],
  });
  const again = Buffer.from(await (await server.fetch(`${path}/archive`)).arrayBuffer());
  expect(again.equals(plain)).toBe(true);
  const photo = Buffer.from(await (await server.fetch('/api/sessions/one/photos/photo')).arrayBuffer());
  expect(photo.equals(jpeg())).toBe(true);
}, 120_000);

test('Z1 whatever changes after it was locked is not removed with it', async () => {
  const locked = await lockedBy({ passphrase: PASSPHRASE });
  const { revision, consultation: document } = await server.get<{ revision: number; consultation: object }>(
    path,
  );
  await server.send('PUT', path, { revision, consultation: { ...document, aim: 'Written later' } });
  expect(await remove(locked)).toMatchObject({ refusal: 'changed-elsewhere' });
  expect(await here()).toEqual(['shared']);
}, 60_000);

test('Z1 the age program opens it, by a key and by a passphrase', async () => {
  await run('age-keygen', ['-o', join(folder, 'key.txt')]);
  const identity = await readFile(join(folder, 'key.txt'), 'utf8');
  const recipient = /public key: (age1\w+)/.exec(identity)?.[1] ?? '';
  const plain = Buffer.from(await (await server.fetch(`${path}/archive`)).arrayBuffer());
  const file = join(folder, 'locked.age');
  const byKey = await lockedBy({ recipients: [` ${recipient}\n`] });
  await writeFile(file, byKey);
  const opened = await run('age', ['-d', '-i', join(folder, 'key.txt'), file], {
    encoding: 'buffer',
    maxBuffer: 1 << 26,
  });
  expect(opened.stdout.equals(plain)).toBe(true);
  expect(
    await open(
      new Uint8Array(byKey),
      identity.split('\n').find((l) => l.startsWith('AGE-')),
    ),
  ).toMatchObject({
    consultation: 'shared',
  });

  await writeFile(file, await lockedBy({ passphrase: PASSPHRASE }));
  // It asks for a passphrase on a terminal only, and `script` is one.
  const out = join(folder, 'opened');
  const terminal = spawn('script', ['-qec', `age -d -o ${out} ${file}`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  terminal.stdout.once('data', () => terminal.stdin.end(`${PASSPHRASE}\n`));
  expect(await new Promise((done) => terminal.once('exit', done))).toBe(0);
  expect((await readFile(out)).equals(plain)).toBe(true);
}, 60_000);

test('P5 a passphrase that is too short and a key that is none are refused with their place', async () => {
  const refused = async (body: unknown) => (await (await lock(body)).json()) as Refusal;
  expect(await refused({ passphrase: 'short' })).toMatchObject({
    where: 'passphrase',
    detail: expect.stringContaining('20'),
  });
  expect(await refused({ recipients: [] })).toMatchObject({ where: 'recipients' });
  expect(await refused({ recipients: ['age1qqqqqqqqqqqqqqqqqqqqqqqqqqqq'] })).toMatchObject({
    where: 'recipients.0',
  });
  expect(await refused({ passphrase: PASSPHRASE, more: 1 })).toMatchObject({ refusal: 'bad-file' });
  expect(await server.send('POST', '/api/consultations/none/lock', { passphrase: PASSPHRASE })).toMatchObject(
    {
      refusal: 'no-such-consultation',
    },
  );
});

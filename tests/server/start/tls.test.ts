import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { generate } from 'selfsigned';
import type { Pairing } from '../../../core/staffApi.ts';
import { asks } from '../../support/asks.ts';
import { root } from '../../support/server.ts';
import { signIn } from '../../support/signIn.ts';
import { newFolder } from '../store/made.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The program as `npm start` runs it, until it says that it runs or that it cannot. */
async function start(folder: string, ...args: string[]): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, ['server/main.js', '--port', '0', '--data', folder, ...args], {
    cwd: root,
  });
  children.push(child);
  let said = '';
  return new Promise((done) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Ctrl-C')) done({ said, code: null });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => done({ said, code }));
  });
}

/** A certificate of the team's own, for a name of their own. */
async function certificate(folder: string): Promise<string[]> {
  const made = await generate([{ name: 'commonName', value: 'room.charity.example' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'room.charity.example' }] }],
  });
  const [cert, key] = [join(folder, 'own-cert.pem'), join(folder, 'own-key.pem')];
  await writeFile(cert, made.cert);
  await writeFile(key, made.private);
  return ['--tls-cert', cert, '--tls-key', key];
}

test('T5 with a certificate of the team’s own, devices are sent to its name and told of no warning', async () => {
  const folder = newFolder();
  const { said } = await start(folder, ...(await certificate(folder)));
  const url =
    /Other devices of yours: +(https:\/\/room\.charity\.example:\d+)\/console/.exec(said)?.[1] ?? '';
  expect(url).not.toBe('');
  const link = /http:\/\/localhost:\d+\/console#start=\S+/.exec(said)?.[0] ?? '';
  const { origin } = new URL(link);
  const begun = await asks(`${origin}/api/staff/pairing`, {
    method: 'POST',
    headers: { Cookie: await signIn(link) },
    body: { role: 'scribe' },
  });
  expect(begun.json).toMatchObject({ trusted: true });
  expect((begun.json as Pairing).url).toBe(`${url}/pair`);
  // The name counts over TLS only, and no other does.
  const { port } = new URL(url);
  const host = (name: string, at: string) => asks(`${at}/j`, { headers: { Host: name } });
  expect((await host(`room.charity.example:${port}`, `https://localhost:${port}`)).status).toBe(200);
  expect((await host('other.example', `https://localhost:${port}`)).status).toBe(403);
  expect((await host('room.charity.example', origin)).status).toBe(403);
}, 60_000);

test('N1 a certificate that cannot be read, is none, or has another key: one sentence, exit code 1', async () => {
  const folder = newFolder();
  const [, cert = '', , key = ''] = await certificate(folder);
  const other = newFolder();
  const [, , , strange = ''] = await certificate(other);
  await writeFile(join(folder, 'text.pem'), 'hello');
  for (const [paths, sentence] of [
    [
      ['--tls-cert', join(folder, 'none.pem'), '--tls-key', key],
      /^--tls-cert \(TLS_CERT\) is ".*", which cannot be read\.\n$/,
    ],
    [
      ['--tls-cert', join(folder, 'text.pem'), '--tls-key', key],
      /have to be a certificate and its key, both as PEM\.\n$/,
    ],
    [['--tls-cert', cert, '--tls-key', strange], /\.\n$/],
  ] as const) {
    const { said, code } = await start(folder, ...paths);
    expect([code, said.trim().split('\n').length]).toEqual([1, 1]);
    expect(said).toMatch(sentence);
  }
  expect(await readFile(cert, 'utf8')).toContain('BEGIN CERTIFICATE');
}, 60_000);

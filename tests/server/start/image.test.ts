/** The Dockerfile, read: what it copies is there, and its parts do what they say. No image is built here. */
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root, startServer } from '../../support/server.ts';

const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');
const of = (word: string): string[] =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const json = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];

/** How a program ends. */
function ends(command: readonly string[], env: Record<string, string>): Promise<number | null> {
  return new Promise((done) => {
    execFile(process.execPath, command.slice(1), { env }, () => undefined).once('exit', done);
  });
}

test('Z7 what the image copies is in the project, is not held back from it, and is all that the server needs', () => {
  const copied = of('COPY').flatMap((line) =>
    line.startsWith('--from') ? [] : line.split(' ').slice(0, -1),
  );
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const [first, ...letIn] = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n');
  expect(first).toBe('*');
  expect(letIn.map((line) => line.slice(1)).toSorted()).toEqual(copied.toSorted());
  // Its Node.js is of the release that the tests run on.
  const major = process.versions.node.split('.')[0] ?? '';
  expect(of('FROM').map((image) => image.split(' ')[0])).toEqual([
    `node:${major}-slim`,
    `node:${major}-slim`,
  ]);
  const [program = '', ...words] = json(of('CMD')[0] ?? '');
  const main = words.find((word) => !word.startsWith('--')) ?? '';
  expect([program, existsSync(join(root, main))]).toEqual(['node', true]);
});

test('Z7 it runs as a user without rights, who owns the data and not the program, and the data are a volume', () => {
  const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
  expect(of('USER')).toEqual(['node']);
  expect(at('USER')).toBeGreaterThan(at('COPY --from=build'));
  expect(at('USER')).toBeLessThan(at('CMD'));
  expect(of('VOLUME')).toEqual(['/data']);
  expect(of('ENV')[0]).toContain('DATA_DIR=/data');
  expect(of('RUN').at(-1)).toContain('chown node:node /data');
  expect(of('COPY').some((line) => line.includes('--chown'))).toBe(false);
});

test('Z7 its check of health tells a server that answers from none', async () => {
  const health = json(of('HEALTHCHECK')[0] ?? '');
  const server = await startServer();
  const env = { PORT: String(server.app.port) };
  expect(await ends(health, env)).toBe(0);
  await server.stop();
  expect(await ends(health, env)).toBe(1);
});

test('Z7 a copy with built screens and no sources of them starts as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-image-'));
  for (const path of ['build', 'core', 'server', 'templates', 'data', 'dist', 'package.json'])
    cpSync(join(root, path), join(folder, 'app', path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'app/node_modules'));
  const env = { DATA_DIR: join(folder, 'data'), PORT: '0' };
  const child = spawn(process.execPath, json(of('CMD')[0] ?? '').slice(1), { cwd: join(folder, 'app'), env });
  let printed = '';
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C')) done();
    });
    child.once('exit', () => fail(new Error(`It stopped, having said: ${printed}`)));
  });
  expect(printed).not.toContain('The pages were built.');
  const exit = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

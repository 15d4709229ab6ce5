/** The program of the server as `npm start` puts it together (build/server.ts). */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hashOf } from '../../../build/fresh.ts';
import { builtServer, buildServerIfChanged, serverProgram } from '../../../build/server.ts';
import { root } from '../../support/server.ts';

describe('Z8 the program that starts', () => {
  test('Z8 is put together of the sources that are there, or the sources themselves where that is asked for', async () => {
    const folder = await buildServerIfChanged();
    expect(fileURLToPath(await serverProgram())).toBe(join(builtServer, folder, 'run.js'));
    process.env['STANDPOINT_SOURCES'] = '1';
    expect(fileURLToPath(await serverProgram())).toBe(join(root, 'server/run.ts'));
    // main.js starts what this gives, and nothing else.
    expect(readFileSync(join(root, 'server/main.js'), 'utf8')).toContain(
      'await import(await serverProgram());',
    );
  });

  test('Z8 each thread’s module is in it, and each template, font and file that it names by its place is there', async () => {
    const folder = join(builtServer, await buildServerIfChanged());
    const files = readdirSync(folder);
    const placed =
      /new URL\((["'`])([^"'`$]+)\1, (?:import\.meta\.url|new URL\("([^"]+)", import\.meta\.url\)\.href)\)/g;
    const named = files.flatMap((file) => {
      const here = pathToFileURL(join(folder, file));
      return [...readFileSync(join(folder, file), 'utf8').matchAll(placed)].map(([, , path = '', from]) =>
        fileURLToPath(new URL(path, from === undefined ? here : new URL(from, here))),
      );
    });
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
    const asked = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(join(root, 'server', file), 'utf8').matchAll(
          /new URL\('([^']+)\.ts', import\.meta\.url\)/g,
        ),
      ]);
    const threads = named.filter((path) => path.startsWith(folder));
    expect(new Set(threads).size).toBe(new Set(asked.map(([, module]) => module)).size);
    expect(threads.length).toBeGreaterThan(10);
    // Beside them, what is read from where it stands.
    expect(named.length - threads.length).toBeGreaterThan(10);
    for (const file of files)
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/import\.meta\.(?!url|resolve)/);
  });
});

describe('Z8 whether sources have changed', () => {
  let folder: string;
  let note: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'standpoint-sources-'));
    note = `${folder}.json`;
    writeFileSync(join(folder, 'a.ts'), 'one');
  });
  afterEach(() => {
    for (const path of [folder, note]) rmSync(path, { recursive: true, force: true });
  });

  test('Z8 goes by what is in them, however old they are, and another name is another source', async () => {
    const first = await hashOf([folder], note);
    expect(await hashOf([folder], note)).toBe(first);
    utimesSync(join(folder, 'a.ts'), 1, 1);
    expect(await hashOf([folder], note)).toBe(first);
    writeFileSync(join(folder, 'a.ts'), 'two');
    const second = await hashOf([folder], note);
    expect(second).not.toBe(first);
    writeFileSync(join(folder, 'b.ts'), '');
    const third = await hashOf([folder], note);
    expect([first, second]).not.toContain(third);
    rmSync(join(folder, 'b.ts'));
    expect(await hashOf([folder], note)).toBe(second);
  });

  test('Z8 goes without its note: where it is damaged, or cannot be written', async () => {
    const first = await hashOf([folder], note);
    writeFileSync(note, '{"hash": ');
    expect(await hashOf([folder], note)).toBe(first);
    expect(await hashOf([folder], join(folder, 'a.ts', 'note.json'))).toBe(first);
  });
});

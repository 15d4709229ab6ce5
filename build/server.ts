/**
 * Puts the program of the server together, into a few files in dist/server. A start that finds, reads and links more than
 * a thousand files one by one takes three times as long, and longer still where something looks at each file that is opened.
 *
 * Each thread's module is a file of its own name beside it; what several of them need is shared. What is found by its
 * place (templates, fonts, data, packages with native parts) stays where it is.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';
import { hashOf, root, writeWhole } from './fresh.ts';

/** Where programs are; `current` there names the one that was made last. */
export const builtServer = join(root, 'dist', 'server');
const note = join(root, 'dist', '.server.json');
const current = join(builtServer, 'current');
const START = 'server/run.ts';
/** What npm has installed, which a lockfile alone does not tell: that may be newer. */
const INSTALLED = 'node_modules/.package-lock.json';
const sources = [
  'server',
  'core',
  'build',
  'package-lock.json',
  'tsconfig.base.json',
  ...(existsSync(join(root, INSTALLED)) ? [INSTALLED] : []),
];

/** Packages with files that they find by their own place, and those that build. */
const STAY = /^(?:better-sqlite3|@napi-rs\/|@myriaddreamin\/|vite$|rolldown$|bufferutil$|utf-8-validate$)/;

/**
 * The address of the module to start: of the program as it was put together, which is done first where these sources
 * were not. Where that fails it is the sources themselves, which do the same more slowly.
 */
export async function serverProgram(): Promise<string> {
  // So that what is loaded before the program can change it.
  if (process.env['STANDPOINT_SOURCES'] === '1') return pathToFileURL(join(root, START)).href;
  try {
    // A pack has the program and nothing to make it of.
    const hash = existsSync(join(root, 'client'))
      ? await buildServerIfChanged()
      : await readFile(current, 'utf8');
    return pathToFileURL(join(builtServer, hash, 'run.js')).href;
  } catch {
    return pathToFileURL(join(root, START)).href;
  }
}

/** Puts the program together unless there is one of these sources. Gives its folder's name in `builtServer`. */
export async function buildServerIfChanged(): Promise<string> {
  const hash = folderOf(await hashOf(sources, note));
  if (!existsSync(join(builtServer, hash))) {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    // Where sources changed meanwhile it is one of another name; where another start was faster it is there all the same.
    if (!existsSync(join(builtServer, hash)))
      throw new Error(`The program could not be put together (${code}).`);
  }
  return hash;
}

const folderOf = (hash: string): string => hash.slice(0, 16);

/** Beside what is there, so that a build which is interrupted leaves nothing, and two at once make the same. */
async function build(hash: string): Promise<void> {
  const to = join(builtServer, `${hash}.${process.pid}`);
  await mkdir(to, { recursive: true });
  try {
    const { rolldown } = await import('rolldown');
    const bundle = await rolldown({
      input: await entries(),
      cwd: root,
      platform: 'node',
      external: (id) => STAY.test(id),
      plugins: [places],
      logLevel: 'warn',
      checks: { pluginTimings: false },
    });
    await bundle.write({
      dir: to,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'shared-[hash].js',
    });
    await bundle.close();
    // A folder that stands under its name is taken for whole, also after the power went.
    for (const file of await readdir(to)) await onDisk(join(to, file));
    await rename(to, join(builtServer, hash)).catch((error: unknown) => {
      if (!existsSync(join(builtServer, hash))) throw error;
    });
    await writeWhole(current, hash);
    await clearAway(hash);
  } finally {
    await rm(to, { recursive: true, force: true });
  }
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

/** An hour: nothing is being put together for so long. */
const BROKEN_OFF_MS = 3_600_000;

/**
 * Programs that run may still load what they are made of: the two that were made last before this one stay. What was
 * broken off goes. Another start may be doing the same.
 */
async function clearAway(hash: string): Promise<void> {
  const folders = (await readdir(builtServer, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && entry.name !== hash,
  );
  const dated = await Promise.all(
    folders.map(async ({ name }) => {
      const found = await stat(join(builtServer, name)).catch(() => null);
      return { name, made: found?.mtimeMs ?? 0 };
    }),
  );
  const isWhole = ({ name }: { name: string }): boolean => !name.includes('.');
  const old = [
    ...dated.filter((one) => !isWhole(one) && one.made < Date.now() - BROKEN_OFF_MS),
    ...dated
      .filter(isWhole)
      .toSorted((a, b) => b.made - a.made)
      .slice(2),
  ];
  await Promise.allSettled(
    old.map(async ({ name }) => rm(join(builtServer, name), { recursive: true, force: true })),
  );
}

/** `new URL('./thread.ts', import.meta.url)` is how a module is named that a thread loads. */
const MODULE = /new URL\('([^']+\.ts)', import\.meta\.url\)/g;
const PLACE = new RegExp(`${MODULE.source}|import\\.meta\\.(url|dirname|main)\\b`, 'g');

/** As the file of a module is called: its path, with dots. */
const fileOf = (module: string): string =>
  module === join(root, START) ? 'run' : relative(root, module).replace(/\.ts$/, '').replaceAll(sep, '.');

/** The start, and the module of each thread. */
async function entries(): Promise<Record<string, string>> {
  const files = (await readdir(join(root, 'server'), { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, 'server', file));
  const modules = await Promise.all(
    files.map(async (file) =>
      [...(await readFile(file, 'utf8')).matchAll(MODULE)].map(([, name = '']) =>
        resolve(dirname(file), name),
      ),
    ),
  );
  return Object.fromEntries([join(root, START), ...modules.flat()].map((module) => [fileOf(module), module]));
}

/** A module's place is where it was written, except where it names another one for a thread. */
const places: Plugin = {
  name: 'places',
  transform(code, id) {
    const path = relative(root, id).replaceAll(sep, '/');
    const isOurs = isAbsolute(id) && !path.startsWith('..') && !path.includes('node_modules');
    if (!isOurs || !code.includes('import.meta')) return null;
    const from = posix.join('../../..', path);
    const url = (to: string): string => `new URL(${JSON.stringify(to)}, import.meta.url)`;
    const changed = code.replaceAll(PLACE, (_, module: string | undefined, what: string) => {
      if (module !== undefined) return url(`./${fileOf(resolve(dirname(id), module))}.js`);
      if (what === 'url') return `${url(from)}.href`;
      if (what === 'dirname')
        return `process.getBuiltinModule('node:url').fileURLToPath(${url(posix.dirname(from))})`;
      return 'false';
    });
    return { code: changed };
  },
};

if (import.meta.main) {
  const hash = folderOf(await hashOf(sources, note));
  const fresh = existsSync(join(builtServer, hash));
  try {
    if (!fresh) await build(hash);
  } catch (error) {
    // A folder that may not be written, as a rule: nothing is lost but time.
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The program could not be put together, so each start takes longer: ${why}\n`);
    process.exit(1);
  }
  console.log(`server: ${fresh ? 'fresh' : 'built'}`);
}

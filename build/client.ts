/**
 * Builds the four screens into dist/client when their sources have changed.
 *
 * Each screen is a build of its own, so that a phone loads one script and one style sheet, and
 * nothing in them is there for the console's or the projector's sake. A shared chunk would hold
 * every export that any of them uses.
 *
 * Vite runs in a process of its own and only when there is something to build: the server keeps
 * neither its start-up time nor its memory, and NODE_ENV is `production` whoever asks.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { InlineConfig, Manifest } from 'vite';
import { hashOf, root } from './fresh.ts';

const clientFolder = join(root, 'dist', 'client');
const hashFile = join(clientFolder, '.hash');
const sources = ['client', 'core', 'package-lock.json', 'build/client.ts', 'tsconfig.base.json'];
const hashOfSources = async (): Promise<string> => hashOf(sources, join(root, 'dist', '.client.json'));
const screens = ['phone', 'console', 'projector', 'tablet'] as const;

export type Screen = (typeof screens)[number];

/** Where the built files and their `manifest.json` are. */
export const builtClient = clientFolder;

/** The key of a screen's entry in Vite's manifest. */
export function manifestKey(screen: Screen): string {
  return `client/${screen}/main.tsx`;
}

/**
 * Builds the client unless dist/client already holds what these sources make. A pack has the built screens
 * and no sources.
 */
export async function buildClientIfChanged(): Promise<'built' | 'fresh'> {
  if (!existsSync(join(root, 'client'))) return 'fresh';
  if ((await hashOfSources()) === (await builtHash())) return 'fresh';
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The screens could not be built; see the message above.');
  return 'built';
}

async function builtHash(): Promise<string> {
  return readFile(hashFile, 'utf8').catch(() => '');
}

/**
 * Builds beside the old files and swaps at the end, so that a build which fails or is interrupted
 * leaves the last good one in its place.
 */
async function buildClient(hash: string): Promise<void> {
  const { build } = await import('vite');
  const folder = `${clientFolder}.${process.pid}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    await Promise.all(screens.map(async (screen) => build(configOf(screen, folder))));
    await joinManifests(folder);
    await writeFile(join(folder, '.hash'), hash);
    await rm(clientFolder, { recursive: true, force: true });
    await rename(folder, clientFolder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function configOf(screen: Screen, outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: false,
      assetsDir: '',
      assetsInlineLimit: 0,
      manifest: manifestName(screen),
      modulePreload: false,
      reportCompressedSize: false,
      // Old phones; the laptop's own browser is newer, and the exact statistics count in BigInt.
      target: screen === 'phone' ? 'es2017' : 'es2020',
      // The oldest browsers that know the logical properties which right-to-left languages need.
      cssTarget: ['chrome87', 'firefox78', 'safari14.1'],
      rolldownOptions: {
        input: { [screen]: join(root, manifestKey(screen)) },
        // How long a plugin took on a slow laptop is nothing to whoever starts it.
        checks: { pluginTimings: false },
      },
    },
  };
}

function manifestName(screen: Screen): string {
  return `manifest.${screen}.json`;
}

async function joinManifests(folder: string): Promise<void> {
  const all: Manifest = {};
  for (const screen of screens) {
    const file = join(folder, manifestName(screen));
    Object.assign(all, JSON.parse(await readFile(file, 'utf8')));
    await rm(file);
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(all, null, 2));
}

if (import.meta.main) {
  process.env['NODE_ENV'] = 'production';
  const hash = await hashOfSources();
  const fresh = hash === (await builtHash());
  if (!fresh) await buildClient(hash);
  console.log(`client: ${fresh ? 'fresh' : 'built'}`);
}

/**
 * A Chromium for the tests, from wherever the machine has one.
 *
 * In this order: CHROMIUM_PATH; one that is installed; the one inside the npm package
 * @sparticuz/chromium; Debian's, which is installed if the tests run as root. Each is started once
 * to see that it runs before it is chosen.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { sayWhy } from './why.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** How to start a browser: Playwright's `executablePath` and `args`. */
interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
}

const isRoot = process.getuid?.() === 0;

const quietArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

const installedPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

let found: Promise<Chromium> | undefined;

/** Finds a Chromium that runs, once a process. Throws a sentence that says what to do if there is none. */
async function findChromium(): Promise<Chromium> {
  found ??= search();
  return found;
}

/** Starts a headless browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ ...(await findChromium()), headless: true });
  browser.on('context', sayWhy);
  return browser;
}

/** Starts a browser with a profile of its own on the disk, as a phone has; the caller closes it. */
export async function launchProfile(folder: string, size: { width: number; height: number }) {
  return chromium.launchPersistentContext(folder, {
    ...(await findChromium()),
    headless: true,
    viewport: size,
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
}

async function search(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (await runs(named)) return { executablePath: named, args: quietArgs };
    throw new Error(`CHROMIUM_PATH is ${named}, which does not start as a Chromium.`);
  }
  const chosen = (await installed()) ?? (await packaged()) ?? (await installedByApt());
  if (chosen) return chosen;
  throw new Error(
    'The tests found no Chromium that runs here. Install one (Debian: apt-get install chromium) ' +
      'or set CHROMIUM_PATH to the browser.',
  );
}

async function installed(): Promise<Chromium | undefined> {
  for (const path of installedPaths) {
    if (existsSync(path) && (await runs(path))) return { executablePath: path, args: quietArgs };
  }
  return undefined;
}

/**
 * The package unpacks into the temporary folder and takes whatever is already there, even another
 * version or one that another worker is still writing. So each version has a folder, which is put
 * there whole. It unpacks in a process of its own, because Jest gives a test a copy of the
 * environment, which `os.tmpdir` does not read. Its arguments are meant for a function in the cloud;
 * of those, one process for everything is unstable, and Playwright chooses the headless mode.
 */
async function packaged(): Promise<Chromium | undefined> {
  const unwanted = new Set(['--single-process', '--no-zygote']);
  const ask = `
    const { default: chromium } = await import('@sparticuz/chromium');
    console.log(JSON.stringify({ path: await chromium.executablePath(), args: chromium.args }));`;
  try {
    const folder = await folderOfVersion();
    const TMPDIR = existsSync(folder) ? folder : `${folder}.${process.pid}`;
    await mkdir(TMPDIR, { recursive: true });
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', ask], {
      cwd: root,
      env: { ...process.env, TMPDIR },
    });
    const { path, args } = JSON.parse(stdout) as { path: string; args: string[] };
    if (TMPDIR !== folder) {
      await rename(TMPDIR, folder).catch(async () => rm(TMPDIR, { recursive: true, force: true }));
    }
    const executablePath = join(folder, basename(path));
    if (!(await runs(executablePath))) return undefined;
    const own = args.filter((arg) => !unwanted.has(arg) && !arg.startsWith('--headless'));
    return { executablePath, args: [...new Set([...own, '--no-sandbox', ...quietArgs])] };
  } catch {
    return undefined;
  }
}

async function folderOfVersion(): Promise<string> {
  const file = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return join(tmpdir(), `standpoint-chromium-${version}`);
}

async function installedByApt(): Promise<Chromium | undefined> {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('/usr/bin/apt-get', ['update', '-qq'], { env });
    await run('/usr/bin/apt-get', ['install', '-y', '-qq', 'chromium'], { env, maxBuffer: 64 * 1024 * 1024 });
  } catch {
    return undefined;
  }
  return installed();
}

/** Whether this file starts: a missing library shows only then. */
async function runs(path: string): Promise<boolean> {
  try {
    const { stdout } = await run(path, ['--version', '--no-sandbox'], { timeout: 20_000 });
    return /chrom/i.test(stdout);
  } catch {
    return false;
  }
}

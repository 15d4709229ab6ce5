/**
 * S15 and S9: how long a facilitator waits after `npm start` until the console answers, the first time with building
 * and then on the same copy and data; and what each screen loads before it can be used.
 *
 * The copy is the project's own files with the installed packages, without anything that was built or compiled before.
 *
 *   node bench/start.ts [--rounds 5] [--quick] [--gate] [--data FOLDER]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { firstLoad } from '../build/size.ts';
import { Bars, readWork, say } from './bars.ts';
import { median } from './statistics.ts';

const work = readWork(5);
const root = join(import.meta.dirname, '..');
/** Seconds: with building, and when nothing changed. Bytes: what a phone may load. */
const BAR = { first: 10, again: 2, phone: 30_000 };

/** What is no part of a fresh copy: packages are linked, and the rest is made or is not needed to start. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'tests', 'bench', 'docs']);

async function copyOf(folder: string): Promise<string> {
  const copy = join(folder, 'standpoint');
  await cp(root, copy, {
    recursive: true,
    filter: (path) => path === root || !LEFT_OUT.has(basename(path)),
  });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Seconds from `npm start` until the console's page has come. It is stopped afterwards. */
async function started(copy: string, folder: string): Promise<number> {
  const before = performance.now();
  const child = spawn('npm', ['start', '--', '--port', '0', '--data', join(folder, 'data')], {
    cwd: copy,
    // A process group of its own, so that what npm started goes with it.
    detached: true,
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Not npm's exit: what it started has ended once nobody has its output any more.
  const exit = once(child, 'close');
  try {
    const console = await saidLink(child.stdout);
    const page = await fetch(new URL('/console', console));
    if (!page.ok || (await page.text()) === '') throw new Error(`The console answered ${page.status}.`);
    return (performance.now() - before) / 1000;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await exit;
  }
}

/** The link that is printed for the facilitator. */
async function saidLink(stdout: Readable): Promise<string> {
  let printed = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    const link = /http:\/\/localhost:\d+\/console#start=\S+/.exec(printed);
    if (link !== null) {
      stdout.resume();
      return link[0];
    }
  }
  throw new Error('It ended before it had started.');
}

const bars = new Bars(work);
const folder = await mkdtemp(join(work.data, 'standpoint-bench-'));
try {
  const copy = await copyOf(folder);
  say('npm start, until the console answers');
  bars.hold('S15 the first time, with building', await started(copy, folder), ' s', { atMost: BAR.first });
  const again: number[] = [];
  for (let i = 0; i < work.rounds; i += 1) again.push(await started(copy, folder));
  say(`each: ${again.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  bars.hold('S15 when nothing changed, the median', median(again), ' s', { atMost: BAR.again });
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

say('\nBefore a screen can be used, script and style, gzip');
for (const screen of ['console', 'projector', 'tablet'] as const)
  say(`${screen}: ${((await firstLoad(screen)).total / 1000).toFixed(1)} kB`);
const phone = await firstLoad('phone');
bars.hold('S9 phone', phone.total / 1000, ' kB', { atMost: BAR.phone / 1000 });
bars.end();

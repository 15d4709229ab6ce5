/** Runs `packRun.ts` where there is no network, as far as this machine lets tests take it away. */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Driven } from './packRun.ts';

const run = promisify(execFile);
const DRIVER = join(import.meta.dirname, 'packRun.ts');
/** A network of its own, in which nothing but the loopback is. */
const AWAY = ['unshare', '--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Whether the network can be taken away here: not every system lets a program ask for one of its own. */
export function canTakeNetworkAway(): boolean {
  try {
    const [program = '', ...args] = AWAY;
    execFileSync(program, [...args, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A home in which the browser is a script that writes down what it is to open. */
export function makeHome(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['sh', 'dirname', 'mktemp', 'cp', 'chmod', 'rm'])
    symlinkSync(pathOf(name), join(bin, name));
  writeFileSync(join(bin, 'xdg-open'), `#!${pathOf('sh')}\necho "$1" >> "$HOME/opened"\n`);
  chmodSync(join(bin, 'xdg-open'), 0o755);
  writeFileSync(join(folder, 'opened'), '');
  return folder;
}

function pathOf(name: string): string {
  return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
}

/** Starts a pack, drives it and stops it; see `packRun.ts`. */
export async function drive(pack: string, home: string, what: 'session' | 'again'): Promise<Driven> {
  writeFileSync(join(home, 'opened'), '');
  const command = [process.execPath, DRIVER, pack, home, what];
  const [program = '', ...args] = canTakeNetworkAway() ? [...AWAY, ...command] : command;
  const { stdout } = await run(program, args, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Driven;
}

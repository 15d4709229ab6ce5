/** Standpoint as a program of its own, which can be killed and started again on the same folder and port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { callServer, runningServer } from '../../server/cli/callServer.ts';
import { accept } from '../../server/cli/common.ts';
import { root } from './server.ts';
import { signIn, type Asking } from './signIn.ts';

export interface Program {
  /** http://localhost:PORT, for console and projector. */
  url: string;
  /** The same by an address of the network, as phones use it. */
  lan: string;
  folder: string;
  /** A request of the laptop's own browser, which is signed in by the link that was printed. */
  fetch(path: string, init?: Asking): Promise<Response>;
  /** All that it has printed, on both streams. */
  printed(): string;
  /** A new start link, as `npx standpoint link` prints it. */
  link(): Promise<string>;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** An address of this machine that is not a loopback one. */
export function lanAddress(): string {
  const found = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((a) => a.family === 'IPv4' && !a.internal)?.address;
  if (found === undefined) throw new Error('This machine has no address but the loopback one.');
  return found;
}

export async function startProgram(...args: string[]): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-whole-'));
  let child: ChildProcess | undefined;
  let port = 0;
  let cookie = '';
  let printed = '';
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['server/main.js', '--port', String(port), '--data', folder, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr?.pipe(process.stderr, { end: false });
    const link = await said(child, /(http:\/\/localhost:\d+\/console#start=\S+)[\s\S]*Ctrl-C/);
    port = Number(new URL(link).port);
    // Who was signed in before still is.
    if (cookie === '') cookie = await signIn(link);
  };
  const gone = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const exit = new Promise((done) => running.once('exit', done));
    running.kill(signal);
    await exit;
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    lan: `http://${lanAddress()}:${port}`,
    folder,
    printed: () => printed,
    fetch: (path, init = {}) =>
      fetch(`http://localhost:${port}${path}`, { ...init, headers: { ...init.headers, Cookie: cookie } }),
    link: async () => {
      const server = await runningServer(folder);
      return accept(await callServer<{ link: string }>(server, 'POST', '/api/staff/link', {})).link;
    },
    kill: () => gone('SIGKILL'),
    start,
    stop: async () => {
      await gone('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until a process has printed something; gives the pattern's first group. */
function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = pattern.exec(printed);
      if (found !== null) done(found[1] ?? '');
    });
    child.once('exit', () => fail(new Error(`It stopped, having said: ${printed}`)));
  });
}

import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { root } from '../../support/server.ts';
import { signIn } from '../../support/signIn.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-main-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The program as `npm start` runs it. */
function start(...args: string[]) {
  return started([], ...args);
}

/** @param flags for Node itself */
function started(flags: string[], ...args: string[]) {
  const line = [...flags, 'server/main.js', '--data', folder, ...args];
  const child = spawn(process.execPath, line, { cwd: root });
  children.push(child);
  let printed = '';
  const hears = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    printed += chunk.toString();
    for (const tell of hears) tell();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exit = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const look = (): void => {
        if (pattern.test(printed)) done(printed);
      };
      hears.add(look);
      look();
      void exit.then(() => fail(new Error(`it stopped, having said: ${printed}`)));
    });
  return { child, exit, says, printed: () => printed };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

test('N3 an error that nobody foresaw ends the program, and nothing of what it says is printed', async () => {
  const throws =
    "process.on('SIGUSR2', () => setImmediate(() => { throw new TypeError('what somebody wrote'); }))";
  const program = started(['--import', `data:text/javascript,${encodeURIComponent(throws)}`], '--port', '0');
  await program.says(/Ctrl-C/);
  program.child.kill('SIGUSR2');
  expect(await program.exit).toBe(1);
  expect(program.printed()).toContain('Fault: TypeError');
  expect(program.printed()).not.toContain('somebody wrote');
});

describe('starting', () => {
  test('N2 it goes on when whoever read what it prints has gone', async () => {
    const port = await freePort();
    const run = start('--port', String(port), '--host', '127.0.0.1');
    run.child.stdout.destroy();
    run.child.stderr.destroy();
    const address = `http://localhost:${port}/j`;
    const answered = async (): Promise<boolean> =>
      fetch(address).then(
        (r) => r.ok,
        () => false,
      );
    const stopped = run.exit.then(() => 'stopped' as const);
    let state: boolean | 'stopped' = false;
    while (state === false) state = await Promise.race([answered(), stopped]);
    expect(state).toBe(true);
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
  });

  test('N2 it says where console and phones are and the code, offers the sample, and stops cleanly on SIGTERM', async () => {
    const run = start('--port', '0');
    const said = await run.says(/Ctrl-C/);
    const link = /http:\/\/localhost:\d+\/console#start=\S+/.exec(said)?.[0] ?? '';
    expect(link.length).toBeLessThanOrEqual(78);
    expect(said).toMatch(/Phones in the room: +http:\/\/[\d.]+:\d+\/j/);
    expect(said).toMatch(/Code for phones: +[2-9B-Z]{3} [2-9B-Z]{3}/);
    const headers = { Cookie: await signIn(link) };
    const list = (await (await fetch(`${new URL(link).origin}/api/consultations`, { headers })).json()) as {
      sample: boolean;
      sessions: unknown[];
    }[];
    expect(list.map((c) => c.sample)).toEqual([true]);
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
    expect((await readdir(folder)).filter((f) => f.endsWith('-wal'))).toEqual([]);
  });

  test('N2 several run side by side, and SIGINT stops one', async () => {
    const other = await mkdtemp(join(tmpdir(), 'standpoint-main-'));
    const [a, b] = [start('--port', '0'), start('--port', '0', '--data', other)];
    await Promise.all([a.says(/Ctrl-C/), b.says(/Ctrl-C/)]);
    a.child.kill('SIGINT');
    expect(await a.exit).toBe(0);
    b.child.kill('SIGINT');
    expect(await b.exit).toBe(0);
    await rm(other, { recursive: true, force: true });
  });

  test('N1 a taken port, a wrong value, a folder in use, a folder that is a file: one sentence, exit code 1', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '0.0.0.0', done));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const onTaken = start('--port', port);
    expect(await onTaken.exit).toBe(1);
    expect(onTaken.printed()).toContain(`Port ${port} is taken.`);
    expect(await readdir(join(folder, 'live'))).toEqual([]);
    taken.close();

    const wrong = start('--port', 'many');
    expect(await wrong.exit).toBe(1);
    expect(wrong.printed()).toContain('--port (PORT) is "many"');

    const running = start('--port', '0');
    await running.says(/Ctrl-C/);
    const second = start('--port', '0');
    expect(await second.exit).toBe(1);
    expect(second.printed().trim().split('\n').length).toBe(1);

    const file = join(folder, 'file');
    await writeFile(file, 'x');
    const onFile = start('--port', '0', '--data', file);
    expect(await onFile.exit).toBe(1);
    expect(onFile.printed().trim().split('\n').length).toBe(1);
    running.child.kill('SIGTERM');
    await running.exit;
  });
});

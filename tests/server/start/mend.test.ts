/** A start on a damaged database: a page with a button in the place of the console, on this machine only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { text as whole } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { serveMend } from '../../../server/mend.ts';
import { asks } from '../../support/asks.ts';
import { lanAddress } from '../../support/program.ts';
import { root } from '../../support/server.ts';
import { aResponse, begun, newFolder, opened, reopened } from '../store/made.ts';

test('O3 a button puts the last good copy in place and the program goes on; nobody elsewhere can press it', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  await (await begun(store)).place(aResponse(1, 'a'));
  await store.close();
  writeFileSync(join(folder, 'standpoint.db'), 'no longer a database '.repeat(500));
  const child = spawn(process.execPath, ['server/main.js', '--port', '0', '--data', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  const until = async (what: RegExp): Promise<string> => {
    while (!what.test(printed)) await once(child.stdout, 'data');
    return what.exec(printed)?.[1] ?? '';
  };
  const url = await until(/(http:\/\/localhost:\d+)\/\n/);
  const page = await asks(url);
  expect([page.status, page.text.includes('Use the copy and start')]).toEqual([200, true]);
  expect((await asks(`${url}/ready`)).json).toEqual({ ready: false, reason: 'damaged' });
  const { port } = new URL(url);
  await expect(asks(`http://${lanAddress()}:${port}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const press = (headers: Record<string, string>) => asks(`${url}/mend`, { method: 'POST', headers });
  expect((await press({ Origin: 'http://evil.example' })).status).toBe(403);
  expect((await press({})).status).toBe(403);
  expect((await press({ Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` })).status).toBe(
    403,
  );
  // Whoever is refused reads why, and where the button is.
  const refused = await press({ Origin: 'null' });
  expect([refused.status, refused.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
  expect(refused.text).toContain(`Open ${url}/ on it, and press the button there.`);
  expect(refused.text).not.toContain('<form');
  expect(printed).not.toContain('in place. Set aside');
  expect((await press({ Origin: url })).text).toContain('is being put in place');
  await until(/Standpoint is running/);
  expect(printed).toContain('standpoint.damaged.db');
  child.kill('SIGTERM');
  await once(child, 'exit');
  const again = await opened(folder);
  expect((await reopened(again)).current(1, 'a')).toEqual(aResponse(1, 'a'));
  await again.close();
}, 30_000);

const children: (() => unknown)[] = [];
afterEach(() => {
  for (const kill of children.splice(0))
    try {
      kill();
    } catch {
      // It has ended, as it should.
    }
});

/** A folder whose database is damaged, with a copy of it. */
async function damagedFolder(): Promise<string> {
  const folder = newFolder();
  const store = await opened(folder);
  await begun(store);
  await store.close();
  writeFileSync(join(folder, 'standpoint.db'), 'no longer a database '.repeat(500));
  return folder;
}

test('N1 O3 a damaged database and a taken port: two sentences and no stack', async () => {
  const folder = await damagedFolder();
  const taken = createServer().listen({ port: 0, host: 'localhost' });
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const child = spawn(process.execPath, ['server/main.js', '--port', String(port), '--data', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(() => child.kill('SIGKILL'));
  const [said, [code]] = await Promise.all([whole(child.stderr), once(child, 'exit')]);
  taken.close();
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toEqual([
    expect.stringContaining('damaged'),
    expect.stringContaining(`Port ${port} is taken.`),
  ]);
}, 30_000);

test('N2 O3 under npm, whose shell is killed, the page lets go of the port', async () => {
  const folder = await damagedFolder();
  // As npm does it: a shell between the two, which does not pass a signal on.
  const shell = spawn(
    'sh',
    ['-c', `"${process.execPath}" server/main.js --port 0 --data "${folder}"; true`],
    {
      cwd: root,
      // A group of its own, so that the program goes with the test whatever happens.
      detached: true,
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(() => process.kill(-(shell.pid ?? 0), 'SIGKILL'));
  let printed = '';
  shell.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  while (!/localhost:\d+\/\n/.test(printed)) await once(shell.stdout, 'data');
  const url = /(http:\/\/localhost:\d+)\/\n/.exec(printed)?.[1] ?? '';
  expect((await asks(`${url}/health`)).status).toBe(200);
  const gone = once(shell.stdout, 'close');
  shell.kill('SIGKILL');
  // What the program prints to is closed once it has ended as well.
  await gone;
  await expect(asks(`${url}/health`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
}, 30_000);

/** A connection over which this was sent, once the server has it. */
async function held(port: number, text: string): Promise<Socket> {
  const socket = connect({ port, host: 'localhost' });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  await new Promise<void>((done) => void socket.write(text, () => done()));
  return socket;
}

/** However it ends: one that is cut off may tell a fault first. */
const closed = (socket: Socket): Promise<void> =>
  new Promise((done) => void socket.resume().once('close', () => done()));

test('O3 no connection holds the port once the button was pressed: silent, half asked, kept alive, not read', async () => {
  const mend = await serveMend({ root, port: 0, made: '14:05' });
  const { port } = mend;
  const head = `Host: localhost:${port}\r\nConnection: keep-alive\r\n`;
  const sockets = [
    await held(port, ''),
    await held(port, `GET / HTTP/1.1\r\n${head}`),
    await held(
      port,
      `POST /mend HTTP/1.1\r\n${head}Origin: http://evil.example\r\nContent-Length: 100\r\n\r\nx`,
    ),
    await held(port, `GET /health HTTP/1.1\r\n${head}\r\n`),
  ];
  const gone = Promise.all(sockets.map(closed));
  const url = `http://localhost:${port}`;
  const pressed = await asks(`${url}/mend`, { method: 'POST', headers: { Origin: url } });
  expect(pressed.status).toBe(200);
  await mend.pressed;
  const next = createServer();
  next.listen({ port, host: 'localhost' });
  await once(next, 'listening');
  await gone;
  next.close();
});

test('O3 closing it without the button lets go of the port as well', async () => {
  const mend = await serveMend({ root, port: 0, made: '14:05' });
  const socket = await held(mend.port, 'GET / HTTP/1.1\r\n');
  const gone = closed(socket);
  await mend.close();
  await gone;
  const again = await serveMend({ root, port: mend.port, made: '14:05' });
  expect(again.port).toBe(mend.port);
  await again.close();
});

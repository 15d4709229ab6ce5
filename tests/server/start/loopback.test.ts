/** The port at this machine's own addresses, which another program may have alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer as createHttp } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { isFree, LOOPBACKS, takePort, TakenHere } from '../../../server/loopback.ts';
import { serveMend } from '../../../server/mend.ts';
import { freePort } from '../../../server/packed/ports.ts';
import { launchBrowser } from '../../support/browser.ts';
import { root, startServer } from '../../support/server.ts';

const others: Server[] = [];
afterEach(() => {
  for (const other of others.splice(0)) other.close();
});

/** Another program that listens at one address alone, at a port of its choice. */
async function another(host: string): Promise<number> {
  const server = createServer((socket) => socket.end());
  others.push(server);
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const answers = (host: string, port: number): Promise<boolean> =>
  fetch(`http://${host}:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Some containers have no IPv6. */
const OWN = LOOPBACKS.filter((address) =>
  Object.values(networkInterfaces()).some((list) => list?.some((a) => a.address === address)),
);
const hosts = ['localhost', ...OWN.map((address) => (address === '::1' ? '[::1]' : address))];
const all = (answer: boolean): boolean[] => hosts.map(() => answer);

test.each(['0.0.0.0', '127.0.0.1', '127.0.0.2'])(
  'N1 P2 whoever asks this laptop itself is answered by it at each of its own addresses, where it listens at %s',
  async (host) => {
    const server = await startServer({ host });
    const { port } = server.app;
    expect(await Promise.all(hosts.map((name) => answers(name, port)))).toEqual(all(true));
    // The console is there as well, and signed in by its link.
    const link = server.app.startLink().replace('localhost', hosts.at(-1) ?? '');
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(link);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).not.toContain('start=');
    await browser.close();
    await server.stop();
    expect(await Promise.all(hosts.map((name) => answers(name, port)))).toEqual(all(false));
  },
  60_000,
);

(OWN.includes('::1') ? test : test.skip)(
  'N1 Z6 a program that has the port at ::1 alone, where browsers look first: one sentence, exit code 1, and a pack passes the port over',
  async () => {
    const port = await another('::1');
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-loopback-'));
    const child = spawn(process.execPath, ['server/main.js', '--port', String(port), '--data', folder], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said = text(child.stderr);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect((await said).trim().split('\n')).toEqual([
      expect.stringContaining(`Port ${port} is taken at ::1: the browser of this laptop would find another`),
    ]);
    expect(await readdir(join(folder, 'live'))).toEqual([]);
    expect(await freePort({ first: port, last: port })).toBeNull();
    await rm(folder, { recursive: true });
  },
  30_000,
);

test('N1 O3 neither is the page that mends a damaged database shown where another program has the port at one address', async () => {
  const mend = await serveMend({ root, port: 0, made: '09:00' });
  expect(await Promise.all(hosts.map((name) => answers(name, mend.port)))).toEqual(all(true));
  await mend.close();
  for (const host of OWN) {
    const taken = serveMend({ root, port: await another(host), made: '09:00' });
    await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  }
});

test('N1 a system that gives all addresses where somebody has one: it is given back, and the start refused', async () => {
  const http = createHttp();
  const port = (await freePort({ first: 20_000, last: 30_000 })) ?? 0;
  const taken = takePort(http, port, '0.0.0.0', async (_, address) => address !== '127.0.0.1');
  await expect(taken).rejects.toEqual(new TakenHere(port, '127.0.0.1'));
  expect(http.listening).toBe(false);
});

test('N1 at an address that the machine does not have nobody has the port', async () => {
  const port = await another('127.0.0.1');
  expect([await isFree(port, '127.0.0.1'), await isFree(port, '203.0.113.9')]).toEqual([false, true]);
});

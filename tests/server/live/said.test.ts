/** What the program says while a room is open: neither who came nor what was said. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import { newToken } from '../../../server/random.ts';
import { lanAddress } from '../../support/program.ts';
import { connected, root } from '../../support/server.ts';

test('H2 the program prints no address, device, token or answer of anybody, whatever a phone does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-said-'));
  const child = spawn(process.execPath, ['server/main.js', '--port', '0', '--data', folder], { cwd: root });
  let said = '';
  const printed = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/Ctrl-C/.test(said)) done();
      });
  });
  await printed;
  const port = /localhost:(\d+)/.exec(said)?.[1] ?? '';
  // The sample's session, which is open to try.
  const code = (/Code for phones:\s+(\S+ \S+)/.exec(said)?.[1] ?? '').replace(' ', '');
  const before = said;
  const lan = lanAddress();
  const token = newToken();
  const device = { 'User-Agent': 'SENTINEL-DEVICE', 'Accept-Language': 'SENTINEL-LANGUAGE' };
  const at = `http://${lan}:${port}`;
  await fetch(`${at}/j/${code}`, { headers: device });
  await fetch(`${at}/nothing-here?${token}`, { headers: device });
  await fetch(`${at}/api/consultations`, { headers: device, method: 'POST', body: '{' });
  const socket = io(at, {
    auth: { code, token },
    transports: ['websocket'],
    extraHeaders: device,
    forceNew: true,
  });
  await connected(socket);
  await socket.emitWithAck('join', { groups: ['x'], quote: true });
  await socket.emitWithAck('join', { groups: [], quote: true });
  await socket.emitWithAck('place', 1, 1, 4, 'SENTINEL-COMMENT', 0);
  await socket.emitWithAck('place', 'wrong', {}, 4, 'SENTINEL-COMMENT', 0);
  const wrong = io(at, { auth: { code: 'ZZZZZZ', token }, transports: ['websocket'], forceNew: true });
  await connected(wrong).catch(() => undefined);
  socket.disconnect();
  const gone = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  await gone;
  await rm(folder, { recursive: true, force: true });
  const since = said.slice(before.length);
  const secrets = [token, lan, code, 'SENTINEL', 'ZZZZZZ', '127.0.0.1', '::'];
  expect(secrets.filter((s) => since.includes(s))).toEqual([]);
}, 60_000);

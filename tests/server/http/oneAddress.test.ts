/** A server that was told to listen at one address of several. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import type { StoredDocument } from '../../../core/api.ts';
import type { Session } from '../../../core/session.ts';
import { asks } from '../../support/asks.ts';
import { lanAddress } from '../../support/program.ts';
import { connectConsole, joinPhone, root, startServer, type TestServer } from '../../support/server.ts';
import { newFolder } from '../store/made.ts';

let server: TestServer | undefined;
let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  await server?.stop();
  server = undefined;
});

test('N1 F1 told to listen at one address, the laptop itself still has its console, and can rehearse', async () => {
  const host = lanAddress();
  // Signing in goes by the printed link, which is of localhost.
  server = await startServer({ host });
  const { port } = server.app;
  expect(server.app.address).toBe(`http://${host}:${port}`);
  expect((await asks(`http://127.0.0.1:${port}/console`)).status).toBe(200);
  expect((await asks(`http://${host}:${port}/j`)).status).toBe(200);
  expect((await asks(`http://${host}:${port}/console`)).status).toBe(403);
  // Nowhere else: another loopback address stands for any other of this machine.
  await expect(asks(`http://127.0.0.2:${port}/j`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });

  const { consultation } = await server.send<StoredDocument>('POST', '/api/consultations', {
    template: 'side-by-side',
  });
  const draft = await server.send<Session>('POST', `/api/consultations/${consultation.id}/sessions`, {});
  const session = await server.send<Session>('POST', `/api/sessions/${draft.id}/rehearse`, { people: 3 });
  const desk = await connectConsole(server, session.id);
  await desk.until((view) => view.joined === 3);
  const phone = await joinPhone(server, session.code, [consultation.groups[0]?.id ?? '']);
  expect((await phone.hello()).info.rehearsal).toBe(true);
  // It stops with them in the room, and the port is free at once.
  await server.restart();
  expect((await asks(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
  expect(server.faults).toEqual([]);
});

test('N1 a port that is taken on the laptop itself is taken, in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const args = ['server/main.js', '--port', String(port), '--host', lanAddress(), '--data', newFolder()];
  const program = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  child = program;
  const [said, [code]] = await Promise.all([text(program.stderr), once(program, 'exit')]);
  other.close();
  const words = `Port ${port} is taken at 127.0.0.1: the browser of this laptop would find another program there.`;
  expect([code, said.trim().split('\n')]).toEqual([1, [expect.stringContaining(words)]]);
});

/** A session that could not be taken up at the start, whose only good copy may be the one on the stick. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Session } from '../../../core/session.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { madeStick, nameStick, type MadeStick } from '../../support/stick.ts';

let server: TestServer;
let second: TestServer;
let stick: MadeStick;
let passphrase: string;
let session: Session;
beforeEach(async () => {
  [server, second] = await Promise.all([startServer(), startServer()]);
  stick = madeStick();
  passphrase = await nameStick(server, stick);
  ({ session } = await openSession(server, ['One']));
  await joinPhone(server, session.code);
  await stick.copied(() => server.restart());
  await server.app.close();
  writeFileSync(join(server.folder, 'keys', `${session.id}.db`), 'no longer a database '.repeat(500));
  await server.restart(false);
  expect(server.app.notTakenUp).toHaveLength(1);
}, 60_000);
afterEach(async () => {
  await Promise.all([server.stop(), second.stop()]);
  rmSync(join(stick.folder, '..'), { recursive: true, force: true });
});

const copies = (): string[] => [...stick.files().keys()].filter((name) => name.startsWith('copy-'));

test('O4 O5 the copy on the stick of a session that could not be taken up stays there, beside others that run, until it is taken over', async () => {
  const before = [...stick.files()].filter(([name]) => copies().includes(name));
  expect(before.length).toBeGreaterThan(0);
  const other = await openSession(server, ['Two']);
  const desk = await connectConsole(server, other.session.id);
  // The console is told that nothing is copied.
  await desk.until((view) => view.laptop.stick === 'kept');
  for (const [name, bytes] of before) expect(stick.files().get(name)).toEqual(bytes);
  await server.app.close();
  const taken = await second.send('POST', '/api/stick/take', { folder: stick.folder, passphrase });
  expect(taken).toMatchObject({ sessions: [{ id: session.id }] });
  await server.restart(false);
}, 60_000);

test('O4 O5 once it is put aside the stick still has it, and it is taken over from there on the same laptop', async () => {
  expect(await server.send('POST', '/api/laptop/aside', { session: session.id, do: 'put' })).toEqual({
    ok: true,
  });
  await server.restart();
  expect(copies().length).toBeGreaterThan(0);
  const taken = await server.send('POST', '/api/stick/take', { folder: stick.folder, passphrase });
  expect(taken).toMatchObject({ sessions: [{ id: session.id }], refused: [] });
  const desk = await connectConsole(server, session.id);
  expect(desk.last()).toMatchObject({ joined: 1 });
  await desk.until((view) => view.laptop.stick === 'here');
}, 60_000);

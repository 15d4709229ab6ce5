/** What keeps answers from being saved: told at once, and over only when what failed has been saved. */
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { longestWait } from '../../../server/store/commitWait.ts';
import { livePath, pathsIn } from '../../../server/store/sqlite/paths.ts';
import { asks } from '../../support/asks.ts';
import { dyingThread } from '../../support/dyingThread.ts';
import { fullLive } from '../../support/fullLive.ts';
import { madeLaptop } from '../../support/laptopPorts.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function room(on: TestServer) {
  const { session } = await openSession(on, ['One is true']);
  const desk = await connectConsole(on, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  return { session: session.id, desk, phone: await joinPhone(on, session.code) };
}

test('O7 O9 a disk that takes something again does not clear a session whose own file still takes nothing', async () => {
  const laptop = madeLaptop();
  const disk = fullLive();
  server = await startServer({ laptop: laptop.ports, wrap: disk.wrap });
  const one = await room(server);
  disk.fill('SQLITE_IOERR_WRITE');
  expect(await one.phone.place(1, 1, 4)).toMatchObject({ refusal: 'not-saved' });
  await one.desk.until((view) => view.laptop.saving === 'read-only');
  await laptop.beat();
  expect((await one.desk.socket.emitWithAck('hello')) as object).toMatchObject({
    laptop: { saving: 'read-only' },
  });
  // What keeps it from being saved may become another thing.
  disk.fill('SQLITE_FULL');
  await laptop.beat();
  await one.desk.until((view) => view.laptop.saving === 'disk-full');
  disk.free();
  await laptop.beat();
  await one.desk.until((view) => view.laptop.saving === 'ok');
  expect(await one.phone.place(1, 1, 4)).toBe(1);
});

test('S1 O7 a thread that writes and died: nothing is acknowledged, the console says so, and it goes on by itself', async () => {
  const laptop = madeLaptop();
  server = await startServer({ laptop: laptop.ports });
  const { desk, phone } = await room(server);
  const thread = dyingThread();
  try {
    thread.always(true);
    expect(await phone.place(1, 1, 4, 'Words')).toEqual({ refusal: 'not-saved' });
    await desk.until((view) => view.laptop.saving === 'failed');
    // Whoever started the program reads what it was; nothing of it is about anybody.
    expect(server.faults.map((fault) => (fault as Error).name)).toEqual(['ThreadEnded']);
    await laptop.beat();
    expect(desk.last()?.laptop.saving).toBe('failed');
    thread.always(false);
    await laptop.beat();
    await desk.until((view) => view.laptop.saving === 'ok');
    expect(await phone.place(1, 1, 4, 'Words')).toBe(1);
    thread.next('after');
    expect(await phone.place(1, 2, 2, 'Others')).toBe(2);
    await desk.until((view) => view.boards[0]?.placed === 1);
  } finally {
    thread.stop();
  }
  await server.restart();
  expect((await phone.hello()).me.mine).toEqual([[1, 2, 2, 'Others', 0]]);
});

test('O7 O9 another program that holds the file of a session: saving takes long, and that is told and is over', async () => {
  const laptop = madeLaptop();
  laptop.ports.waited = longestWait;
  server = await startServer({ laptop: laptop.ports });
  const { session, desk, phone } = await room(server);
  expect(await phone.place(1, 1, 4)).toBe(1);
  const other = new Database(livePath(pathsIn(server.folder), session));
  other.exec('BEGIN IMMEDIATE');
  try {
    const placed = phone.place(1, 2, 2);
    while (longestWait() < 1600) await turn();
    laptop.look();
    expect((await desk.until((view) => view.laptop.slow)).laptop.saving).toBe('ok');
    expect(await asks(`${server.url}/ready`)).toMatchObject({
      status: 503,
      json: { ready: false, reason: 'slow' },
    });
    other.exec('ROLLBACK');
    expect(await placed).toBe(2);
  } finally {
    other.close();
  }
  laptop.look();
  await desk.until((view) => !view.laptop.slow);
  expect((await asks(`${server.url}/ready`)).status).toBe(200);
});

/** The two addresses that say whether the program is alive and whether it takes anybody in. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import type { Store } from '../../../server/store/store.ts';
import { asks } from '../../support/asks.ts';
import { madeLaptop } from '../../support/laptopPorts.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

test('O1 a server that runs is alive and ready, for everyone, and no browser keeps the answer', async () => {
  server = await startServer();
  const alive = await asks(`${server.url}/health`);
  expect([alive.status, alive.json]).toEqual([200, { alive: true }]);
  const ready = await asks(`${server.url}/ready`);
  expect([ready.status, ready.json]).toEqual([200, { ready: true }]);
  expect([alive, ready].map(({ headers }) => headers['cache-control'])).toEqual(['no-store', 'no-store']);
});

test('O1 while it takes its sessions up it is alive and not ready; other requests wait, these do not', async () => {
  let hold: Promise<void> | null = null;
  const asked = Promise.withResolvers<void>();
  const wrap = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const verb: unknown = Reflect.get(target, name);
        if (name === 'unsealed' && hold !== null)
          return async () => {
            asked.resolve();
            await hold;
            return target.unsealed();
          };
        return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
      },
    });
  server = await startServer({ wrap });
  const { url } = server;
  const going = Promise.withResolvers<void>();
  hold = going.promise;
  const starting = server.restart();
  await asked.promise;
  const page = asks(`${url}/j`);
  expect(await asks(`${url}/health`)).toMatchObject({ status: 200, json: { alive: true } });
  expect(await asks(`${url}/ready`)).toMatchObject({
    status: 503,
    json: { ready: false, reason: 'starting' },
  });
  going.resolve();
  await starting;
  expect((await page).status).toBe(200);
  expect(await asks(`${url}/ready`)).toMatchObject({ status: 200, json: { ready: true } });
});

test.each(['disk-full', 'read-only', 'moved', 'too-many-files', 'failed'] as const)(
  'O1 O9 it is not ready while its disk is %s',
  async (why) => {
    const laptop = madeLaptop();
    server = await startServer({ laptop: laptop.ports });
    [laptop.free, laptop.writing] = [1e6, why];
    await laptop.beat();
    expect(await asks(`${server.url}/ready`)).toMatchObject({
      status: 503,
      json: { ready: false, reason: why },
    });
    expect((await asks(`${server.url}/health`)).status).toBe(200);
    [laptop.free, laptop.writing] = [50e9, 'ok'];
    await laptop.beat();
    expect((await asks(`${server.url}/ready`)).status).toBe(200);
  },
);

test('O1 whoever asks while it shuts down is told so', async () => {
  server = await startServer();
  const asking = connect(server.app.port, '127.0.0.1');
  await once(asking, 'connect');
  // A question that was begun before: the port takes no new ones.
  asking.write('GET /ready HTTP/1.1\r\nHost: localhost\r\n');
  await begun(server);
  const closed = server.app.close();
  asking.end('Connection: close\r\n\r\n');
  const answer = await readAll(asking);
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toContain('{"ready":false,"reason":"stopping"}');
  await closed;
  await server.restart(false);
});

/** Answered after whatever came before it. */
async function begun({ url }: TestServer): Promise<void> {
  await asks(`${url}/health`);
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}

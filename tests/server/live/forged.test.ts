/** What was read off a disk, copied from another session or heard under another name lets nobody in. */
import { request } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import { NAMESPACES } from '../../../core/protocol.ts';
import type { Session } from '../../../core/session.ts';
import { newToken } from '../../../server/random.ts';
import { asks } from '../../support/asks.ts';
import { joinDevice, onNetwork } from '../../support/devices.ts';
import {
  connected,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
let session: Session;
beforeAll(async () => {
  server = await startServer();
  ({ session } = await openSession(server));
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** What a column of a database in the data folder holds. */
function stored(file: string, query: string): string[] {
  const db = new Database(join(server.folder, file), { readonly: true });
  const values = db.prepare(query).pluck().all() as string[];
  db.close();
  return values;
}

test.each(['phone', 'projector', 'tablet', 'console'] as const)(
  'P3 a %s socket under another site’s name is refused before it exists, whatever it shows',
  async (name) => {
    const auth = name === 'phone' ? { code: session.code, token: newToken() } : { session: session.id };
    const cookie = name === 'tablet' ? (await joinDevice(server, 'tablet')).headers['Cookie'] : server.cookie;
    const socket = (headers: Record<string, string>) =>
      io(server.url + NAMESPACES[name], {
        auth,
        extraHeaders: { Cookie: cookie ?? '', ...headers },
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
      });
    const at = `:${server.app.port}`;
    for (const Host of ['evil.example', `evil.example${at}`, `localhost.evil.example${at}`, `0.0.0.0${at}`])
      await expect(connected(socket({ Host, Origin: `http://${Host}` }))).rejects.toThrow('websocket error');
    const own = socket({ Host: `localhost${at}` });
    await connected(own);
    own.disconnect();
  },
);

test('P3 polling under another site’s name is refused as well', async () => {
  const status = (Host: string) =>
    new Promise<number | undefined>((done, fail) => {
      const path = '/socket.io/?EIO=4&transport=polling';
      const req = request(server.url + path, { headers: { Host, Cookie: server.cookie } }, (res) => {
        res.resume();
        done(res.statusCode);
      });
      req.once('error', fail);
      req.end();
    });
  expect(await status('evil.example')).toBe(403);
  expect(await status(`localhost:${server.app.port}`)).toBe(200);
});

test('P1 a token counts in its own session only, and what is kept of it is nobody’s token', async () => {
  const { session: other } = await openSession(server);
  const phone = await joinPhone(server, session.code);
  const elsewhere = await connectPhone(server, other.code, phone.token);
  expect((await elsewhere.hello()).me).toMatchObject({ joined: false, mine: [] });
  const [hash = ''] = stored(`keys/${session.id}.db`, 'SELECT hash FROM participant');
  // It has the form of one, and is taken as somebody new.
  expect(hash).toMatch(/^[\w-]{22}$/);
  const thief = await connectPhone(server, session.code, hash);
  expect((await thief.hello()).me).toMatchObject({ joined: false, mine: [] });
  expect(await thief.place(1, 1, 4)).toHaveProperty('refusal');
  // Neither does a person come out of naming them in a message.
  const named = { groups: [], quote: true, token: phone.token, hash };
  expect(await thief.socket.emitWithAck('join', named as never)).toMatchObject({ refusal: 'bad-message' });
  for (const one of [phone, elsewhere, thief]) one.close();
});

test('T4 T5 what is kept of a sign-in signs nobody in, and one that was heard counts nowhere else', async () => {
  const name = `standpoint-${server.app.port}`;
  const list = '/api/consultations';
  const hashes = stored('staff.db', 'SELECT hash FROM session');
  expect(hashes.length).toBeGreaterThan(0);
  for (const hash of hashes)
    expect((await asks(server.url + list, { headers: { Cookie: `${name}=${hash}` } })).status).toBe(401);
  const cookies = { headers: { Cookie: server.cookie } };
  expect((await asks(server.url + list, cookies)).status).toBe(200);
  expect((await asks(onNetwork(server).url + list, cookies)).status).toBe(403);
  const device = await joinDevice(server, 'scribe');
  expect((await asks(device.url + list, device)).status).toBe(200);
  expect((await asks(onNetwork(server).url + list, { headers: device.headers })).status).toBe(403);
  expect((await asks(server.url + list, { headers: device.headers })).status).toBe(401);
});

test('T2 a namespace that is not in the protocol is refused', async () => {
  for (const name of ['/admin', '/consoles', '/console/x'])
    await expect(
      connected(
        io(server.url + name, {
          auth: { session: session.id, code: session.code, token: newToken() },
          extraHeaders: { Cookie: server.cookie },
          transports: ['websocket'],
          forceNew: true,
          reconnection: false,
        }),
      ),
    ).rejects.toThrow('Invalid namespace');
});

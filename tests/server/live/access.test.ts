import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io, Manager } from 'socket.io-client';
import { EVENTS } from '../../../core/protocol.ts';
import { newToken } from '../../../server/random.ts';
import { connected, connectPhone, openSession, startServer, type TestServer } from '../../support/server.ts';
import type { Session } from '../../../core/session.ts';

let server: TestServer;
let session: Session;
beforeAll(async () => {
  server = await startServer();
  ({ session } = await openSession(server));
});
afterAll(() => server.stop());

/** An address of this machine that is not a loopback one, as a phone in the room would use. */
const lan = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find((a) => a.family === 'IPv4' && !a.internal)?.address;

function status(host: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<number>((resolve, reject) => {
    const req = request({ host, port: server.app.port, path, method, headers }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    req.once('error', reject);
    req.end();
  });
}

describe('who may ask', () => {
  test('P2 console and projector pages and every route answer on the machine itself and nowhere else', async () => {
    if (lan === undefined) throw new Error('this machine has no address but the loopback one');
    for (const path of ['/console', `/projector/${session.id}`, '/api/consultations', '/api/room']) {
      const headers = { Cookie: server.cookie };
      expect([path, await status('127.0.0.1', path, headers)]).toEqual([path, 200]);
      expect([path, await status(lan, path, headers)]).toEqual([path, 403]);
    }
    expect(await status(lan, `/j/${session.code}`)).toBe(200);
    for (const [namespace, auth] of [
      ['/console', { session: session.id }],
      ['/projector', { session: session.id }],
    ] as const)
      await expect(
        connected(
          io(`http://${lan}:${server.app.port}${namespace}`, {
            auth,
            extraHeaders: { Cookie: server.cookie },
            transports: ['websocket'],
            forceNew: true,
          }),
        ),
      ).rejects.toMatchObject({ refusal: 'not-allowed-here' });
  });

  test('P3 a request under another site’s name is refused, pages and API alike', async () => {
    for (const path of ['/j', '/console', '/api/consultations'])
      expect(await status('127.0.0.1', path, { Host: 'evil.example' })).toBe(403);
  });

  test('P3 a request from another site’s page is refused, and a write without our header too', async () => {
    expect(await status('127.0.0.1', '/api/consultations', { Origin: 'http://evil.example' })).toBe(403);
    expect(await status('127.0.0.1', '/api/consultations', {}, 'POST')).toBe(403);
  });

  test('P3 a socket from another site is refused before it exists', async () => {
    const socket = io(server.url, {
      auth: { code: session.code, token: newToken() },
      transports: ['websocket'],
      extraHeaders: { Origin: 'http://evil.example' },
      forceNew: true,
    });
    await expect(connected(socket)).rejects.toBeDefined();
  });

  test('P5 a wrong code and a wrong token are refused', async () => {
    await expect(connectPhone(server, 'ZZZZZZ')).rejects.toMatchObject({ refusal: 'no-such-code' });
    await expect(connectPhone(server, session.code, 'short')).rejects.toMatchObject({
      refusal: 'bad-message',
    });
  });

  test('P1 P2 no event of console or projector does anything on a phone’s socket', async () => {
    const phone = await connectPhone(server, session.code);
    const raw = phone.socket as unknown as {
      timeout(ms: number): { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> };
      emit(event: string, ...args: unknown[]): void;
    };
    const foreign = EVENTS.console.in.filter((e) => !(EVENTS.phone.in as readonly string[]).includes(e));
    expect(foreign.length).toBeGreaterThan(2);
    let answered = 0;
    for (const event of foreign)
      raw.emit(event, { do: 'next' }, () => {
        answered += 1;
      });
    // The socket answers in order: once hello is back, the others would have been.
    const hello = await phone.hello();
    expect([answered, hello.view.state]).toEqual([0, 'lobby']);
    phone.close();
  });

  test('P4 five wrong handshakes over one connection close it, and each is answered', async () => {
    const manager = new Manager(server.url, { transports: ['websocket'], reconnection: false });
    const closed = new Promise((done) => manager.once('close', done));
    const socket = manager.socket('/', { auth: { code: 'ZZZZZZ', token: newToken() } });
    const answers: unknown[] = [];
    for (const code of ['ZZZZZZ', 'no code', 'ZZZZZZ', 'x'.repeat(30), 'ZZZZZZ']) {
      socket.auth = { code, token: newToken() };
      const refused = new Promise<{ data?: unknown }>((done) => socket.once('connect_error', done));
      socket.connect();
      answers.push((await refused).data);
    }
    await closed;
    const [wrong, bad] = [{ refusal: 'no-such-code' }, { refusal: 'bad-message' }];
    expect(answers).toMatchObject([wrong, wrong, wrong, bad, wrong]);
  });

  test('P4 P5 one socket’s events are counted together, whatever they are, before they are read', async () => {
    const phone = await connectPhone(server, session.code);
    const raw = phone.socket as unknown as {
      emitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
    };
    const ask = (i: number): Promise<unknown> => {
      if (i % 3 === 0) return raw.emitWithAck('hello');
      return i % 3 === 1 ? raw.emitWithAck('join', { groups: 'none' }) : raw.emitWithAck('place', 'nonsense');
    };
    const first = await Promise.all([0, 1, 2].map(ask));
    for (let i = 3; i < 60; i += 1) void ask(i);
    // Unknown ones are never answered and count all the same.
    for (let i = 0; i < 60; i += 1) phone.socket.emit('nothing' as 'hello', () => undefined);
    const last = [raw.emitWithAck('hello'), raw.emitWithAck('join', 1), raw.emitWithAck('place')];
    expect(await Promise.all(last)).toEqual(last.map(() => ({ refusal: 'too-fast' })));
    expect(first[0]).toMatchObject({ me: { joined: false } });
    expect(first.slice(1)).toMatchObject([{ refusal: 'bad-message' }, { refusal: 'bad-message' }]);
    const other = await connectPhone(server, session.code);
    for (const one of [phone, other]) one.close();
    expect(server.faults).toEqual([]);
  });

  test('P5 a frame over the limit closes that socket and nobody else’s', async () => {
    const honest = await connectPhone(server, session.code);
    const big = await connectPhone(server, session.code);
    const closed = new Promise((done) => big.socket.once('disconnect', done));
    big.socket.io.opts.reconnection = false;
    (big.socket as unknown as { emit(e: string, t: string): void }).emit('place', 'x'.repeat(100_000));
    await closed;
    expect((await honest.hello()).view.state).toBe('lobby');
    honest.close();
    big.close();
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import { STAFF } from '../../../core/limits.ts';
import type { Session } from '../../../core/session.ts';
import { readLocalKey } from '../../../server/localKey.ts';
import { asks, cookieOf } from '../../support/asks.ts';
import { commandLine, onNetwork } from '../../support/devices.ts';
import { signIn } from '../../support/signIn.ts';
import {
  connected,
  connectConsole,
  connectProjector,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let time = Date.now();
let server: TestServer;
let session: Session;
beforeAll(async () => {
  server = await startServer({ staffClock: () => time });
  ({ session } = await openSession(server));
});
afterAll(() => server?.stop());

const list = '/api/consultations';
const secretOf = (link: string): string => new URL(link).hash.replace('#start=', '');
const start = (secret: string, headers: Record<string, string> = {}, url = server.url) =>
  asks(`${url}/api/staff/start`, { method: 'POST', headers, body: { secret } });

describe('T1 signing the laptop in', () => {
  test('T1 T4 without it there is nothing; a link signs in once, and its secret is in no request line', async () => {
    expect((await asks(server.url + list)).status).toBe(401);
    const link = server.app.startLink();
    expect(new URL(link)).toMatchObject({ pathname: '/console', search: '' });
    const signedIn = await start(secretOf(link));
    expect(signedIn.json).toMatchObject({ role: 'facilitator', place: 'laptop', here: true });
    expect((await asks(server.url + list, { headers: { Cookie: cookieOf(signedIn) } })).status).toBe(200);
    expect((await start(secretOf(link))).json).toMatchObject({ refusal: 'wrong-link' });
  });

  test('T4 the cookie is out of reach of scripts and of other sites, and of its port alone', async () => {
    const { headers } = await start(secretOf(server.app.startLink()));
    const [cookie = ''] = headers['set-cookie'] ?? [];
    const [pair = '', ...flags] = cookie.split('; ');
    expect(pair).toMatch(new RegExp(`^standpoint-${server.app.port}=[\\w-]{43}$`));
    expect(flags).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
    expect(flags).not.toContain('Secure');
    expect(flags.some((flag) => flag.startsWith('Domain'))).toBe(false);
    expect(flags).toContain(`Max-Age=${STAFF.laptopTotalMs / 1000}`);
  });

  test('T1 forged and damaged cookies are nobody’s, also beside one that holds', async () => {
    const name = `standpoint-${server.app.port}`;
    const good = server.cookie.replace(`${name}=`, '');
    const forged = [
      '',
      'x',
      good.slice(1),
      `${good}x`,
      good.toLowerCase(),
      good.split('').toReversed().join(''),
    ];
    for (const token of forged) {
      const answer = await asks(server.url + list, { headers: { Cookie: `${name}=${token}` } });
      expect([token, answer.status]).toEqual([token, 401]);
    }
    for (const header of [`other=${good}`, `standpoint-1=${good}`, `${name}x=${good}`])
      expect((await asks(server.url + list, { headers: { Cookie: header } })).status).toBe(401);
    const both = `${name}=set-by-another-page; ${name}=${good}`;
    expect((await asks(server.url + list, { headers: { Cookie: both } })).status).toBe(200);
  });

  test('T1 T3 signing in again takes the place of what this browser had, and signing out ends it', async () => {
    const first = await signIn(server.app.startLink());
    const second = cookieOf(await start(secretOf(server.app.startLink()), { Cookie: first }));
    expect((await asks(server.url + list, { headers: { Cookie: first } })).status).toBe(401);
    const desk = io(`${server.url}/console`, {
      auth: { session: session.id },
      extraHeaders: { Cookie: second },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    await connected(desk);
    const cut = new Promise((done) => desk.once('disconnect', done));
    const out = await asks(`${server.url}/api/staff/sign-out`, {
      method: 'POST',
      headers: { Cookie: second },
      body: {},
    });
    expect([out.status, cookieOf(out)]).toEqual([200, `standpoint-${server.app.port}=`]);
    expect(await cut).toBe('io server disconnect');
    expect((await asks(server.url + list, { headers: { Cookie: second } })).status).toBe(401);
  });

  test('T3 a restart of the server signs nobody out; the time without use does, on an open socket’s next event too', async () => {
    const cookie = await signIn(server.app.startLink());
    await server.restart();
    expect((await asks(server.url + list, { headers: { Cookie: cookie } })).status).toBe(200);
    time += STAFF.laptopIdleMs;
    expect((await asks(server.url + list, { headers: { Cookie: cookie } })).json).toEqual({
      refusal: 'sign-in-needed',
    });
    server.cookie = await signIn(server.app.startLink());
    const desk = await connectConsole(server, session.id);
    const wall = await connectProjector(server, session.id);
    time += STAFF.laptopTotalMs;
    expect(await wall.socket.emitWithAck('hello')).toEqual({ refusal: 'sign-in-needed' });
    const cut = new Promise((done) => desk.socket.once('disconnect', done));
    expect(await desk.do({ do: 'pause', on: true })).toEqual({ refusal: 'sign-in-needed' });
    await cut;
    server.cookie = await signIn(server.app.startLink());
    const again = await connectConsole(server, session.id);
    expect(again.last()?.room.paused).toBe(false);
    again.close();
    desk.close();
    wall.close();
  });

  test('T4 the passphrase is set on the console and signs the laptop in, and no other machine', async () => {
    const passphrase = 'the walls have post its on them';
    expect(await server.send('PUT', '/api/staff/passphrase', { passphrase: 'short' })).toMatchObject({
      refusal: 'passphrase-short',
    });
    expect(await server.send('PUT', '/api/staff/passphrase', { passphrase })).toEqual({ ok: true });
    const sign = (url: string) =>
      asks(`${url}/api/staff/passphrase`, { method: 'POST', body: { passphrase } });
    const signedIn = await sign(server.url);
    expect((await asks(server.url + list, { headers: { Cookie: cookieOf(signedIn) } })).status).toBe(200);
    expect((await sign(onNetwork(server).url)).json).toEqual({ refusal: 'not-allowed-here' });
    expect((await asks(`${server.url}/api/staff/me`)).json).toMatchObject({ role: null, passphrase: true });
    expect((await asks(`${onNetwork(server).url}/api/staff/me`)).json).toMatchObject({ passphrase: false });
  });
});

describe('T5 P2 P3 from elsewhere', () => {
  test('T5 P2 the laptop’s cookie counts for nothing from the network, for sockets neither', async () => {
    const { url } = onNetwork(server);
    const headers = { Cookie: server.cookie };
    expect((await asks(url + list, { headers })).json).toEqual({ refusal: 'not-allowed-here' });
    expect((await asks(`${url}/api/staff/me`, { headers })).json).toMatchObject({ role: null });
    for (const screen of ['console', 'projector'])
      await expect(
        connected(
          io(`${url}/${screen}`, {
            auth: { session: session.id },
            extraHeaders: headers,
            transports: ['websocket'],
            forceNew: true,
          }),
        ),
      ).rejects.toMatchObject({ refusal: 'not-allowed-here' });
    expect((await start('anything', {}, url)).json).toEqual({ refusal: 'not-allowed-here' });
  });

  test('P3 another site’s name, page, form and image get nothing, whoever is signed in in that browser', async () => {
    const headers = { Cookie: server.cookie };
    const rebound = await asks(server.url + list, { headers: { ...headers, Host: 'evil.example' } });
    expect(rebound.json).toEqual({ refusal: 'wrong-origin' });
    for (const Origin of [
      'http://evil.example',
      'null',
      `http://localhost:${server.app.port + 1}`,
      `https://localhost:${server.app.port}`,
    ])
      expect((await asks(server.url + list, { headers: { ...headers, Origin } })).json).toEqual({
        refusal: 'wrong-origin',
      });
    // What only reads comes without an Origin from an image or a link; the browser tells where it was begun.
    for (const site of ['cross-site', 'same-site'])
      expect(
        (await asks(server.url + list, { headers: { ...headers, 'Sec-Fetch-Site': site } })).json,
      ).toMatchObject({
        refusal: 'wrong-origin',
      });
    for (const site of ['same-origin', 'none'])
      expect(
        (await asks(server.url + list, { headers: { ...headers, 'Sec-Fetch-Site': site } })).status,
      ).toBe(200);
  });

  test.each(['websocket', 'polling'] as const)(
    'P3 a %s socket of another site’s page is refused, with the cookie too',
    async (transport) => {
      const socket = (Origin: string) =>
        io(`${server.url}/console`, {
          auth: { session: session.id },
          extraHeaders: { Cookie: server.cookie, Origin },
          transports: [transport],
          forceNew: true,
        });
      for (const origin of ['http://evil.example', `http://localhost:${server.app.port + 1}`])
        await expect(connected(socket(origin))).rejects.toThrow();
      const own = socket(server.url);
      await connected(own);
      own.disconnect();
    },
  );

  test('T2 what stands in no row is refused, and so is a row written another way', async () => {
    const cookie = { Cookie: server.cookie };
    for (const path of ['/api/none', '/API/consultations', '/api//consultations', '/none']) {
      expect([path, (await asks(server.url + path)).status]).toEqual([path, 404]);
      expect([path, (await asks(server.url + path, { headers: cookie })).status]).toEqual([path, 404]);
    }
    const page = await asks(`${server.url}/projector/${session.id}`, { headers: { Accept: 'text/html' } });
    expect([page.status, page.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
    expect(page.text).toContain('<a class="button" href="/console">');
  });

  test('T9 two Standpoints on two ports do not sign each other out', async () => {
    const other = await startServer();
    const jar = `${server.cookie}; ${other.cookie}`;
    for (const { url } of [server, other])
      expect((await asks(url + list, { headers: { Cookie: jar } })).status).toBe(200);
    const crossed = await asks(other.url + list, { headers: { Cookie: server.cookie } });
    expect(crossed.status).toBe(401);
    await other.stop();
  });
});

describe('T8 the command line’s key', () => {
  test('T8 it is for the owner’s eyes only, counts on this machine only, is new at each start and gone after a stop', async () => {
    const path = join(server.folder, 'local-key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const key = await readLocalKey(server.folder);
    expect(key).toMatchObject({ url: server.url });
    const { headers } = await commandLine(server);
    expect((await asks(server.url + list, { headers })).status).toBe(200);
    const elsewhere = await asks(onNetwork(server).url + list, { headers });
    expect(elsewhere.json).toEqual({ refusal: 'not-allowed-here' });
    for (const Authorization of ['Bearer ', 'Bearer x', key?.key ?? '', `Basic ${key?.key ?? ''}`])
      expect((await asks(server.url + list, { headers: { Authorization } })).status).toBe(401);
    // A wrong key is not made good by a cookie.
    const both = { Authorization: 'Bearer x', Cookie: server.cookie };
    expect((await asks(server.url + list, { headers: both })).status).toBe(401);

    await server.app.close();
    expect(readdirSync(server.folder)).not.toContain('local-key');
    await server.restart(false);
    expect((await asks(server.url + list, { headers })).status).toBe(401);
    expect(readFileSync(path, 'utf8')).not.toContain(key?.key);
  });
});

import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { STAFF } from '../../../core/limits.ts';
import type { Session } from '../../../core/session.ts';
import type { Device as Listed, Pairing } from '../../../core/staffApi.ts';
import { asks, cookieOf } from '../../support/asks.ts';
import { joinDevice, onNetwork, pairing, type Device } from '../../support/devices.ts';
import { lanAddress } from '../../support/program.ts';
import { connected, connectPhone, openSession, startServer, type TestServer } from '../../support/server.ts';

let time = Date.now();
let server: TestServer;
let session: Session;
beforeAll(async () => {
  server = await startServer({ staffClock: () => time });
  ({ session } = await openSession(server));
});
afterAll(() => server?.stop());

const list = '/api/consultations';

function socketOf({ url, headers }: Device, screen: 'console' | 'projector', more: object = {}): Socket {
  return io(`${url}/${screen}`, {
    auth: { session: session.id },
    extraHeaders: headers,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    rejectUnauthorized: false,
    ...more,
  });
}

const joins = (origin: string, body: object) => asks(`${origin}/api/staff/pair`, { method: 'POST', body });

describe('T5 T6 another device', () => {
  test('T5 T6 it joins over TLS by the PIN: the same pages, routes and sockets, as the role that was chosen', async () => {
    const offered = await pairing(server, 'scribe');
    expect(offered).toMatchObject({ role: 'scribe', trusted: false, left: STAFF.pairingMs });
    const { origin, pathname, protocol, hostname } = new URL(offered.url);
    expect([protocol, hostname, pathname]).toEqual(['https:', lanAddress(), '/pair']);
    expect(offered.qr).toMatch(/#key=[\w-]{43}$/);
    expect(offered.qr.startsWith(`${offered.url}#`)).toBe(true);
    const joined = await joins(origin, { pin: offered.pin, name: 'Amina’s tablet' });
    expect(joined.json).toMatchObject({
      role: 'scribe',
      place: 'device',
      name: 'Amina’s tablet',
      here: false,
    });
    expect(await server.get('/api/staff/pairing')).toMatchObject({ state: 'joined', name: 'Amina’s tablet' });
    const device = { url: origin, headers: { Cookie: cookieOf(joined) } };
    const [cookie = ''] = joined.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^standpoint-\d+=[\w-]{43}; .*HttpOnly; Secure; SameSite=Strict$/);
    expect((await asks(origin + list, device)).status).toBe(200);
    expect((await asks(`${origin}/console`)).text).toContain('<script type="module"');
    const desk = socketOf(device, 'console');
    await connected(desk);
    expect(await desk.emitWithAck('hello')).toMatchObject({ session: { id: session.id } });
    expect(await desk.emitWithAck('do', { do: 'end' })).toEqual({ refusal: 'not-your-role' });
    desk.disconnect();
  });

  test('T6 the fingerprint that the console shows is that of the certificate a browser gets', async () => {
    const { url, fingerprint } = await pairing(server, 'scribe');
    const { hostname, port } = new URL(url);
    const shown = await new Promise<string>((done, fail) => {
      const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
        done(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
        socket.destroy();
      });
      socket.once('error', fail);
    });
    expect(fingerprint).toBe(shown.replaceAll(':', '').toLowerCase());
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test('T4 T5 its certificate and key are for the owner’s eyes, for this machine’s names and a year', () => {
    for (const name of ['tls-key.pem', 'tls-cert.pem'])
      expect(statSync(join(server.folder, name)).mode & 0o777).toBe(0o600);
    const made = new X509Certificate(readFileSync(join(server.folder, 'tls-cert.pem')));
    expect(made.checkHost('localhost')).toBeDefined();
    expect(made.checkIP(lanAddress())).toBeDefined();
    expect(made.ca).toBe(false);
    const days = (made.validToDate.getTime() - time) / (24 * 60 * 60_000);
    expect(days).toBeGreaterThan(360);
    expect(days).toBeLessThan(398);
  });

  test('T6 wrong PINs, none begun, and without TLS: refused, each with its reason', async () => {
    const { url, pin } = await pairing(server, 'scribe');
    const { origin } = new URL(url);
    const wrong = String((Number(pin) + 1) % 1_000_000).padStart(6, '0');
    expect((await joins(onNetwork(server).url, { pin, name: 'x' })).json).toEqual({ refusal: 'needs-tls' });
    for (let i = 0; i < STAFF.wrongPins; i += 1)
      expect((await joins(origin, { pin: wrong, name: 'x' })).json).toMatchObject({ refusal: 'wrong-pin' });
    expect((await joins(origin, { pin, name: 'x' })).json).toEqual({ refusal: 'no-pairing' });
    expect((await joins(origin, { pin, name: 'x', role: 'facilitator' })).json).toMatchObject({
      refusal: 'bad-message',
    });
    await server.send('DELETE', '/api/staff/pairing');
    expect((await joins(origin, { pin, name: 'x' })).json).toEqual({ refusal: 'no-pairing' });
  });

  test('T3 T5 what is taken back ends at once: routes, sockets, and coming back', async () => {
    const device = await joinDevice(server, 'scribe', 'Left on the bus');
    const desk = socketOf(device, 'console');
    await connected(desk);
    const cut = new Promise((done) => desk.once('disconnect', done));
    const listed = await server.get<Listed[]>('/api/staff/devices');
    const { id } = listed.find(({ name }) => name === 'Left on the bus') ?? { id: '' };
    expect(await server.send('DELETE', `/api/staff/devices/${id}`)).toEqual({ ok: true });
    expect(await cut).toBe('io server disconnect');
    expect((await asks(device.url + list, device)).json).toEqual({ refusal: 'sign-in-needed' });
    await expect(connected(socketOf(device, 'console'))).rejects.toMatchObject({ refusal: 'sign-in-needed' });
    expect(await server.send('DELETE', `/api/staff/devices/${id}`)).toMatchObject({
      refusal: 'no-such-device',
    });
  });

  test('T5 a device’s cookie counts over TLS only, and another site’s page gets nothing by it', async () => {
    const device = await joinDevice(server, 'facilitator');
    const name = `standpoint-${server.app.port}`;
    const token = device.headers['Cookie']?.replace(/^[^=]*=/, '') ?? '';
    const plain = { headers: { Cookie: `${name}=${token}` } };
    expect((await asks(onNetwork(server).url + list, plain)).json).toEqual({ refusal: 'not-allowed-here' });
    expect((await asks(server.url + list, plain)).json).toEqual({ refusal: 'sign-in-needed' });
    const rebound = { headers: { ...device.headers, Host: 'evil.example' } };
    expect((await asks(device.url + list, rebound)).json).toEqual({ refusal: 'wrong-origin' });
    for (const Origin of ['https://evil.example', device.url.replace('https:', 'http:')]) {
      const crossed = { url: device.url, headers: { ...device.headers, Origin } };
      expect((await asks(device.url + list, crossed)).json).toEqual({ refusal: 'wrong-origin' });
      await expect(connected(socketOf(crossed, 'console'))).rejects.toThrow();
    }
    const own = { url: device.url, headers: { ...device.headers, Origin: device.url } };
    const desk = socketOf(own, 'console');
    await connected(desk);
    desk.disconnect();
  });

  test('T5 H1 a projector joins on plain http, finds the session that runs, and has its screen only', async () => {
    const { url, fingerprint } = await pairing(server, 'projector');
    expect([new URL(url).protocol, fingerprint]).toEqual(['http:', null]);
    const device = await joinDevice(server, 'projector', 'The hall’s computer');
    expect((await asks(`${device.url}/api/staff/me`, device)).json).toMatchObject({
      role: 'projector',
      running: [{ id: session.id, name: session.name }],
    });
    expect((await asks(`${device.url}/projector/${session.id}`, device)).status).toBe(200);
    const wall = socketOf(device, 'projector');
    await connected(wall);
    expect(await wall.emitWithAck('hello')).toHaveProperty('screen');
    await expect(connected(socketOf(device, 'console'))).rejects.toMatchObject({ refusal: 'not-your-role' });
    wall.disconnect();
  });

  test('T3 P1 a device ends by itself after half an hour, and phones come in by both doors all the while', async () => {
    const device = await joinDevice(server, 'researcher');
    time += STAFF.deviceIdleMs;
    expect((await asks(device.url + list, device)).status).toBe(401);
    const overTls = { ...server, url: device.url };
    const socket = io(overTls.url, {
      auth: { code: session.code, token: 'A'.repeat(22) },
      transports: ['websocket'],
      forceNew: true,
      rejectUnauthorized: false,
    });
    await connected(socket);
    const phone = await connectPhone(server, session.code);
    expect((await phone.hello()).view.state).toBe('lobby');
    phone.close();
    socket.disconnect();
  });

  test('T3 after a restart the door for devices is open at the same place, with the same certificate', async () => {
    const folder = server.folder;
    const before = readFileSync(join(folder, 'tls-cert.pem'), 'utf8');
    const device = await joinDevice(server, 'scribe', 'Back again');
    expect(server.app.devices).toBeNull();
    const port = Number(new URL(device.url).port);
    await server.restart(true, { port, own: null });
    expect(server.app.devices).toBe(device.url);
    expect((await asks(device.url + list, device)).status).toBe(200);
    expect(readFileSync(join(folder, 'tls-cert.pem'), 'utf8')).toBe(before);
  });

  test('N1 T5 where the port for devices is taken, the console says so, and everything else goes on', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '0.0.0.0', done));
    const { port } = taken.address() as { port: number };
    await server.restart(true, { port, own: null });
    expect(server.app.devices).toEqual({ refusal: 'tls-port-taken', where: String(port) });
    expect(await server.send<Pairing>('POST', '/api/staff/pairing', { role: 'scribe' })).toMatchObject({
      refusal: 'tls-port-taken',
    });
    expect(await server.send<Pairing>('POST', '/api/staff/pairing', { role: 'projector' })).toHaveProperty(
      'pin',
    );
    await new Promise((done) => taken.close(done));
    expect(await server.send<Pairing>('POST', '/api/staff/pairing', { role: 'scribe' })).toHaveProperty(
      'pin',
    );
  });
});

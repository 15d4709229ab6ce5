/** Passing a tablet, or the laptop, round: locked, left by a PIN, and nothing else to be had from it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { STAFF } from '../../../core/limits.ts';
import type { AuditEntry, StaffMe } from '../../../core/staffApi.ts';
import type { Session } from '../../../core/session.ts';
import { newToken } from '../../../server/random.ts';
import { asks, cookieOf } from '../../support/asks.ts';
import { holding } from '../../support/bytes.ts';
import { laptop } from '../../support/devices.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';
import { joinTablet, type TestTablet } from '../../support/tablet.ts';

let server: TestServer;
let session: Session;
let time = Date.UTC(2026, 10, 28, 9);
beforeEach(async () => {
  time = Date.UTC(2026, 10, 28, 9);
  server = await startServer({ staffClock: () => time });
  ({ session } = await openSession(server));
});
afterEach(() => server.stop());

/** A PIN that is not this one. */
const wrong = (pin: string, i = 1): string =>
  String((Number(pin) + i) % 10 ** STAFF.pinDigits).padStart(6, '0');

async function lock(tablet: Pick<TestTablet, 'post'>): Promise<string> {
  const { json } = await tablet.post('/api/staff/tablet/lock', { which: 'front' });
  return (json as { pin: string }).pin;
}

/** The laptop's browser as a tablet. */
async function passLaptopOn() {
  const begun = await asks(`${server.url}/api/staff/tablet`, {
    method: 'POST',
    headers: { Cookie: server.cookie },
    body: {},
  });
  expect(begun.json).toEqual({ ok: true });
  return joinTablet(server, session.id, { url: server.url, headers: { Cookie: cookieOf(begun) } });
}

test('K8 a tablet is locked once, tells its PIN once, and is left by that PIN only', async () => {
  const tablet = await joinTablet(server, session.id);
  expect(tablet.hello.tablet).toEqual({ locked: false, which: 'every', laptop: false });
  const pin = await lock(tablet);
  expect(pin).toMatch(/^\d{6}$/);
  expect(await tablet.socket.emitWithAck('hello')).toMatchObject({
    tablet: { locked: true, which: 'front' },
  });
  expect((await tablet.post('/api/staff/tablet/lock', { which: 'every' })).json).toEqual({
    refusal: 'tablet-locked',
  });
  // Signing out would be a way out as well.
  expect((await tablet.post('/api/staff/sign-out', {})).json).toEqual({ refusal: 'tablet-locked' });
  for (const typed of ['', 'nonsense', wrong(pin)])
    expect((await tablet.post('/api/staff/tablet/leave', { pin: typed })).json).toMatchObject({
      refusal: 'wrong-pin',
    });
  expect(
    (await tablet.post('/api/staff/tablet/leave', { pin: `${pin.slice(0, 3)} ${pin.slice(3)}` })).json,
  ).toEqual({ to: 'setup' });
  expect(await tablet.socket.emitWithAck('hello')).toMatchObject({ tablet: { locked: false } });
  expect((await tablet.post('/api/staff/sign-out', {})).json).toEqual({ ok: true });
  tablet.close();
});

test('K8 few wrong PINs are looked at, the right one not either while there are none left, and one more after ten minutes', async () => {
  const tablet = await joinTablet(server, session.id);
  const pin = await lock(tablet);
  const leave = async (typed: string): Promise<unknown> =>
    (await tablet.post('/api/staff/tablet/leave', { pin: typed })).json;
  for (let i = 1; i <= STAFF.wrongExits; i += 1)
    expect(await leave(wrong(pin, i))).toMatchObject({ refusal: 'wrong-pin' });
  expect(await leave(pin)).toEqual({ refusal: 'too-fast' });
  time += STAFF.wrongPinGapMs;
  expect(await leave(wrong(pin))).toMatchObject({ refusal: 'wrong-pin' });
  expect(await leave(pin)).toEqual({ refusal: 'too-fast' });
  time += STAFF.wrongPinGapMs;
  expect(await leave(pin)).toEqual({ to: 'setup' });
  tablet.close();
});

test('K8 T4 a lock outlives a restart, and its PIN is in no file, nor can be tried against one', async () => {
  const tablet = await joinTablet(server, session.id);
  const pin = await lock(tablet);
  tablet.close();
  await server.restart();
  expect(holding(server.folder, pin)).toEqual([]);
  const again = await joinTablet(server, session.id, tablet.device);
  expect(again.hello.tablet).toEqual({ locked: true, which: 'front', laptop: false });
  expect((await again.post('/api/staff/tablet/leave', { pin: wrong(pin) })).json).toMatchObject({
    refusal: 'wrong-pin',
  });
  expect((await again.post('/api/staff/tablet/leave', { pin })).json).toEqual({ to: 'setup' });
  again.close();
});

test('K8 T2 the laptop passed on: its sign-in is put away, nothing of the console answers, and the PIN brings it back', async () => {
  const desk = await connectConsole(server, session.id);
  const closed = new Promise((done) => desk.socket.once('disconnect', done));
  const tablet = await passLaptopOn();
  await closed;
  expect(tablet.hello.tablet).toEqual({ locked: false, which: 'every', laptop: true });
  const pin = await lock(tablet);
  // Neither the cookie of before nor the tablet's opens anything of the console.
  for (const headers of [laptop(server).headers, tablet.device.headers])
    for (const path of ['/api/consultations', '/api/room', '/api/staff/devices', `/projector/${session.id}`])
      expect([path, (await asks(server.url + path, { headers })).status]).toEqual([
        path,
        headers === tablet.device.headers ? 403 : 401,
      ]);
  expect((await asks(`${server.url}/tablet/${session.id}`, { headers: tablet.device.headers })).status).toBe(
    200,
  );
  expect((await asks(`${server.url}/api/staff/me`, { headers: tablet.device.headers })).json).toMatchObject({
    role: 'tablet',
    place: 'laptop',
  });
  expect((await tablet.post('/api/staff/tablet/leave', { pin: wrong(pin) })).json).toMatchObject({
    refusal: 'wrong-pin',
  });
  const left = await tablet.post('/api/staff/tablet/leave', { pin });
  expect(left.json).toEqual({ to: 'console' });
  const me = await asks(`${server.url}/api/staff/me`, { headers: { Cookie: left.cookie } });
  expect(me.json).toMatchObject({ role: 'facilitator', place: 'laptop' });
  expect((await asks(`${server.url}/api/consultations`, { headers: { Cookie: left.cookie } })).status).toBe(
    200,
  );
  // The tablet that it was is nobody's any more.
  expect((await asks(`${server.url}/tablet/${session.id}`, { headers: tablet.device.headers })).status).toBe(
    401,
  );
  server.cookie = left.cookie;
  const log = await server.get<AuditEntry[]>('/api/staff/log');
  expect(log.slice(0, 4).map(({ what }) => what)).toEqual([
    'tablet-left',
    'tablet-refused',
    'tablet-locked',
    'tablet-begun',
  ]);
  tablet.close();
});

test('K8 T3 being passed round makes no sign-in last longer', async () => {
  const tablet = await passLaptopOn();
  const pin = await lock(tablet);
  time += STAFF.laptopTotalMs - 60_000;
  const left = await tablet.post('/api/staff/tablet/leave', { pin });
  const me = (await asks(`${server.url}/api/staff/me`, { headers: { Cookie: left.cookie } })).json as StaffMe;
  expect([me.role, me.left]).toEqual(['facilitator', 60_000]);
  time += 60_000;
  expect((await asks(`${server.url}/api/consultations`, { headers: { Cookie: left.cookie } })).status).toBe(
    401,
  );
  tablet.close();
});

test('K6 T3 a tablet that was out of reach for hours is still signed in, and one over its time is not', async () => {
  const tablet = await joinTablet(server, session.id);
  tablet.close();
  time += 6 * 60 * 60_000;
  const back = await joinTablet(server, session.id, tablet.device);
  back.close();
  time += STAFF.deviceTotalMs;
  await expect(joinTablet(server, session.id, tablet.device)).rejects.toMatchObject({
    refusal: 'not-allowed-here',
  });
});

test('K8 only the laptop’s own browser can be passed round as itself', async () => {
  const tablet = await joinTablet(server, session.id);
  const refused = await tablet.post('/api/staff/tablet', {});
  expect([refused.status, refused.json]).toMatchObject([403, { refusal: 'not-your-role' }]);
  expect((await tablet.post('/api/staff/tablet/lock', { which: newToken() })).json).toMatchObject({
    refusal: 'bad-message',
  });
  tablet.close();
});

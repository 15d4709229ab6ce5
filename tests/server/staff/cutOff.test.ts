/** What a device is being given when its access is taken back. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Device as Listed } from '../../../core/staffApi.ts';
import { asks } from '../../support/asks.ts';
import { joinDevice } from '../../support/devices.ts';
import { consult, crowd, finish, hold } from '../../support/held.ts';
import { rendererAs } from '../../support/renderer.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let begun = Promise.withResolvers<undefined>();
let server: TestServer;
beforeEach(async () => {
  begun = Promise.withResolvers();
  // A page that is never done.
  const renderer = rendererAs(() => {
    begun.resolve(undefined);
    const cancelled = Promise.withResolvers<{ kind: 'cancelled' }>();
    return { done: cancelled.promise, cancel: () => cancelled.resolve({ kind: 'cancelled' }) };
  });
  server = await startServer({ renderer });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('T3 a file that is being handed out is cut off when access is taken back, and nobody else’s', async () => {
  const { id } = await consult(server, 'Cut off', ['They listen to me']);
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5])));
  const device = await joinDevice(server, 'facilitator', 'Left on the bus');
  const other = await joinDevice(server, 'facilitator', 'Still here');
  const path = `/api/consultations/${id}/report/preview`;
  const cut = asks(device.url + path, device).then(
    () => 'answered',
    () => 'cut off',
  );
  await begun.promise;
  const listed = await server.get<Listed[]>('/api/staff/devices');
  const gone = listed.find(({ name }) => name === 'Left on the bus')?.id ?? '';
  expect(await server.send('DELETE', `/api/staff/devices/${gone}`)).toEqual({ ok: true });
  expect(await cut).toBe('cut off');
  expect((await asks(`${other.url}/api/consultations`, other)).status).toBe(200);
  // Who signs out is answered.
  const out = await asks(`${other.url}/api/staff/sign-out`, { ...other, method: 'POST', body: {} });
  expect(out.status).toBe(200);
});

/** What a device is being given when its access is taken back. */
import { once } from 'node:events';
import { request } from 'node:https';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { JobState } from '../../../core/api.ts';
import type { Device as Listed } from '../../../core/staffApi.ts';
import { asks } from '../../support/asks.ts';
import { commandLine, joinDevice, laptop, type Device } from '../../support/devices.ts';
import { consult, crowd, finish, hold } from '../../support/held.ts';
import { copyingRenderer, rendererAs } from '../../support/renderer.ts';
import { ended } from '../../support/jobs.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let begun = Promise.withResolvers<undefined>();
let cancelled = 0;
let server: TestServer;
beforeEach(async () => {
  begun = Promise.withResolvers();
  cancelled = 0;
  // A page that is never done; a PDF is at once.
  const renderer = rendererAs((model, formats, listener) => {
    if (formats.includes('pdf')) return copyingRenderer(formats).render(model, listener);
    begun.resolve(undefined);
    const gate = Promise.withResolvers<{ kind: 'cancelled' }>();
    const cancel = (): void => {
      cancelled += 1;
      gate.resolve({ kind: 'cancelled' });
    };
    return { done: gate.promise, cancel };
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

const order = async (device: Device, id: string, format: string): Promise<JobState> => {
  const body = { audience: 'team', formats: [format], confirmed: [], approvedBy: {} };
  const asked = await asks(`${device.url}/api/consultations/${id}/report/files`, {
    ...device,
    method: 'POST',
    body,
  });
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('"id"')]);
  return asked.json as JobState;
};
const revoke = async (name: string): Promise<void> => {
  const listed = await server.get<Listed[]>('/api/staff/devices');
  const { id } = listed.find((one) => one.name === name) ?? { id: '' };
  expect(await server.send('DELETE', `/api/staff/devices/${id}`)).toEqual({ ok: true });
};
const state = (job: JobState): Promise<JobState> => server.get(`/api/jobs/${job.id}`);
test('T3 what a device ordered is cancelled when its access is taken back, and its files cannot be fetched; what the laptop ordered goes on', async () => {
  const { id } = await consult(server, 'Cut off', ['They listen to me']);
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5])));
  const device = await joinDevice(server, 'facilitator', 'Left on the bus');
  const made = await order(device, id, 'pdf');
  const [file] = (await ended(server, made)).files;
  const fetched = `/api/jobs/${made.id}/files/${encodeURIComponent(file?.name ?? '')}`;
  expect((await asks(device.url + fetched, device)).status).toBe(200);
  const theirs = await order(device, id, 'html');
  const ours = await order(laptop(server), id, 'html');
  expect([await state(theirs), await state(ours)]).toMatchObject([
    { state: 'running' },
    { state: 'running' },
  ]);
  await revoke('Left on the bus');
  expect(cancelled).toBe(1);
  for (const who of [laptop(server), await commandLine(server)]) {
    expect((await asks(who.url + fetched, who)).status).toBe(404);
    expect((await asks(`${who.url}/api/jobs/${theirs.id}`, who)).json).toEqual({ refusal: 'no-such-job' });
  }
  expect((await asks(device.url + fetched, device)).status).toBe(401);
  expect(await state(ours)).toMatchObject({ state: 'running' });
});

test('T3 what a device ordered ends as it signs out; what the laptop ordered does not', async () => {
  const { id } = await consult(server, 'Signed out', ['They listen to me']);
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5])));
  const device = await joinDevice(server, 'facilitator');
  const theirs = await order(device, id, 'html');
  const out = await asks(`${device.url}/api/staff/sign-out`, { ...device, method: 'POST', body: {} });
  expect([out.status, cancelled]).toEqual([200, 1]);
  expect(await state(theirs)).toMatchObject({ refusal: 'no-such-job' });
  const ours = await ended(server, await order(laptop(server), id, 'pdf'));
  await server.send('POST', '/api/staff/sign-out', {});
  const program = await commandLine(server);
  const [file] = ours.files;
  const path = `/api/jobs/${ours.id}/files/${encodeURIComponent(file?.name ?? '')}`;
  expect((await asks(program.url + path, program)).status).toBe(200);
});

test('T3 a locked archive is cut off too', async () => {
  const { id } = await consult(server, 'Cut off', ['They listen to me']);
  const device = await joinDevice(server, 'facilitator', 'Left on the bus');
  const body = JSON.stringify({ passphrase: 'a long enough passphrase for this' });
  const asking = request(`${device.url}/api/consultations/${id}/lock`, {
    method: 'POST',
    headers: {
      ...device.headers,
      'X-Standpoint': '1',
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      Expect: '100-continue',
    },
    rejectUnauthorized: false,
  });
  asking.flushHeaders();
  const cut = once(asking, 'response').then(
    () => 'answered',
    () => 'cut off',
  );
  // It was let in, and waits for the rest.
  await once(asking, 'continue');
  await revoke('Left on the bus');
  asking.end(body);
  expect(await cut).toBe('cut off');
});

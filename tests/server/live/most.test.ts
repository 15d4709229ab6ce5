/** No more people on phones than the facilitator lets in. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('P8 the sixty-first phone stands before a closed door until more are let in; who was in comes back, and paper is no phone', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const person = { groups: [], board: 1, answer: 5, comment: '', audience: 'room', quote: false } as const;
  expect(await desk.socket.emitWithAck('addFor', { ...person, groups: [], person: 1 })).toEqual({ ok: true });
  const waiting = await connectPhone(server, session.code);
  const phones = await Promise.all(Array.from({ length: 60 }, () => joinPhone(server, session.code)));
  expect((await waiting.until((v) => v.doorLocked)).doorLocked).toBe(true);
  expect(await waiting.join()).toMatchObject({ refusal: 'door-locked' });
  expect(await desk.until((v) => v.full)).toMatchObject({
    joined: 61,
    room: { most: 60, doorLocked: false },
  });
  const [first] = phones;
  expect(await first?.join()).toMatchObject({ joined: true });
  expect(await desk.do({ do: 'most', people: 250 })).toEqual({ ok: true });
  await waiting.until((v) => !v.doorLocked);
  expect(isRefusal(await waiting.join())).toBe(false);
  await server.restart();
  const again = await connectConsole(server, session.id);
  expect(again.last()).toMatchObject({ joined: 62, full: false, room: { most: 250 } });
  for (const phone of [...phones, waiting]) phone.close();
});

test('P8 a rehearsal has no such door', async () => {
  const { document } = await openSession(server, ['One']);
  const draft = await server.send<Session>(
    'POST',
    `/api/consultations/${document.consultation.id}/sessions`,
    {},
  );
  const session = await server.send<Session>('POST', `/api/sessions/${draft.id}/rehearse`, { people: 60 });
  const desk = await connectConsole(server, session.id);
  await desk.until((v) => v.joined === 60);
  const phone = await joinPhone(server, session.code);
  expect(await desk.until((v) => v.joined === 61)).toMatchObject({ full: false });
  phone.close();
  await server.send('DELETE', `/api/sessions/${session.id}`);
});

/** What people say of being heard on a shared tablet: sealed with the rest, counted once, beside no answer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConsultationPage } from '../../../core/api.ts';
import type { Packet } from '../../../core/schemaTablet.ts';
import { newToken } from '../../../server/random.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { everyPacket, frontPacket, tabletRoom } from '../../support/tablet.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('WH5 K2 K4 it counts once with the answers or alone, makes nobody of a group, and is left as counts', async () => {
  const room = await tabletRoom(server, ['One'], { mode: 'linked' });
  const { tablet, desk, session } = room;
  await room.openFirst();
  const hand = async (packet: Packet) => {
    const sealed = await tablet.seal(packet);
    const first = await tablet.hand(sealed);
    // Lost on the way back, it comes again.
    expect(await tablet.hand(sealed)).toEqual(first);
    return first;
  };
  const heard = { said: 2, stopped: 'The clock', told: 'x' as const };
  expect(await hand(everyPacket([[1, 4]], { heard }))).toEqual({ ok: true });
  // Whoever left every statement out may say it all the same.
  expect(await hand(everyPacket([], { heard: { said: 1 } }))).toEqual({ ok: true });
  expect(await hand(frontPacket(1, 5))).toEqual({ ok: true });
  const alone = (more: object): Packet => ({ which: 'heard', token: newToken(), heard: more });
  expect(await hand(everyPacket([], { heard: { said: 4 } }))).toMatchObject({
    refusal: 'no-such-answer',
  });
  expect(await hand(everyPacket([], { heard: { told: 'n' } }))).toMatchObject({ refusal: 'no-such-answer' });
  expect(await hand({ ...frontPacket(1, 5), heard } as unknown as Packet)).toMatchObject({
    refusal: 'bad-message',
  });
  await desk.do({ do: 'end' });
  for (let i = 0; i < 3; i += 1)
    expect(await hand(alone({ said: 3, stopped: `Alone ${i}` }))).toEqual({ ok: true });
  const view = await desk.until((v) => v.heard === 5);
  expect(JSON.stringify(view)).not.toMatch(/The clock|Alone/);
  // Saying so makes nobody who took part: there are as many as answered the fullest board, or took a whole turn.
  expect(await room.counts()).toMatchObject({ joined: 2, placed: [2] });
  tablet.close();
  desk.close();
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const { sessions } = await server.get<ConsultationPage>(`/api/consultations/${session.consultation}`);
  expect(sessions.find(({ id }) => id === session.id)?.heard).toMatchObject({
    phone: {
      said: { yes: 1, partly: 1, no: 3, declined: 0 },
      told: { yes: 0, partly: 0, no: 0, unknown: 1 },
    },
    texts: ['Alone 0', 'Alone 1', 'Alone 2', 'The clock'],
  });
});

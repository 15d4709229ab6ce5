/** How many were there: whoever hands in late, by card or on a tablet, takes nobody's place among those who did not answer. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import type { Session } from '../../../core/session.ts';
import { figureIn } from '../../support/figures.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { everyPacket, tabletRoom } from '../../support/tablet.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

async function notAnswered({ consultation, id }: Session): Promise<(number | null)[]> {
  await server.send('POST', `/api/sessions/${id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${consultation}/analysis`);
  return page.statements.map((_, i) => figureIn(page, i, 1).notAnswered);
}

test('F3 F4 three cards that come after the reveal leave the two phones that did not answer', async () => {
  const { session } = await openSession(server, ['One', 'Two']);
  const desk = await connectConsole(server, session.id);
  const phones = await Promise.all(Array.from({ length: 7 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  for (const phone of phones.slice(0, 5)) await phone.place(1, 1, 3);
  await desk.do({ do: 'close', board: 1 });
  expect(await desk.do({ do: 'reveal', board: 1, sure: true, together: true })).toEqual({ ok: true });
  const add = (person: number, board: number, answer: 1 | 5) =>
    desk.socket.emitWithAck('addFor', {
      groups: [],
      comment: '',
      audience: 'room',
      quote: false,
      person,
      board,
      answer,
    });
  for (const person of [1, 2, 3]) await add(person, 1, 5);
  // Entered again it is the same person.
  await add(1, 1, 1);
  await desk.do({ do: 'show', board: 2 });
  await desk.do({ do: 'open', board: 2 });
  // One who comes to an open board only then was not there for the first.
  expect(await add(4, 2, 5)).toEqual({ ok: true });
  await desk.do({ do: 'end' });
  expect(await notAnswered(session)).toEqual([2, 10]);
  for (const phone of phones) phone.close();
  desk.close();
});

test('F3 F4 K2 a tablet that hands over after the end counts its people among those who were there, once', async () => {
  const room = await tabletRoom(server);
  await room.openFirst();
  const { session, desk, tablet } = room;
  const phones = await Promise.all([1, 2].map(() => joinPhone(server, session.code)));
  await desk.do({ do: 'end' });
  const sealed = await tablet.seal(everyPacket([[1, 4]]));
  for (const _ of [1, 2]) expect(await tablet.hand(sealed)).toEqual({ ok: true });
  expect((await notAnswered(session))[0]).toBe(2);
  for (const phone of phones) phone.close();
  tablet.close();
});

test('F3 a card that comes while the session is being finished is refused like any that comes too late', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  const phone = await joinPhone(server, session.code);
  for (const _ of [1, 2]) await desk.do({ do: 'next' });
  await phone.place(1, 1, 3);
  await desk.do({ do: 'end' });
  const said = { comment: '', audience: 'room', quote: false, board: 1, answer: 5 } as const;
  const cards = Array.from({ length: 40 }, (_, i) =>
    desk.socket
      .emitWithAck('addFor', { ...said, groups: [], person: i + 1 })
      .then((ack) => 'ok' in ack)
      .catch(() => false),
  );
  await notAnswered(session);
  const counted = (await Promise.all(cards)).filter(Boolean).length;
  expect(counted).toBeLessThan(40);
  phone.close();
  desk.close();
});

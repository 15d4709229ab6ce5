/** A statement that was accepted while its session runs is asked in that same session, over real sockets and a restart. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConsultationPage, StoredDocument } from '../../../core/api.ts';
import type { ConsoleView } from '../../../core/view.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('SP3 a statement from participants is added to the running session, answered, sealed and counted', async () => {
  const { session, document } = await openSession(server, ['One', 'Two']);
  const { id } = document.consultation;
  const desk = await connectConsole(server, session.id);
  const room = await connectProjector(server, session.id);
  const phones = await Promise.all(Array.from({ length: 5 }, () => joinPhone(server, session.code)));
  const [phone] = phones;
  if (phone === undefined) throw new Error('no phone');
  await desk.do({ do: 'start' });
  expect((await desk.until((v) => v.room.state === 'live')).fresh).toBeUndefined();
  const { revision, consultation } = await server.get<ConsultationPage>(`/api/consultations/${id}`);
  const [first] = consultation.statements;
  if (first === undefined) throw new Error('no statement');
  const from = { who: 'participants' as const, wordings: [], acceptedBy: 'Peer panel' };
  const made = (name: string, text: string) => ({
    ...first,
    id: name,
    wordings: [{ group: null, lang: 'en', text }],
    from,
  });
  const statements = [
    ...consultation.statements,
    made('asked-here', 'I am asked first'),
    made('blank-one', ''),
  ];
  const saved = await server.send<StoredDocument>('PUT', `/api/consultations/${id}`, {
    revision,
    consultation: { ...consultation, statements },
  });
  expect(saved).not.toHaveProperty('refusal');
  // One that is not written yet is not offered.
  expect((await desk.until((v) => v.fresh !== undefined)).fresh).toEqual([
    { id: 'asked-here', text: 'I am asked first', found: [] },
  ]);

  const add = (...ids: string[]) => desk.do({ do: 'add', statements: ids });
  expect(await add('asked-here', 'blank-one')).toMatchObject({
    refusal: 'wrong-state',
    where: 'statements.1',
  });
  expect(await add('asked-here', 'asked-here')).toMatchObject({
    refusal: 'wrong-state',
    where: 'statements.1',
  });
  expect(await add(first.id)).toMatchObject({ refusal: 'wrong-state' });
  expect(await add()).toMatchObject({ refusal: 'bad-message' });
  expect(await add('asked-here')).toEqual({ ok: true });
  const view = await desk.until((v) => v.boards.length === 3);
  expect((await desk.socket.emitWithAck('hello')) as ConsoleView).not.toHaveProperty('fresh');
  expect(view.undo).not.toBe('add');
  expect(await add('asked-here')).toMatchObject({ refusal: 'wrong-state' });

  await desk.do({ do: 'open', board: 3 });
  await phone.until((v) => v.boards.some((b) => b.n === 3 && b.state === 'open'));
  await room.until((v) => JSON.stringify(v).includes('I am asked first'));
  for (const one of phones) expect(await one.place(3, 1, 4)).toBe(1);
  await desk.do({ do: 'undo' });
  await desk.until((v) => v.boards[2]?.placed === 5 && v.boards[2].state !== 'open');

  await server.restart();
  const again = await connectConsole(server, session.id);
  await again.until((v) => v.boards[2]?.placed === 5);
  expect(await again.do({ do: 'end' })).toEqual({ ok: true });
  expect(await again.do({ do: 'add', statements: ['blank-one'] })).toMatchObject({ refusal: 'wrong-state' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const rows = await (await server.fetch(`/api/consultations/${id}/export?table=responses_long`)).text();
  expect(rows.match(/,s03,1,/g)).toHaveLength(5);
  for (const socket of [desk, room, again, ...phones]) socket.close();
});

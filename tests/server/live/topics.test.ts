/** The room's own list over real sockets: who put up what is nowhere, and dots are not shown while people put them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { dotPlace, TOPIC_PLACES } from '../../../core/topics.ts';
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

test('FT1 FT2 FT3 FT4 topics come past the facilitator, dots decide, and nothing of it tells who or outlives the session', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  const wall = await connectProjector(server, session.id);
  const phones = await Promise.all(Array.from({ length: 4 }, () => joinPhone(server, session.code)));
  const [place = 0, other = 0] = TOPIC_PLACES;
  await desk.do({ do: 'start' });
  expect(await phones[0]?.place(place, 1, 1, 'Letters')).toMatchObject({ refusal: 'not-open' });
  await desk.do({ do: 'talk', on: true });
  expect(await phones[0]?.place(place, 1, 1, 'Letters in our own words')).toBe(1);
  expect(await phones[1]?.place(place, 1, 1, 'Visits')).toBe(1);
  expect(await phones[1]?.place(other, 1, 1, 'Rude words about somebody')).toBe(1);
  expect(await phones[2]?.place(place, 1, 1, 'x'.repeat(81))).toMatchObject({ refusal: 'too-long' });
  await desk.do({ do: 'topics', change: { to: 'add', text: 'How today was' } });
  await wall.until((v) => v.talk?.topics?.list.length === 1);
  // Fewer than five are not on the console before collecting is over.
  expect((await desk.until((v) => v.topics?.list.length === 1)).notes).toEqual([]);
  await desk.do({ do: 'topics', change: { to: 'step', step: 'order' } });
  const view = await desk.until((v) => v.notes.length === 3);
  expect(new Set(view.notes.map(({ topic, board }) => `${topic} ${board}`))).toEqual(new Set(['true 0']));
  for (const { id, text } of view.notes)
    await desk.do({ do: 'note', id, to: text.startsWith('Rude') ? 'hide' : 'show' });
  const listed = await wall.until((v) => v.talk?.topics?.list.length === 3);
  expect(JSON.stringify(listed)).not.toContain('Rude');
  const number = (text: string): number =>
    listed.talk?.topics?.list.find((topic) => topic.text.startsWith(text))?.n ?? 0;
  const [letters, visits, today] = [number('Letters'), number('Visits'), number('How')];

  for (const [i, phone] of phones.entries())
    expect(await phone.place(dotPlace(i === 0 ? today : visits), 1, i === 0 ? 3 : 1)).toBe(1);
  expect(await phones[1]?.place(dotPlace(letters), 1, 3)).toMatchObject({ refusal: 'no-such-answer' });
  expect(await phones[1]?.place(dotPlace(letters), 1, 2)).toBe(1);
  expect(await phones[3]?.place(dotPlace(visits), 2, null)).toBe(2);
  expect((await phones[1]?.hello())?.me.mine).toContainEqual([dotPlace(letters), 1, 2, '', 0]);
  const during = await phones[3]?.hello();
  expect(JSON.stringify(during?.view)).not.toContain('dots');
  const ordering = await desk.until((v) => v.topics?.list.length === 3);
  expect(ordering.topics?.list.map(({ dots }) => dots)).toEqual([null, null, null]);
  const live = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const tags = live.prepare('SELECT tag FROM response').pluck().all() as string[];
  live.close();
  expect(tags.length).toBeGreaterThanOrEqual(8);
  expect(new Set(tags).size).toBe(tags.length);

  await desk.do({ do: 'topics', change: { to: 'step', step: 'talk' } });
  const ordered = await wall.until((v) => v.talk?.topics?.step === 'talk');
  expect(ordered.talk?.topics?.list.map(({ n }) => n)).toEqual(
    [today, letters, visits].toSorted((a, b) => dotsOf(b) - dotsOf(a) || a - b),
  );
  function dotsOf(n: number): number {
    return n === today ? 3 : 2;
  }
  // How many each has is the facilitator's; the room has the order alone.
  expect(JSON.stringify(ordered)).not.toContain('dots');
  const counted = await desk.until((v) => v.topics?.step === 'talk');
  expect(counted.topics?.list.map(({ n, dots: has }) => [n, has])).toContainEqual([today, 3]);
  await desk.do({ do: 'topics', change: { to: 'at', n: today } });
  await desk.do({ do: 'topics', change: { to: 'at', n: letters } });
  const talked = await wall.until((v) => v.talk?.topics?.at === letters);
  expect(talked.talk?.topics?.list.find(({ n }) => n === today)?.done).toBe(true);
  expect(JSON.stringify(talked)).not.toMatch(/seconds|minutes/);

  // Who leaves takes a topic along, with the next list, however it was mended.
  const mended = 'Home visits, as we mended it';
  await desk.do({ do: 'topics', change: { to: 'text', n: visits, text: mended } });
  await wall.until((v) => v.talk?.topics?.list.some(({ text }) => text === mended) === true);
  const roomKept = (): string => {
    const file = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
    const kept = JSON.stringify(file.prepare('SELECT * FROM room').all());
    file.close();
    return kept;
  };
  expect(roomKept()).toContain(mended);
  expect(await phones[1]?.leave()).toEqual({ ok: true });
  await desk.do({ do: 'topics', change: { to: 'step', step: 'collect' } });
  await desk.do({ do: 'topics', change: { to: 'step', step: 'talk' } });
  await wall.until((v) => v.talk?.topics?.list.every(({ n }) => n !== visits) === true);
  expect(roomKept()).not.toContain(mended);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const main = new Database(join(server.folder, 'standpoint.db'), { readonly: true });
  expect(main.prepare('SELECT count(*) FROM response').pluck().get()).toBe(0);
  expect(main.prepare('SELECT count(*) FROM point').pluck().get()).toBe(0);
  main.close();
  for (const socket of [desk, wall, ...phones]) socket.close();
});

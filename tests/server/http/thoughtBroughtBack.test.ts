/** Thoughts from phones that the team removed and brings back, beside what their writers did meanwhile. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fieldsOf } from '../../../client/console/talk/mirror.ts';
import type { ToldPage as StudiesPage } from '../../../core/caseStudies/api.ts';
import type { Outcome, PointChange } from '../../../core/talk/change.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import type { Point } from '../../../core/talk/types.ts';
import type { Store } from '../../../server/store/store.ts';
import { MainDb } from '../../../server/store/sqlite/mainDb.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { join } from 'node:path';
import { connectConsole, startServer, type TestServer } from '../../support/server.ts';
import { correction } from '../../support/studies.ts';
import { edit, removal } from '../../support/talk.ts';
import { thoughtRoom } from '../../support/thoughtRoom.ts';

let store: Store | undefined;
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ wrap: (made) => (store = made) });
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** A room of six that ends when it is told to; each has had one thought, and all of them are noted. */
async function thought() {
  const { id, session, desk, phones } = await thoughtRoom(server, (i) => `thought ${i}`);
  const view = await desk.until((v) => v.notes.filter((n) => n.thought === true).length >= 5);
  for (const note of view.notes.filter((n) => n.thought === true))
    await desk.do({ do: 'note', id: note.id, to: 'show' });
  const codes: string[] = [];
  for (const phone of phones) {
    const made = await phone.code();
    codes.push('code' in made ? made.code : '');
  }
  const points = async () => (await server.get<TalkPage>(`/api/sessions/${session.id}/talk`)).points;
  const find = async (i: number): Promise<Point | undefined> =>
    (await points()).find(({ text }) => text === `thought ${i}`);
  return {
    id,
    session: session.id,
    desk,
    phones,
    points,
    find,
    /** The change by which the team makes it, which it takes back. */
    made: async (i: number): Promise<PointChange> => {
      const one = await find(i);
      const set = one === undefined ? null : fieldsOf(one);
      return { id: '', of: 'point', key: one?.id ?? '', session: session.id, was: null, set };
    },
    talk: async (...changes: PointChange[]): Promise<Outcome['is'][]> => {
      const ids = changes.map((change) => ({ ...change, id: `c${(changed += 1)}` }));
      const done = await store?.talk.change(id, ids);
      return Array.isArray(done) ? done.map((one: Outcome) => one.is) : [];
    },
    seal: async () => {
      await desk.do({ do: 'end' });
      await server.send('POST', `/api/sessions/${session.id}/seal`, {});
      for (const socket of [desk, ...phones]) socket.close();
    },
    takeOut: async (i: number, what: 'all' | 'quote') =>
      expect(await server.send('POST', '/j/takeout', { code: codes[i], what })).toEqual({ ok: true }),
  };
}
let changed = 0;

test('TP5 W3 TK3 what a writer took out by a code is brought back by no undo of the team, whoever removed it and when', async () => {
  const room = await thought();
  await room.seal();
  const [first, second, third] = [await room.made(0), await room.made(1), await room.made(2)];
  expect(await room.talk(removal(first), removal(second))).toEqual(['done', 'done']);
  await room.takeOut(0, 'all');
  // That was there, as the team sees it: a window that has not heard removes it, and takes that back.
  await room.takeOut(2, 'all');
  expect(await room.talk(removal(third))).toEqual(['done']);
  expect(await room.talk(first, second, third)).toEqual(['gone', 'done', 'gone']);
  expect(
    await room.talk(first, edit(first.key, { text: 'thought 0' }, { text: 'x' }, first.session)),
  ).toEqual(['gone', 'gone']);
  expect((await room.points()).map(({ text }) => text).toSorted()).toEqual(
    [1, 3, 4, 5].map((i) => `thought ${i}`),
  );
  // The one that stands with its writer came back whole.
  expect(await room.made(1)).toEqual(second);
  const main = new MainDb(openDatabase(join(server.folder, 'standpoint.db')));
  const marks = await main.query
    .selectFrom('talk_done')
    .select('id')
    .where('id', 'like', '%.phone-%')
    .execute();
  main.raw.close();
  const of = (key: string) => marks.filter(({ id }) => id.endsWith(key)).map(({ id }) => id.split('.')[0]);
  expect([of(first.key), of(third.key)]).toEqual([[], []]);
  expect(of(second.key)).toContain('may');
});

test('TP5 TP4 what somebody took along as they left is not brought back once the session is counted', async () => {
  const room = await thought();
  // Of six that are there five may be shown, whichever they are.
  const [goes = 0, stays = 0] = (await room.points()).map(({ text }) => Number(text.at(-1)));
  const [first, second] = [await room.made(goes), await room.made(stays)];
  await room.talk(removal(first), removal(second));
  expect(await room.phones[goes]?.leave()).toEqual({ ok: true });
  await room.seal();
  expect(await room.talk(first, second)).toEqual(['gone', 'done']);
  const texts = (await room.points()).map(({ text }) => text);
  expect([goes, stays].map((i) => texts.includes(`thought ${i}`))).toEqual([false, true]);
});

test('TP5 TP4 nor while the session runs, once it is gone from the console', async () => {
  const room = await thought();
  const [goes = 0, stays = 0] = (await room.points()).map(({ text }) => Number(text.at(-1)));
  const made = [await room.made(goes), await room.made(stays)];
  const hand = async (...changes: PointChange[]) => {
    const ids = changes.map((change) => ({ ...change, id: `h${(changed += 1)}` }));
    const done = await server.send<{ outcomes: Outcome[] }>('POST', `/api/sessions/${room.session}/talk`, {
      changes: ids,
    });
    return done.outcomes.map(({ is }) => is);
  };
  expect(await hand(...made.map(removal))).toEqual(['done', 'done']);
  expect(await room.phones[goes]?.leave()).toEqual({ ok: true });
  // The talk closes: whatever was taken back leaves the console.
  await room.desk.do({ do: 'next', sure: true });
  await room.desk.until((view) => !view.notes.some(({ text }) => text === `thought ${goes}`));
  expect(await hand(...made)).toEqual(['gone', 'done']);
  expect(await room.find(goes)).toBeUndefined();
  await room.seal();
});

test('TP4 one that the scribe removed stays so when the program is started again', async () => {
  const room = await thought();
  const [goes = 0] = (await room.points()).map(({ text }) => Number(text.at(-1)));
  expect(await room.talk(removal(await room.made(goes)))).toEqual(['done']);
  room.desk.close();
  await server.restart();
  const again = await connectConsole(server, room.session);
  await again.do({ do: 'next', sure: true });
  expect((await room.points()).length).toBeGreaterThan(3);
  expect(await room.find(goes)).toBeUndefined();
  again.close();
});

test('TP5 W4 a yes to being quoted that was taken back, or never said, no change of the team gives', async () => {
  const room = await thought();
  await room.phones[2]?.quote(false);
  await room.seal();
  const [first, second, third] = [await room.made(0), await room.made(1), await room.made(2)];
  expect([first, second, third].map(({ set }) => set?.mayQuote)).toEqual([true, true, false]);
  const quote = (of: PointChange, mayQuote: boolean) =>
    edit(of.key, { mayQuote: !mayQuote }, { mayQuote }, of.session);
  // What the team alone has changed it takes back.
  expect(await room.talk(quote(second, false), quote(second, true))).toEqual(['done', 'done']);
  await room.talk(removal(first), quote(second, false));
  for (const i of [0, 1]) await room.takeOut(i, 'quote');
  expect(await room.talk(first, quote(second, true), quote(third, true))).toEqual([
    'done',
    'differs',
    'differs',
  ]);
  const points = await Promise.all([0, 1, 2].map((i) => room.find(i)));
  expect(points.map((one) => one?.mayQuote)).toEqual([false, false, false]);
});

test('TP5 RB3 what was corrected of a thought does not come back with its words once the thought was taken out', async () => {
  const room = await thought();
  await room.seal();
  const { key } = await room.made(0);
  const about = { about: 'point', of: key, ofSession: room.session, was: 'thought 0' } as const;
  const path = `/api/consultations/${room.id}/case-studies`;
  const noted = correction('c', about);
  await server.send('POST', path, { changes: [noted] });
  await server.send('POST', path, { changes: [{ ...noted, id: 'away', was: noted.set, set: null }] });
  await room.takeOut(0, 'all');
  const { outcomes } = await server.send<{ outcomes: Outcome[] }>('POST', path, {
    changes: [{ ...noted, id: 'undone' }],
  });
  expect(outcomes).toEqual([{ id: 'undone', is: 'gone' }]);
  expect((await server.get<StudiesPage>(path)).corrections).toEqual([]);
});

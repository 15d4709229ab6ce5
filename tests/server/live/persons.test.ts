/** What one person may ask, however many sockets they open; and what the facilitator waits for. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LIMITS, RATES } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { makeTurns } from '../../../server/live/turns.ts';
import { codeFor } from '../../../server/use/laterCodes.ts';
import type { Who } from '../../../server/use/joinSession.ts';
import type { Running } from '../../../server/use/running.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const open = (phones: readonly Phone[]): number => phones.filter((p) => p.socket.connected).length;

test('P4 what one person may ask does not grow with their sockets, nor by connecting again', async () => {
  const { session } = await openSession(server);
  const me = await joinPhone(server, session.code);
  const begun = performance.now();
  const answers: unknown[] = [];
  for (let round = 0; round < 6; round += 1) {
    const tab = await connectPhone(server, session.code, me.token);
    answers.push(...(await Promise.all([tab.code(), tab.code(), tab.quote(true)])));
    tab.close();
  }
  const through = answers.filter((a) => !isRefusal(a)).length;
  const seconds = (performance.now() - begun) / 1000;
  expect(through).toBeLessThanOrEqual(RATES.joinBurst + seconds * RATES.joinPerSecond);
  const tabs = await Promise.all(
    Array.from({ length: 4 }, () => connectPhone(server, session.code, me.token)),
  );
  const hellos = tabs.flatMap((tab) => Array.from({ length: 40 }, () => tab.socket.emitWithAck('hello')));
  expect((await Promise.all(hellos)).filter((a) => 'refusal' in a).length).toBeGreaterThan(60);
  // Nobody else is held back by that.
  const other = await joinPhone(server, session.code);
  expect(await other.code()).toHaveProperty('code');
  for (const phone of [me, other, ...tabs]) phone.close();
});

test('P4 a person has so many sockets and no more: the oldest is told and closed, and nobody else’s', async () => {
  const { session } = await openSession(server);
  const other = await joinPhone(server, session.code);
  const me = await joinPhone(server, session.code);
  const tabs: Phone[] = [];
  for (let i = 1; i < LIMITS.socketsPerPerson; i += 1)
    tabs.push(await connectPhone(server, session.code, me.token));
  expect(open([me, ...tabs])).toBe(LIMITS.socketsPerPerson);
  const told: string[] = [];
  for (const [i, phone] of [me, other, ...tabs].entries())
    phone.socket.once('elsewhere', () => void told.push(`elsewhere ${i}`));
  const closed = new Promise((done) => me.socket.once('disconnect', done));
  tabs.push(await connectPhone(server, session.code, me.token));
  await closed;
  expect(told).toEqual(['elsewhere 0']);
  expect([open([me]), open(tabs), open([other])]).toEqual([0, LIMITS.socketsPerPerson, 1]);
  for (const phone of [other, ...tabs]) phone.close();
});

test('W2 P4 people who come and go do not drive up what the projector says for good, and one who goes is not shown', async () => {
  const { session } = await openSession(server, ['One', 'Two'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const stay = await Promise.all([joinPhone(server, session.code), joinPhone(server, session.code)]);
  const go = await Promise.all(Array.from({ length: 9 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'next' });
  await desk.until((v) => v.joined === 11);
  const joined = async (people: number): Promise<number | null | undefined> =>
    (await desk.until((v) => v.joined === people && v.projector.board !== undefined)).projector.joined;
  await Promise.all(go.slice(0, 4).map((p) => p.leave()));
  await desk.do({ do: 'show', board: 2 });
  // So few are not shown, with the next statement either.
  expect(await joined(7)).toBe(11);
  await Promise.all(go.slice(4).map((p) => p.leave()));
  expect(await joined(2)).toBe(11);
  await desk.do({ do: 'show', board: 1 });
  expect((await desk.until((v) => v.projector.joined !== 11)).projector.joined).toBe(2);
  for (const phone of stay) phone.close();
  desk.close();
}, 20_000);

test('W2 P4 whoever comes, places and leaves again and again piles up no more post-its than there are people', async () => {
  const { session } = await openSession(server);
  const desk = await connectConsole(server, session.id);
  const stay = await Promise.all(Array.from({ length: 10 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  for (const phone of stay) await phone.place(1, 1, 3);
  for (let i = 0; i < 4; i += 1) {
    const phone = await joinPhone(server, session.code);
    await phone.place(1, 1, 1);
    await phone.leave();
    phone.close();
  }
  const { projector } = await desk.until((v) => v.joined === 10 && v.boards[0]?.placed === 10);
  expect([projector.joined, projector.board?.pile]).toEqual([11, 11]);
  // Nor does the wall say less than was placed.
  await stay[0]?.leave();
  const after = await desk.until((v) => v.joined === 9);
  expect([after.projector.joined, after.projector.board?.pile]).toEqual([11, 11]);
  for (const phone of stay) phone.close();
  desk.close();
}, 20_000);

test('P4 a command of the console waits for no codes, and one card is not given to two', async () => {
  let written: () => void = () => undefined;
  const saving = new Promise<void>((done) => (written = done));
  const running = {
    closed: false,
    people: new Map([
      ['a', {}],
      ['b', {}],
    ]),
    turn: Promise.resolve('free'),
    store: { findCode: () => ({ is: 'card' }), saveCode: () => saving, hasLeft: () => false },
    leaving: new Set(),
  } as unknown as Running;
  const who = (hash: string) => ({ token: hash, hash, card: false, tags: new Map() }) satisfies Who;
  const first = codeFor(running, who('a'), 'BCDF 2345 GHJK');
  expect(await running.turn).toBe('free');
  expect(await codeFor(running, who('b'), 'BCDF 2345 GHJK')).toEqual({
    refusal: 'card-taken',
    where: 'card',
  });
  written();
  expect(await first).toEqual({ code: 'BCDF2345GHJK' });
});

test('P4 so many at a time, in the order in which they came, also when one of them fails', async () => {
  const inTurn = makeTurns(3);
  let underWay = 0;
  let most = 0;
  const order: number[] = [];
  const works = Array.from({ length: 20 }, (_, i) =>
    inTurn(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      order.push(i);
      await nextTurn();
      underWay -= 1;
      if (i % 4 === 0) throw new Error('no');
    }).catch(() => undefined),
  );
  await Promise.all(works);
  expect([most, order]).toEqual([3, Array.from({ length: 20 }, (_, i) => i)]);
});

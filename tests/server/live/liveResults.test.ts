/** Results that move while people place, over real sockets and a restart. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ProjectorView } from '../../../core/view.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ liveGap: { least: 1, jitter: 1 } });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const figureOf = (view: ProjectorView | undefined) => view?.board?.live?.figure ?? null;
const countsOf = (view: ProjectorView | undefined): number[] => {
  const figure = figureOf(view);
  return figure === null ? [] : [...figure.counts, figure.declined.n, figure.declined.x];
};

/** An open board with so many people, and every live picture that its projector got. */
async function openBoard(people: number, live = true) {
  const { session } = await openSession(server, ['One', 'Two']);
  const desk = await connectConsole(server, session.id);
  const wall = await connectProjector(server, session.id);
  const pictures: number[][] = [];
  wall.socket.on('view', (view) => {
    const counts = countsOf(view);
    if (counts.length > 0 && String(counts) !== String(pictures.at(-1))) pictures.push(counts);
  });
  const phones: Phone[] = [];
  for (let i = 0; i < people; i += 1) phones.push(await joinPhone(server, session.code));
  if (live) await desk.do({ do: 'screen', change: { live: true } });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await Promise.all(phones.map((p) => p.until((v) => v.boards[0]?.state === 'open')));
  return { session, desk, wall, phones, pictures };
}

test('H9 they move in steps of at least five people, and every answer is there at the reveal', async () => {
  const { desk, wall, phones, pictures } = await openBoard(24);
  for (const [i, phone] of phones.entries()) {
    await phone.place(1, 1, (i % 5) + 1);
    // Nine differ: still nothing.
    if (i === 8) expect(pictures).toEqual([]);
  }
  await wall.until((v) => (figureOf(v)?.n ?? 0) >= 10);
  for (const [i, now] of pictures.entries()) {
    const before = pictures[i - 1] ?? now.map(() => 0);
    expect(now.reduce((n, c, j) => n + Math.abs(c - (before[j] ?? 0)), 0)).toBeGreaterThanOrEqual(5);
  }
  // The console sees what the projector sees, and no more.
  const seen = await desk.until((v) => v.boards[0]?.placed === 24);
  expect(seen.boards[0]?.result).toBeNull();
  expect(figureOf(seen.projector)?.n ?? 0).toBeLessThanOrEqual(19);
  expect(JSON.stringify(phones[0]?.last())).not.toContain('figure');

  await desk.do({ do: 'next' });
  expect(figureOf(await wall.until((v) => v.board?.state === 'closed'))).toEqual(figureOf(wall.last()));
  await desk.do({ do: 'next' });
  const shown = await wall.until((v) => v.board?.result != null);
  expect(shown.board).toMatchObject({ live: null, result: { whole: { counts: [5, 5, 5, 5, 4] } } });

  // Opened again, one person's change of mind is nobody's to see.
  await desk.do({ do: 'reopen', board: 1 });
  const again = await wall.until((v) => v.board?.state === 'open' && v.board.live !== null);
  expect(countsOf(again)).toEqual([5, 5, 5, 5, 4, 0, 0]);
  await phones[0]?.place(1, 2, 5);
  await wall.until((v) => v.v > again.v);
  expect(countsOf(wall.last())).toEqual([5, 5, 5, 5, 4, 0, 0]);
});

test('H7 H9 where the same is shown again, live results go on from that and not from what a few changed since', async () => {
  const { desk, wall, phones } = await openBoard(12);
  for (const phone of phones) await phone.place(1, 1, 4);
  await desk.do({ do: 'close', board: 1 });
  await desk.do({ do: 'reveal', board: 1 });
  await desk.do({ do: 'reopen', board: 1 });
  await phones[0]?.place(1, 2, 1);
  await desk.do({ do: 'close', board: 1 });
  expect(await desk.do({ do: 'reveal', board: 1, again: 'same' })).toEqual({ ok: true });
  await wall.until((v) => v.board?.state === 'revealed');
  await desk.do({ do: 'reopen', board: 1 });
  const again = await wall.until((v) => v.board?.state === 'open' && figureOf(v) !== null);
  expect(countsOf(again)).toEqual([0, 0, 0, 12, 0, 0, 0]);
});

test('H9 what was shown last is shown again after a restart, and goes on from there', async () => {
  const { session, wall, phones } = await openBoard(22);
  await Promise.all(phones.slice(0, 12).map((p) => p.place(1, 1, 4)));
  const before = countsOf(await wall.until((v) => figureOf(v) !== null));
  wall.close();
  await server.restart();
  // A server that closes may say so before the line ends; the client of the tests stays away then, as phones do not.
  for (const phone of phones) phone.socket.connect();
  const after = await connectProjector(server, session.id);
  expect(countsOf(await after.until((v) => figureOf(v) !== null))).toEqual(before);
  for (const phone of phones.slice(12)) await phone.place(1, 1, 2);
  await after.until((v) => (figureOf(v)?.counts[1] ?? 0) > 0);
  after.close();
});

test('H1 where it was not chosen nothing of it is sent', async () => {
  const { desk, wall, phones, pictures } = await openBoard(12, false);
  await Promise.all(phones.map((p) => p.place(1, 1, 4)));
  await wall.until((v) => v.board?.pile === 12);
  expect(wall.last()?.board?.live).toBeNull();
  expect(pictures).toEqual([]);
  expect((await desk.until((v) => v.boards[0]?.placed === 12)).projector.board?.live).toBeNull();
});

/** What a shared tablet hands over late, and what the console sees of tablets. */
import { expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { newToken } from '../../../server/random.ts';
import { figureIn } from '../../support/figures.ts';
import { connectProjector, joinPhone } from '../../support/server.ts';
import { everyPacket, frontPacket, joinTablet } from '../../support/tablet.ts';
import { OK, tabletHall } from '../../support/tabletHall.ts';

const hall = tabletHall();

test('K3 late as a card may be: closed, revealed, paused and after the end; never opened: not taken, and not lost', async () => {
  await hall.begin();
  await hall.openFirst();
  const hand = async (board: number): Promise<unknown> => hall.give(everyPacket([[board, 4]]));
  expect(await hand(1)).toEqual(OK);
  await hall.desk.do({ do: 'pause', on: true });
  expect(await hand(1)).toEqual(OK);
  await hall.desk.do({ do: 'pause', on: false });
  await hall.desk.do({ do: 'close', board: 1 });
  expect(await hand(1)).toEqual(OK);
  await hall.desk.do({ do: 'reveal', board: 1, sure: true });
  expect(await hand(1)).toEqual(OK);
  const view = await hall.desk.socket.emitWithAck('hello');
  const whole = isRefusal(view) ? null : view.boards[0]?.result?.whole;
  // What was shown is a snapshot: the late one is in it from the next reveal on.
  expect([whole?.n, await hall.placed(1)]).toEqual([3, 4]);
  const early = await hall.tablet.seal(everyPacket([[2, 5]]));
  expect(await hall.tablet.hand(early)).toMatchObject({ refusal: 'not-open' });
  expect(await hall.joined()).toBe(4);
  await hall.desk.do({ do: 'show', board: 2 });
  await hall.desk.do({ do: 'open', board: 2 });
  expect(await hall.tablet.hand(early)).toEqual(OK);
  await hall.desk.do({ do: 'end' });
  expect(await hand(1)).toEqual(OK);
  expect([await hall.joined(), await hall.placed(1), await hall.placed(2)]).toEqual([6, 5, 1]);
});

test('K3 K4 F4 whoever answered the one in front and was handed over after the reveal was there, on every statement', async () => {
  await hall.begin();
  const { desk, session, server } = hall;
  const phone = await joinPhone(server, session.code);
  const screen = await connectProjector(server, session.id);
  const give = async (board: number, times: number): Promise<void> => {
    for (let i = 0; i < times; i += 1) expect(await hall.give(frontPacket(board, 4))).toEqual(OK);
  };
  await hall.openFirst();
  await give(1, 3);
  await desk.do({ do: 'reveal', board: 1, sure: true });
  await give(1, 2);
  await screen.until((v) => v.joined === 6);
  await desk.do({ do: 'open', board: 2 });
  await give(2, 6);
  await desk.do({ do: 'reveal', board: 2, sure: true });
  await give(1, 2);
  const again = await hall.tablet.seal(frontPacket(1, 4));
  expect([await hall.tablet.hand(again), await hall.tablet.hand(again)]).toEqual([OK, OK]);
  expect(await hall.joined()).toBe(9);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${session.consultation}/analysis`);
  expect(page.statements.map((s) => s.eligible.map(([, , , n]) => n))).toEqual([[9], [9]]);
  expect([0, 1].map((i) => figureIn(page, i).notAnswered)).toEqual([1, 3]);
  screen.close();
  phone.close();
});

test('K3 H1 a tablet is shown every board that was opened and no result, of two rounds both', async () => {
  await hall.begin(['One is true', 'Two is true'], {}, (doc) => {
    Object.assign(doc, { rounds: 2 });
  });
  expect(hall.tablet.hello.view.boards).toEqual([]);
  await hall.openFirst();
  const open = await hall.tablet.until((view) => view.boards[0]?.state === 'open');
  expect(open.boards.map(({ n, round }) => [n, round])).toEqual([[1, 1]]);
  await hall.give(everyPacket([[1, 4, 'Said in the room']]));
  await hall.desk.do({ do: 'close', board: 1 });
  await hall.desk.do({ do: 'reveal', board: 1, sure: true });
  const revealed = await hall.tablet.until((view) => view.boards[0]?.state === 'revealed');
  expect(JSON.stringify(revealed)).not.toMatch(/result|counts|Said in the room/);
  const all = await hall.desk.socket.emitWithAck('hello');
  const second = isRefusal(all) ? undefined : all.boards.find((b) => b.round === 2 && b.number === 1);
  expect(second?.n).toBeGreaterThan(1);
  await hall.desk.do({ do: 'show', board: second?.n ?? 0 });
  await hall.desk.do({ do: 'open', board: second?.n ?? 0 });
  const later = await hall.tablet.until((view) => view.boards.some((b) => b.round === 2));
  expect(later.boards.map(({ number, round }) => [number, round])).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

test('K9 the console sees how many tablets there are and what waits on them, and nothing else of them', async () => {
  await hall.begin();
  await hall.tablet.post('/api/staff/tablet/lock', { which: 'every' });
  const second = await joinTablet(hall.server, hall.session.id);
  await hall.tablet.socket.emitWithAck('queue', 3);
  await second.socket.emitWithAck('queue', 2);
  const view = await hall.desk.until(({ tablets }) => tablets.waiting === 5);
  expect(view.tablets).toEqual({ here: 2, away: 0, waiting: 5 });
  expect(await second.socket.emitWithAck('queue', -1)).toMatchObject({ refusal: 'bad-message' });
  // The locked one may hold answers while it is away; the other was not given to anybody.
  hall.tablet.close();
  second.close();
  const away = await hall.desk.until(({ tablets }) => tablets.here === 0);
  expect(away.tablets).toEqual({ here: 0, away: 1, waiting: 0 });
  expect(JSON.stringify(away)).not.toContain('A tablet');
});

test('K9 T3 a tablet whose access is taken back is let in no more, and hands nothing over', async () => {
  await hall.begin();
  await hall.openFirst();
  const sealed = await hall.tablet.seal(everyPacket([[1, 4]], { token: newToken() }));
  const devices = await hall.server.get<{ id: string; role: string }[]>('/api/staff/devices');
  const gone = new Promise((done) => hall.tablet.socket.once('disconnect', done));
  await hall.server.send('DELETE', `/api/staff/devices/${devices.find((d) => d.role === 'tablet')?.id}`);
  await gone;
  expect(await hall.tablet.hand(sealed)).toMatchObject({ refusal: 'not-allowed-here' });
  expect(await hall.placed(1)).toBe(0);
});

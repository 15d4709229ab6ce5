/** What a shared tablet hands over late, and what the console sees of tablets. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { newToken } from '../../../server/random.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import {
  everyPacket,
  joinTablet,
  tabletRoom,
  type TabletRoom,
  type TestTablet,
} from '../../support/tablet.ts';

let server: TestServer;
let session: Session;
let desk: TabletRoom['desk'];
let tablet: TestTablet;
let room: TabletRoom;

async function begin(...wanted: Parameters<typeof tabletRoom> extends [unknown, ...infer R] ? R : never) {
  room = await tabletRoom(server, ...wanted);
  ({ session, desk, tablet } = room);
}
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  tablet?.close();
  await server.stop();
});

const openFirst = (): Promise<void> => room.openFirst();
const placed = async (n: number): Promise<number | undefined> => (await room.counts()).placed[n - 1];
const joined = async (): Promise<number> => (await room.counts()).joined;
const OK = { ok: true };

test('K3 late as a card may be: closed, revealed, paused and after the end; never opened: not taken, and not lost', async () => {
  await begin();
  await openFirst();
  const hand = async (board: number): Promise<unknown> =>
    tablet.hand(await tablet.seal(everyPacket([[board, 4]])));
  expect(await hand(1)).toEqual(OK);
  await desk.do({ do: 'pause', on: true });
  expect(await hand(1)).toEqual(OK);
  await desk.do({ do: 'pause', on: false });
  await desk.do({ do: 'close', board: 1 });
  expect(await hand(1)).toEqual(OK);
  await desk.do({ do: 'reveal', board: 1, sure: true });
  expect(await hand(1)).toEqual(OK);
  const view = await desk.socket.emitWithAck('hello');
  const whole = isRefusal(view) ? null : view.boards[0]?.result?.whole;
  // What was shown is a snapshot: the late one is in it from the next reveal on.
  expect([whole?.n, await placed(1)]).toEqual([3, 4]);
  const early = await tablet.seal(everyPacket([[2, 5]]));
  expect(await tablet.hand(early)).toMatchObject({ refusal: 'not-open' });
  expect(await joined()).toBe(4);
  await desk.do({ do: 'show', board: 2 });
  await desk.do({ do: 'open', board: 2 });
  expect(await tablet.hand(early)).toEqual(OK);
  await desk.do({ do: 'end' });
  expect(await hand(1)).toEqual(OK);
  expect([await joined(), await placed(1), await placed(2)]).toEqual([6, 5, 1]);
});

test('K3 H1 a tablet is shown every board that was opened and no result, of two rounds both', async () => {
  await begin(['One is true', 'Two is true'], {}, (doc) => {
    Object.assign(doc, { rounds: 2 });
  });
  expect(tablet.hello.view.boards).toEqual([]);
  await openFirst();
  const open = await tablet.until((view) => view.boards[0]?.state === 'open');
  expect(open.boards.map(({ n, round }) => [n, round])).toEqual([[1, 1]]);
  await tablet.hand(await tablet.seal(everyPacket([[1, 4, 'Said in the room']])));
  await desk.do({ do: 'close', board: 1 });
  await desk.do({ do: 'reveal', board: 1, sure: true });
  const revealed = await tablet.until((view) => view.boards[0]?.state === 'revealed');
  expect(JSON.stringify(revealed)).not.toMatch(/result|counts|Said in the room/);
  const all = await desk.socket.emitWithAck('hello');
  const second = isRefusal(all) ? undefined : all.boards.find((b) => b.round === 2 && b.number === 1);
  expect(second?.n).toBeGreaterThan(1);
  await desk.do({ do: 'show', board: second?.n ?? 0 });
  await desk.do({ do: 'open', board: second?.n ?? 0 });
  const later = await tablet.until((view) => view.boards.some((b) => b.round === 2));
  expect(later.boards.map(({ number, round }) => [number, round])).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

test('K9 the console sees how many tablets there are and what waits on them, and nothing else of them', async () => {
  await begin();
  await tablet.post('/api/staff/tablet/lock', { which: 'every' });
  const second = await joinTablet(server, session.id);
  await tablet.socket.emitWithAck('queue', 3);
  await second.socket.emitWithAck('queue', 2);
  const view = await desk.until(({ tablets }) => tablets.waiting === 5);
  expect(view.tablets).toEqual({ here: 2, away: 0, waiting: 5 });
  expect(await second.socket.emitWithAck('queue', -1)).toMatchObject({ refusal: 'bad-message' });
  // The locked one may hold answers while it is away; the other was not given to anybody.
  tablet.close();
  second.close();
  const away = await desk.until(({ tablets }) => tablets.here === 0);
  expect(away.tablets).toEqual({ here: 0, away: 1, waiting: 0 });
  expect(JSON.stringify(away)).not.toContain('A tablet');
});

test('K9 T3 a tablet whose access is taken back is let in no more, and hands nothing over', async () => {
  await begin();
  await openFirst();
  const sealed = await tablet.seal(everyPacket([[1, 4]], { token: newToken() }));
  const devices = await server.get<{ id: string; role: string }[]>('/api/staff/devices');
  const gone = new Promise((done) => tablet.socket.once('disconnect', done));
  await server.send('DELETE', `/api/staff/devices/${devices.find((d) => d.role === 'tablet')?.id}`);
  await gone;
  expect(await tablet.hand(sealed)).toMatchObject({ refusal: 'not-allowed-here' });
  expect(await placed(1)).toBe(0);
});

/** A phone that does not read: of what takes the place of what was before, the newest waits alone. */
import { expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { ShortWay } from '../../../server/live/shortWay.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
} from '../../support/server.ts';

const versionOf = (packet: string): number | null => {
  const at = packet.indexOf('["view",');
  if (!packet.startsWith('42') || at === -1) return null;
  return (JSON.parse(packet.slice(at)) as [string, { v: number }])[1].v;
};

test('F10 whoever does not read is sent the newest view when they do, and not each one that was before it', async () => {
  const server = await startServer();
  // Views so large that a few of them fill what the system keeps for a connection.
  const statements = Array.from({ length: 400 }, (_, n) => `${n} ${'字'.repeat(390)}`);
  const { session } = await openSession(server, statements, { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const [well, other] = [await joinPhone(server, session.code), await joinPhone(server, session.code)];
  await desk.do({ do: 'start' });
  await desk.do({ do: 'next' });
  await well.until((view) => view.boards.length === statements.length);
  other.close();
  await desk.until((view) => view.connected === 1);
  const slow = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const seen: number[] = [];
  let told = Promise.withResolvers<void>();
  slow.on('message', (data) => {
    const packet = (data as Buffer).toString();
    if (packet.startsWith('0')) slow.send(`40${JSON.stringify({ code: session.code, token: other.token })}`);
    const v = versionOf(packet);
    if (v !== null) seen.push(v);
    told.resolve();
    told = Promise.withResolvers();
  });
  await desk.until((view) => view.connected === 2);
  slow.pause();
  let newest = 0;
  for (let times = 0; times < 40; times += 1) {
    const paused = times % 2 === 0;
    await desk.do({ do: 'pause', on: paused });
    newest = (await well.until((view) => view.paused === paused && view.v > newest)).v;
  }
  seen.length = 0;
  slow.resume();
  while (seen.at(-1) !== newest) await told.promise;
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  // What the system had taken already comes as well.
  expect(seen.length).toBeLessThan(30);
  slow.terminate();
  well.close();
  desk.close();
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('F10 so it is for a projector: its views go the same way, of which only the newest waits', async () => {
  const latest = jest.spyOn(ShortWay.prototype, 'sendLatest');
  const server = await startServer();
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  const room = await connectProjector(server, session.id);
  await desk.do({ do: 'start' });
  await room.until((view) => view.board !== null);
  const sent = latest.mock.calls.map(([packet]) => packet);
  expect(sent.some((packet) => packet.startsWith('2/projector,["view",'))).toBe(true);
  latest.mockRestore();
  for (const one of [room, desk]) one.close();
  await server.stop();
  expect(server.faults).toEqual([]);
});

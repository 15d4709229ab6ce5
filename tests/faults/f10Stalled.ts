/** F10: some of the phones stop reading what they are sent, and the screens of the others move on. */
import { setTimeout as pause } from 'node:timers/promises';
import { residentBytes } from '../../bench/proc.ts';
import type { Hello } from '../../core/protocol.ts';
import { newToken } from '../../server/random.ts';
import { crowdWrongs } from './crowdCheck.ts';
import { Crowd, sharedNow } from './crowdOrders.ts';
import { percentile, type Fault, type Finding, type Form } from './fault.ts';
import { Line } from './line.ts';
import { consoleOf, freshFolder, openRoom, Server, type Room } from './server.ts';

/** Statements as long as they may be, so that each view weighs something. */
const BOARDS = 24;

/** Somebody who stands in the room with a phone that reads nothing. */
async function stall(
  server: Server,
  room: Room,
): Promise<{ line: Line; token: string; lost: () => boolean }> {
  const token = newToken();
  let gone = false;
  const opened = Promise.withResolvers<void>();
  const line = new Line(
    server.port,
    { code: room.code, token },
    { open: opened.resolve, lost: () => (gone = true) },
  );
  await opened.promise;
  await line.ask('join', [{ groups: [], quote: true }]);
  line.wire.pause();
  return { line, token, lost: () => gone };
}

/** What a phone that comes back is told. */
async function comeBack(server: Server, room: Room, token: string): Promise<Hello> {
  const opened = Promise.withResolvers<void>();
  const line = new Line(
    server.port,
    { code: room.code, token },
    { open: opened.resolve, lost: () => opened.resolve() },
  );
  await opened.promise;
  const hello = (await line.ask('hello', [])) as Hello | null;
  line.close();
  if (hello === null) throw new Error('somebody who had stalled is not let in again');
  return hello;
}

async function run({ long }: Form): Promise<Finding> {
  const [phones, stalled, seconds] = [450, 50, long ? 300 : 15];
  const server = await Server.start(freshFolder('stalled'));
  const room = await openRoom(server, BOARDS);
  const crowd = new Crowd();
  const wrong: string[] = [];
  try {
    const base = `http://127.0.0.1:${server.port}`;
    // Not on the last one, which closes again and again: whoever changes an answer there just then is told that it is closed.
    await crowd.ask({ do: 'come', base, code: room.code, phones, boards: BOARDS - 1 });
    const staff = await consoleOf(server, room.session);
    /** The room's screens change ten times a second, as often as they may. */
    const busy = async (ms: number): Promise<number[]> => {
      const since = sharedNow();
      const until = since + ms;
      while (sharedNow() < until)
        for (const what of ['close', 'reopen'] as const) {
          await staff.do({ do: what, board: BOARDS });
          await pause(100);
        }
      return (await crowd.ask({ do: 'report', since })).took;
    };
    const resident = async (): Promise<number> => {
      await server.process.ask('collect');
      return residentBytes(server.process.pid) ?? 0;
    };
    await crowd.ask({ do: 'place', every: 3000 });
    await busy(2000);
    const before = await busy(6000);
    const least = await resident();
    const standing = await Promise.all(Array.from({ length: stalled }, () => stall(server, room)));
    const beside = await busy(seconds * 1000);
    const most = await resident();
    await crowd.ask({ do: 'rest', ms: 20_000 });
    for (const { line } of standing) line.close();
    const hellos = await Promise.all(standing.map(({ token }) => comeBack(server, room, token)));
    if (hellos.some(({ me }) => !me.joined)) wrong.push('somebody who had stalled is not known any more');
    const now = await comeBack(server, room, standing[0]?.token ?? '');
    if (hellos.some(({ view }) => JSON.stringify(view.boards) !== JSON.stringify(now.view.boards)))
      wrong.push('somebody who had stalled sees another room');
    staff.close();
    const report = await crowd.ask({ do: 'report', since: 0 });
    const tokens = [...report.tokens, ...standing.map(({ token }) => token)];
    wrong.push(...(await crowdWrongs(server, room, { ...report, tokens })));
    const [p99, calm] = [percentile(beside, 0.99), percentile(before, 0.99)];
    return {
      done: `${stalled} of ${phones + stalled} phones read nothing for ${seconds} s, ${report.acknowledged} acknowledged`,
      wrong,
      figures: [
        { what: 'others’ p99 against before', value: p99 / calm, unit: 'x', atMost: 2 },
        { what: 'p99', value: p99, unit: 'ms' },
        { what: 'memory', value: (most - least) / 1e6, unit: 'MB', atMost: 20 },
      ],
    };
  } finally {
    await crowd.end();
    await server.kill();
  }
}

export const stalledPhones: Fault = {
  id: 'F10',
  title: 'phones that stop reading',
  needs: ['/proc'],
  alone: true,
  patience: { short: 150, long: 900 },
  run,
};

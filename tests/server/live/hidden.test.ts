/**
 * Until the reveal, what goes over the wire to phones and projector is the same to the byte, whatever people
 * answer and write: the same session is held three times, and every frame compared.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Answer } from '../../../core/scale.ts';
import { simulateTime, type SimulatedTime } from '../../support/simulatedTime.ts';
import { framesOf } from '../../support/watcher.ts';
import {
  connectConsole,
  connectPhone,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let time: SimulatedTime;
let server: TestServer;
beforeEach(async () => {
  time = simulateTime();
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  time.end();
  expect(server.faults).toEqual([]);
});

/** What the people of a room do: an answer and a comment each, or nothing. */
type Placing = (person: number, board: number) => [answer: Answer | null, comment: string] | null;

const PEOPLE = 12;

/** Holds a session up to the moment before its reveal, and one frame beyond. */
async function heldWith(placing: Placing) {
  const { session } = await openSession(server, ['One', 'Two'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const wall = await connectProjector(server, session.id);
  const bystander = await connectPhone(server, session.code);
  const people: Phone[] = [];
  for (let i = 0; i < PEOPLE; i += 1) people.push(await joinPhone(server, session.code));
  await time.pass(500);
  const sent = { wall: [] as string[], bystander: [] as string[], placing: [] as string[] };
  const own = (frame: string): string =>
    frame.replaceAll(session.id, 'SESSION').replaceAll(session.code, 'CODE');
  framesOf(wall.socket, (frame) => void sent.wall.push(own(frame)));
  framesOf(bystander.socket, (frame) => void sent.bystander.push(own(frame)));
  // The acks of a phone's own placements are its own.
  for (const { socket } of people.slice(0, 1))
    framesOf(socket, (frame) => {
      if (!/^3\d/.test(frame)) sent.placing.push(own(frame));
    });
  const step = async (command: Parameters<typeof desk.do>[0]): Promise<void> => {
    expect(await desk.do(command)).toEqual({ ok: true });
    await time.pass(300);
    await Promise.all([wall.socket.emitWithAck('hello'), bystander.hello()]);
  };
  await step({ do: 'screen', change: { pile: 'off', count: false } });
  await step({ do: 'start' });
  await step({ do: 'openAll', round: 1 });
  await step({ do: 'show', board: 1 });
  const placeAll = async (revision: number): Promise<void> => {
    for (const board of [1, 2])
      for (const [i, phone] of people.entries()) {
        const given = placing(i + revision - 1, board);
        if (given !== null) expect(await phone.place(board, revision, ...given)).toBe(revision);
        await time.pass(300);
      }
  };
  await placeAll(1);
  await step({ do: 'pause', on: true });
  await step({ do: 'pause', on: false });
  await placeAll(2);
  await step({ do: 'close', board: 1 });
  await step({ do: 'notes', board: 1, to: 'show' });
  await step({ do: 'show', board: 2 });
  await step({ do: 'closeAll' });
  await step({ do: 'reopen', board: 1 });
  await step({ do: 'close', board: 1 });
  const hidden = structuredClone(sent);
  await desk.do({ do: 'reveal', board: 1, sure: true });
  await desk.do({ do: 'show', board: 1 });
  await time.pass(300);
  await Promise.all([wall.socket.emitWithAck('hello'), bystander.hello(), people[0]?.hello()]);
  [desk, wall, bystander, ...people].forEach((x) => x.close());
  return { hidden, all: sent };
}

/** What frames say that is new, without the number of the view. */
function saying(frames: readonly string[]): string[] {
  const bare = frames.map((f) => f.slice(f.indexOf('{')).replace(/"v":\d+,|\]$/g, ''));
  return bare.filter((frame, i) => frame !== bare[i - 1]);
}

test('H1 H3 until the reveal no byte that phones and projector are sent depends on what people answer and write', async () => {
  const written = await heldWith((i, board) => [((i + board) % 5) + 1, `SENTINEL ${i} on ${board}`]);
  const silent = await heldWith((i) => [i % 3 === 0 ? 'n' : i % 4 === 0 ? null : 5, '']);
  const nobody = await heldWith(() => null);
  for (const { hidden, all } of [written, silent, nobody]) {
    expect(hidden.wall.length).toBeGreaterThan(10);
    expect(hidden.bystander.length).toBeGreaterThan(10);
    expect(hidden.placing.length).toBeGreaterThan(5);
    // The frames that are compared are those in which results come.
    expect(all.wall.join('')).toContain('"result":{');
    expect(all.bystander.join('')).toContain('"result":{');
  }
  expect(written.all.wall.join('')).toContain('SENTINEL');
  expect(JSON.stringify(written.hidden)).not.toMatch(/SENTINEL|"result":\{/);
  // Phones are not even told whether anybody answers.
  expect(silent.hidden.bystander).toEqual(written.hidden.bystander);
  expect(silent.hidden.placing).toEqual(written.hidden.placing);
  expect(nobody.hidden.bystander).toEqual(written.hidden.bystander);
  expect(nobody.hidden.placing).toEqual(written.hidden.placing);
  // Of what overtakes itself on its way only the newest goes out.
  expect(saying(silent.hidden.wall)).toEqual(saying(written.hidden.wall));
  expect(saying(nobody.hidden.wall)).toEqual(saying(written.hidden.wall));
});

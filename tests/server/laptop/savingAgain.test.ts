/** Phones whose answers could not be saved, with the line and the outbox of the real phone. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openLine, type Line } from '../../../client/shared/connection.ts';
import { fullLive } from '../../support/fullLive.ts';
import { madeLaptop } from '../../support/laptopPorts.ts';
import { nodePhone } from '../../support/nodePhone.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';
import { simulateTime, type SimulatedTime } from '../../support/simulatedTime.ts';

const laptop = madeLaptop();
const disk = fullLive();
let time: SimulatedTime;
let server: TestServer;
const lines: Line[] = [];
beforeEach(async () => {
  time = simulateTime();
  server = await startServer({ laptop: laptop.ports, wrap: disk.wrap });
});
afterEach(async () => {
  for (const line of lines) line.close();
  await time.pass(100);
  time.end();
  await server.stop();
});

/** Somebody who comes in; `sent` has the moment of each try to place. */
function phoneIn(code: string, now: () => number) {
  const sent: number[] = [];
  const phone = nodePhone(server.url, {
    openLine(base, handlers) {
      const line = openLine(base, handlers);
      const place: Line['place'] = (entry, done) => {
        sent.push(now());
        line.place(entry, done);
      };
      lines.push(line);
      return { ...line, place };
    },
  });
  phone.open(code);
  phone.join({ groups: [], quote: true });
  return { phone, sent };
}

test('O9 once something can be saved again phones send what waits at once, one after the other: all of it is saved within 5 s of there being space', async () => {
  let now = 0;
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 50, now += 50) await time.pass(50);
  };
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  const phones = Array.from({ length: 16 }, () => phoneIn(session.code, () => now));
  while (!phones.every(({ phone }) => phone.state.hello?.me.joined === true)) await pass(50);
  disk.fill();
  for (const { phone } of phones) phone.place(1, { answer: 4, comment: '', audience: 0 });
  const states = () => phones.map(({ phone }) => phone.outbox.state());
  // Until the waits are at their longest.
  await pass(30_000);
  expect(states()).toEqual(phones.map(() => 'waiting'));
  // As late as it may be noticed that there is space.
  const free = now;
  await pass(2000);
  disk.free();
  const before = phones.map(({ sent }) => sent.length);
  const beat = { over: false };
  void laptop.beat().then(() => (beat.over = true));
  while (!beat.over) await time.pass(1);
  await pass(2500);
  const tries = phones.map(({ sent }, i) => sent.slice(before[i]));
  expect(tries.filter((some) => some.length === 0)).toEqual([]);
  expect(now - free).toBeLessThan(5000);
  expect(new Set(tries.flat()).size).toBeGreaterThan(4);
  // The disk takes time of its own.
  while (states().some((state) => state !== null)) await time.pass(1);
  const shown = desk.until((view) => view.boards[0]?.placed === phones.length);
  await pass(1000);
  await shown;
  desk.close();
}, 60_000);

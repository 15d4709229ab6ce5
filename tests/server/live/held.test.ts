/** A session that is held open after its end, by a clock the test sets. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addDays } from '../../../core/day.ts';
import { clockAt } from '../../support/clock.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';
import { slip, slipsOf } from '../../support/slips.ts';

const MADE = '2026-11-01';
const HELD = '2026-12-05';

const clock = clockAt(MADE);
let server: TestServer;
beforeEach(async () => {
  server = await startServer({ clock });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('V4 a session that took place long after its date is held for two weeks all the same, over a restart, and no longer', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'openForPaper' });
  await clock.passTo(HELD);
  await desk.do({ do: 'end' });
  await desk.do({ do: 'hold', on: true });
  const slips = slipsOf(server, session.id);
  const enter = (number: number) => slips.enter(number, slip([]));
  await clock.hour();
  await clock.hour();
  expect(await enter(1)).toEqual({ ok: true });
  // Going on and ending again, the days begin anew.
  await desk.do({ do: 'resume' });
  await clock.passTo(addDays(HELD, 7));
  await desk.do({ do: 'end' });
  await desk.do({ do: 'hold', on: true });
  await clock.hour();
  desk.close();
  await server.restart();
  await clock.passTo(addDays(HELD, 21));
  expect(await enter(2)).toEqual({ ok: true });
  await clock.passTo(addDays(HELD, 22));
  expect(await enter(3)).toHaveProperty('refusal');
});

test('V4 a session that is held anew is held for two weeks from then, and holding what is held changes nothing', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'openForPaper' });
  await desk.do({ do: 'end' });
  await desk.do({ do: 'hold', on: true });
  await clock.passTo(HELD);
  // Said to be typed up, and then another pile turns up.
  await clock.passTo(addDays(HELD, 10));
  await desk.do({ do: 'hold', on: false });
  await desk.do({ do: 'hold', on: true });
  await clock.passTo(addDays(HELD, 12));
  await desk.do({ do: 'hold', on: true });
  const slips = slipsOf(server, session.id);
  await clock.passTo(addDays(HELD, 25));
  expect(await slips.enter(1, slip([4]))).toEqual({ ok: true });
  await clock.passTo(addDays(HELD, 26));
  expect(await slips.enter(2, slip([4]))).toHaveProperty('refusal');
  desk.close();
});

/** The laptop's clock is set while a session runs: by minutes, by years, back and ahead. */
import { afterEach, expect, jest, test } from '@jest/globals';
import { clockAt } from '../../support/clock.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { simulateTime, type SimulatedTime } from '../../support/simulatedTime.ts';
import { TIMES } from '../../../core/limits.ts';

let server: TestServer | undefined;
let time: SimulatedTime | undefined;
afterEach(async () => {
  jest.restoreAllMocks();
  time?.end();
  await server?.stop();
  expect(server?.faults).toEqual([]);
});

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

test('S1 L1 H5 T3 W6 whatever the clock is set to, people place, staff stay signed in, comments come in batches, and sealing waits ten minutes', async () => {
  const clock = clockAt('2026-11-22');
  const real = Date.now;
  let jump = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => real() + jump);
  time = simulateTime();
  server = await startServer({ clock });
  const { session, document } = await openSession(server, ['One is true']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  const phones = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server!, session.code)));
  const days = ['2026-11-22', '2026-11-22', '2031-11-22', '2016-11-22', '2026-11-22'];
  let revision = 0;
  for (const [i, by] of [7 * MINUTE, -7 * MINUTE, 5 * YEAR, -10 * YEAR, 0].entries()) {
    jump = by;
    clock.day = days[i] ?? '';
    await clock.hour();
    revision += 1;
    for (const phone of phones) {
      expect(await phone.place(1, revision, 4, `words ${revision}`)).toBe(revision);
      // Each may place so often, by a clock of its own.
      await time.pass(200);
    }
    // Signed in as before.
    expect((await server.fetch('/api/consultations')).status).toBe(200);
    expect(desk.socket.connected).toBe(true);
  }
  await time.pass(2000);
  expect(Object.values(desk.last()?.boards ?? {})).toHaveLength(1);
  jump = 5 * YEAR;
  clock.day = '2031-11-23';
  await desk.do({ do: 'end' });
  const state = async () =>
    (await server!.get<{ sessions: { state: string }[] }>(`/api/consultations/${document.consultation.id}`))
      .sessions[0]?.state;
  await time.pass(TIMES.sealAfterMs - MINUTE);
  await clock.hour();
  expect(await state()).toBe('ended');
  await time.pass(2 * MINUTE);
  // It has begun; the disk takes its own time.
  for (let now = await state(); now !== 'sealed'; now = await state()) expect(now).toBe('ended');
  for (const phone of phones) phone.close();
}, 60_000);

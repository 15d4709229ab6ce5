/** Comments on the console: they are sent when they may have changed, and in a full room less often. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ConsoleFrame } from '../../../core/protocol.ts';
import { batchGapMs } from '../../../server/use/placeResponse.ts';
import { commentedOn } from '../../support/commented.ts';
import { joinPhone, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('comments go to the console when they may have changed, and not with what is only counted', async () => {
  const { session, desk, phones, note } = await commentedOn(server, ['one', 'two', 'three', 'four', 'five']);
  const frames: ConsoleFrame[] = [];
  desk.socket.on('view', (frame) => frames.push(frame));
  const late = await joinPhone(server, session.code);
  await desk.until((v) => v.joined === 6);
  expect(await late.place(1, 1, 3)).toBe(1);
  await desk.until((v) => v.boards[0]?.placed === 6);
  expect(await phones[0]?.place(1, 2, 4, 'one')).toBe(2);
  expect(frames.filter((frame) => frame.notes !== undefined)).toEqual([]);
  expect(desk.last()?.notes.length).toBe(5);

  const two = note('two')(desk.last());
  await desk.do({ do: 'note', id: two?.id ?? '', to: 'hide' });
  await desk.until((v) => note('two')(v)?.choice === 'hide');
  // Words that the console has were changed; whatever it then shows, it is told.
  const told = new Promise<void>((resolve) => {
    desk.socket.on('view', (frame) => {
      if (frame.notes !== undefined) resolve();
    });
  });
  expect(await phones[2]?.place(1, 2, 2, 'something else')).toBe(2);
  await told;
});

test('the more comments a console has, the longer a batch waits for others, up to two seconds', () => {
  const gap = (n: number): number =>
    batchGapMs({ released: { 1: Array.from({ length: n }, String), 2: [] } });
  expect([gap(0), gap(199), gap(200), gap(1000), gap(50_000)]).toEqual([100, 100, 200, 600, 2000]);
});

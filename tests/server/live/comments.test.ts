/** Comments on the console: they are sent when they may have changed, and in a full room less often. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { NotesChange } from '../../../core/notesChange.ts';
import type { ConsoleFrame } from '../../../core/protocol.ts';
import { batchGapMs } from '../../../server/use/placeResponse.ts';
import { commentedOn } from '../../support/commented.ts';
import { connectConsole, joinPhone, startServer, type TestServer } from '../../support/server.ts';

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);

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

test('consoles are sent the comments that are new or changed, and all of them after somebody has asked', async () => {
  const words = ['one', 'two', 'three', 'four', 'five'];
  const { session, desk, note } = await commentedOn(server, words);
  const changes: NotesChange[] = [];
  desk.socket.on('view', ({ notes }) => {
    if (notes !== undefined) changes.push(notes);
  });
  await desk.do({ do: 'note', id: note('two')(desk.last())?.id ?? '', to: 'hide' });
  await desk.until((v) => note('two')(v)?.choice === 'hide');
  changes.length = 0;
  await desk.do({ do: 'note', id: note('three')(desk.last())?.id ?? '', to: 'hide' });
  await desk.until((v) => note('three')(v)?.choice === 'hide');
  expect(changes.map(({ changed }) => changed.map(({ text }) => text))).toEqual([['three']]);
  expect(changes[0]?.order.length).toBe(5);

  // Between the change and the view of it: what this console has is not what the others were told last.
  const hushed = desk.do({ do: 'note', id: note('four')(desk.last())?.id ?? '', to: 'hide' });
  const other = await connectConsole(server, session.id);
  await hushed;
  await Promise.all([desk, other].map((d) => d.until((v) => note('four')(v)?.choice === 'hide')));
  await desk.do({ do: 'note', id: note('four')(desk.last())?.id ?? '', to: 'show' });
  await Promise.all([desk, other].map((d) => d.until((v) => note('four')(v)?.choice === 'show')));
  expect(other.last()?.notes.toSorted(byId)).toEqual(desk.last()?.notes.toSorted(byId));
});

test('H1 H5 nobody sees whose answer changed, or what one person wrote, by what a console is told anew', async () => {
  const words = ['one', 'two', 'three', 'four', 'five'];
  const { desk, phones, note } = await commentedOn(server, words);
  const changed: string[] = [];
  desk.socket.on('view', ({ notes }) => void changed.push(...(notes?.changed ?? []).map(({ text }) => text)));
  const poke = async (to: 'hide' | 'show'): Promise<string[]> => {
    changed.length = 0;
    await desk.do({ do: 'note', id: note('one')(desk.last())?.id ?? '', to });
    await desk.until((v) => note('one')(v)?.choice === to);
    return changed;
  };
  await poke('hide');
  expect(await phones[3]?.place(1, 2, 5, 'four')).toBe(2);
  expect(await poke('show')).toEqual(['one']);
  expect(await phones[2]?.quote(true)).toMatchObject({ quote: true });
  expect(await poke('hide')).toEqual(['one']);
});

test('the more comments a console has, the longer a batch waits for others, up to two seconds', () => {
  const gap = (n: number): number =>
    batchGapMs({ released: { 1: Array.from({ length: n }, String), 2: [] } });
  expect([gap(0), gap(199), gap(200), gap(1000), gap(50_000)]).toEqual([100, 100, 200, 600, 2000]);
});

/** Threads over snapshots: one stays for what is asked next, and none keeps the database. */
import { getPriority } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Store } from '../../../server/store/store.ts';
import { inThread, keptOnSnapshot } from '../../../server/use/thread.ts';
import { aConsultation, newFolder, opened } from '../store/made.ts';

const MODULE = new URL('../../support/numberedThread.ts', import.meta.url);

let store: Store;
beforeAll(async () => {
  store = await opened(newFolder());
});
// Nobody reads a snapshot any more, or this would wait for ever.
afterAll(() => store.close());

interface Told {
  thread: number;
  priority: number;
  consultations: number;
}
const told = (answer: Promise<unknown>): Promise<Told> => answer as Promise<Told>;

test('F16 the thread that has answered is asked next, and sees what has come since', async () => {
  const kept = keptOnSnapshot(store, MODULE);
  const first = await told(kept.ask('look'));
  await store.saveConsultation(aConsultation('since'), null);
  expect(await told(kept.ask('look'))).toEqual({
    ...first,
    consultations: first.consultations + 1,
  });
  await kept.stop();
  expect((await told(kept.ask('look'))).thread).not.toBe(first.thread);
});

test('F16 on Linux long work gives way to the rooms, whose own thread stays as it was', async () => {
  const { priority } = await told(inThread(store, MODULE, 'look'));
  const usual = getPriority();
  expect(priority).toBe(process.platform === 'linux' ? Math.max(usual, 10) : usual);
});

test('F16 what is asked while the thread works is answered by another', async () => {
  const kept = keptOnSnapshot(store, MODULE);
  const both = await Promise.all([told(kept.ask('look')), told(kept.ask('look'))]);
  expect(new Set(both.map(({ thread }) => thread)).size).toBe(2);
  expect(both.map(({ thread }) => thread)).toContain((await told(kept.ask('look'))).thread);
  await kept.stop();
});

test('F16 a thread that fails or leaves says so once, and the next is a new one', async () => {
  const kept = keptOnSnapshot(store, MODULE);
  const { thread } = await told(kept.ask('look'));
  await expect(kept.ask('fail')).rejects.toThrow('as it was told');
  const next = await told(kept.ask('look'));
  expect(next.thread).not.toBe(thread);
  await expect(kept.ask('leave')).rejects.toThrow('A thread ended without an answer.');
  expect((await told(kept.ask('look'))).thread).not.toBe(next.thread);
  await kept.stop();
});

test('F16 work that nobody waits for any more ends with its thread', async () => {
  await expect(inThread(store, MODULE, 'look', AbortSignal.abort())).rejects.toThrow(
    'A thread ended without an answer.',
  );
  expect(await inThread(store, MODULE, 'look')).toMatchObject({ thread: expect.any(Number) });
});

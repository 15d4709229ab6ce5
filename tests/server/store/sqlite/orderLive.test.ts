/** In which order answers came cannot be read from the files of a running session for long. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { LiveStore } from '../../../../server/store/store.ts';
import { aParticipant, aResponse, aSession, begun, newFolder, opened } from '../made.ts';

beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'setImmediate', 'queueMicrotask', 'nextTick', 'performance', 'Date'],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Tags of one board, which are in no order. */
const tagsOf = (board: number): string[] =>
  Array.from({ length: 10 }, (_, i) => createHash('sha256').update(`tag ${board} ${i}`).digest('hex'));

async function answer(live: LiveStore, board: number): Promise<void> {
  for (const tag of tagsOf(board)) await live.place(aResponse(board, tag));
}

/** These in the order in which they lie in a file. */
function inFile(file: string, all: readonly string[]): string[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const at = (tag: string): number => bytes.lastIndexOf(tag);
  return all.filter((tag) => at(tag) !== -1).toSorted((a, b) => at(a) - at(b));
}

/** Tags of a board in the order in which they lie in a file. */
const lying = (file: string, board: number): string[] => inFile(file, tagsOf(board));

/** Whether they lie there otherwise than by their own order, which says nothing of when they came. */
function telling(file: string, board: number): boolean {
  return areTelling(lying(file, board));
}

function areTelling(there: readonly string[]): boolean {
  const ordered = there.toSorted();
  return ![ordered, ordered.toReversed()].some((list) => list.join() === there.join());
}

const tellingIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => [1, 2, 3].some((board) => telling(join(folder, name), board)));

const copies = (names: readonly string[]): string[] => names.filter((name) => /backup-[ab]\.db$/.test(name));

/** Waits for the copies and an empty log. */
async function until(folder: string, done: () => boolean): Promise<void> {
  const changes = watch(folder);
  const size = (): number => statSync(join(folder, 'session-1.db-wal')).size;
  if (done() && size() === 0) return;
  for await (const _ of changes) if (done() && size() === 0) return;
}

test('S3 the log and the pages of a running session keep the order of answers for a minute, its copies never', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const live = await begun(store);
  const files = join(folder, 'live');
  const copied = (): number => copies(readdirSync(files)).length;
  const justNow = (): void => {
    const names = tellingIn(files);
    expect(names).toContain('session-1.db-wal');
    expect(copies(names)).toEqual([]);
  };
  for (const minute of [1, 2]) {
    await answer(live, minute);
    justNow();
    jest.advanceTimersByTime(60_000);
    await until(files, () => copied() === minute);
    expect(tellingIn(files)).toEqual([]);
    expect(lying(join(files, 'session-1.db'), minute).length).toBe(10);
  }
  await answer(live, 3);
  justNow();
  await store.saveSession({ ...aSession(), state: 'ended' });
  await until(files, () => copied() === 1);
  expect(tellingIn(files)).toEqual([]);
  await store.close();
});

test('S3 a running session’s key file does not keep for long in which order people joined, whose numbers lead to answers', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const live = await begun(store, aSession('session-1', { mode: 'linked' }));
  const keys = join(folder, 'keys');
  const tellingKeys = (all: readonly string[]): string[] =>
    readdirSync(keys).filter((name) => areTelling(inFile(join(keys, name), all)));
  const join10 = async (minute: number): Promise<string[]> => {
    const people = tagsOf(minute);
    for (const person of people) await live.saveParticipant(aParticipant(person, { person: `p${person}` }));
    expect(tellingKeys(people)).toContain('session-1.db-wal');
    return people;
  };
  const first = await join10(1);
  const changes = watch(keys);
  jest.advanceTimersByTime(60_000);
  for await (const _ of changes) if (statSync(join(keys, 'session-1.db-wal')).size === 0) break;
  expect(tellingKeys(first)).toEqual([]);
  expect(inFile(join(keys, 'session-1.db'), first).length).toBe(10);
  // Stopped before the minute is over.
  const second = await join10(2);
  await store.close();
  expect(tellingKeys([...first, ...second])).toEqual([]);
  expect(inFile(join(keys, 'session-1.db'), second).length).toBe(10);
});

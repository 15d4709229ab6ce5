/** The wall on the laptop: what is counted and typed here while other devices save, and answers that get lost. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { makeWallDesk, type WallDesk } from '../../client/console/live/wall/desk.ts';
import type { Keeping, Kept } from '../../client/console/live/wall/kept.ts';
import { columnsFrom, keyOf, withComment } from '../../client/console/live/wall/model.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';
import type { Wall, WallColumn } from '../../core/wall.ts';

interface Sent {
  gone: string[];
  version: string;
  heads: Wall['heads'];
  columns: WallColumn[];
}

/** A laptop that keeps a wall as the server does; `loses`: its answers to that many saves do not arrive. */
const EMPTY: Wall = { version: '0', heads: [], boards: [], key: '' };
const laptop = { wall: EMPTY, loses: 0, drops: 0, saves: 0, gone: new Set<string>() };

function saveThere(board: number, { heads, columns }: Pick<Sent, 'heads' | 'columns'>): void {
  const boards = [...laptop.wall.boards.filter((b) => b.n !== board), { n: board, columns }];
  laptop.wall = { ...EMPTY, version: `${Number(laptop.wall.version) + 1}`, heads, boards };
}

function answer(url: string, { method, body }: RequestInit): unknown {
  if (method === 'GET') return laptop.wall;
  const sent = JSON.parse(body as string) as Sent;
  laptop.saves += 1;
  if (sent.columns.some((c) => c.comments.some((w) => w.text === 'bad')))
    return { refusal: 'bad-characters' };
  if (laptop.drops > 0) {
    laptop.drops -= 1;
    throw new Error('it never arrived');
  }
  const n = Number(/\/(\d+)$/.exec(url)?.[1]);
  const columns = laptop.wall.boards.find((b) => b.n === n)?.columns ?? [];
  const isIn = JSON.stringify([columns, laptop.wall.heads]) === JSON.stringify([sent.columns, sent.heads]);
  if (isIn) return laptop.wall;
  if (sent.version !== laptop.wall.version) return { refusal: 'changed-elsewhere' };
  for (const id of sent.gone) laptop.gone.add(id);
  saveThere(n, sent);
  if (laptop.loses === 0) return laptop.wall;
  laptop.loses -= 1;
  throw new Error('no answer');
}

let kept: Kept | null = null;
const keeping: Keeping = {
  open: async () => kept,
  put: (now) => {
    kept = structuredClone(now);
  },
  forget: () => undefined,
  close: () => undefined,
};
let desk: WallDesk;
beforeEach(async () => {
  jest.useFakeTimers();
  Object.assign(laptop, { wall: EMPTY, loses: 0, drops: 0, saves: 0, gone: new Set() });
  kept = null;
  Object.assign(globalThis, {
    fetch: async (url: string, init: RequestInit) => Response.json(answer(url, init)),
  });
  desk = makeWallDesk('s', keeping);
  await desk.load();
});
afterEach(() => {
  desk.close();
  jest.useRealTimers();
});

const key = keyOf([], 5);
const agree = (n: number, ...texts: string[]): WallColumn => ({
  groups: [],
  answer: 5,
  n,
  comments: texts.map((text) => comment(text)),
});
const comment = (text: string, id = text.replaceAll(' ', '-')) => ({
  id,
  text,
  audience: 'room' as const,
  quote: false,
});
const there = (board = 1) => laptop.wall.boards.find((b) => b.n === board)?.columns;
const save = (board = 1, choices: string[][] = [[]]) =>
  desk.save(board, (now, counts) => columnsFrom(now, board, counts, choices, DEFAULT_SCALE));
const settled = () => jest.advanceTimersByTimeAsync(10_000);

test('V1 what another device counted meanwhile is told also where this page has read it, or was read anew', async () => {
  desk.draft(1, { [key]: 1 });
  saveThere(1, { heads: [], columns: [agree(7)] });
  await desk.load();
  desk.close();
  desk = makeWallDesk('s', keeping);
  await desk.load();
  expect(await save()).toBe('elsewhere');
  expect(there()).toEqual([agree(7)]);
  // Whoever has looked at both may save theirs.
  expect(await save()).toBe('saved');
  expect(there()).toEqual([agree(1)]);
});

test('V1 another statement that was counted there is no reason to count this one again', async () => {
  desk.draft(1, { [key]: 2 });
  desk.setHeads({ '': 2 });
  saveThere(2, { heads: [], columns: [agree(7)] });
  expect(await save()).toBe('saved');
  expect([there(1), there(2)]).toEqual([[agree(2)], [agree(7)]]);
  expect(laptop.wall.heads).toEqual([{ groups: [], n: 2 }]);
});

test('V1 words whose answer was lost are there once', async () => {
  saveThere(1, { heads: [], columns: [agree(3)] });
  await desk.load();
  laptop.loses = 1;
  desk.words(1, key, comment('they came'), 'add');
  await settled();
  expect(there()).toEqual([agree(3, 'they came')]);
  expect(desk.waiting.value).toEqual([]);
});

test('V2 heads that nobody has read back yet are not saved with words', async () => {
  saveThere(1, { heads: [], columns: [agree(3)] });
  await desk.load();
  desk.setHeads({ '': 3 });
  desk.words(1, key, comment('they came'), 'add');
  await settled();
  expect(there()).toEqual([agree(3, 'they came')]);
  expect(laptop.wall.heads).toEqual([]);
  expect(desk.heads.value).toEqual({ '': 3 });
});

test('V1 words whose post-it was counted away stay, hold up the others and can be taken away', async () => {
  saveThere(1, { heads: [], columns: [agree(1)] });
  await desk.load();
  saveThere(1, { heads: [], columns: [] });
  desk.words(1, key, comment('they came'), 'add');
  await settled();
  expect(desk.waiting.value).toHaveLength(1);
  expect(desk.trouble.value).toContain('counted away');
  desk.words(1, key, comment('they came'), 'remove');
  await settled();
  expect(desk.waiting.value).toEqual([]);
  expect(desk.trouble.value).toBe('');
  expect(withComment([agree(1, 'a', 'b')], key, comment('a'), 'remove')).toEqual([agree(1, 'b')]);
});

test('V1 what is counted while a save is under way is neither lost nor taken for saved', async () => {
  desk.draft(1, { [key]: 2 });
  desk.setHeads({ '': 2 });
  const saving = save();
  desk.draft(1, { [key]: 3 });
  desk.setHeads({ '': 4 });
  expect(await saving).toBe('saved');
  expect(there()).toEqual([agree(2)]);
  expect(laptop.wall.heads).toEqual([{ groups: [], n: 2 }]);
  expect(desk.drafts.value).toEqual({ 1: { [key]: 3 } });
  expect(desk.heads.value).toEqual({ '': 4 });
  // It is not held for what another device saved.
  expect(await save()).toBe('saved');
  expect(there()).toEqual([agree(3)]);
  expect([desk.drafts.value, desk.heads.value]).toEqual([{}, null]);
});

test('V1 whoever saves heads only leaves alone what another device has counted on that statement since', async () => {
  desk.setHeads({ '': 7 });
  saveThere(1, { heads: [], columns: [agree(7)] });
  expect(await save()).toBe('saved');
  expect(there()).toEqual([agree(7)]);
  expect(laptop.wall.heads).toEqual([{ groups: [], n: 7 }]);
});

const of = (group: string, n: number): WallColumn => ({ ...agree(n), groups: [group] });
const inGroup = (group: string) => keyOf([group], 5);
const GROUPS = [['a'], ['b']];

test('V1 two devices that count two groups do not undo one another’s, over a reload and while somebody counts on', async () => {
  desk.draft(1, { [inGroup('a')]: 3 });
  desk.setHeads({ a: 3 });
  saveThere(1, { heads: [{ groups: ['b'], n: 6 }], columns: [of('b', 5)] });
  await desk.load();
  // What was not touched here shows what is there.
  expect([desk.drafts.value[1], desk.heads.value]).toEqual([
    { [inGroup('a')]: 3, [inGroup('b')]: 5 },
    { a: 3, b: 6 },
  ]);
  desk.close();
  desk = makeWallDesk('s', keeping);
  await desk.load();
  saveThere(1, { heads: [{ groups: ['b'], n: 6 }], columns: [of('b', 6)] });
  const saving = save(1, GROUPS);
  desk.draft(1, { ...desk.drafts.value[1], [inGroup('a')]: 4 });
  expect(await saving).toBe('saved');
  expect(there()).toEqual([of('a', 3), of('b', 6)]);
  expect(laptop.wall.heads.toSorted((x, y) => x.n - y.n)).toEqual([
    { groups: ['a'], n: 3 },
    { groups: ['b'], n: 6 },
  ]);
  expect(desk.drafts.value[1]).toEqual({ [inGroup('a')]: 4, [inGroup('b')]: 6 });
  expect(await save(1, GROUPS)).toBe('saved');
  expect(there()).toEqual([of('a', 4), of('b', 6)]);
  expect([desk.drafts.value, desk.heads.value]).toEqual([{}, null]);
});

test('V1 whoever is told of another count and saves theirs does so for the groups they counted', async () => {
  desk.draft(1, { [inGroup('a')]: 3 });
  saveThere(1, { heads: [{ groups: ['b'], n: 5 }], columns: [of('a', 2), of('b', 5)] });
  expect(await save(1, GROUPS)).toBe('elsewhere');
  expect(there()).toEqual([of('a', 2), of('b', 5)]);
  expect(await save(1, GROUPS)).toBe('saved');
  expect(there()).toEqual([of('a', 3), of('b', 5)]);
  expect(laptop.wall.heads).toEqual([{ groups: ['b'], n: 5 }]);
});

/** What another scribe typed, as it is there. */
async function typedThere(...comments: ReturnType<typeof comment>[]): Promise<void> {
  saveThere(1, { heads: [], columns: [{ ...agree(5), comments }] });
}

test('V1 words whose answer was lost while another scribe saved are there once', async () => {
  await typedThere();
  await desk.load();
  laptop.loses = 1;
  desk.words(1, key, comment('they came', 'a'), 'add');
  await jest.advanceTimersByTimeAsync(0);
  await typedThere(comment('she listened', 'b'), comment('they came', 'a'));
  await settled();
  expect(there()?.[0]?.comments.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(desk.waiting.value).toEqual([]);
});

test('V1 the same words that two scribes typed first are two post-its', async () => {
  await typedThere();
  await desk.load();
  await typedThere(comment('they came', 'b'));
  desk.words(1, key, comment('they came', 'a'), 'add');
  await settled();
  expect(there()?.[0]?.comments.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('V1 words that are taken away while it is not known whether they are up are not up afterwards', async () => {
  await typedThere();
  await desk.load();
  // Once they are up, and once they never arrived.
  for (const lost of [{ loses: 1 }, { drops: 1 }]) {
    Object.assign(laptop, lost);
    desk.words(1, key, comment('they came', 'a'), 'add');
    await jest.advanceTimersByTimeAsync(0);
    desk.words(1, key, comment('they came', 'a'), 'remove');
    await settled();
    expect(there()?.[0]?.comments).toEqual([]);
    expect(desk.waiting.value).toEqual([]);
    // A message that comes late is told that they were taken away.
    expect([...laptop.gone]).toEqual(['a']);
  }
});

test('V1 words that were not added yet, or whose answer was lost, go on after the page was closed', async () => {
  await typedThere();
  await desk.load();
  desk.type(`1 ${key}`, 'she wro');
  laptop.loses = 1;
  desk.words(1, key, comment('they came', 'a'), 'add');
  desk.words(1, key, comment('they came', 'b'), 'add');
  await jest.advanceTimersByTimeAsync(0);
  desk.close();
  desk = makeWallDesk('s', keeping);
  await desk.load();
  await settled();
  expect(there()?.[0]?.comments.map(({ id }) => id)).toEqual(['a', 'b']);
  expect([...desk.texts]).toEqual([[`1 ${key}`, 'she wro']]);
  expect(desk.restored.value).toBe(true);
  desk.throwAway();
  expect([desk.texts.size, desk.restored.value, kept]).toEqual([0, false, null]);
});

test('V1 three hundred pasted post-its go up in few saves, as many as there are post-its, each once', async () => {
  saveThere(1, { heads: [], columns: [agree(250)] });
  await desk.load();
  for (let i = 0; i < 300; i += 1) desk.words(1, key, comment('they came', `w${i}`), 'add');
  await settled();
  const ids = there()?.[0]?.comments.map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 250 }, (_, i) => `w${i}`));
  expect(laptop.saves).toBeLessThan(6);
  expect(desk.waiting.value).toHaveLength(50);
  expect(desk.trouble.value).toContain('counted away');
});

test('V1 words that are refused hold up none that were typed before, and can be taken away', async () => {
  await typedThere();
  await desk.load();
  for (const text of ['one', 'two', 'bad', 'three']) desk.words(1, key, comment(text), 'add');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(there()?.[0]?.comments.map(({ text }) => text)).toEqual(['one', 'two']);
  desk.words(1, key, comment('bad'), 'remove');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(there()?.[0]?.comments.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  expect(desk.waiting.value).toEqual([]);
});

/** What was removed on one laptop and brought back on the other, as its session goes between them. */
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { Change } from '../../../../core/talk/change.ts';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { MainDb } from '../../../../server/store/sqlite/mainDb.ts';
import { bringTalkIn, talkOf } from '../../../../server/store/sqlite/talkCarry.ts';
import type { Store } from '../../../../server/store/store.ts';
import type { CarriedTalk } from '../../../../server/store/talk.ts';
import { point, removal, theme } from '../../../support/talk.ts';
import { aSession, begun, newFolder, opened } from '../made.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

interface Laptop {
  store: Store;
  main: MainDb;
}

async function laptop(): Promise<Laptop> {
  const folder = newFolder();
  const store = await opened(folder);
  closing.push(() => store.close());
  await begun(store);
  await begun(store, aSession('session-2', { code: 'BCDFGJ' }));
  const main = new MainDb(openDatabase(join(folder, 'standpoint.db')));
  closing.push(async () => void main.raw.close());
  return { store, main };
}

async function talked({ store }: Laptop, changes: Change[], unnoted = false): Promise<void> {
  const done = await store.talk.change('c1', changes, unnoted ? new Map() : undefined);
  expect(done).toEqual(changes.map(({ id }) => ({ id, is: 'done' })));
}
const packed = ({ main }: Laptop): Promise<CarriedTalk> => talkOf(main, 'c1', 'session-1');
const put = ({ main }: Laptop, talk: CarriedTalk): Promise<void> =>
  bringTalkIn(main, 'c1', 'session-1', talk);
const goOn = async (from: Laptop, to: Laptop): Promise<void> => put(to, await packed(from));
async function has({ store }: Laptop): Promise<{ here: string[]; gone: string[] }> {
  const { points, themes, gone } = await store.talk.read('c1');
  return { here: [...points, ...themes].map(({ id }) => id).toSorted(), gone: gone.toSorted() };
}
const again = <C extends Change>(change: C): C => ({ ...change, id: `again-${change.key}` });

const [P, Q, T, THOUGHT] = [point('p'), point('q'), theme('t'), point('phone-a')];

test('O5 TK3 what was removed here and brought back at the other laptop stands when its session returns', async () => {
  const [one, two] = [await laptop(), await laptop()];
  await talked(one, [P, Q, T]);
  await talked(one, [removal(P), removal(Q), removal(T)]);
  await goOn(one, two);
  await talked(two, [again(P), again(Q), again(T)]);
  // Undone and done again, it is removed.
  await talked(two, [{ ...removal(Q), id: 'after-all' }]);
  await goOn(two, one);
  expect(await has(one)).toEqual({ here: ['p', 't'], gone: ['q'] });
  await goOn(one, two);
  expect(await has(two)).toEqual({ here: ['p', 't'], gone: ['q'] });
});

test('O5 TK3 what was brought back here after the last copy stays, also where the other laptop has gone on without it', async () => {
  const [one, two] = [await laptop(), await laptop()];
  await talked(one, [P, T, THOUGHT]);
  await talked(one, [removal(P), removal(T)]);
  await talked(one, [removal(THOUGHT)], true);
  await goOn(one, two);
  await talked(one, [again(P), again(T), again(THOUGHT)]);
  await talked(two, [Q]);
  await goOn(two, one);
  expect(await has(one)).toEqual({ here: ['p', 'phone-a', 'q', 't'], gone: [] });
  expect([...(await one.store.talk.unnoted('session-1'))]).toEqual([]);
});

test('O5 TK3 TP4 an older stick that is put in again removes nothing that stands here', async () => {
  const one = await laptop();
  await talked(one, [P, Q, T, THOUGHT]);
  await talked(one, [removal(P), removal(T)]);
  await talked(one, [removal(THOUGHT)], true);
  const older = await packed(one);
  await talked(one, [again(P), again(T), again(THOUGHT), removal(Q)]);
  await put(one, older);
  expect(await has(one)).toEqual({ here: ['p', 'phone-a', 't'], gone: ['q'] });
});

test('O5 TK3 of a session that goes on here the other laptop is not told what is gone; of the one that it takes over it is', async () => {
  const [one, two] = [await laptop(), await laptop()];
  const other = point('o', {}, 'session-2');
  await talked(one, [P, other]);
  await talked(one, [removal(P), removal(other)]);
  expect(await packed(one)).toMatchObject({ gone: ['p'] });
  await goOn(one, two);
  // It may come back there, so no archive of that laptop says that it is gone.
  expect((await two.store.talk.read('c1')).went).toEqual(['p']);
  await one.store.removeSession('session-1');
  expect((await one.store.talk.read('c1')).went).toEqual(['o']);
});

const nth = <C extends Change>(n: number, change: C): C => ({ ...change, id: `${n}-${change.key}` });
const removed = (n: number, ...all: Change[]): Change[] =>
  all.map((change) => ({ ...nth(n, change), was: change.set, set: null }) as Change);

test('O5 TK3 what is brought back once more stands on both laptops again, and what is removed after that goes from both', async () => {
  const [one, two] = [await laptop(), await laptop()];
  const undone = (n: number): Change[] => [nth(n, P), nth(n, Q), nth(n, T)];
  await talked(one, [P, Q, T]);
  await talked(one, removed(1, P, Q, T));
  await talked(one, undone(2));
  await goOn(one, two);
  await talked(two, removed(3, P, Q, T));
  await goOn(two, one);
  expect(await has(one)).toEqual({ here: [], gone: ['p', 'q', 't'] });
  await talked(one, undone(4));
  // Each is named once.
  expect((await one.store.talk.read('c1')).back.toSorted()).toEqual(['p', 'q', 't']);
  await goOn(one, two);
  expect(await has(two)).toEqual({ here: ['p', 'q', 't'], gone: [] });
  // Removed where it was brought back, it goes, also from where it came to stand by that alone.
  await talked(one, removed(5, Q));
  await goOn(one, two);
  expect(await has(two)).toEqual({ here: ['p', 't'], gone: ['q'] });
  await talked(two, removed(6, P));
  await goOn(two, one);
  expect(await has(one)).toEqual({ here: ['t'], gone: ['p', 'q'] });
});

test('O5 TK3 what an earlier version says was brought back stands here too, and is known as that', async () => {
  const [one, two] = [await laptop(), await laptop()];
  await talked(one, [P, Q]);
  await talked(one, removed(1, P, Q));
  await goOn(one, two);
  await talked(two, [nth(2, P)]);
  const { done, ...talk } = await packed(two);
  expect(done).toContain('back.p.2-p');
  await put(one, { ...talk, done: done.map((mark) => (mark === 'back.p.2-p' ? 'back.p' : mark)) });
  expect(await has(one)).toEqual({ here: ['p'], gone: ['q'] });
  expect((await one.store.talk.read('c1')).back).toEqual(['p']);
});

test('S3 TP2 nothing that is kept counts how often a thought was changed and noted anew', async () => {
  const { store, main } = await laptop();
  const noted = (id: string, note: string) =>
    store.talk.change('c1', [{ ...THOUGHT, id }], new Map([['phone-a', { note, quote: true }]]));
  await noted('m0', 'n0');
  for (let n = 1; n <= 3; n += 1) {
    await store.talk.change('c1', [{ ...removal(THOUGHT), id: `r${n}` }], new Map());
    await noted(`m${n}`, `n${n}`);
  }
  const marks = main.raw.prepare("SELECT id FROM talk_done WHERE id LIKE 'back.%'").pluck().all();
  expect(marks).toEqual(['back.phone-a']);
});

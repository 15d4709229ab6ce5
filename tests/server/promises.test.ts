/** A promise that went out stays: through a removal in a stale window, a correction meanwhile, and another laptop. */
import { afterEach, expect, test } from '@jest/globals';
import type { RecommendationChange } from '../../core/recommendations/change.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { asked, reword, unasked } from '../support/recommendations.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const first = (): Promise<Store> => kept(laptop(consultation(), held('aa', [1, 2, 3])));
async function change(store: Store, ...changes: RecommendationChange[]): Promise<void> {
  const done = await store.recommendations.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
const promises = async (store: Store): Promise<string[] | undefined> =>
  (await store.recommendations.read('shared')).list.find(({ id }) => id === 'r')?.promises;
const wentOut = (store: Store, ...keys: string[]): Promise<unknown> =>
  store.recommendations.wentOut('shared', [{ recommendation: 'r', counts: { promises: keys } }]);
const promise = (...keys: string[]) => reword('r', { promises: [] }, { promises: keys });

const [FEBRUARY, AUGUST, SEPTEMBER] = [
  '2027-01-20>2027-02-20',
  '2027-01-20>2027-08-20',
  '2027-01-20>2027-09-01',
];

test('RC2 one that is removed and brought back by a window that had not heard of a promise has it again', async () => {
  const store = await first();
  const stale = asked('r');
  await change(store, stale, promise(FEBRUARY));
  await wentOut(store, FEBRUARY);
  await change(store, unasked(asked('r', { promises: [FEBRUARY] })));
  await change(store, unasked(stale), { ...stale, id: 'back' });
  expect(await promises(store)).toEqual([FEBRUARY]);
  await change(store, promise('2027-03-01>2027-09-01'));
  expect(await promises(store)).toEqual([FEBRUARY, '2027-03-01>2027-09-01']);
  // One that did not go out goes with it.
  await change(store, unasked(asked('r', { promises: [FEBRUARY, '2027-03-01>2027-09-01'] })));
  await change(store, asked('r', { promises: ['2027-01-10>2027-12-01', AUGUST] }));
  expect(await promises(store)).toEqual(['2027-01-10>2027-12-01', FEBRUARY, AUGUST]);
});

test('RC2 one that had been corrected when what tells it went out stays, and what was meant stands beside it', async () => {
  const store = await first();
  await change(store, asked('r', { promises: [FEBRUARY] }));
  await change(store, { ...reword('r', {}, {}), mend: { promise: FEBRUARY, by: '2027-08-20' } });
  expect(await promises(store)).toEqual([AUGUST]);
  await wentOut(store, FEBRUARY);
  expect(await promises(store)).toEqual([FEBRUARY, AUGUST]);
  await wentOut(store, FEBRUARY, AUGUST);
  expect(await promises(store)).toEqual([FEBRUARY, AUGUST]);
  // Nothing is put back on one that is removed meanwhile, until it is brought back.
  await change(store, unasked(asked('r', { promises: [FEBRUARY, AUGUST] })));
  await wentOut(store, FEBRUARY, AUGUST, SEPTEMBER);
  expect(await promises(store)).toBeUndefined();
  await change(store, asked('r'));
  expect(await promises(store)).toEqual([FEBRUARY, AUGUST, SEPTEMBER]);
});

test('RC2 RC9 of two promises of one day the one that went out is the first, whichever laptop unites them, and it is named', async () => {
  const store = await first();
  await change(store, asked('r'));
  const other = await kept(opened(newFolder()));
  await take(other, await archiveOf(store, 'shared'));
  await change(other, promise(FEBRUARY));
  await change(store, promise(AUGUST));
  await wentOut(store, AUGUST);
  const { conflicts } = await take(other, await archiveOf(store, 'shared'));
  expect(conflicts.join(' ')).toContain('1 recommendation differs there');
  expect(await promises(other)).toEqual([AUGUST, FEBRUARY]);
  expect((await take(store, await archiveOf(other, 'shared'))).conflicts).toEqual([]);
  expect(await promises(store)).toEqual([AUGUST, FEBRUARY]);
});

test('RC2 RC9 where none of them went out the order is the same on both laptops', async () => {
  const store = await first();
  await change(store, asked('r'));
  const other = await kept(opened(newFolder()));
  await take(other, await archiveOf(store, 'shared'));
  const before = await archiveOf(other, 'shared');
  await change(other, promise(SEPTEMBER));
  await change(store, promise(FEBRUARY));
  const [here, there] = [await archiveOf(store, 'shared'), await archiveOf(other, 'shared')];
  await take(other, here);
  await take(store, there);
  expect(await promises(store)).toEqual([FEBRUARY, SEPTEMBER]);
  expect(await promises(other)).toEqual([FEBRUARY, SEPTEMBER]);
  // Whoever has both knows in which order they came.
  const third = await kept(opened(newFolder()));
  await take(third, before);
  await change(
    third,
    promise(SEPTEMBER),
    reword('r', { promises: [SEPTEMBER] }, { promises: [SEPTEMBER, FEBRUARY] }),
  );
  await take(third, there);
  expect(await promises(third)).toEqual([SEPTEMBER, FEBRUARY]);
});

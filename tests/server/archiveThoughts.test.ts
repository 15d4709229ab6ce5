/** Thoughts from phones that two laptops have: taken out on one, they are brought back on neither. */
import { afterEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { talkOf } from '../../server/store/sqlite/talkCarry.ts';
import { MainDb } from '../../server/store/sqlite/mainDb.ts';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { edit, point, removal } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function talked(store: Store, ...changes: Change[]): Promise<string[]> {
  const done = await store.talk.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.map(({ is }) => is);
}
const quote = (key: string) => point(key, { kind: 'quote', mayQuote: true }, 'aa');
const [GOES, STAYS, UNSAID] = [quote('phone-1'), quote('phone-2'), quote('phone-3')];

test('TP5 TK3 what is gone from another laptop’s archive no undo brings back here, and a yes that is none there is none here', async () => {
  const folder = newFolder();
  const one = await kept(laptop(consultation(), { folder }, held('aa', [1, 2])));
  await talked(one, GOES, STAYS, UNSAID);
  const two = await kept(opened(newFolder()));
  await take(two, await archiveOf(one, 'shared'));
  await talked(one, removal(GOES), removal(STAYS), removal(UNSAID));
  // There its writer has taken the first one out, and another one the yes.
  await talked(two, removal(GOES), edit('phone-3', { mayQuote: true }, { mayQuote: false }, 'aa'));
  await take(one, await archiveOf(two, 'shared'));
  // What is known of who may bring it back is no other laptop’s.
  const main = new MainDb(openDatabase(`${folder}/standpoint.db`));
  expect((await talkOf(main, 'shared', 'aa')).done.filter((id) => /^(?:may|yes)\./u.test(id))).toEqual([]);
  main.raw.close();
  const again = [GOES, STAYS, UNSAID].map((change) => ({ ...change, id: `again-${change.key}` }));
  expect(await talked(one, ...again)).toEqual(['gone', 'done', 'done']);
  const { points } = await one.talk.read('shared');
  expect(points.map(({ id, mayQuote }) => [id, mayQuote])).toEqual([
    ['phone-2', true],
    ['phone-3', false],
  ]);
});

/** Thoughts from phones that two laptops have: taken out on one, they are brought back on neither. */
import { afterEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { talkOf } from '../../server/store/sqlite/talkCarry.ts';
import { MainDb } from '../../server/store/sqlite/mainDb.ts';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { quotedRoom, twenty, type QuotedRoom } from '../support/quotedRoom.ts';
import { edit, point, removal, theme } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
const laptops: QuotedRoom[] = [];
async function aRoom(...given: Parameters<typeof quotedRoom>): Promise<QuotedRoom> {
  const made = await quotedRoom(given[0]);
  laptops.push(made);
  return made;
}
afterEach(async () => {
  for (const { server } of laptops.splice(0)) await server.stop();
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

const QUOTED = 'Nobody rings back when they say that they will';
const others = [0, 1, 2, 3, 4, 5].map((i) => point(`x${i}`, { themes: ['t'] }, 'bb'));

test.each([true, false])(
  'W3 TP5 RT3 what a release of either laptop says of somebody who took theirs out on one goes from both, and what the team alone removed here stays known; the other one’s team has removed it: %s',
  async (removed) => {
    const room = await aRoom([twenty('aa'), twenty('bb')]);
    const fields = { kind: 'quote' as const, mayQuote: true, themes: ['t'] };
    const thought = point('phone-1', { ...fields, text: QUOTED }, 'aa');
    const stays = point('phone-2', { ...fields, text: 'It was all right with us' }, 'aa');
    await room.talk(theme('t'), thought, stays, ...others);
    const two = await aRoom([]);
    const goes = async (from: QuotedRoom, to: QuotedRoom) =>
      take(to.store(), await archiveOf(from.store(), 'shared'));
    await goes(room, two);
    const ids = ['phone-1', 'phone-2'];
    await two.write({
      points: ids.map((id) => ({ session: 'aa', point: id, chosen: true, checked: true, published: null })),
    });
    await two.release();
    if (removed) await two.talk(removal(thought));
    // As by a code: the thought is gone, and nothing says that it may come back.
    const facts = await room.store().session('aa');
    if (facts !== null) await room.store().saveSession({ ...facts, takenOut: 1, generation: 1 });
    await room.talk(removal(thought));
    const main = openDatabase(`${room.server.folder}/standpoint.db`);
    main.prepare(`DELETE FROM talk_done WHERE id LIKE '___.phone-1'`).run();
    main.close();
    // The team’s own, of which its writer has said nothing.
    await room.talk(removal(stays));
    const persons = async (on: QuotedRoom) =>
      (await on.store().releases('shared')).flatMap(({ entry }) => entry.persons?.list.map(({ id }) => id));
    expect(await persons(two)).toEqual(ids);
    await goes(two, room);
    expect(await persons(room)).toEqual(['phone-2']);
    await goes(room, two);
    // There it is only known that both are gone.
    expect(await persons(two)).toEqual([]);
  },
);

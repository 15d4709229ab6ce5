/** Archives that are saved while a session runs, of what went in it and comes back before it is sealed. */
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { FREE_TALK, taggedThought, THERE, thoughtPlace } from '../../core/thought.ts';
import type { Change } from '../../core/talk/change.ts';
import type { Store } from '../../server/store/store.ts';
import { thoughtPointIds } from '../../server/store/thoughtPoints.ts';
import { archiveOf, take } from '../support/archives.ts';
import { point, removal, theme } from '../support/talk.ts';
import { aResponse, aSession, begun, newFolder, opened, openedRoom } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function talked(store: Store, changes: Change[], unnoted = false): Promise<void> {
  const done = await store.talk.change('c1', changes, unnoted ? new Map() : undefined);
  expect(done).toEqual(changes.map(({ id }) => ({ id, is: 'done' })));
}

test('TK3 TP4 TK6 what went while its session ran, and came back before it was sealed, comes to a laptop that had an archive of meanwhile; what stays removed does not', async () => {
  const folder = newFolder();
  const one = await kept(opened(folder));
  const two = await kept(opened(newFolder()));
  const live = await begun(one, aSession(), openedRoom(0));
  const { statement, round } = taggedThought(0, undefined);
  const tag = live.tagOf('token', statement, round);
  const words = { answer: THERE, comment: 'a thought', note: 'n' };
  await live.place(aResponse(thoughtPlace(FREE_TALK, 0), tag, words));
  const thought = point(thoughtPointIds(tag)[0] ?? '', { text: 'a thought', kind: 'quote' });
  const [back, away, none] = [point('back'), point('away'), theme('none')];
  await talked(one, [thought, back, away, none]);
  await talked(one, [removal(thought)], true);
  await talked(one, [removal(back), removal(away), removal(none)]);
  const { leftOut } = await take(two, await archiveOf(one, 'c1'));
  expect(leftOut).toHaveLength(1);
  // A theme is of all sessions, and may have been in an archive before.
  expect((await two.talk.read('c1')).gone).toEqual(['none']);
  await talked(one, [
    { ...thought, id: 'noted-again' },
    { ...back, id: 'undone' },
  ]);
  await one.saveSession(aSession('session-1', { state: 'ended' }));
  await one.seal('session-1', false);
  expect(await take(two, await archiveOf(one, 'c1'))).toMatchObject({
    added: ['Adult focus group 1'],
    conflicts: [],
  });
  const { points, gone } = await two.talk.read('c1');
  expect(points.map(({ text }) => text).toSorted()).toEqual(['Point back', 'a thought']);
  expect(gone).toEqual(['away', 'none']);
  // Nothing is left of them on the laptop that had the session.
  const main = new Database(join(folder, 'standpoint.db'), { readonly: true });
  expect(main.prepare("SELECT id FROM talk_done WHERE id LIKE 'went.%'").all()).toEqual([]);
  main.close();
});

test('TK3 TP4 O5 what went in a session that is removed here before it was counted stands with the laptop that counted it, and comes from there; what that one removed does not', async () => {
  const one = await kept(opened(newFolder()));
  const two = await kept(opened(newFolder()));
  const tag = 'a'.repeat(40);
  const words = { answer: THERE, comment: 'a thought', note: 'n' };
  const response = aResponse(thoughtPlace(FREE_TALK, 0), tag, words);
  const thought = point(thoughtPointIds(tag)[0] ?? '', { text: 'a thought', kind: 'quote' });
  const [slip, away, other] = [point('slip'), point('away'), point('other', {}, 'session-2')];
  for (const store of [one, two]) await (await begun(store, aSession(), openedRoom(0))).place(response);
  await begun(one, aSession('session-2', { code: 'BCDFGJ' }));
  await talked(one, [thought, slip, away, other]);
  await talked(one, [removal(thought)], true);
  await talked(one, [removal(slip), removal(away), removal(other)]);
  // The laptop has died, and its session goes on at the other one from the copy before.
  await talked(two, [
    { ...thought, id: 'noted-there' },
    { ...slip, id: 'said-there' },
    { ...away, id: 'away-there' },
  ]);
  await talked(two, [removal(away)]);
  await two.saveSession(aSession('session-1', { state: 'ended' }));
  await two.seal('session-1', false);
  await one.saveSession(aSession('session-1', { state: 'ended' }));
  await one.removeSession('session-1');
  // Of the other session nothing is decided by that.
  expect((await one.talk.read('c1')).gone).toEqual(['other']);
  expect(await take(one, await archiveOf(two, 'c1'))).toMatchObject({ conflicts: [], leftOut: [] });
  const standing = async (store: Store): Promise<string[]> =>
    (await store.talk.read('c1')).points.map(({ text }) => text).toSorted();
  expect(await standing(one)).toEqual(['Point slip', 'a thought']);
  await take(two, await archiveOf(one, 'c1'));
  expect(await standing(two)).toEqual(['Point slip', 'a thought']);
  expect((await one.talk.read('c1')).gone.toSorted()).toEqual(['away', 'other']);
});

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

/** A session went on at two laptops: what one of them has not of its thoughts does not come from the other. */
import { cpSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { FREE_TALK, taggedThought, THERE, thoughtPlace } from '../../core/thought.ts';
import type { LiveResponse, LiveStore, Store } from '../../server/store/store.ts';
import { printHash } from '../../server/store/sqlite/printedWords.ts';
import { archiveOf, consultation, take } from '../support/archives.ts';
import { holding } from '../support/bytes.ts';
import { correction } from '../support/studies.ts';
import {
  aRelease,
  aResponse,
  aSession,
  begun,
  newFolder,
  opened,
  openedRoom,
  reopened,
} from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

function thought(live: LiveStore, token: string): LiveResponse {
  const { statement, round } = taggedThought(0, undefined);
  const words = { answer: THERE, comment: `thought of ${token}`, note: token };
  return aResponse(thoughtPlace(FREE_TALK, 0), live.tagOf(token, statement, round), words);
}

async function seal(store: Store): Promise<void> {
  await store.saveSession(aSession('session-1', { state: 'ended' }));
  await store.seal('session-1', false);
}

const said = async (store: Store): Promise<string[]> =>
  (await store.talk.read('c1')).points.map(({ text }) => text).toSorted();

const PEOPLE = ['back', 'leaves', 'left-out', 'stays'];

/** @param answered whether they answered a statement too */
async function onTwo(answered: boolean): Promise<{ one: Store; two: Store; folder: string }> {
  const [first, folder] = [newFolder(), newFolder()];
  const before = await opened(first);
  const { statements } = consultation();
  await before.saveConsultation(consultation({ id: 'c1' }), null);
  const room = openedRoom(answered ? 1 : 0);
  const boards = room.boards.map((board) => ({
    ...board,
    version: 1,
    wordings: statements[0]?.wordings ?? [],
  }));
  const live = await begun(before, aSession(), { ...room, boards });
  for (const token of PEOPLE) {
    if (answered) await live.place(aResponse(1, live.tagOf(token, 's1', 1)));
    await live.place(thought(live, token));
  }
  await before.close();
  cpSync(first, folder, { recursive: true });
  const two = await kept(opened(folder));
  const there = await reopened(two);
  const [back, leaves] = ['back', 'leaves'].map((token) => thought(there, token));
  if (back === undefined || leaves === undefined) throw new Error('nobody');
  await there.place({ ...back, revision: 2, answer: null, comment: '', note: '' });
  await there.takeOut([leaves]);
  await there.saveRoom({ ...(await there.room()), notes: { 'left-out': 'hide' } });
  await seal(two);
  const one = await kept(opened(first));
  await reopened(one);
  await seal(one);
  return { one, two, folder };
}

test.each([true, false])(
  'F13 TP5 W2 of a sitting that is counted here, no thought comes from the other laptop that was taken back, taken out or left out here, nor what a release there printed of it; they had answered: %s',
  async (answered) => {
    const { one, two, folder } = await onTwo(answered);
    const points = (await one.talk.read('c1')).points.toSorted((a, b) => (a.text < b.text ? -1 : 1));
    const [gone] = points;
    if (gone === undefined) throw new Error('nothing was said');
    const release = aRelease(1);
    const blocks = [{ kind: 'quote' as const, text: gone.text, by: 'A participant' }];
    release.model.sections = [{ id: 'theme-1', heading: '', level: 2, blocks }];
    const quotes = [{ session: 'session-1', point: gone.id, said: {}, at: [0] }];
    release.entry.talk = { cells: [], quotes };
    await one.addRelease({ ...release, hash: printHash(release.model) });
    const about = correction('c', { about: 'point', of: gone.id, was: gone.text, ofSession: 'session-1' });
    expect(await one.studies.change('c1', [about])).toEqual([{ id: about.id, is: 'done' }]);
    const { conflicts } = await take(two, await archiveOf(one, 'c1'));
    expect(conflicts.filter((words) => words.includes('They are not taken in.'))).toEqual([
      expect.stringMatching(/^3 thoughts/),
    ]);
    expect(await said(two)).toEqual(['thought of stays']);
    expect((await two.releases('c1')).map(({ entry }) => entry.talk?.quotes)).toEqual([[]]);
    for (const token of PEOPLE.slice(0, 3)) expect(holding(folder, `thought of ${token}`)).toEqual([]);
  },
);

test('F13 TP4 one draft that was held on two laptops, by people who said something and answered nothing: all that they said is kept', async () => {
  const [one, two] = [await kept(opened(newFolder())), await kept(opened(newFolder()))];
  for (const [store, token] of [
    [one, 'here'],
    [two, 'there'],
  ] as const) {
    const live = await begun(store, aSession(), openedRoom(0));
    await live.place(thought(live, token));
    await seal(store);
  }
  const archive = await archiveOf(one, 'c1');
  // Taken in twice, it is there once.
  for (const _ of ['first', 'again']) expect(await take(two, archive)).toMatchObject({ conflicts: [] });
  expect(await said(two)).toEqual(['thought of here', 'thought of there']);
});

test('F13 TP4 of a session that went on at another laptop, and is not finished here, it is said to remove it here, and then all comes that was said there', async () => {
  const [first, folder] = [newFolder(), newFolder()];
  const before = await opened(first);
  const live = await begun(before, aSession(), openedRoom(0));
  await live.place(thought(live, 'before it died'));
  await before.close();
  cpSync(first, folder, { recursive: true });
  const two = await kept(opened(folder));
  const there = await reopened(two);
  await there.place(thought(there, 'later'));
  await seal(two);
  const archive = await archiveOf(two, 'c1');
  const one = await kept(opened(first));
  expect((await take(one, archive)).conflicts).toEqual([
    expect.stringContaining('Where it went on at another laptop, remove it here; else finish it here.'),
  ]);
  await one.removeSession('session-1');
  expect((await take(one, archive)).conflicts).toEqual([]);
  expect(await said(one)).toEqual(['thought of before it died', 'thought of later']);
});

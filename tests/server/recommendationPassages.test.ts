/** Passages of interviews that recommendations rest on: in the store, in archives, and in the researchers' files. */
import { afterEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { makeRests } from '../../core/recommendations/rests.ts';
import { isRefusal } from '../../core/refusal.ts';
import { codebook } from '../../core/talk/themes.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { asked, reword } from '../support/recommendations.ts';
import { editSource, passage, source } from '../support/sources.ts';
import { removal, theme } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const evidence = async (store: Store) => (await store.recommendations.read('shared')).list[0]?.evidence;
async function resting(store: Store) {
  const talk = await store.talk.read('shared');
  const facts = { ...talk, book: codebook(talk.themes), postits: [], statements: [] };
  const { passages, interviews, voices, missing } = makeRests(facts)({
    evidence: (await evidence(store)) ?? [],
  });
  return { passages: passages.map(({ id }) => id), interviews: [...interviews], voices, missing };
}

test('RC5 IV3 RC9 a link to a passage stays through archives, and is missing while text or yes is gone', async () => {
  const store = await kept(laptop(consultation(), held('aa', [1, 2, 3])));
  const text = source('s');
  const words = passage('a', 's', 'on Friday', { themes: ['t'] });
  await store.talk.change('shared', [theme('t'), text, words]);
  const older = await archiveOf(store, 'shared');
  const done = await store.recommendations.change('shared', [asked('r', { evidence: ['passage.a'] })]);
  expect(isRefusal(done)).toBe(false);
  expect(await evidence(store)).toEqual(['passage.a']);
  const there = { passages: ['a'], interviews: ['s'], voices: 1, missing: 0 };
  const gone = { passages: [], interviews: [], voices: 0, missing: 1 };
  expect(await resting(store)).toEqual(there);

  const archive = await archiveOf(store, 'shared');
  const manifest = (zip: Uint8Array): string =>
    strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array());
  // One that does not know of such a link refuses the file as newer than itself.
  expect(manifest(archive)).toContain('"version": 5');
  expect(manifest(older)).toContain('"version": 4');
  const other = await kept(opened(newFolder()));
  expect(await take(other, archive)).toMatchObject({ opened: true, conflicts: [] });
  expect(await resting(other)).toEqual(there);
  await other.recommendations.change('shared', [reword('r', { evidence: [] }, { evidence: ['theme.t'] })]);
  await take(store, await archiveOf(other, 'shared'));
  expect(await evidence(store)).toEqual(['passage.a', 'theme.t']);
  await store.recommendations.change('shared', [reword('r', { evidence: ['theme.t'] }, { evidence: [] })]);

  await store.talk.change('shared', [editSource('s', { mayUse: true }, { mayUse: false })]);
  expect(await resting(store)).toEqual(gone);
  await store.talk.change('shared', [editSource('s', { mayUse: false }, { mayUse: true })]);
  expect(await resting(store)).toEqual(there);
  await store.talk.change('shared', [removal(words), removal(text)]);
  expect(await resting(store)).toEqual(gone);
  await store.talk.change('shared', [
    { ...text, id: 'text-back' },
    { ...words, id: 'words-back' },
  ]);
  expect(await resting(store)).toEqual(there);
});

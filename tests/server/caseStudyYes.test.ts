/** Whether a yes and a second reader's tick stand: after an undo, over a restart, and once two laptops are united. */
import { expect, test } from '@jest/globals';
import type { StudiesChange } from '../../core/caseStudies/change.ts';
import { yesOf } from '../../core/caseStudies/publish.ts';
import { NEW_CASE_STUDY } from '../../core/caseStudies/types.ts';
import { isRefusal } from '../../core/refusal.ts';
import { newId } from '../../server/random.ts';
import type { Store } from '../../server/store/store.ts';
import { consultation } from '../support/archives.ts';
import { editStudy, study } from '../support/studies.ts';
import { newFolder, opened } from './store/made.ts';

async function put(store: Store, ...changes: StudiesChange[]): Promise<void> {
  const done = await store.studies.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}

test('CS1 an undo brings the yes back with exactly its words, not with another window’s, nor once the program was started anew', async () => {
  const folder = newFolder();
  let store = await opened(folder);
  await store.saveConsultation(consultation(), null);
  const yes = async (): Promise<unknown> => {
    const [one = NEW_CASE_STUDY] = (await store.studies.read('shared')).caseStudies;
    return [one.title, one.text, yesOf(one)];
  };
  const ready = { version: 'v', yesTo: 'v', yesDay: '2026-11-20', yesHow: 'read' } as const;
  const away = editStudy('k', { text: 'Text k' }, { text: 'New' });
  const back = (): StudiesChange => editStudy('k', { text: 'New' }, { text: 'Text k' }, 'v');
  await put(store, study('k', ready), away, back());
  expect(await yes()).toEqual(['Study k', 'Text k', 'stands']);
  const again = { ...away, id: newId() };
  await put(store, again, editStudy('k', { title: 'Study k' }, { title: 'Theirs' }), back());
  expect(await yes()).toEqual(['Theirs', 'Text k', 'old']);
  await put(store, editStudy('k', { title: 'Theirs' }, { title: 'Study k' }, again.id));
  expect(await yes()).toEqual(['Study k', 'Text k', 'stands']);
  await put(store, { ...away, id: newId() }, editStudy('k', { text: 'New' }, { text: 'Another' }, 'v'));
  expect(await yes()).toEqual(['Study k', 'Another', 'old']);
  await put(store, editStudy('k', { text: 'Another' }, { text: 'New' }));
  await store.close();
  store = await opened(folder);
  await put(store, back());
  expect(await yes()).toEqual(['Study k', 'Text k', 'old']);
  await store.close();
});

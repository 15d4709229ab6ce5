/** What a second reader said would be recognised stays so for its words, in the store and once laptops are united. */
import { expect, test } from '@jest/globals';
import { undoOfStudies, type CaseStudyChange } from '../../core/caseStudies/change.ts';
import { mayPublish, readOf } from '../../core/caseStudies/publish.ts';
import { NEW_CASE_STUDY } from '../../core/caseStudies/types.ts';
import { isRefusal } from '../../core/refusal.ts';
import { newId } from '../../server/random.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { editStudy, study } from '../support/studies.ts';
import { newFolder, opened } from './store/made.ts';

const READY = {
  version: 'v',
  writer: 'First',
  yesTo: 'v',
  yesDay: '2026-11-20',
  yesHow: 'read',
} as const;
const NO_READ = { readTo: '', reader: '', readDay: '', readGroup: '' } as const;
const known = (): CaseStudyChange => editStudy('k', { knownTo: [] }, { knownTo: ['v'] });
const read = (readTo = 'v'): CaseStudyChange =>
  editStudy('k', NO_READ, { ...NO_READ, readTo, reader: 'Second', readDay: '2026-11-21' });

async function put(store: Store, ...changes: CaseStudyChange[]): Promise<void> {
  const done = await store.studies.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
async function told(store: Store) {
  const [one = { id: '', ...NEW_CASE_STUDY }] = (await store.studies.read('shared')).caseStudies;
  return one;
}
const tick = async (store: Store): Promise<string> => readOf(await told(store), []);
const NEWS =
  'A second reader there said that somebody would recognise the person in 1 case study. So it has to be changed here, or read again where it reads differently.';

test('CS5 words by which somebody would recognise the person cannot be printed, ticked or not, over a restart, until they are changed and read again', async () => {
  const folder = newFolder();
  let store = await opened(folder);
  await store.saveConsultation(consultation(), null);
  await put(store, study('k', READY), known(), read());
  expect(mayPublish(await told(store), { names: [], places: [] }, [])).toEqual([
    'A second reader said that somebody would recognise the person. Change the text, and have it read again.',
  ]);
  const away = editStudy('k', { text: 'Text k' }, { text: 'New' });
  await put(store, away);
  expect(await tick(store)).toBe('old');
  // Typed anew they are the words that they were, and so are they by an undo.
  const again = editStudy('k', { text: 'New' }, { text: 'Text k' });
  await put(store, again);
  expect(await tick(store)).toBe('known');
  await put(store, undoOfStudies(again, newId(), await told(store)) as CaseStudyChange);
  await put(store, undoOfStudies(away, newId(), { ...NEW_CASE_STUDY, version: 'v' }) as CaseStudyChange);
  expect(await told(store)).toMatchObject({ version: 'v', text: 'Text k' });
  await store.close();
  store = await opened(folder);
  expect(await tick(store)).toBe('known');
  await put(store, editStudy('k', { text: 'Text k' }, { text: 'Another' }));
  const { version } = await told(store);
  const { readTo, reader, readDay, readGroup } = await told(store);
  await put(store, editStudy('k', { readTo, reader, readDay, readGroup }, read(version).set ?? {}));
  expect(await tick(store)).toBe('stands');
  await store.close();
});

test('CS6 F13 that somebody would recognise it counts on whichever laptop it was said; one that reads differently is read again once', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  await put(one, study('k', READY));
  const [two, three] = [await opened(newFolder()), await opened(newFolder())];
  const before = await archiveOf(one, 'shared');
  await take(two, before);
  await take(three, before);
  await put(one, read());
  await put(two, known());
  const said = await archiveOf(two, 'shared');
  expect((await take(one, said)).conflicts).toContain(NEWS);
  expect([await tick(one), (await told(one)).reader]).toEqual(['known', '']);
  // The older archive takes nothing of it away.
  await take(two, before);
  expect([await tick(two), (await take(one, said)).conflicts]).toEqual([
    'known',
    expect.not.arrayContaining([NEWS]),
  ]);

  await put(three, editStudy('k', { text: 'Text k' }, { text: 'Mended' }));
  const mended = (await told(three)).version;
  await put(three, read(mended));
  expect(await tick(three)).toBe('stands');
  await take(three, said);
  expect(await tick(three)).toBe('none');
  await put(three, read(mended));
  await take(three, said);
  expect(await tick(three)).toBe('stands');
  for (const store of [one, two, three]) await store.close();
});

/** Whether a yes and a second reader's tick stand: after an undo, over a restart, and once two laptops are united. */
import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { StudiesChange } from '../../core/caseStudies/change.ts';
import { readOf, yesOf } from '../../core/caseStudies/publish.ts';
import { NEW_CASE_STUDY } from '../../core/caseStudies/types.ts';
import { isRefusal } from '../../core/refusal.ts';
import { newId } from '../../server/random.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { asked, reword } from '../support/recommendations.ts';
import { editStudy, study } from '../support/studies.ts';
import { edit, point, theme } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const YES = { yesTo: 'v', yesDay: '2026-11-20', yesHow: 'read' } as const;
const NO_YES = { yesTo: '', yesDay: '', yesHow: '' } as const;
const READ = { readTo: 'v', reader: 'Second', readDay: '2026-11-20' } as const;

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
    return [one.title, one.text, yesOf(one, [])];
  };
  const away = editStudy('k', { text: 'Text k' }, { text: 'New' });
  const back = (): StudiesChange => editStudy('k', { text: 'New' }, { text: 'Text k' }, 'v');
  await put(store, study('k', { version: 'v', ...YES }), away, back());
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

/** Whether the ticks of each stand, in the order of their ids. */
async function ticks(store: Store): Promise<string[]> {
  const { caseStudies } = await store.studies.read('shared');
  return caseStudies.map((one) => `${one.id} ${yesOf(one, [])} ${readOf(one, [])}`);
}

test('CS6 F13 a yes or a tick that was taken back on one laptop is taken back on both, one that was not given yet or given again is not', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  const READ_U = { ...READ, readTo: 'u' };
  await put(
    one,
    study('asked', { version: 'v', ...YES, ...READ }),
    study('fresh', { version: 'w' }),
    study('read', { version: 'u', ...YES, yesTo: 'u', ...READ_U }),
  );
  const older = await archiveOf(one, 'shared');
  const two = await opened(newFolder());
  await take(two, older);
  await put(
    two,
    editStudy('asked', YES, NO_YES),
    editStudy('read', READ_U, { readTo: '', reader: '', readDay: '' }),
  );
  // Asked here only after the other laptop had its copy.
  await put(one, editStudy('fresh', NO_YES, { ...YES, yesTo: 'w' }));
  const backThere = await archiveOf(two, 'shared');
  expect((await take(one, backThere)).conflicts).toEqual([
    '1 case study was changed there. What was here stays.',
    'The yes to 2 case studies, or the second reader’s tick, was taken back there, and so it is taken back here too.',
  ]);
  expect(await ticks(one)).toEqual(['asked none stands', 'fresh stands none', 'read stands none']);
  // No older archive brings it back, here or where it comes for the first time.
  await take(one, older);
  const three = await opened(newFolder());
  await take(three, older);
  await take(three, await archiveOf(one, 'shared'));
  for (const store of [one, three])
    expect(await ticks(store)).toEqual([
      'asked none stands',
      store === one ? 'fresh stands none' : 'fresh none none',
      'read stands none',
    ]);
  // Asked once more, they said yes again; the archive from before does not take that back.
  await put(one, editStudy('asked', NO_YES, YES));
  await take(one, backThere);
  expect(await ticks(one)).toContain('asked stands stands');
  for (const store of [one, two, three]) await store.close();
});

test('F13 RC9 of a point and a recommendation the no of either laptop wins, and that is named', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  const quote = { kind: 'quote', mayQuote: true } as const;
  await one.talk.change('shared', [theme('t'), point('p', quote, 'aa'), point('q', quote, 'aa')]);
  await one.recommendations.change('shared', [asked('r', { told: true }), asked('s', { told: true })]);
  const two = await opened(newFolder());
  await take(two, await archiveOf(one, 'shared'));
  await two.talk.change('shared', [edit('p', { mayQuote: true }, { mayQuote: false }, 'aa')]);
  await two.recommendations.change('shared', [reword('r', { told: true }, { told: false })]);
  await one.talk.change('shared', [edit('q', { mayQuote: true }, { mayQuote: false }, 'aa')]);
  await one.recommendations.change('shared', [reword('s', { told: true }, { told: false })]);
  const { conflicts } = await take(one, await archiveOf(two, 'shared'));
  expect(conflicts).toEqual([
    expect.stringContaining('a yes to being quoted counts only where both have it'),
    expect.stringContaining('each is told to people only where both tell it'),
  ]);
  await take(two, await archiveOf(one, 'shared'));
  for (const store of [one, two]) {
    const { points } = await store.talk.read('shared');
    expect(points.map(({ id, mayQuote }) => [id, mayQuote])).toEqual([
      ['p', false],
      ['q', false],
    ]);
    const { list } = await store.recommendations.read('shared');
    expect(list.map(({ id, told }) => [id, told])).toEqual([
      ['r', false],
      ['s', false],
    ]);
    await store.close();
  }
});

test('CS1 CS6 a tick keeps what the group was called, over a rename, in archives, and where the other laptop calls it something else', async () => {
  const called = (label: string) => {
    const doc = consultation();
    return { ...doc, groups: [{ id: 'g1', label, roomLabel: '' }] };
  };
  const one = await opened(newFolder());
  const saved = await one.saveConsultation(called('Parents'), null);
  if (isRefusal(saved)) throw new Error(JSON.stringify(saved));
  const yes = async (store: Store): Promise<string[]> => {
    const groups = (await store.consultation('shared'))?.consultation.groups ?? [];
    const { caseStudies } = await store.studies.read('shared');
    return caseStudies.map((told) => `${yesOf(told, groups)} to ${told.yesGroup}`);
  };
  await put(one, study('k', { group: 'g1', version: 'v' }), editStudy('k', NO_YES, YES));
  expect(await yes(one)).toEqual(['stands to Parents']);
  await one.saveConsultation(called('Parents in prison'), saved.revision);
  expect(await yes(one)).toEqual(['renamed to Parents']);
  // A window that has not heard of the new name ticks what it shows; one that has, what is called so.
  const shown = editStudy('k', { ...YES, yesGroup: 'Parents' }, { ...NO_YES, yesGroup: '' });
  await put(one, shown, editStudy('k', { ...NO_YES, yesGroup: '' }, { ...YES, yesGroup: 'Parents' }));
  expect(await yes(one)).toEqual(['renamed to Parents']);
  const two = await opened(newFolder());
  await two.saveConsultation(called('Parents'), null);
  const archive = await archiveOf(one, 'shared');
  expect(strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array())).toContain('"version": 5');
  await take(two, archive);
  expect(await yes(two)).toEqual(['stands to Parents']);
  await put(one, { ...shown, id: newId() }, editStudy('k', { ...NO_YES, yesGroup: '' }, YES));
  expect(await yes(one)).toEqual(['stands to Parents in prison']);
  await one.close();
  await two.close();
});

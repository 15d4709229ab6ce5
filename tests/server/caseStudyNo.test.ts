/** A yes that was taken back is not given again by what knows nothing of it: another laptop, or another window. */
import { describe, expect, test } from '@jest/globals';
import { undoOfStudies, type CaseStudyChange } from '../../core/caseStudies/change.ts';
import { yesOf } from '../../core/caseStudies/publish.ts';
import type { CaseStudyFields } from '../../core/caseStudies/types.ts';
import { isRefusal } from '../../core/refusal.ts';
import { newId } from '../../server/random.ts';
import type { Store } from '../../server/store/store.ts';
import type { StoredStudies } from '../../server/store/studies.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { editStudy, study } from '../support/studies.ts';
import { newFolder, opened } from './store/made.ts';

const YES = { yesTo: 'v', yesDay: '2026-11-20', yesHow: 'read', yesGroup: '' } as const;
const NO = { yesTo: '', yesDay: '', yesHow: '', yesGroup: '' } as const;
const TOLD = study('k', { version: 'v', ...YES });
const takeBack = (): CaseStudyChange => editStudy('k', YES, NO);
const give = (): CaseStudyChange => editStudy('k', NO, YES);
const remove = (was = TOLD.set): CaseStudyChange => ({ ...TOLD, id: newId(), was, set: null });
const undo = (change: CaseStudyChange, last: CaseStudyFields | null): CaseStudyChange =>
  undoOfStudies(change, newId(), last) as CaseStudyChange;
const WHOLE = TOLD.set as CaseStudyFields;

async function put(store: Store, ...changes: CaseStudyChange[]): Promise<void> {
  const done = await store.studies.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
async function yes(store: Store): Promise<string[]> {
  const groups = (await store.consultation('shared'))?.consultation.groups ?? [];
  return (await store.studies.read('shared')).caseStudies.map((one) => yesOf(one, groups));
}

/** An archive of another laptop that has these case studies. */
async function archiveWith(studies: StoredStudies): Promise<Buffer> {
  const other = await opened(newFolder());
  const nothing = { from: null, sealed: [], sessions: [], reviews: [], report: null, releases: [] };
  await other.takeIn({ consultation: consultation(), ...nothing, studies });
  const archive = await archiveOf(other, 'shared');
  await other.close();
  return archive;
}

test('CS6 a yes that was taken back and given again here is taken back by a no that came elsewhere after it, or beside it', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  await put(one, TOLD);
  const three = await opened(newFolder());
  await take(three, await archiveOf(one, 'shared'));
  // A slip, which is undone.
  const slip = takeBack();
  await put(one, slip, undo(slip, WHOLE));
  const two = await opened(newFolder());
  await take(two, await archiveOf(one, 'shared'));
  const gone =
    'The yes to 1 case study, or the second reader’s tick, was taken back there, and so it is taken back here too.';
  for (const other of [two, three]) {
    await put(other, takeBack());
    const no = await archiveOf(other, 'shared');
    expect((await take(one, no)).conflicts).toEqual([gone]);
    expect(await yes(one)).toEqual(['none']);
    // Asked once more and answered yes, that no is over.
    await put(one, give());
    await take(one, no);
    expect(await yes(one)).toEqual(['stands']);
  }
  for (const store of [one, two, three]) await store.close();
});

test('CS6 a no of before it was known which change it was counts whenever it comes', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  await put(one, TOLD, takeBack(), give());
  const two = await opened(newFolder());
  await take(two, await archiveOf(one, 'shared'));
  await put(two, takeBack());
  const { gone } = await two.studies.read('shared');
  expect(gone).toEqual([
    expect.stringMatching(/^yes-v-[a-z0-9]{9}$/),
    expect.stringMatching(/^yesof-k-[a-z0-9]{9}$/),
  ]);
  const { id: _id, ...kept } = { id: 'k', ...WHOLE, ...NO };
  const told = { caseStudies: [{ id: 'k', ...kept }], corrections: [], gone: ['yes-v'], back: [] };
  await take(one, await archiveWith(told));
  expect(await yes(one)).toEqual(['none']);
  for (const store of [one, two]) await store.close();
});

describe('CS6 a no to words that were mended on the other laptop, where the yes was given again,', () => {
  /** One letter is mended, and asked once more the person says yes to that. */
  async function mended(store: Store): Promise<void> {
    const before = (await store.studies.read('shared')).caseStudies[0]?.text ?? '';
    await put(store, editStudy('k', { text: before }, { text: `${before}.` }));
    const [now] = (await store.studies.read('shared')).caseStudies;
    const { version, yesTo, yesDay, yesHow } = now ?? { ...WHOLE };
    const next = { yesTo: version, yesDay: '2026-11-21', yesHow: 'read' } as const;
    await put(store, editStudy('k', { yesTo, yesDay, yesHow }, next));
    expect(await yes(store)).toEqual(['stands']);
  }
  async function twoLaptops(): Promise<[Store, Store]> {
    const one = await laptop(consultation(), held('aa', [1, 2]));
    await put(one, TOLD);
    const two = await opened(newFolder());
    await take(two, await archiveOf(one, 'shared'));
    return [one, two];
  }

  test('takes that yes back, and says so; answered by a yes it is over', async () => {
    const [one, two] = await twoLaptops();
    await mended(one);
    await put(two, takeBack());
    // Words that change there afterwards make no other no of it.
    await put(two, editStudy('k', { title: 'Study k' }, { title: 'Study K' }));
    const no = await archiveOf(two, 'shared');
    const { conflicts } = await take(one, no);
    expect(conflicts).toContain(
      'The yes to 1 case study, or the second reader’s tick, was taken back there, and so it is taken back here too.',
    );
    expect(await yes(one)).toEqual(['none']);
    await mended(one);
    await take(one, no);
    expect(await yes(one)).toEqual(['stands']);
    // Answered it stays, whatever words a yes is to later.
    await mended(one);
    await take(one, no);
    expect(await yes(one)).toEqual(['stands']);
    await one.close();
    await two.close();
  });

  test('does so as well where the archive is of before it named the case study, and not where it was answered here before', async () => {
    const [one, two] = await twoLaptops();
    const slip = takeBack();
    await put(one, slip);
    const mine = await ofBefore(one);
    await put(one, give());
    await mended(one);
    await put(two, takeBack());
    const theirs = await ofBefore(two);
    await take(one, mine);
    expect(await yes(one)).toEqual(['stands']);
    await take(one, theirs);
    expect(await yes(one)).toEqual(['none']);
    await one.close();
    await two.close();
  });

  /** An archive as it was when a no named nothing but a version. */
  async function ofBefore(store: Store): Promise<Buffer> {
    const studies = await store.studies.read('shared');
    const gone = studies.gone.filter((id) => !id.startsWith('yesof-'));
    expect(gone).toEqual([expect.stringMatching(/^yes-v-/)]);
    return archiveWith({ ...studies, gone, back: [] });
  }
});

test('CS6 bringing back what was removed brings no yes back that was taken back, here or in an archive', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  await put(one, TOLD);
  const two = await opened(newFolder());
  await take(two, await archiveOf(one, 'shared'));
  // One window takes the yes back and removes it; another, which has not heard of that, removes it too and undoes.
  await put(one, takeBack(), remove({ ...WHOLE, ...NO }), remove());
  await put(one, undo(remove(), WHOLE));
  expect(await yes(one)).toEqual(['none']);
  await put(one, give());
  expect(await yes(one)).toEqual(['stands']);
  // Removed here, and the yes taken back there: their archive comes before the removal is undone.
  await put(one, remove());
  await put(two, takeBack());
  await take(one, await archiveOf(two, 'shared'));
  await put(one, undo(remove(), WHOLE));
  expect(await yes(one)).toEqual(['none']);
  await one.close();
  await two.close();
});

test('CS1 CS2 an undo gives a yes again that it took back itself, and none that another window took back', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  const slip = takeBack();
  await put(one, TOLD, slip, undo(slip, WHOLE));
  expect(await yes(one)).toEqual(['stands']);
  // Both windows take it back; the one that undoes has not heard of the other.
  const mine = takeBack();
  await put(one, takeBack(), mine);
  await put(one, undo(mine, WHOLE));
  expect(await yes(one)).toEqual(['none']);
  await one.close();
});

test('CS1 a yes that was given while the group had no name is none to the name that it gets', async () => {
  const called = (label: string) => ({ ...consultation(), groups: [{ id: 'g1', label, roomLabel: '' }] });
  const one = await opened(newFolder());
  const saved = await one.saveConsultation(called(''), null);
  if (isRefusal(saved)) throw new Error(JSON.stringify(saved));
  await put(one, study('k', { group: 'g1', version: 'v' }), give());
  expect(await yes(one)).toEqual(['stands']);
  await one.saveConsultation(called('Parents in prison'), saved.revision);
  expect(await yes(one)).toEqual(['unnamed']);
  // Nor where a window that has not heard of the name gives it, or brings it back with the case study.
  await put(one, takeBack(), give());
  expect(await yes(one)).toEqual(['unnamed']);
  const [now] = (await one.studies.read('shared')).caseStudies;
  const { id: _id, ...fields } = now ?? { ...WHOLE, id: '' };
  const away = remove(fields);
  await put(one, away, undo(away, fields));
  expect(await yes(one)).toEqual(['unnamed']);
  await put(one, editStudy('k', YES, { ...YES, yesDay: '2026-11-21', yesGroup: 'Parents in prison' }));
  expect(await yes(one)).toEqual(['stands']);
  await one.close();
});

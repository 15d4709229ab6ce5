/** What is taken back or removed while the files of a release are being made is in no register and in no file. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConsultationListItem, JobState, ReleaseCheck, ReportPage } from '../../../core/api.ts';
import type { StudiesChange } from '../../../core/caseStudies/change.ts';
import type { Change } from '../../../core/talk/change.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import type { Store } from '../../../server/store/store.ts';
import { holding } from '../../support/bytes.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { whileRendering } from '../../support/renderer.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { asked, reword, unasked } from '../../support/recommendations.ts';
import { editStudy, study } from '../../support/studies.ts';
import { point, removal, theme } from '../../support/talk.ts';

const STORY = 'The letter came on a friday and said nothing.';
const SAID = 'Nobody rings back when they say that they will';
const YES = { yesTo: 'v', yesDay: '2026-11-20', yesHow: 'read' } as const;
const NO = { yesTo: '', yesDay: '', yesHow: '' } as const;
const READ = { readTo: 'v', reader: 'Second', readDay: '2026-11-20', writer: 'First' } as const;
/** One white pixel. */
const PICTURE = {
  id: 'p1',
  type: 'image/png',
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  alt: 'Somebody in a photograph',
  credit: '',
} as const;

let server: TestServer;
let store: Store;
let id = '';
let path = '';
let session = '';
const { renderer, next } = whileRendering();
beforeAll(async () => {
  const wrap = (of: Store): Store => (store = of);
  server = await startServer({ sample: true, renderer, wrap });
  const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
  id = sample?.id ?? '';
  path = `/api/consultations/${id}`;
  session = (await store.sessions(id)).find(({ state }) => state === 'sealed')?.id ?? '';
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const told = async (...changes: StudiesChange[]): Promise<unknown> => store.studies.change(id, changes);
const talked = async (...changes: Change[]): Promise<unknown> => store.talk.change(id, changes);
async function write(change: Partial<ReportDocument>): Promise<void> {
  const { revision, document } = await server.get<ReportPage>(`${path}/report`);
  await server.send('PUT', `${path}/report`, { revision, document: { ...document, ...change } });
}
async function made(): Promise<JobState> {
  const { flags, hash } = await server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
  const order = { audience: 'release', formats: ['json'], confirmed: flags.map((f) => f.code), hash };
  return ended(server, await server.send('POST', `${path}/report/files`, { ...order, approvedBy: {} }));
}
const shown = (consent: boolean): Partial<ReportDocument> => ({
  chapters: [{ id: 'c', title: 'More', text: 'x', place: 'end', pictures: [{ ...PICTURE, consent }] }],
});
/** How many releases there are, and how many of them have these words. */
async function register(words: string): Promise<number[]> {
  const all = await store.releases(id);
  return [all.length, all.filter((one) => JSON.stringify(one).includes(words)).length];
}
const REFUSED = { state: 'failed', files: [], refusal: { refusal: 'taken-back' } };

test('CS6 CS8 CS10 a case study that is removed, or whose yes is taken back, while files are made is in none of them and in no register', async () => {
  const story = study('k', { title: 'A letter', text: STORY, version: 'v', ...YES, ...READ });
  await told(story);
  await write({ caseStudies: ['k'] });
  next(() => told(editStudy('k', YES, NO)));
  expect(await made()).toMatchObject(REFUSED);
  expect(await register(STORY)).toEqual([0, 0]);
  await told(editStudy('k', NO, YES));
  next(() => told({ ...story, id: 'gone-k', was: story.set, set: null }));
  expect(await made()).toMatchObject(REFUSED);
  expect(await register(STORY)).toEqual([0, 0]);
  await store.scrub();
  expect(holding(server.folder, STORY)).toEqual([]);
});

test('F16 a point that is removed while files are made is in none of them and in no register', async () => {
  const said = point('p', { text: SAID, kind: 'quote', mayQuote: true, themes: ['t'] }, session);
  await talked(theme('t', { name: 'Ring back' }), said);
  await write({ points: [{ session, point: 'p', chosen: true, checked: true, published: null }] });
  next(() => talked(removal(said)));
  expect(await made()).toMatchObject(REFUSED);
  expect(await register(SAID)).toEqual([0, 0]);
});

test('F16 words that are mended, a recommendation that is not to be told any more and a picture without its consent end it as well', async () => {
  const said = point('m', { text: SAID, kind: 'quote', mayQuote: true, themes: ['t'] }, session);
  const points = (published: string | null): Partial<ReportDocument> => ({
    points: [{ session, point: 'm', chosen: true, checked: true, published }],
  });
  await talked(said);
  await write(points(null));
  next(() => write(points('Nobody rings back')));
  expect(await made()).toMatchObject(REFUSED);
  const idea = asked('idea', { text: 'Ring back within a day' });
  await store.recommendations.change(id, [idea]);
  next(async () => store.recommendations.change(id, [reword('idea', { told: true }, { told: false })]));
  expect(await made()).toMatchObject(REFUSED);
  await write(shown(true));
  next(() => write(shown(false)));
  expect(await made()).toMatchObject(REFUSED);
  expect(await register('')).toEqual([0, 0]);
  await talked(removal(said));
  await store.recommendations.change(id, [unasked({ ...idea, set: { ...idea.set, told: false } })]);
  await write({ chapters: [], points: [] });
});

test('F16 the team’s own is made anew without what goes meanwhile', async () => {
  const of = (text: string): Partial<ReportDocument> => ({
    chapters: [{ id: 'n', title: 'More', text, place: 'end', pictures: [] }],
  });
  await write(of('Hamida asked twice.'));
  next(() => write(of('Somebody asked twice.')));
  const order = { audience: 'team', formats: ['json'], confirmed: [], approvedBy: {}, hash: '0'.repeat(64) };
  const job = await ended(server, await server.send('POST', `${path}/report/files`, order));
  expect(job).toMatchObject({ state: 'done', files: [{}] });
  const text = await (await fileOf(server, job, job.files[0]?.name ?? '')).text();
  expect(text).toContain('Somebody asked twice.');
  expect(text).not.toContain('Hamida');
  await write({ chapters: [] });
});

test('F16 CS10 what goes after it was looked at again, and before it is registered, ends it', async () => {
  const yes = { ...YES, yesTo: 'x' };
  const story = study('late', { title: 'A letter', text: STORY, version: 'x', ...yes, ...READ, readTo: 'x' });
  await told(story);
  await write({ caseStudies: ['late'] });
  const addRelease = store.addRelease.bind(store);
  store.addRelease = async (...release) => {
    store.addRelease = addRelease;
    await told(editStudy('late', yes, NO));
    return store.addRelease(...release);
  };
  // So that it is looked at again before.
  next(() => talked(theme('beside', { name: 'Beside' })));
  expect(await made()).toMatchObject(REFUSED);
  expect(await register(STORY)).toEqual([0, 0]);
  await write({ caseStudies: [] });
  await told({ ...story, id: 'gone-late', was: { ...story.set, ...NO }, set: null });
});

test('F16 what is removed meanwhile and is not in a release keeps nobody from making it; what goes as it is registered does', async () => {
  const other = study('o', { title: 'Another', text: STORY, version: 'w' });
  await told(other);
  next(() => told({ ...other, id: 'gone-o', was: other.set, set: null }));
  expect(await made()).toMatchObject({ state: 'done' });
  const [release] = await store.releases(id);
  if (release === undefined) throw new Error('no release');
  const taken = await store.writtenSoFar();
  const again = { ...release, number: 2 };
  await told({ ...other, id: 'again-o' }, { ...other, id: 'gone-again', was: other.set, set: null });
  expect(await store.addRelease(again, taken)).toEqual({ refusal: 'taken-back' });
  expect((await store.releases(id)).length).toBe(1);
});

test('RC2 F16 a promise in a release that is not registered has not gone out, and its day can be corrected', async () => {
  const [slip, meant] = ['2027-01-20>2027-02-20', '2027-01-20>2027-08-20'];
  const to = { text: 'Ring back', to: 'The council', askedOn: '2027-01-12' };
  const idea = asked('due', { ...to, answer: 'accepted', answeredOn: '2027-01-20', promises: [slip] });
  await store.recommendations.change(id, [idea]);
  const mend = { ...reword('due', {}, {}), mend: { promise: slip, by: '2027-08-20' } };
  // Another one with the corrected day is quicker.
  next(async () => {
    await store.recommendations.change(id, [mend]);
    expect(await made()).toMatchObject({ state: 'done' });
  });
  expect(await made()).toMatchObject(REFUSED);
  expect((await store.recommendations.read(id)).list.map(({ promises }) => promises)).toEqual([[meant]]);
  expect(await register('20 February 2027')).toEqual([2, 0]);
  expect(await register('20 August 2027')).toEqual([2, 1]);
});

test('F16 of two orders of the same at once both end well, and there is one release', async () => {
  await write({ chapters: [{ id: 'd', title: 'More', text: 'Some more', place: 'end', pictures: [] }] });
  let other: JobState | null = null;
  next(async () => (other = await made()));
  const first = await made();
  expect([first, other]).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  expect(first.files.map(({ name }) => name)).toEqual((other ?? first).files.map(({ name }) => name));
  expect(await register('')).toEqual([3, 3]);
});

test('CS10 one that is written once more ends as well when a case study in it goes meanwhile', async () => {
  const story = study('l', { title: 'A letter', text: STORY, version: 'v', ...YES, ...READ });
  await told(story);
  await write({ caseStudies: ['l'] });
  expect(await made()).toMatchObject({ state: 'done' });
  const again = async (): Promise<JobState> => {
    const order = { formats: ['json'], confirmed: false };
    const begun = await server.send<JobState | Refusal>('POST', `${path}/releases/4/files`, order);
    if (isRefusal(begun)) throw new Error(JSON.stringify(begun));
    return ended(server, begun);
  };
  next(() => told(editStudy('l', YES, NO)));
  expect(await again()).toMatchObject(REFUSED);
  await told(editStudy('l', NO, YES));
  expect(await again()).toMatchObject({ state: 'done' });
  next(() => told({ ...story, id: 'gone-l', was: story.set, set: null }));
  expect(await again()).toMatchObject(REFUSED);
});

test('F16 one with a picture that has no consent any more is not written once more unasked, nor while that goes', async () => {
  await write({ ...shown(true), caseStudies: [] });
  expect(await made()).toMatchObject({ state: 'done' });
  const n = (await store.releases(id)).length;
  const again = (confirmed: boolean): Promise<JobState | Refusal> =>
    server.send('POST', `${path}/releases/${n}/files`, { formats: ['json'], confirmed });
  next(() => write(shown(false)));
  expect(await ended(server, await again(false))).toMatchObject(REFUSED);
  expect(await again(false)).toEqual({
    refusal: 'confirm-first',
    where: 'confirmed',
    detail: '1 picture in it is in the report no more, or has no consent now.',
  });
  expect(await ended(server, await again(true))).toMatchObject({ state: 'done' });
});

test('F16 CS8 what is written beside it and changes nothing of it lets a release go out in which somebody is told of', async () => {
  await told(study('beside', { title: 'A letter', text: STORY, version: 'v', ...YES, ...READ }));
  await write({ caseStudies: ['beside'] });
  const [before = 0] = await register('');
  next(() => talked(theme('written-beside')));
  expect(await made()).toMatchObject({ state: 'done' });
  const all = await store.releases(id);
  expect(all).toHaveLength(before + 1);
  expect(all.at(-1)?.entry.persons?.list).toMatchObject([{ of: 'study', id: 'beside' }]);
});

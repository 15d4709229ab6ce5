/** What a release said of a person stays known once their words are taken out of it, and goes with the words. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck, ReportPage } from '../../core/api.ts';
import type { StudiesChange } from '../../core/caseStudies/change.ts';
import type { CaseStudyFields } from '../../core/caseStudies/types.ts';
import type { Consultation } from '../../core/consultation.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { Change } from '../../core/talk/change.ts';
import type { PointFields } from '../../core/talk/types.ts';
import { newId } from '../../server/random.ts';
import type { Release, Store } from '../../server/store/store.ts';
import { archiveOf, take } from '../support/archives.ts';
import { ended } from '../support/jobs.ts';
import { copyingRenderer } from '../support/renderer.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { passage, source } from '../support/sources.ts';
import { editStudy, study } from '../support/studies.ts';
import { edit, point, theme } from '../support/talk.ts';
import { sitting, statement } from '../support/waves.ts';
import { aConsultation, newFolder, opened } from './store/made.ts';

const AT = '/api/consultations/shared';
const SAID = 'Nobody rings back when they say that they will';
const STORY = 'It came on a Friday and said nothing.';
const CONSULTATION: Consultation = {
  ...aConsultation('shared'),
  floor: 5,
  groups: [{ id: 'g1', label: 'Parents', roomLabel: '' }],
  statements: [statement('s1', 'My social worker listens to me')],
};
/** Ten women and ten adults, of whom three are both. */
const HEADS = [
  ['woman', 'adult', 3],
  ['woman', 'young', 7],
  ['man', 'adult', 7],
  ['man', 'young', 3],
] as const;

let server: TestServer;
let store: Store;
beforeEach(async () => {
  server = await startServer({ renderer: copyingRenderer, wrap: (own) => (store = own) });
  const room = sitting(CONSULTATION, 'aa', '2026-11-01', { s1: { g1: [4, 4, 4, 4, 4] } });
  const attendance = HEADS.map(([gender, ageBand, n]) => ({ group: 'g1', gender, ageBand, n }));
  await store.saveConsultation(CONSULTATION, null);
  await store.addSealed({ ...room, session: { ...room.session, attendance } });
});
afterEach(() => server.stop());

const talked = async (...changes: Change[]): Promise<void> =>
  done(await store.talk.change('shared', changes));
const told = async (...changes: StudiesChange[]): Promise<void> =>
  done(await store.studies.change('shared', changes));
const done = (outcome: unknown): void => expect(isRefusal(outcome as object)).toBe(false);
/** Removed, and brought back by an undo. */
const away = <C extends Change | StudiesChange>(change: C): C[] => [
  { ...change, id: newId(), was: change.set, set: null },
  { ...change, id: newId() },
];

async function write(change: Partial<ReportDocument>): Promise<void> {
  const { revision, document } = await server.get<ReportPage>(`${AT}/report`);
  await server.send('PUT', `${AT}/report`, { revision, document: { ...document, ...change } });
}
async function released(): Promise<Release> {
  const { flags, hash } = await server.send<ReleaseCheck>('POST', `${AT}/report/check`, {});
  const order = { audience: 'release', formats: ['json'], confirmed: flags.map((f) => f.code), hash };
  const job = await server.send<JobState>('POST', `${AT}/report/files`, { ...order, approvedBy: {} });
  expect(await ended(server, job)).toMatchObject({ state: 'done' });
  return (await store.releases('shared')).at(-1) as Release;
}
const choose = (session: string, ...ids: string[]): Promise<void> =>
  write({
    points: ids.map((id) => ({ session, point: id, chosen: true, checked: true, published: null })),
  });
/** As who the words were printed in it. */
const by = ({ model }: Release): string[] =>
  model.sections.flatMap(({ blocks }) =>
    blocks.flatMap((b) => (b.kind === 'quote' && b.text === SAID ? [b.by] : [])),
  );
/** More of the same theme, so that each release is another one. */
const more = (n: number): Change[] =>
  Array.from({ length: 6 }, (_, i) => point(`x${n}-${i}`, { themes: ['a'] }, 'aa'));
const QUOTE: Partial<PointFields> = { text: SAID, kind: 'quote', mayQuote: true, themes: ['a'] };

test('RT3 of whoever is quoted nothing is added to what was said of them before the quote was removed and brought back', async () => {
  const quote = point('p', { ...QUOTE, gender: 'woman' }, 'aa');
  await talked(theme('a'), quote, ...more(1));
  await choose('aa', 'p');
  expect(by(await released())).toEqual(['Woman']);
  await talked(...away(quote), ...more(2));
  const kept = JSON.stringify((await store.releases('shared'))[0]);
  expect(kept).not.toContain(SAID);
  await talked(edit('p', { gender: 'woman', ageBand: '' }, { gender: '', ageBand: 'adult' }, 'aa'));
  await choose('aa', 'p');
  expect(by(await released())).toEqual(['Woman']);
});

test('RT3 RT8 nor where the same words are another point’s or a passage’s; and of somebody nothing is said that is of somebody else', async () => {
  await talked(theme('a'), point('p', { ...QUOTE, gender: 'woman' }, 'aa'), ...more(1));
  await choose('aa', 'p');
  expect(by(await released())).toEqual(['Woman']);
  // Another one’s, told in the same words but for signs and capitals; also once the first is gone.
  const other = point('q', { ...QUOTE, text: `${SAID}.`, ageBand: 'adult' }, 'aa');
  await talked(...away(point('p', { ...QUOTE, gender: 'woman' }, 'aa')).slice(0, 1), other, ...more(2));
  await write({ points: [{ session: 'aa', point: 'q', chosen: true, checked: true, published: SAID }] });
  expect(by(await released())).toEqual(['Participant']);
  const text = source('s', { text: SAID, mayQuote: true, ageBand: 'adult' });
  const words = passage('s1', 's', SAID, { themes: ['a'] }, SAID);
  await talked(text, words, ...more(3));
  await choose('', 's1');
  expect(by(await released())).toEqual(['Participant']);
});

test('RT3 words of which no release has said anything have all that enough people share, and two that stand in one release keep theirs', async () => {
  const all = [
    point('p', { ...QUOTE, gender: 'woman' }, 'aa'),
    point('q', { ...QUOTE, ageBand: 'adult' }, 'aa'),
  ];
  await talked(theme('a'), ...all, ...more(1));
  await choose('aa', 'p', 'q');
  expect(by(await released())).toEqual(['Woman', 'Adult']);
  await talked(...more(2));
  expect(by(await released())).toEqual(['Woman', 'Adult']);
});

test('CS9 CS10 of the person of a case study likewise, removed and brought back or typed anew; its words and their hash go', async () => {
  const ticks = (version: string): Partial<CaseStudyFields> => ({
    yesTo: version,
    yesDay: '2026-11-20',
    yesHow: 'read',
    readTo: version,
    reader: 'Second',
    readDay: '2026-11-20',
    writer: 'First',
  });
  const story = (key: string, fields: Partial<CaseStudyFields>): StudiesChange =>
    study(key, { title: `A letter ${key}`, text: STORY, version: 'v', ...ticks('v'), ...fields });
  const first = story('k', { gender: 'woman' });
  const ofPersons = ({ entry }: Release) => entry.studies?.map(({ said }) => said);
  await talked(theme('a'), ...more(1));
  await told(first);
  await write({ caseStudies: ['k'] });
  expect(ofPersons(await released())).toEqual([{ gender: 'woman' }]);
  await told(...away(first));
  const [kept] = await store.releases('shared');
  expect(kept?.entry.studies).toEqual([]);
  expect(JSON.stringify(kept)).not.toContain('Friday');
  expect(kept?.entry.persons?.list).toEqual([
    { of: 'study', id: 'k', in: '', said: { gender: 'woman' }, mark: expect.stringMatching(/^[0-9a-f]{5}$/) },
  ]);
  await told(editStudy('k', { gender: 'woman', ageBand: '' }, { gender: '', ageBand: 'adult' }));
  const { version = '', yesTo = '' } = (await store.studies.read('shared')).caseStudies[0] ?? {};
  await told(editStudy('k', ticks(yesTo), ticks(version)), story('m', { ageBand: 'adult' }));
  await write({ caseStudies: ['k'] });
  await talked(...more(2));
  expect(ofPersons(await released())).toEqual([{ gender: 'woman' }]);
  await write({ caseStudies: ['m'] });
  expect(ofPersons(await released())).toEqual([{}]);
  // Another laptop knows it as well.
  const two = await opened(newFolder());
  await take(two, await archiveOf(store, 'shared'));
  expect((await two.releases('shared'))[0]?.entry.persons).toEqual(kept?.entry.persons);
  await two.close();
});

test.each(['removed and brought back', 'another one’s'])(
  'RT3 a release from before that was noted says it of its quotes as long as they stand and when they go, and has their words: %s',
  async (what) => {
    const quote = point('p', { ...QUOTE, gender: 'woman' }, 'aa');
    const add = store.addRelease.bind(store);
    store.addRelease = async (release, known) => {
      const { persons: _persons, ...entry } = release.entry;
      return add({ ...release, entry }, known);
    };
    await talked(theme('a'), quote, ...more(1));
    await choose('aa', 'p');
    expect((await released()).entry.persons).toBeUndefined();
    const adult = { gender: '', ageBand: 'adult' };
    if (what === 'another one’s') await talked(point('q', { ...QUOTE, ...adult }, 'aa'), ...more(2));
    else await talked(...away(quote), edit('p', { gender: 'woman', ageBand: '' }, adult, 'aa'), ...more(2));
    await choose('aa', what === 'another one’s' ? 'q' : 'p');
    expect(by(await released())).toEqual([what === 'another one’s' ? 'Participant' : 'Woman']);
  },
);

/** Case studies and corrections in the store, over the routes, in archives, and on their way out. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { JobState, ReportPage } from '../../core/api.ts';
import type { ChangedNames, StudiesDone, ToldPage } from '../../core/caseStudies/api.ts';
import type { StudiesChange } from '../../core/caseStudies/change.ts';
import { NEW_CASE_STUDY } from '../../core/caseStudies/types.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { asks } from '../support/asks.ts';
import { holding } from '../support/bytes.ts';
import { joinDevice } from '../support/devices.ts';
import { ended } from '../support/jobs.ts';
import { openSession, startServer, type TestServer } from '../support/server.ts';
import { source } from '../support/sources.ts';
import { asked } from '../support/recommendations.ts';
import { point, removal, theme } from '../support/talk.ts';
import { correction, editStudy, study } from '../support/studies.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
const kept = async (store: Promise<Store>): Promise<Store> => {
  const one = await store;
  stores.push(one);
  return one;
};
async function put(store: Store, ...changes: StudiesChange[]): Promise<void> {
  const done = await store.studies.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
/** With all that is seen of it. */
async function removalOf(store: Store, key: string): Promise<StudiesChange> {
  const { caseStudies } = await store.studies.read('shared');
  const { id: _id, ...was } = caseStudies.find(({ id }) => id === key) ?? { id: '', ...NEW_CASE_STUDY };
  return { id: `removes-${key}`, of: 'caseStudy', key, was, set: null };
}
const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

describe('in the store', () => {
  test('CS2 RB2 a change that comes again changes nothing, and all of them are carried out or none', async () => {
    const folder = newFolder();
    let store = await opened(folder);
    await store.saveConsultation(consultation(), null);
    const first = study('a');
    const all = [first, editStudy('a', { title: 'Study a' }, { title: 'New' }), correction('c')];
    const done = all.map(({ id }) => ({ id, is: 'done' }));
    expect(await store.studies.change('shared', all)).toEqual(done);
    await store.close();
    store = await opened(folder);
    expect(await store.studies.change('shared', all)).toEqual(done);
    const { caseStudies } = await store.studies.read('shared');
    expect(caseStudies).toMatchObject([{ id: 'a', title: 'New', version: all[1]?.id }]);
    const many = Array.from({ length: LIMITS.caseStudies }, (_, i) => study(`m${i}`));
    expect(await store.studies.change('shared', many)).toMatchObject({
      refusal: 'case-studies-full',
      where: `changes.${LIMITS.caseStudies - 1}`,
    });
    expect(ids((await store.studies.read('shared')).caseStudies)).toEqual(['a']);
    expect(await store.studies.change('shared', [correction('d', { session: 'none' })])).toMatchObject({
      refusal: 'no-such-session',
    });
    await store.close();
  });

  test('CS6 RB3 words that go leave no byte: a case study with what was corrected in it, a point, a session, all of it', async () => {
    const folder = newFolder();
    const store = await opened(folder);
    await store.saveConsultation(consultation(), null);
    await store.addSealed(held('aa', [1, 2]));
    await store.addSealed(held('bb', [3]));
    const words = ['Qualle', 'Ozelot', 'Marabu', 'Zibet', 'Kudu', 'Agame', 'Lurch'];
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = words;
    await store.talk.change('shared', [point('p', { text: b, kind: 'quote' }, 'aa'), theme('t')]);
    await put(
      store,
      study('k', { text: a }),
      study('stays', { text: g }),
      correction('of-k', { about: 'caseStudy', of: 'k', was: a, text: c }),
      correction('of-p', { about: 'point', of: 'p', ofSession: 'aa', was: b, text: d }),
      correction('of-t', { session: 'bb', was: 'Theme', text: e }),
      correction('free', { text: f }),
    );
    await store.scrub();
    const left = (): string[] => words.filter((word) => holding(folder, word).length > 0);
    expect(left()).toEqual(words);
    await put(store, await removalOf(store, 'k'));
    await store.talk.change('shared', [
      { id: 'gone-p', of: 'point', key: 'p', session: 'aa', was: { text: b }, set: null },
    ]);
    await store.removeSession('bb');
    await store.scrub();
    expect(ids((await store.studies.read('shared')).corrections)).toEqual(['free']);
    expect(left()).toEqual([f, g]);
    await store.removeConsultation('shared');
    await store.scrub();
    expect(left()).toEqual([]);
    await store.close();
  });
});

test('CS6 F13 archives bring them back whole and unite two laptops; what was removed stays away, two texts are never mixed', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  await put(
    one,
    study('k', { names: ['Omar', 'Clara'], yesTo: 'v', yesDay: '2026-11-20', yesHow: 'read', version: 'v' }),
    study('gone'),
    correction('c', { session: 'aa' }),
  );
  const archive = await archiveOf(one, 'shared');
  expect(strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array())).toContain('"version": 4');
  const two = await kept(opened(newFolder()));
  expect(await take(two, archive)).toMatchObject({ opened: true, conflicts: [] });
  expect(await two.studies.read('shared')).toEqual(await one.studies.read('shared'));
  expect((await archiveOf(two, 'shared')).equals(archive)).toBe(true);
  const goes = await removalOf(two, 'gone');
  await put(
    two,
    editStudy('k', { text: 'Text k' }, { text: 'Changed there' }),
    goes,
    study('new'),
    correction('d'),
  );
  const merged = await take(one, await archiveOf(two, 'shared'));
  expect(merged.conflicts).toEqual([
    '1 case study was changed there. What was here stays.',
    '1 case study or correction was removed there, and so it is removed here too.',
  ]);
  const here = await one.studies.read('shared');
  expect(ids(here.caseStudies)).toEqual(['k', 'new']);
  expect(here.caseStudies[0]).toMatchObject({ text: 'Text k', yesTo: 'v', version: 'v' });
  expect(ids(here.corrections)).toEqual(['c', 'd']);
  // The older archive does not bring back what was removed.
  await take(one, archive);
  expect(ids((await one.studies.read('shared')).caseStudies)).toEqual(['k', 'new']);
});

test('RB3 F13 what was corrected of a point that was removed here does not come from another laptop', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  const said = point('p', { text: 'Words that go' }, 'aa');
  await one.talk.change('shared', [said]);
  const two = await kept(opened(newFolder()));
  await take(two, await archiveOf(one, 'shared'));
  await put(two, correction('e', { about: 'point', of: 'p', ofSession: 'aa', was: 'Words that go' }));
  const there = await archiveOf(two, 'shared');
  await one.talk.change('shared', [removal(said)]);
  await take(one, there);
  expect((await one.talk.read('shared')).points).toEqual([]);
  expect((await one.studies.read('shared')).corrections).toEqual([]);
});

describe('over the routes', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server.stop();
    expect(server.faults).toEqual([]);
  });
  const send = (id: string, ...changes: StudiesChange[]) =>
    server.send<StudiesDone | Refusal>('POST', `/api/consultations/${id}/case-studies`, { changes });

  test('CS3 RB2 changed names are in no text of the consultation; days to come and sessions of others are refused', async () => {
    const { session } = await openSession(server);
    const id = session.consultation;
    const path = `/api/consultations/${id}/case-studies`;
    const offered = async (): Promise<string[]> =>
      (await server.get<ChangedNames>(`${path}/names?for=k`)).names;
    const [first = '', second = '', third = '', fourth = '', fifth = '', ...rest] = await offered();
    expect(rest).toHaveLength(LIMITS.changedNames - 5);
    await server.send('POST', `/api/sessions/${session.id}/talk`, {
      changes: [point('p', { text: `${first.toLowerCase()}'s mum` }, session.id)],
    });
    await server.send('POST', `/api/consultations/${id}/themes`, {
      changes: [source('s', { text: `Then ${fourth} rang.`, mayUse: false })],
    });
    await server.send('POST', `/api/consultations/${id}/recommendations`, {
      changes: [asked('r', { text: `Ask ${fifth} first` })],
    });
    await send(id, study('other', { text: `Then ${second} came.` }));
    const report = await server.get<ReportPage>(`/api/consultations/${id}/report`);
    const { revision, document } = report;
    document.lists.names = [`${third} Smith`];
    await server.send('PUT', `/api/consultations/${id}/report`, { revision, document });
    const after = await offered();
    expect(after).toEqual(expect.arrayContaining(rest));
    for (const name of [first, second, third, fourth, fifth]) expect(after).not.toContain(name);
    const page = await server.get<ToldPage>(path);
    expect(page).toMatchObject({ about: { lists: { names: [`${third} Smith`] } } });
    const late = study('late', { yesDay: '2999-01-01', yesTo: 'v', yesHow: 'read' });
    expect(await send(id, late)).toMatchObject({ refusal: 'bad-file', where: 'changes.0.set.yesDay' });
    expect(await send(id, correction('c', { session: 'another' }))).toMatchObject({
      refusal: 'no-such-session',
      where: 'changes.0.set.session',
    });
  });

  test('RB1 CS11 two pages are refused for a quote without a yes, a case study that lacks something, and more than they hold', async () => {
    const { session } = await openSession(server);
    const id = session.consultation;
    await server.send('POST', `/api/sessions/${session.id}/talk`, {
      changes: [
        theme('t', { name: 'Being believed' }),
        point('yes', { kind: 'quote', mayQuote: true }, session.id),
        point('no', { kind: 'quote' }, session.id),
        point('said', { mayQuote: true }, session.id),
      ],
    });
    const ready = {
      version: 'v',
      yesTo: 'v',
      yesDay: '2020-01-01',
      yesHow: 'read',
      readTo: 'v',
      reader: 'Second',
      readDay: '2020-01-01',
      writer: 'First',
    } as const;
    await send(
      id,
      study('k', ready),
      study('open', { ...ready, yesTo: 'w' }),
      study('long', { ...ready, text: 'Nobody had said that, and nobody would. '.repeat(190) }),
    );
    const order = (change: object) =>
      server.send<JobState | Refusal>('POST', `/api/consultations/${id}/read-back`, {
        session: session.id,
        themes: ['t'],
        quotes: [],
        caseStudies: [],
        ...change,
      });
    const quote = (of: string) => ({ quotes: [{ of: 'point', session: session.id, id: of }] });
    expect(await order(quote('no'))).toEqual({ refusal: 'not-ready', where: 'quotes.0' });
    expect(await order(quote('said'))).toEqual({ refusal: 'not-ready', where: 'quotes.0' });
    expect(await order({ caseStudies: ['k', 'open'] })).toEqual({
      refusal: 'not-ready',
      where: 'caseStudies.1',
    });
    expect(await order({ themes: ['x'] })).toEqual({ refusal: 'bad-message', where: 'themes.0' });
    expect(await order({ themes: [] })).toEqual({ refusal: 'bad-message', where: 'order' });
    expect(await order({ session: 'none' })).toEqual({ refusal: 'no-such-session', where: 'session' });
    const long = await ended(server, await order({ caseStudies: ['long'] }));
    expect(long).toMatchObject({ state: 'failed', refusal: { refusal: 'two-pages' }, files: [] });
    expect(long.refusal?.detail).toBe(
      'It is about half a page too much. It fits without the last case study.',
    );
    // A draft is for the person alone: nothing beside it, and as it was refused it stays.
    const draft = { themes: [], draft: true };
    expect(await order({ ...draft, caseStudies: ['open', 'k'] })).toMatchObject({ refusal: 'bad-message' });
    expect(await order({ caseStudies: ['open'], draft: true })).toMatchObject({ refusal: 'bad-message' });
    const read = await ended(server, await order({ ...draft, session: null, caseStudies: ['open'] }));
    expect(read).toMatchObject({ state: 'done', refusal: null });
    expect(read.files.map(({ name }) => name)).toEqual([expect.stringMatching(/draft-to-read\.pdf$/)]);
    expect(await order({ caseStudies: ['open'] })).toMatchObject({ refusal: 'not-ready' });
    const done = await ended(server, await order({ ...quote('yes'), caseStudies: ['k'] }));
    expect(done).toMatchObject({ state: 'done', refusal: null });
    expect(done.files.map(({ name }) => name)).toEqual([expect.stringMatching(/read-back\.pdf$/)]);
  });

  test('CS7 RB4 a scribe and a researcher have them, a researcher nothing that was said in a running session', async () => {
    const { session } = await openSession(server);
    const id = session.consultation;
    await send(id, study('k'), correction('c', { session: session.id, was: 'Ozelot', text: 'Ozelot' }));
    const researcher = await joinDevice(server, 'researcher');
    const path = `/api/consultations/${id}/case-studies`;
    const read = async (): Promise<unknown> =>
      (await asks(`${researcher.url}${path}`, { headers: researcher.headers })).json;
    expect(await read()).toMatchObject({
      caseStudies: [{ id: 'k' }],
      corrections: [],
      about: { sessions: [] },
    });
    const own = { changes: [correction('r', { session: session.id })] };
    const refused = await asks(`${researcher.url}${path}`, {
      method: 'POST',
      headers: researcher.headers,
      body: own,
    });
    expect(refused.json).toMatchObject({ refusal: 'no-such-session' });
    const theirs = { changes: [study('theirs')] };
    const done = await asks(`${researcher.url}${path}`, {
      method: 'POST',
      headers: researcher.headers,
      body: theirs,
    });
    expect(done.json).toMatchObject({ outcomes: [{ is: 'done' }] });
  });
});

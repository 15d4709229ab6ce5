/** Waves over a server: made, parted, in files and archives, on a laptop that has only one of them, in researchers' files. */
import { afterEach, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { ConsultationListItem, ConsultationPage, StoredDocument } from '../../core/api.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { WavesPage } from '../../core/waves/api.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, rooms, take } from '../support/archives.ts';
import { startServer, type TestServer } from '../support/server.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import { passage, question, source } from '../support/sources.ts';
import { editTheme, theme } from '../support/talk.ts';
import { holdWaves, secondWave, thirdWave } from '../support/waves.ts';
import { wavesPage } from '../../server/use/waves.ts';
import { holding } from '../support/bytes.ts';
import { aConsultation, aRelease, aResponse, begun, newFolder, opened, openedRoom } from './store/made.ts';

let server: TestServer | undefined;
const others: Store[] = [];
afterEach(async () => {
  await server?.stop();
  server = undefined;
  for (const store of others.splice(0)) await store.close();
});

async function started(which: readonly (1 | 2 | 3)[]): Promise<{ at: TestServer; store: Store }> {
  const stores: Store[] = [];
  const at = await startServer({
    wrap: (one) => {
      stores.push(one);
      return one;
    },
  });
  server = at;
  const store = stores.at(-1) as Store;
  await holdWaves(store, which);
  return { at, store };
}

async function empty(): Promise<Store> {
  const store = await opened(newFolder());
  others.push(store);
  return store;
}

test('WA1 WA2 WA8 it is done again over HTTP with the same ids and no session, survives its file, and a copy of it is no wave', async () => {
  const { at, store } = await started([2]);
  const made = await at.send<StoredDocument>('POST', '/api/consultations', { again: 'wave2' });
  expect(made.consultation).toMatchObject({
    title: 'Our family centre',
    answerDue: '',
    keepUntil: '',
    sample: false,
    waves: [
      { id: 'wave2', title: 'Our family centre', year: '2025' },
      { id: 'wave1', title: 'Our family centre', year: '2024' },
    ],
  });
  const { id } = made.consultation;
  const page = await at.get<ConsultationPage>(`/api/consultations/${id}`);
  expect([page.sessions, page.frozen]).toEqual([[], []]);
  const ids = (doc: StoredDocument) => doc.consultation.statements.map((s) => s.id);
  expect(ids(made)).toEqual(secondWave().statements.map((s) => s.id));
  const list = await at.get<ConsultationListItem[]>('/api/consultations');
  expect(list.find((one) => one.id === id)?.waves).toEqual(made.consultation.waves);

  const file: unknown = await (await at.fetch(`/api/consultations/${id}/file`)).json();
  await at.send('DELETE', `/api/consultations/${id}`);
  const back = await at.send<StoredDocument>('POST', '/api/consultations', { file });
  expect(back.consultation).toEqual(made.consultation);
  for (const from of [{ file }, { copy: id }]) {
    const copy = await at.send<StoredDocument>('POST', '/api/consultations', from);
    expect(copy.consultation).not.toHaveProperty('waves');
    expect(ids(copy)).not.toEqual(ids(made));
  }

  // Parting the two is an edit like any other.
  const { waves, ...parted } = back.consultation;
  const put = (revision: number, consultation: object) =>
    at.send<StoredDocument>('PUT', `/api/consultations/${id}`, { revision, consultation });
  const saved = await put(back.revision, parted);
  expect(saved.consultation).not.toHaveProperty('waves');
  expect((await put(saved.revision, { ...parted, waves })).consultation.waves).toEqual(waves);

  for (const again of ['nowhere', 7])
    expect(isRefusal(await at.send<Refusal>('POST', '/api/consultations', { again }))).toBe(true);
  // Made-up people are compared with nobody.
  await store.saveConsultation({ ...secondWave(), id: 'made-up', sample: true }, null);
  expect(await at.send('POST', '/api/consultations', { again: 'made-up' })).toMatchObject({
    refusal: 'bad-file',
    where: 'again',
  });
});

test('WA1 IV11 the codebook and the questions of interviews go with the next wave and with a copy, and nothing that was said', async () => {
  const { at } = await started([2]);
  const talk = (id: string) => at.get<TalkPage>(`/api/consultations/${id}/themes`);
  const asked = { text: 'Who listened?', proposedBy: 'participants', agreedBy: 'panel of parents' } as const;
  await at.send('POST', '/api/consultations/wave2/themes', {
    changes: [
      theme('late', { name: 'Too late', description: 'Told after it was decided', colour: 'plum' }),
      theme('day', { name: 'The day before', parent: 'late' }),
      question('q', asked),
      source('s', { text: 'Ozelot came on Monday.' }),
      passage('p', 's', 'Ozelot', { themes: ['late'] }, 'Ozelot came on Monday.'),
    ],
  });
  const make = async (from: object) =>
    (await at.send<StoredDocument>('POST', '/api/consultations', from)).consultation.id;
  const wave = await talk(await make({ again: 'wave2' }));
  expect(wave).toMatchObject({ points: [], codings: [], sources: [], passages: [], gone: [] });
  const before = await talk('wave2');
  expect([wave.themes, wave.questions]).toEqual([before.themes, before.questions]);
  expect(wave.questions).toMatchObject([{ id: 'q', ...asked }]);

  const copy = await talk(await make({ copy: 'wave2' }));
  expect(copy.questions).toMatchObject([asked]);
  expect(copy.themes.map(({ name }) => name).toSorted()).toEqual(['The day before', 'Too late']);
  const [top, under] = ['Too late', 'The day before'].map((name) =>
    copy.themes.find((one) => one.name === name),
  );
  expect(under?.parent).toBe(top?.id);
  expect([...copy.themes, ...copy.questions].map(({ id }) => id)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:late|day|q)$/)]),
  );
  expect(JSON.stringify([wave, copy])).not.toContain('Ozelot');

  // A file has what was prepared, and no theme: those are of what people said.
  const file: unknown = await (await at.fetch('/api/consultations/wave2/file')).json();
  expect(file).toMatchObject({ questions: [{ id: 'q', ...asked }] });
  expect(JSON.stringify(file)).not.toMatch(/Too late|Ozelot/);
  const fromFile = await talk(await make({ file }));
  expect(fromFile).toMatchObject({ themes: [], questions: [asked] });

  // What is changed in one is not changed in the other.
  await at.send('POST', `/api/consultations/${copy.about?.consultation}/themes`, {
    changes: [editTheme(top?.id ?? '', { name: 'Too late' }, { name: 'Never' })],
  });
  expect((await talk('wave2')).themes).toEqual(before.themes);
});

test('WA2 WA3 F13 the laptop with only one wave says which is missing; its archive brings it, and a third laptop unites both', async () => {
  const here = await empty();
  await holdWaves(here, [3]);
  const there = await empty();
  await holdWaves(there, [1, 2]);
  const page = async (store: Store, id = 'wave3'): Promise<WavesPage> => {
    const found = await wavesPage(store, rooms, id);
    if (isRefusal(found)) throw new Error(found.refusal);
    return found;
  };
  const lacks = ({ earlier }: WavesPage) =>
    earlier.map(({ id, n, year, lacks: what }) => [id, n, year, what]);
  expect(lacks(await page(here))).toEqual([
    ['wave2', 2, '2025', 'missing'],
    ['wave1', 1, '2024', 'missing'],
  ]);
  await take(here, await archiveOf(there, 'wave2'));
  expect(lacks(await page(here))).toEqual([
    ['wave2', 2, '2025', null],
    ['wave1', 1, '2024', 'missing'],
  ]);
  const [before] = (await page(here)).earlier;
  expect(before?.figures?.asked.map(({ statement, versions }) => [statement, versions.length])).toEqual([
    ['listen', 1],
    ['ask', 1],
    ['letters', 1],
    ['visits', 1],
  ]);
  expect((await page(here, 'wave2')).later).toEqual([
    { id: 'wave3', title: 'Our family centre', year: '2026' },
  ]);
  expect(await wavesPage(here, rooms, 'nowhere')).toMatchObject({ refusal: 'no-such-consultation' });

  const bytes = await archiveOf(here, 'wave3');
  const manifest = JSON.parse(Buffer.from(unzipSync(bytes)['manifest.json'] ?? []).toString()) as object;
  expect(manifest).toMatchObject({ version: 5 });
  const third = await empty();
  await third.saveConsultation({ ...thirdWave(), waves: [] as never, aim: 'Here' }, null);
  const parted = await third.consultation('wave3');
  const { waves: _none, ...without } = parted?.consultation ?? thirdWave();
  await third.saveConsultation(without, parted?.revision ?? null);
  await take(third, bytes);
  expect((await third.consultation('wave3'))?.consultation.waves).toEqual(thirdWave().waves);
});

test('WA7 F6 researchers get a table of all waves that are here, with what was worded differently, and none where none is', async () => {
  const { at, store } = await started([2, 3]);
  const rows = async (id: string): Promise<Record<string, string>[]> => {
    const answer = await at.fetch(`/api/consultations/${id}/export?table=waves`);
    return parse(Buffer.from(await answer.arrayBuffer()), { columns: true });
  };
  const all = await rows('wave3');
  const of = (wave: string, statement: string, group: string) =>
    all
      .filter((r) => r['wave'] === wave && r['statement_id'] === statement && r['group_id'] === group)
      .map((r) => [r['answer_code'] === '' ? r['declined'] : r['answer_code'], r['n']].join(' '));
  expect(of('2', 's01', '')).toEqual(['1 3', '2 9', '3 6', '4 14', '5 8', 'n 0', 'x 0']);
  expect(of('3', 's01', '')).toEqual(['1 4', '2 9', '3 7', '4 20', '5 12', 'n 0', 'x 0']);
  expect(of('2', 's02', 'g02')).toEqual(['1 3', '2 4', '3 2', '4 4', '5 3', 'n 0', 'x 0']);
  expect(of('3', 's01', 'g03').slice(0, 5)).toEqual(['1 1', '2 1', '3 1', '4 3', '5 2']);
  // The letters had other answers, the visits are asked no more, and young people were no group then.
  expect([of('2', 's03', ''), of('2', 's01', 'g03'), of('2', 's04', '')]).toEqual([[], [], []]);
  expect(of('3', 's03', '')).toHaveLength(5);
  const differs = all.filter((r) => r['worded_differently'] === '1');
  expect(new Set(differs.map((r) => `${r['wave']} ${r['statement_id']}`))).toEqual(new Set(['2 s02']));
  expect(new Set(all.map((r) => `${r['year']} ${r['scale']}`))).toEqual(
    new Set(['2025 agreement-5', '2026 agreement-5', '2026 own-1']),
  );
  const zip = unzipSync(
    new Uint8Array(
      await (await at.fetch('/api/consultations/wave3/export?files=csv,datapackage')).arrayBuffer(),
    ),
  );
  const text = (end: string): string => {
    const name = Object.keys(zip).find((one) => one.endsWith(end)) ?? '';
    return Buffer.from(zip[name] ?? []).toString();
  };
  expect(text('waves_data.csv').split('\r\n')).toHaveLength(all.length + 2);
  expect(text('README.txt')).toContain('compare totals only');
  expect(text('codebook_data.csv')).toContain('waves,worded_differently');
  expect(await rows('wave2')).toEqual([]);
  await store.removeConsultation('wave2');
  expect(await rows('wave3')).toEqual([]);
});

test('WA6 W3 words that somebody takes back go from what a later wave has printed of a recommendation, to the last byte', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  others.push(store);
  const said = ['I had to tell it to five different people', 'Ring me'];
  const live = await begun(store, undefined, openedRoom(2));
  for (const [i, comment] of said.entries())
    for (const person of ['theirs', 'another'])
      await live.place(
        aResponse(i + 1, live.tagOf(person, `s${i + 1}`, 1), {
          comment: person === 'theirs' ? comment : 'Else',
        }),
      );
  await live.saveCode('theirs', 'BCDF2345GHJK');
  await store.seal('session-1', true);
  for (const [id, waves] of [
    ['next', [{ id: 'c1', title: 'Then', year: '2025' }]],
    ['stranger', undefined],
  ] as const) {
    await store.saveConsultation(
      { ...aConsultation(id), ...(waves === undefined ? {} : { waves: [...waves] }) },
      null,
    );
    const release = aRelease(1, { consultation: id });
    release.model.sections = [
      {
        id: 'recommendation-since',
        heading: 'Since',
        level: 2,
        // A long one stands inside of other words, a short one is the whole of what was asked for.
        blocks: [
          { kind: 'paragraph', text: `They said: ${id === 'next' ? said[0] : ''}.` },
          { kind: 'paragraph', text: said[1] ?? '' },
        ],
      },
    ];
    await store.addRelease(release);
  }
  expect(await store.takeOut('session-1', 'BCDF2345GHJK')).toEqual({ ok: true });
  expect(JSON.stringify((await store.releases('next')).map(({ model }) => model))).not.toMatch(
    /five different|Ring me/u,
  );
  expect(holding(folder, said[0] ?? '')).toEqual([]);
  // What has nothing to do with it stays as it was printed.
  expect(JSON.stringify((await store.releases('stranger')).map(({ model }) => model))).toContain('Ring me');
});

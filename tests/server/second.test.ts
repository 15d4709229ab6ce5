/** A second coder’s themes of points and post-its in the store and in archives. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { strFromU8, unzipSync } from 'fflate';
import { isRefusal } from '../../core/refusal.ts';
import type { Change, Outcome } from '../../core/talk/change.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { SecondCoding } from '../../core/talk/second.ts';
import { releasesSchema } from '../../core/schemaRelease.ts';
import { entryUnder } from '../../server/archive/entryUnder.ts';
import type { Store } from '../../server/store/store.ts';
import { changeTalk, talkPage } from '../../server/use/talk.ts';
import { archiveOf, consultation, held, laptop, rooms, take } from '../support/archives.ts';
import { second } from '../support/second.ts';
import { coding, edit, point, removal, theme } from '../support/talk.ts';
import { aSession, begun, newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});
const one = (): Promise<Store> => kept(laptop(consultation(), held('aa', [1, 2]), held('bb', [3])));
const change = (store: Store, ...changes: Change[]): Promise<Outcome[] | Refusal> =>
  store.talk.change('shared', changes);
const done = async (store: Store, ...changes: Change[]): Promise<string[]> => {
  const outcomes = await change(store, ...changes);
  if (isRefusal(outcomes)) throw new Error(JSON.stringify(outcomes));
  return outcomes.map(({ is }) => is);
};
const seconds = async (store: Store): Promise<SecondCoding[]> =>
  (await store.talk.read('shared')).seconds.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
const said = [theme('t'), theme('u'), point('p', { themes: ['t'] }, 'aa'), coding('1.aa-0', [], ['t'], 'aa')];
const both = [second('p', ['u'], 'aa'), second('1.aa-0', [], 'aa')];
const BOTH = [
  { session: 'aa', unit: '1.aa-0', themes: [] },
  { session: 'aa', unit: 'p', themes: ['u'] },
];

describe('the store', () => {
  test('SC1 it stands beside the team’s own coding, once however often it comes, and is taken back by a change', async () => {
    const store = await one();
    await done(store, ...said);
    const before = await store.talk.read('shared');
    expect(await done(store, ...both)).toEqual(['done', 'done']);
    await done(store, ...both);
    expect(await seconds(store)).toEqual(BOTH);
    const { seconds: _seconds, ...rest } = await store.talk.read('shared');
    const { seconds: _none, ...was } = before;
    expect(rest).toEqual(was);
    // Two devices of the second coder: under the themes of both.
    await done(store, second('p', ['t'], 'aa'));
    expect((await seconds(store))[1]?.themes).toEqual(['t', 'u']);
    await done(store, second('p', null, 'aa', { themes: ['t', 'u'], coded: true }));
    expect(await seconds(store)).toEqual(BOTH.slice(0, 1));
  });

  test('SC1 it goes with its point, its post-it and its session, and is of finished sessions only', async () => {
    const store = await one();
    await done(store, ...said, point('q', {}, 'bb'), ...both, second('q', ['t'], 'bb'));
    expect(await done(store, second('none', ['t'], 'aa'), second('1.aa-1', ['t'], 'aa'))).toEqual([
      'gone',
      // It has no words.
      'gone',
    ]);
    await done(store, removal(edit('p', {}, { text: 'Point p' }, 'aa')));
    expect((await seconds(store)).map(({ unit }) => unit)).toEqual(['1.aa-0', 'q']);
    await store.removeSession('bb');
    expect((await seconds(store)).map(({ unit }) => unit)).toEqual(['1.aa-0']);
    await begun(store, aSession('live', { consultation: 'shared', state: 'lobby' }));
    expect(await change(store, point('r', {}, 'live'), second('r', ['t'], 'live'))).toMatchObject({
      refusal: 'wrong-state',
      where: 'changes.1',
    });
  });

  test('SC1 of what was taken back, or went with its session, no byte is left', async () => {
    const folder = newFolder();
    const store = await laptop(consultation(), held('aa', [1, 2]), held('bb', [3]), { folder });
    const [back, away] = ['seen-and-taken-back', 'seen-and-gone'];
    await done(store, ...said, second('1.aa-0', [back], 'aa'), second('p', [back], 'aa'));
    await done(store, second('1.bb-0', [away], 'bb'));
    await done(store, second('1.aa-0', null, 'aa', { themes: [back], coded: true }));
    await done(store, second('p', [], 'aa', { themes: [back], coded: true }));
    await store.removeSession('bb');
    await store.close();
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile()) {
        const bytes = readFileSync(join(file.parentPath, file.name));
        expect([file.name, bytes.includes(back), bytes.includes(away)]).toEqual([file.name, false, false]);
      }
  });

  test('SC1 a point that comes late, for which all of its session are written anew, leaves it', async () => {
    const store = await one();
    await done(store, ...said, ...both);
    await done(store, point('late', {}, 'aa'));
    expect(await seconds(store)).toEqual(BOTH);
  });

  test('SC1 the page of the consultation has it, whole and what is newer; that of a session has not', async () => {
    const store = await one();
    await done(store, ...said, ...both);
    const page = async (of: { consultation: string } | { session: string }, since = '') => {
      const read = await talkPage(store, rooms, of, since, 'facilitator');
      if (isRefusal(read)) throw new Error(read.refusal);
      return read;
    };
    const all = await page({ consultation: 'shared' });
    expect(all.seconds.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))).toEqual(
      BOTH.map((row) => ({ ...row, coded: true })),
    );
    expect((await page({ session: 'aa' })).seconds).toEqual([]);
    await done(store, second('p', null, 'aa', { themes: ['u'], coded: true }));
    const newer = await page({ consultation: 'shared' }, all.at);
    expect(newer).toMatchObject({
      whole: false,
      seconds: [{ session: 'aa', unit: 'p', themes: [], coded: false }],
      codings: [],
      points: [],
    });
    const refused = await changeTalk(
      store,
      rooms,
      { consultation: 'shared' },
      { changes: [{ ...second('p', ['t'], 'aa'), set: { themes: ['t'], coded: false } }] },
      'scribe',
      () => undefined,
    );
    expect(refused).toMatchObject({ where: 'changes.0.set' });
  });
});

describe('archives', () => {
  const version = (archive: Buffer): number =>
    (
      JSON.parse(strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array())) as {
        version: number;
      }
    ).version;

  test('SC4 F13 it comes along and is the same when it is written again; without it the archive is as before', async () => {
    const store = await one();
    await done(store, ...said);
    const without = await archiveOf(store, 'shared');
    expect(version(without)).toBe(3);
    expect(strFromU8(unzipSync(without)['talk.json'] ?? new Uint8Array())).not.toContain('seconds');
    await done(store, ...both);
    const archive = await archiveOf(store, 'shared');
    expect(version(archive)).toBe(5);
    const two = await kept(opened(newFolder()));
    await take(two, without);
    expect(await seconds(two)).toEqual([]);
    await take(two, archive);
    expect(await seconds(two)).toEqual(BOTH);
    const three = await kept(opened(newFolder()));
    await take(three, archive);
    expect((await archiveOf(three, 'shared')).equals(archive)).toBe(true);
  });

  test('SC5 F13 what a release told of coders comes along in its entry, under the ids that sessions have here', () => {
    const coders = {
      date: '2026-11-22',
      sessions: ['aa', 'bb'],
      units: 80,
      alpha: 0.81,
      low: -0.02,
      high: null,
    };
    const twice = { sessions: ['aa', 'bb'], why: 'few' as const };
    const entry = { number: 1, date: '2026-11-22', floor: 5, boards: [], coders, twice };
    const under = entryUnder(
      entry,
      (id) => (id === 'aa' ? 'zz' : id),
      (_session, id) => id,
    );
    expect(under.coders).toEqual({ ...coders, sessions: ['bb', 'zz'] });
    expect(under.twice).toEqual({ ...twice, sessions: ['bb', 'zz'] });
    const release = {
      consultation: 'shared',
      number: 1,
      date: '2026-11-22',
      formats: ['pdf'],
      approvedBy: { lead: '', panel: '' },
      notes: [],
      hash: 'a'.repeat(64),
      model: { format: 'standpoint-report', version: 1, title: 'T', sections: [] },
      entry,
    };
    const read = v.safeParse(releasesSchema, [release]);
    expect(read.issues?.map(({ path, message }) => [path?.map(({ key }) => key), message])).toBeUndefined();
    expect(
      v.safeParse(releasesSchema, [{ ...release, entry: { ...entry, coders: { ...coders, name: 'Ann' } } }])
        .success,
    ).toBe(false);
  });

  test('SC4 F13 of two second codings the one that is here stays, and that is said', async () => {
    const store = await one();
    await done(store, ...said);
    const two = await kept(opened(newFolder()));
    await take(two, await archiveOf(store, 'shared'));
    await done(store, ...both);
    await done(two, second('p', ['t'], 'aa'), second('1.aa-0', [], 'aa'));
    expect((await take(two, await archiveOf(store, 'shared'))).conflicts).toEqual([
      '1 point or post-it was put under other themes by the second coder there. The second coding that was here stays.',
    ]);
    expect((await seconds(two))[1]?.themes).toEqual(['t']);
  });

  test('SC4 F13 another sitting under the same id keeps its own, and what was taken out takes it along', async () => {
    const here = await kept(laptop(consultation(), held('aa', [1, 2])));
    await done(here, theme('t'), point('p', {}, 'aa'), second('p', ['t'], 'aa'));
    const there = await kept(laptop(consultation(), held('aa', [4, 5], {}, 'else')));
    await done(
      there,
      theme('t'),
      point('p', {}, 'aa'),
      second('p', [], 'aa'),
      second('1.else-0', ['t'], 'aa'),
    );
    for (const _ of [1, 2]) await take(here, await archiveOf(there, 'shared'));
    const all = await seconds(here);
    expect(all.map(({ themes }) => themes.join()).toSorted()).toEqual(['', 't', 't']);
    expect(new Set(all.map(({ session }) => session)).size).toBe(2);
    const document = await here.consultation('shared');
    const beside = all.find(({ unit }) => unit === '1.else-0')?.session ?? '';
    await here.takeIn({
      consultation: document?.consultation ?? consultation(),
      from: document?.revision ?? 0,
      sealed: [],
      sessions: [],
      reviews: [],
      report: null,
      releases: [],
      takenOut: [{ session: beside, spots: [{ board: 1, tag: 'else-0' }], unquoted: [], times: 1 }],
    });
    expect((await seconds(here)).map(({ unit }) => unit)).not.toContain('1.else-0');
    await take(here, await archiveOf(there, 'shared'));
    expect((await seconds(here)).map(({ unit }) => unit)).not.toContain('1.else-0');
  });
});

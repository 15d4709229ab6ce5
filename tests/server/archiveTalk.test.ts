/** Points and themes in archives: they come through opening and merging, and what was removed stays away. */
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { LIMITS } from '../../core/limits.ts';
import { newReport } from '../../core/report/document.ts';
import type { Change } from '../../core/talk/change.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../../server/store/store.ts';
import { openArchiveFile } from '../../server/use/archives.ts';
import { archiveOf, aRelease, consultation, held, laptop, rooms, take } from '../support/archives.ts';
import { coding, edit, editTheme, point, removal, theme } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function talked(store: Store, ...changes: Change[]): Promise<void> {
  const done = await store.talk.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
const BOTH = [theme('t'), theme('u', { parent: 't' })];
const AA = [
  point('p', { themes: ['t'], postit: '1.aa-0', hands: 2 }, 'aa'),
  coding('1.aa-0', [], ['u'], 'aa'),
];

/** The archive with its points and themes changed, and a manifest that fits them. */
function changed(archive: Buffer, change: (talk: Record<string, never[]>) => void): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(archive);
  const read = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  const talk = read('talk.json') as Record<string, never[]>;
  change(talk);
  files['talk.json'] = strToU8(JSON.stringify(talk));
  const head = read('manifest.json') as { files: Record<string, string> };
  head.files['talk.json'] = createHash('sha256').update(files['talk.json']).digest('hex');
  return zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(head)) });
}

test('TK6 F13 an archive opens with all points and themes, and is the same when it is written again', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2]), held('bb', [3])));
  await talked(
    one,
    ...BOTH,
    ...AA,
    point('z', {}, 'bb'),
    point('gone', {}, 'bb'),
    removal(point('gone', {}, 'bb')),
  );
  const archive = await archiveOf(one, 'shared');
  const two = await kept(opened(newFolder()));
  expect(await take(two, archive)).toMatchObject({ opened: true, conflicts: [] });
  const talk = await two.talk.read('shared');
  expect(talk).toEqual(await one.talk.read('shared'));
  expect(talk.points.find((p) => p.id === 'p')).toMatchObject({ hands: 2, postit: '1.aa-0', themes: ['t'] });
  expect(talk.codings).toEqual([{ session: 'aa', postit: '1.aa-0', themes: ['u'] }]);
  expect((await archiveOf(two, 'shared')).equals(archive)).toBe(true);
  const manifest = strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array());
  expect(manifest).toContain('"version": 3');
});

test('TK6 F13 two laptops are united: each point once, under the themes of both, and what one removed stays away', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  await talked(one, ...BOTH, ...AA);
  const two = await kept(laptop(consultation(), held('aa', [1, 2]), held('bb', [3])));
  await take(two, await archiveOf(one, 'shared'));
  await talked(
    two,
    theme('own', { name: 'Housing' }),
    edit('p', { themes: ['t'] }, { themes: ['t', 'own'] }, 'aa'),
    edit('p', { text: 'Point p' }, { text: 'Changed there' }, 'aa'),
    editTheme('u', { name: 'Theme u' }, { name: 'Other name' }),
    coding('1.aa-0', ['u'], ['u', 'own'], 'aa'),
    point('q', {}, 'bb'),
  );
  await talked(one, edit('p', { themes: ['t'] }, { themes: ['t', 'u'] }, 'aa'), point('mine', {}, 'aa'));
  const result = await take(one, await archiveOf(two, 'shared'));
  const talk = await one.talk.read('shared');
  expect(talk.themes.map((t) => t.name).toSorted()).toEqual(['Housing', 'Theme t', 'Theme u']);
  const texts = talk.points.map(({ id, text, themes }) => [id, text, themes]);
  expect(texts).toEqual([
    ['mine', 'Point mine', []],
    ['p', 'Point p', ['own', 't', 'u']],
    ['q', 'Point q', []],
  ]);
  expect(talk.codings).toEqual([{ session: 'aa', postit: '1.aa-0', themes: ['own', 'u'] }]);
  expect(result.conflicts).toEqual([
    '1 theme has another name, description or place there. Those that were here stay.',
    '1 point of a discussion was changed there. What was here stays; themes of both are kept, and a yes to being quoted counts only where both have it.',
  ]);
  const older = await archiveOf(one, 'shared');
  await talked(
    one,
    removal(edit('p', {}, { text: 'Point p' }, 'aa')),
    removal(theme('own', { name: 'Housing' })),
  );
  await take(one, older);
  await take(two, await archiveOf(one, 'shared'));
  for (const store of [one, two]) {
    const { points, themes } = await store.talk.read('shared');
    expect(points.map((p) => p.id).toSorted()).toEqual(['mine', 'q']);
    expect(themes.map((t) => t.id).toSorted()).toEqual(['t', 'u']);
  }
});

test('TK6 F13 another sitting that has a session’s id brings its points beside it', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  await talked(one, point('p', { text: 'Here' }, 'aa'));
  const two = await kept(laptop(consultation(), held('aa', [4, 5], {}, 'else')));
  await talked(two, point('p', { text: 'There' }, 'aa'));
  const archive = await archiveOf(two, 'shared');
  for (const _ of [1, 2]) await take(one, archive);
  const { points } = await one.talk.read('shared');
  expect(points.map((p) => p.text).toSorted()).toEqual(['Here', 'There']);
  expect(new Set(points.map((p) => `${p.session} ${p.id}`)).size).toBe(2);
  expect(new Set(points.map((p) => p.id)).size).toBe(2);
});

test('TK6 F13 what a report decided about such points, and what a register says of their quotes, is about them here', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  await talked(one, point('p', { text: 'Here' }, 'aa'));
  const two = await kept(laptop(consultation(), held('aa', [4, 5], {}, 'else')));
  await talked(two, point('p', { text: 'There' }, 'aa'));
  const review = { session: 'aa', point: 'p', chosen: true, checked: true, published: null };
  const passage = { ...review, session: '', point: 'passage' };
  await two.saveReport('shared', { ...newReport(5, 'shown'), points: [review, passage] }, null);
  const release = aRelease('Theirs', 'aa');
  const quotes = [{ session: 'aa', point: 'p', said: {} }];
  await two.addRelease({ ...release, entry: { ...release.entry, talk: { cells: [], quotes } } });
  await take(one, await archiveOf(two, 'shared'));
  const there = (await one.talk.read('shared')).points.find(({ text }) => text === 'There');
  const { session = '', id = '' } = there ?? {};
  expect([session, id]).not.toContain('aa');
  expect(id).not.toBe('p');
  expect((await one.report('shared'))?.document.points).toEqual([{ ...review, session, point: id }, passage]);
  expect((await one.releases('shared'))[0]?.entry.talk?.quotes).toEqual([{ session, point: id, said: {} }]);
});

test('TK6 F13 two such sittings may go back and forth: each point is there once on either laptop', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  const two = await kept(laptop(consultation(), held('aa', [4, 5], {}, 'else')));
  await talked(one, point('p', { text: 'Here' }, 'aa'));
  await talked(two, point('p', { text: 'There' }, 'aa'));
  for (const _ of [1, 2, 3]) {
    await take(two, await archiveOf(one, 'shared'));
    await take(one, await archiveOf(two, 'shared'));
  }
  for (const store of [one, two]) {
    const { points } = await store.talk.read('shared');
    expect(points.map((p) => p.text).toSorted()).toEqual(['Here', 'There']);
    expect(new Set(points.map((p) => p.session)).size).toBe(2);
  }
});

test('TK3 F13 an older archive leaves what was brought back since, and says so; what goes by one is said too', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  const [made, under] = [point('p', { text: 'Precious' }, 'aa'), theme('t')];
  await talked(one, under, made, point('q', {}, 'aa'));
  const full = await archiveOf(one, 'shared');
  await talked(one, removal(made), removal(under));
  const older = await archiveOf(one, 'shared');
  await talked(one, { ...made, id: 'undone-p' }, { ...under, id: 'undone-t' });
  for (const _ of [1, 2]) {
    const { conflicts } = await take(one, older);
    expect(conflicts).toEqual([
      '2 points, themes, interviews and passages are removed there and were brought back here. They stay: remove them here if they are to go.',
    ]);
    const { points, themes, gone } = await one.talk.read('shared');
    expect([points.map(({ text }) => text), themes.length, gone]).toEqual([['Precious', 'Point q'], 1, []]);
  }
  const two = await kept(opened(newFolder()));
  await take(two, full);
  expect((await take(two, older)).conflicts).toEqual([
    '2 points, themes, interviews and passages were removed there, and so they are removed here too.',
  ]);
  expect((await two.talk.read('shared')).points.map(({ id }) => id)).toEqual(['q']);
});

test('TK6 W3 what hangs on a post-it goes when its writer takes it out, here and with a later copy', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  await talked(one, ...BOTH, ...AA);
  const before = await archiveOf(one, 'shared');
  const document = await one.consultation('shared');
  if (document === null) throw new Error('it is there');
  const taken = await one.takeIn({
    consultation: document.consultation,
    from: document.revision,
    sealed: [],
    sessions: [],
    reviews: [],
    report: null,
    releases: [],
    takenOut: [{ session: 'aa', spots: [{ board: 1, tag: 'aa-0' }], unquoted: [], times: 1 }],
  });
  expect(isRefusal(taken)).toBe(false);
  const left = async (store: Store) => {
    const { points, codings } = await store.talk.read('shared');
    return [points.map(({ id, postit }) => [id, postit]), codings];
  };
  expect(await left(one)).toEqual([[['p', '']], []]);
  await take(one, before);
  expect(await left(one)).toEqual([[['p', '']], []]);
});

test('TK2 F7 two devices that go over a limit together leave an archive that opens; older ones are cut', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  const themes = Array.from({ length: LIMITS.themesPerPoint + 2 }, (_, i) => theme(`t${i}`));
  const half = (part: number): string[] => themes.slice(part * 11, part * 11 + 11).map(({ key }) => key);
  await talked(one, ...themes, point('p', { hands: LIMITS.peoplePerSession }, 'aa'));
  const done = await one.talk.change('shared', [
    edit('p', { themes: [] }, { themes: half(0) }, 'aa'),
    edit('p', { themes: [], hands: 0 }, { themes: half(1), hands: 1 }, 'aa'),
    coding('1.aa-0', [], half(0), 'aa'),
    coding('1.aa-0', [], half(1), 'aa'),
  ]);
  const full = { is: 'differs', now: { themes: [...half(0).toSorted(), ...half(1)].slice(0, 20) } };
  expect(done).toMatchObject([
    { is: 'done' },
    { ...full, now: { ...full.now, hands: LIMITS.peoplePerSession } },
    { is: 'done' },
    full,
  ]);
  const archive = await archiveOf(one, 'shared');
  const over = changed(archive, ({ points, codings }) => {
    for (const row of [...(points ?? []), ...(codings ?? [])] as Record<string, unknown>[])
      row['themes'] = themes.map(({ key }) => key);
    for (const row of (points ?? []) as Record<string, unknown>[]) row['hands'] = LIMITS.peoplePerSession + 1;
  });
  for (const file of [archive, over]) {
    const two = await kept(opened(newFolder()));
    expect(isRefusal(await openArchiveFile(two, rooms, file))).toBe(false);
    const { points, codings } = await two.talk.read('shared');
    expect(points[0]?.hands).toBe(LIMITS.peoplePerSession);
    expect([points[0]?.themes.length, codings[0]?.themes.length]).toEqual([20, 20]);
  }
});

test('F7 P5 an archive whose points belong to no session of it is refused, with the place', async () => {
  const one = await kept(laptop(consultation(), held('aa', [1, 2])));
  await talked(one, ...BOTH, ...AA);
  const archive = await archiveOf(one, 'shared');
  const refusal = async (change: (talk: Record<string, never[]>) => void): Promise<Refusal> => {
    const two = await kept(opened(newFolder()));
    const read = await openArchiveFile(two, rooms, changed(archive, change));
    expect(await two.listConsultations()).toEqual([]);
    return read as Refusal;
  };
  const first = (list: unknown): Record<string, unknown> => (list as Record<string, unknown>[])[0] ?? {};
  const elsewhere = await refusal(({ points }) => void (first(points)['session'] = 'none'));
  expect(elsewhere).toMatchObject({ refusal: 'bad-file', where: 'talk.json: points.0.session' });
  const named = await refusal(({ points }) => void (first(points)['name'] = 'Ann'));
  expect(named).toMatchObject({ refusal: 'bad-file', where: 'talk.json: points.0.name' });
  const person = await refusal(({ points }) => void (first(points)['person'] = 2));
  expect(person).toMatchObject({ refusal: 'bad-file', where: 'talk.json: points.0.person' });
});

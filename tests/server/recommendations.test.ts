/** Recommendations in the store and in archives: each change once, promises kept, links that go with what they are to. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { LIMITS } from '../../core/limits.ts';
import type { RecommendationChange } from '../../core/recommendations/change.ts';
import type { ToldItem, ToldPage } from '../../core/recommendations/told.ts';
import { promisesOf } from '../../core/recommendations/types.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { asked, reword, unasked } from '../support/recommendations.ts';
import { point, removal, theme } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const withAnswers = (folder = newFolder()): Promise<Store> =>
  kept(laptop(consultation(), held('aa', [1, 2, 3]), { folder }));
async function change(store: Store, ...changes: RecommendationChange[]) {
  const done = await store.recommendations.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.map(({ is }) => is);
}
const all = async (store: Store) => (await store.recommendations.read('shared')).list;
const one = async (store: Store, id = 'r') => (await all(store)).find((of) => of.id === id);
const PAGE: ToldPage = { title: 'T', sample: false, date: '2026-11-22', floor: 5, change: [], keep: [] };
const EVIDENCE = ['point.aa.p', 'postit.aa.1.aa-0', 'statement.s1', 'theme.t'];

test('RC1 a change counts once, also after a restart, and a removal can be undone whole', async () => {
  const folder = newFolder();
  let store = await withAnswers(folder);
  await store.talk.change('shared', [theme('t'), point('p', {}, 'aa')]);
  const first = asked('r', { evidence: EVIDENCE, to: 'The council' });
  const second = reword('r', { to: 'The council' }, { to: 'The trust' });
  await change(store, first, second);
  await store.close();
  stores.splice(0);
  store = await kept(opened(folder));
  const third = reword('r', { to: 'The trust' }, { to: 'The council' });
  expect(await change(store, third, first, second)).toEqual(['done', 'done', 'done']);
  expect(await one(store)).toMatchObject({ to: 'The council', evidence: EVIDENCE });
  const whole = { ...first, set: { ...first.set, to: 'The council' } };
  expect(await change(store, unasked(whole))).toEqual(['done']);
  expect(await all(store)).toEqual([]);
  await change(store, { ...whole, id: 'back' });
  expect(await one(store)).toMatchObject({ to: 'The council', evidence: EVIDENCE });
  expect(await store.recommendations.read('shared')).toMatchObject({ gone: [], back: ['r'] });
});

test('RC3 P5 a "no" without a why is refused with its place, and nothing of what came with it is kept', async () => {
  const store = await withAnswers();
  await change(store, asked('r'));
  const no = reword('r', { answer: '', why: '' }, { answer: 'no', why: '' });
  expect(await store.recommendations.change('shared', [asked('s'), no])).toMatchObject({
    refusal: 'why-needed',
    where: 'changes.1.set.why',
  });
  expect(await all(store)).toHaveLength(1);
  await change(store, reword('r', { answer: '', why: '' }, { answer: 'part', why: 'Money' }));
  const emptied = reword('r', { why: 'Money' }, { why: '' });
  expect(await store.recommendations.change('shared', [emptied])).toMatchObject({ refusal: 'why-needed' });
  const many = Array.from({ length: LIMITS.recommendations }, (_, i) => asked(`x${i}`));
  await change(store, ...many.slice(0, 100));
  expect(await store.recommendations.change('shared', many.slice(100))).toMatchObject({
    refusal: 'recommendations-full',
    where: 'changes.99.recommendations',
  });
});

test('RC2 the first promise stays through another window and an older and a newer archive', async () => {
  const store = await withAnswers();
  await change(store, asked('r'));
  const older = await archiveOf(store, 'shared');
  await change(store, reword('r', { promises: [] }, { promises: ['2026-11-02>2027-03-31'] }));
  const other = await kept(opened(newFolder()));
  await take(other, older);
  await change(other, reword('r', { promises: [] }, { promises: ['2026-11-20>2027-09-30'] }));
  const newer = await archiveOf(other, 'shared');
  await take(store, older);
  expect((await one(store))?.promises).toEqual(['2026-11-02>2027-03-31']);
  await take(store, newer);
  await take(other, await archiveOf(store, 'shared'));
  for (const each of [store, other]) {
    const found = await one(each);
    expect(found && promisesOf(found).map(({ by }) => by)).toEqual(['2027-03-31', '2027-09-30']);
  }
});

test('RC9 F13 two laptops are united: what is empty here comes along, what differs is named, what was removed stays away', async () => {
  const first = await withAnswers();
  await first.talk.change('shared', [theme('t'), point('p', {}, 'aa')]);
  await change(first, asked('r', { evidence: EVIDENCE }), asked('mine'), asked('away'));
  const word = { on: '2026-11-20', yes: 9, partly: 0, no: 2, unknown: 0 };
  const from = { raised: { n: 2, of: 3, smaller: true }, lone: false, voices: 12, links: ['theme.t'] };
  const lone = { raised: null, lone: true, voices: 1, links: [] };
  const promised = { promises: ['2026-11-02>2027-03-31'] };
  const behind = { session: 'aa', points: 5, hands: 1, large: true };
  const themes = [{ theme: 't', sessions: [{ session: 'aa', points: 4 }] }];
  const known = {
    ...from,
    held: { nth: 2, floor: 5, direct: false, sessions: [behind], themes, reach: ['t', 'u'] },
  };
  const out = [word, from, lone, known, promised].map((counts) => ({ recommendation: 'r', counts }));
  await first.recommendations.wentOut('shared', [...out, ...out]);
  const archive = await archiveOf(first, 'shared');
  const second = await kept(opened(newFolder()));
  expect(await take(second, archive)).toMatchObject({ opened: true, conflicts: [] });
  expect(await all(second)).toEqual(await all(first));
  const wentOut = (await second.recommendations.read('shared')).out;
  expect(wentOut).toHaveLength(out.length);
  expect(wentOut).toEqual(expect.arrayContaining(out));
  expect((await archiveOf(second, 'shared')).equals(archive)).toBe(true);
  expect(strFromU8(unzipSync(archive)['manifest.json'] ?? new Uint8Array())).toContain('"version": 5');
  await change(second, reword('r', { answer: '', why: '' }, { answer: 'no', why: 'Money' }));
  await change(second, reword('r', { evidence: [] }, { evidence: ['statement.s2'] }));
  await change(second, reword('mine', { text: 'Recommendation mine' }, { text: 'Theirs' }), asked('new'));
  await change(second, unasked(asked('away')));
  const { conflicts } = await take(first, await archiveOf(second, 'shared'));
  expect(await one(first)).toMatchObject({
    answer: 'no',
    why: 'Money',
    evidence: [...EVIDENCE, 'statement.s2'].toSorted(),
  });
  expect((await one(first, 'mine'))?.text).toBe('Recommendation mine');
  expect((await all(first)).map(({ id }) => id).toSorted()).toEqual(['mine', 'new', 'r']);
  expect(conflicts.join(' ')).toContain('2 recommendations differ there');
  expect(conflicts.join(' ')).toContain('1 recommendation was removed there');
  // Brought back here, the older copy does not remove it again.
  await change(first, asked('away'));
  await take(first, await archiveOf(second, 'shared'));
  expect(await one(first, 'away')).toBeDefined();
});

test('RC9 F13 what is behind a number that went out comes along under the ids that its sessions have here', async () => {
  const first = await withAnswers();
  const second = await kept(laptop(consultation(), held('aa', [4, 5], {}, 'else')));
  await change(second, asked('r'));
  const behind = (session: string) => ({ session, points: 5, hands: 0, large: true });
  const counts = { raised: { n: 2, of: 2, smaller: false }, lone: false, voices: 10, links: ['theme.t'] };
  const told = (sessions: ReturnType<typeof behind>[]) => ({
    recommendation: 'r',
    counts: { ...counts, held: { nth: 0, floor: 5, direct: false, sessions, themes: parts(sessions) } },
  });
  const parts = (sessions: ReturnType<typeof behind>[]) => [
    { theme: 't', sessions: sessions.map(({ session, points }) => ({ session, points })) },
  ];
  await second.recommendations.wentOut('shared', [told([behind('aa'), behind('zz')])]);
  await take(first, await archiveOf(second, 'shared'));
  const beside = (await first.sessions('shared')).map(({ id }) => id).find((id) => id !== 'aa') ?? '';
  const sessions = [behind(beside), behind('zz')].toSorted((a, b) => (a.session < b.session ? -1 : 1));
  expect((await first.recommendations.read('shared')).out).toEqual([told(sessions)]);
});

test('RC6 what a page tells that went out before its numbers were noted is known from it, also once it is another or gone', async () => {
  const store = await withAnswers();
  await change(store, asked('r'), asked('s'));
  const raised = { n: 2, of: 3, smaller: true };
  const told = (id: string, more: Partial<ToldItem>) =>
    ({ id, raised: null, lone: false, ...more }) as ToldItem;
  const noted = (recommendation: string, more: object) => ({
    recommendation,
    counts: { raised: null, lone: false, links: [], ...more },
  });
  const out = async () => (await store.recommendations.read('shared')).out;
  const page = {
    ...PAGE,
    change: [told('r', { raised }), told('none', {})],
    keep: [told('s', { lone: true })],
  };
  await store.recommendations.publish('shared', { page, quotes: [] });
  const both = [noted('r', { raised, voices: 2 }), noted('s', { lone: true, voices: 1 })];
  expect(await out()).toEqual(both);
  await store.recommendations.publish('shared', { page: { ...PAGE, keep: page.keep }, quotes: [] });
  expect(await out()).toEqual(both);
  await store.recommendations.withdraw('shared');
  expect(await out()).toEqual(both);
});

/** Whether any file of a store that is closed has these bytes. */
function bytesIn(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .some((path) => statSync(path).isFile() && readFileSync(path).includes(text));
}

test('RC5 W3 a link goes with its post-it, a removed point comes back with its link, and words of a quote are kept once', async () => {
  const folder = newFolder();
  const store = await withAnswers(folder);
  await store.talk.change('shared', [point('p', {}, 'aa')]);
  await change(store, asked('r', { evidence: ['point.aa.p', 'postit.aa.1.aa-0', 'postit.aa.1.none'] }));
  expect((await one(store))?.evidence).toEqual(['point.aa.p', 'postit.aa.1.aa-0']);
  const review = {
    session: 'aa',
    board: 1,
    tag: 'aa-0',
    chosen: true,
    checked: true,
    published: 'They never rang back',
    replacements: [],
  };
  await store.saveReview(review, null);
  const quote = { recommendation: 'r', session: 'aa', board: 1, tag: 'aa-0' };
  await store.recommendations.publish('shared', { page: PAGE, quotes: [quote] });
  expect((await store.recommendations.published('shared'))?.quotes).toEqual([
    { recommendation: 'r', text: 'They never rang back' },
  ]);
  await store.talk.change('shared', [removal(point('p', {}, 'aa'))]);
  await store.talk.change('shared', [point('p', {}, 'aa')]);
  expect((await one(store))?.evidence).toContain('point.aa.p');
  const word = { on: '2026-11-20', yes: 9, partly: 0, no: 2, unknown: 0 };
  await store.recommendations.wentOut('shared', [{ recommendation: 'r', counts: word }]);
  expect((await store.recommendations.read('shared')).out).toHaveLength(1);
  await store.removeSession('aa');
  expect((await one(store))?.evidence).toEqual([]);
  expect((await store.recommendations.published('shared'))?.quotes).toEqual([]);
  await change(store, reword('r', { owner: '' }, { owner: 'MR-WHO-LEFT' }));
  await store.removeConsultation('shared');
  await store.close();
  stores.splice(0);
  for (const text of ['MR-WHO-LEFT', 'aa-0', 'never rang']) expect(bytesIn(folder, text)).toBe(false);
});

test('RC5 W3 words that somebody takes out are out of recommendations and of the page that is out, short ones as a whole', async () => {
  const session = held('aa', [1, 2]);
  const said = ['Nobody ever rang me back about the flat', 'More staff'];
  session.responses = session.responses.map((response, i) => ({ ...response, comment: said[i] ?? '' }));
  const folder = newFolder();
  const store = await kept(laptop(consultation(), session, { folder }));
  const ofOne = { evidence: ['postit.aa.1.aa-0'], why: `They said: ${said[0]}.` };
  await change(
    store,
    asked('r', { text: 'Ring back', ...ofOne }),
    asked('s', { text: 'More staff', evidence: ['postit.aa.1.aa-1'] }),
    asked('u', { text: 'Better offices', points: 'A sofa\nMore staff ' }),
  );
  const why = `They said: ${said[0]}.`;
  const item = { id: 's', text: 'More staff', points: ['A sofa', 'More staff'], lone: true, why };
  const page = { ...PAGE, change: [item as never] };
  await store.recommendations.publish('shared', { page, quotes: [] });
  const spots = ['aa-0', 'aa-1'].map((tag) => ({ board: 1, tag }));
  const taken = await store.takeIn({
    consultation: consultation(),
    from: (await store.consultation('shared'))?.revision ?? 0,
    sealed: [],
    takenOut: [{ session: 'aa', spots, unquoted: [], times: 1 }],
    sessions: [],
    reviews: [],
    report: null,
    releases: [],
  });
  expect(isRefusal(taken)).toBe(false);
  expect(await one(store)).toMatchObject({ text: 'Ring back', evidence: [] });
  expect((await one(store))?.why).not.toContain('rang me');
  expect((await one(store, 's'))?.text).not.toBe('More staff');
  expect((await one(store, 'u'))?.points).toMatch(/^A sofa\n(?!More staff)./u);
  expect(JSON.stringify(await store.recommendations.published('shared'))).not.toMatch(/rang me|More staff/u);
  await store.close();
  stores.splice(0);
  for (const text of ['rang me back', 'More staff', 'aa-0']) expect(bytesIn(folder, text)).toBe(false);
});

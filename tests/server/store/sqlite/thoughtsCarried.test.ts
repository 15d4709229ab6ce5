/** Points that went with their notes, when their session goes on at another laptop, is counted, removed, or left out. */
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { FREE_TALK, taggedThought, THERE, thoughtPlace } from '../../../../core/thought.ts';
import type { Change, Outcome, PointChange } from '../../../../core/talk/change.ts';
import { openDatabase } from '../../../../server/store/sqlite/database.ts';
import { MainDb } from '../../../../server/store/sqlite/mainDb.ts';
import { bringTalkIn, talkOf } from '../../../../server/store/sqlite/talkCarry.ts';
import type { Carried } from '../../../../server/store/carry.ts';
import type { Store } from '../../../../server/store/store.ts';
import type { NotedAs } from '../../../../server/store/talk.ts';
import { thoughtPointIds } from '../../../../server/store/thoughtPoints.ts';
import { edit, point, removal } from '../../../support/talk.ts';
import { aResponse, aSession, begun, newFolder, opened, openedRoom, reopened } from '../made.ts';
import { CODE, held, UNTIL } from '../removed.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

interface Laptop {
  store: Store;
  main: MainDb;
}

async function laptop(begin: (store: Store) => Promise<unknown>): Promise<Laptop> {
  const folder = newFolder();
  const store = await opened(folder);
  closing.push(() => store.close());
  await begin(store);
  const main = new MainDb(openDatabase(join(folder, 'standpoint.db')));
  closing.push(async () => void main.raw.close());
  return { store, main };
}

async function done(
  store: Store,
  changes: Change[],
  following?: ReadonlyMap<string, NotedAs>,
): Promise<Outcome['is'][]> {
  const outcomes = await store.talk.change('c1', changes, following);
  if ('refusal' in outcomes) throw new Error(outcomes.refusal);
  return outcomes.map(({ is }) => is);
}

const marks = async ({ main }: Laptop, like: string): Promise<string[]> => {
  const rows = await main.query.selectFrom('talk_done').select('id').where('id', 'like', like).execute();
  return rows.map(({ id }) => id);
};
const standing = async ({ store }: Laptop): Promise<string[]> =>
  (await store.talk.read('c1')).points.map(({ id }) => id).toSorted();
const goOn = async (from: Laptop, to: Laptop): Promise<void> =>
  bringTalkIn(to.main, 'c1', 'session-1', await talkOf(from.main, 'c1', 'session-1'));
const unnoted = async ({ store }: Laptop): Promise<string[]> =>
  [...(await store.talk.unnoted('session-1'))].toSorted();

const [A, B, C] = [point('phone-a'), point('phone-b'), point('phone-c')];
const OTHER = point('phone-d', {}, 'session-2');

test('TP4 O5 what nobody has removed is known at the laptop where its session goes on, and what was noted again there stands here; one that a scribe removed does not', async () => {
  const one = await laptop(async (store) => {
    await begun(store);
    await begun(store, aSession('session-2', { code: 'BCDFGJ' }));
  });
  const two = await laptop(begun);
  await done(one.store, [A, B, C, OTHER]);
  await done(one.store, [removal(A), removal(B), removal(OTHER)], new Map());
  await done(one.store, [removal(C)]);
  await goOn(one, two);
  expect(await unnoted(two)).toEqual(['phone-a', 'phone-b']);
  // Of another session it is nobody’s to know there.
  expect(await marks(two, 'unnoted.session-2%')).toEqual([]);
  // Both are noted again there, and a scribe removes one of them.
  await done(two.store, [
    { ...A, id: 'again-a' },
    { ...B, id: 'again-b' },
  ]);
  await done(two.store, [removal(B)]);
  await goOn(two, one);
  expect([await standing(one), await unnoted(one)]).toEqual([['phone-a'], []]);
  expect((await one.store.talk.read('c1')).gone.toSorted()).toEqual(['phone-b', 'phone-c', 'phone-d']);
  // What is older than what is here changes nothing of it.
  const older = await talkOf(two.main, 'c1', 'session-1');
  await done(one.store, [removal({ ...A, id: 'x' })], new Map());
  await bringTalkIn(one.main, 'c1', 'session-1', older);
  expect([await standing(one), await unnoted(one)]).toEqual([[], ['phone-a']]);
  await one.store.removeSession('session-1');
  expect(await marks(one, 'unnoted.session-1%')).toEqual([]);
});

test('TP4 O5 of what a point was made is known where its session goes on, and is forgotten with that', async () => {
  const one = await laptop(async (store) => {
    await begun(store);
    await begun(store, aSession('session-2', { code: 'BCDFGJ' }));
  });
  const two = await laptop(begun);
  const [a, d] = [
    { note: 'note-of-a', quote: false },
    { note: 'note-of-d', quote: true },
  ];
  await done(one.store, [A, B, OTHER], new Map(Object.entries({ 'phone-a': a, 'phone-d': d })));
  await goOn(one, two);
  expect([...(await two.store.talk.notedAs('session-1'))]).toEqual([['phone-a', a]]);
  expect(await marks(two, 'noted.session-2%')).toEqual([]);
  // Other words are put there, whatever a scribe made of the ones before.
  await done(two.store, [edit('phone-a', { text: 'Point phone-a' }, { text: 'mended' })]);
  const moved = { ...a, note: 'another' };
  await done(two.store, [edit('phone-a', {}, { text: 'new' })], new Map([['phone-a', moved]]));
  expect((await two.store.talk.read('c1')).points.map(({ text }) => text)).toContain('new');
  expect(await marks(two, 'noted.session-1%')).toEqual(['noted.session-1.phone-a.another.0']);
  await two.store.removeSession('session-1');
  expect(await marks(two, 'noted.session-1%')).toEqual([]);
});

test('TP4 TP5 O5 a thought that was noted here after the last copy, and then not, is a point once its session is back and counted; one that a scribe removed, or that is not said any more, is none and stays away', async () => {
  const words = (text: string) => ({ answer: THERE, comment: text, note: text, quote: true });
  const said = ['a', 'b', 'c', 'd'].map((text, i) =>
    aResponse(thoughtPlace(FREE_TALK, i), text.repeat(40), words(text)),
  );
  const of = ({ tag, comment }: { tag: string; comment: string }) =>
    point(thoughtPointIds(tag)[0] ?? '', { text: comment, kind: 'quote', mayQuote: true });
  const all = said.map(of);
  const [unsaid, removed, refused, back] = all as [PointChange, PointChange, PointChange, PointChange];
  const begin = async (store: Store): Promise<void> => {
    const live = await begun(store, aSession(), openedRoom(0));
    // Its writer has taken the first one back by the time that the session is counted.
    for (const response of said.slice(1)) await live.place(response);
  };
  const [one, two] = [await laptop(begin), await laptop(begin)];
  await done(one.store, [point('x')]);
  await goOn(one, two);
  const made = (quote: boolean) =>
    new Map(all.map(({ key, set }) => [key, { note: set?.text ?? '', quote }] as const));
  await done(one.store, all, made(true));
  await done(one.store, [edit(refused.key, { mayQuote: true }, { mayQuote: false })]);
  const refusal = new Map([[refused.key, { note: 'c', quote: true }]]);
  await done(
    one.store,
    all.map(({ key }) => ({ ...edit(key, {}, {}), set: null })),
    refusal,
  );
  // A scribe’s device had not heard of it.
  await done(one.store, [removal(removed)]);
  await done(two.store, [point('y')]);
  await goOn(two, one);
  const left = [unsaid, refused, back].map(({ key }) => key).toSorted();
  expect(await unnoted(one)).toEqual(left);
  expect([...(await one.store.talk.notedAs('session-1')).keys()]).toEqual([refused.key]);
  await one.store.saveSession(aSession('session-1', { state: 'ended' }));
  await one.store.seal('session-1', false);
  const { points } = await one.store.talk.read('c1');
  expect(Object.fromEntries(points.map(({ text, mayQuote }) => [text, mayQuote]))).toEqual({
    'Point x': false,
    'Point y': false,
    c: false,
    d: true,
  });
  // What its writer took back no undo brings back.
  expect(await done(one.store, [{ ...unsaid, id: 'undone' }])).toEqual(['gone']);
  expect(await marks(one, '%noted.%')).toEqual([]);
});

test('TP5 W3 what a phone has said anew after its code was used, and a scribe has removed, no undo brings back', async () => {
  let stick: Carried | null = null;
  const here = await laptop(async (store) => {
    const copied = new Promise<void>((resolve) => store.carry.onCopied(() => resolve()));
    await held(store);
    await copied;
    stick = await store.carry.pack('session-1');
    await store.saveSession(aSession('session-1', { state: 'ended', withdrawUntil: UNTIL }));
    await store.removeSession('session-1');
    expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
    if (stick !== null) expect(await store.carry.put(stick, false)).toEqual({ ok: true });
  });
  const live = await reopened(here.store);
  const { statement, round } = taggedThought(0, undefined);
  const said = (token: string) => {
    const tag = live.tagOf(token, statement, round);
    return aResponse(thoughtPlace(FREE_TALK, 0), tag, {
      answer: THERE,
      comment: token,
      note: token,
      quote: true,
    });
  };
  const [mine, others] = [said('token 0'), said('token 3')];
  const of = ({ tag }: { tag: string }) =>
    point(thoughtPointIds(tag)[0] ?? '', { kind: 'quote', mayQuote: true });
  for (const response of [mine, others]) await live.place(response);
  await done(here.store, [of(mine), of(others)]);
  await done(here.store, [removal(of(mine)), removal(of(others))]);
  await here.store.saveSession(aSession('session-1', { state: 'ended', withdrawUntil: UNTIL }));
  await here.store.seal('session-1', true);
  expect(await marks(here, `___.${of(mine).key}`)).toEqual([]);
  expect(await marks(here, `may.${of(others).key}`)).toHaveLength(1);
  expect(await done(here.store, [of(mine), of(others)])).toEqual(['gone', 'done']);
  expect(await standing(here)).toEqual([of(others).key]);
});

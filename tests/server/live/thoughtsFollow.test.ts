/** Points from phones follow their notes, and nothing else: not what the scribe made of them, nor at once a yes. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { fieldsOf } from '../../../client/console/talk/mirror.ts';
import type { ChangesDone, TalkPage } from '../../../core/talk/api.ts';
import type { PointChange } from '../../../core/talk/change.ts';
import type { Point, PointFields } from '../../../core/talk/types.ts';
import { THERE, thoughtPlace } from '../../../core/thought.ts';
import type { ConsoleView } from '../../../core/view.ts';
import type { Session } from '../../../core/session.ts';
import type { Store } from '../../../server/store/store.ts';
import { connectConsole, startServer, type Phone, type TestServer } from '../../support/server.ts';
import { edit, removal } from '../../support/talk.ts';
import { thoughtRoom } from '../../support/thoughtRoom.ts';

let server: TestServer;
let store: Store | undefined;
beforeEach(async () => {
  server = await startServer({ wrap: (made) => (store = made) });
});
afterEach(() => server.stop());

type Console = Awaited<ReturnType<typeof connectConsole>>;

const listed = (view: ConsoleView) => view.notes.filter((note) => note.thought === true);
const change = (phone: Phone | undefined, text: string, revision = 2) =>
  phone?.place(thoughtPlace(1, 0), revision, text === '' ? null : THERE, text, 0);

async function set(desk: Console, text: string, to: 'show' | 'hide' | 'waiting'): Promise<void> {
  const view = await desk.until((v) => listed(v).some((note) => note.text === text));
  const id = listed(view).find((note) => note.text === text)?.id ?? '';
  expect(await desk.do({ do: 'note', id, to })).toEqual({ ok: true });
}

/** "Mr Miller" becomes "[name]". */
async function takeOut(desk: Console, text: string) {
  const view = await desk.until((v) => listed(v).some((note) => note.text === text));
  const id = listed(view).find((note) => note.text === text)?.id ?? '';
  return desk.do({ do: 'redact', id, words: [{ from: 0, to: 9, by: '[name]' }] });
}

/** Six thoughts, of which five at least are listed and noted. Whoever is listed first is not for the test to say. */
async function noted() {
  const { session, desk, phones } = await thoughtRoom(server, (i) => `Mr Miller said ${i}`);
  const view = await desk.until((v) => listed(v).length >= 5);
  const texts = listed(view).map(({ text }) => text);
  for (const text of texts) await set(desk, text, 'show');
  const page = (since = '') => server.get<TalkPage>(`/api/sessions/${session.id}/talk${since}`);
  const [one = '', two = '', three = '', four = '', five = ''] = texts;
  const ids = new Map((await page()).points.map(({ text, id }) => [text, id]));
  const point = async (text: string): Promise<Point | undefined> =>
    (await page()).points.find(({ id }) => id === ids.get(text));
  const scribe = async (text: string, to: Partial<PointFields>): Promise<void> => {
    const was = fieldsOf((await point(text)) as Point);
    const changes = [edit(ids.get(text) ?? '', was, { ...was, ...to }, session.id)];
    await server.send('POST', `/api/sessions/${session.id}/talk`, { changes });
    expect(await point(text)).toMatchObject(to);
  };
  const phoneOf = (text: string): Phone | undefined => phones[Number(text.split(' ').at(-1))];
  return {
    session: session.id,
    desk,
    phones,
    phoneOf,
    page,
    point,
    scribe,
    ids,
    one,
    two,
    three,
    four,
    five,
  };
}

/** As after a death or a take-over; whatever the session does at its start is over. */
async function again(desk: Console, session: string): Promise<Console> {
  desk.close();
  await server.restart();
  const back = await connectConsole(server, session);
  await back.do({ do: 'pause', on: false });
  return back;
}

async function seal(desk: Console, session: string): Promise<void> {
  await desk.do({ do: 'end' });
  expect(await server.send('POST', `/api/sessions/${session}/seal`, {})).not.toHaveProperty('refusal');
  desk.close();
}

function dies(): void {
  if (store === undefined) throw new Error('no store');
  store.talk.change = () => Promise.reject(new Error('The program has died.'));
}

test('TP4 TP5 what the scribe mended and will not have quoted stays so over a start, a changed yes and words that are taken out', async () => {
  const { session, desk, phoneOf, point, scribe, one, two, three, four } = await noted();
  const mended = { text: 'A worker said it', mayQuote: false };
  await scribe(one, mended);
  await scribe(two, { text: 'A worker said it too' });
  await scribe(three, { mayQuote: false });
  const back = await again(desk, session);
  expect(await point(one)).toMatchObject(mended);
  expect(await phoneOf(two)?.quote(false)).not.toHaveProperty('refusal');
  expect(await takeOut(back, three)).toEqual({ ok: true });
  await back.do({ do: 'pause', on: false });
  expect(await point(two)).toMatchObject({ text: 'A worker said it too' });
  const named = { text: three.replace('Mr Miller', '[name]'), mayQuote: false };
  expect(await point(three)).toMatchObject(named);
  await seal(back, session);
  expect(await point(one)).toMatchObject(mended);
  expect(await point(two)).toMatchObject({ text: 'A worker said it too', mayQuote: false });
  expect(await point(three)).toMatchObject(named);
  expect(await point(four)).toMatchObject({ text: four, mayQuote: true });
  // The yes of its writer stands: the team can think better of it.
  const yes = edit((await point(one))?.id ?? '', { mayQuote: false }, { mayQuote: true }, session);
  await server.send('POST', `/api/sessions/${session}/talk`, { changes: [yes] });
  expect(await point(one)).toMatchObject({ mayQuote: true });
});

test('TP4 words that were taken out as the program died are in no point after the next start', async () => {
  const { session, desk, point, scribe, one } = await noted();
  await scribe(one, { stance: 'idea' });
  dies();
  expect(await takeOut(desk, one)).toHaveProperty('refusal');
  expect(await point(one)).toMatchObject({ text: one });
  const back = await again(desk, session);
  const named = { text: one.replace('Mr Miller', '[name]'), stance: 'idea', mayQuote: true };
  expect(await point(one)).toMatchObject(named);
  await seal(back, session);
  expect(await point(one)).toMatchObject(named);
});

test('TP4 what a writer had replaced, and words that were taken out, are not counted where the program died at the end', async () => {
  const { desk, phoneOf, point, scribe, one, two, three } = await noted();
  for (const text of [one, two]) await scribe(text, { stance: 'idea' });
  expect(await change(phoneOf(one), 'What I really mean')).toBe(2);
  expect(await change(phoneOf(three), '')).toBe(2);
  dies();
  expect(await takeOut(desk, two)).toHaveProperty('refusal');
  expect(await desk.do({ do: 'end' })).toHaveProperty('refusal');
  desk.close();
  await server.restart();
  expect(await point(one)).toMatchObject({ text: 'What I really mean', stance: '', mayQuote: true });
  expect(await point(two)).toMatchObject({ text: two.replace('Mr Miller', '[name]'), stance: 'idea' });
  expect(await point(three)).toBeUndefined();
});

test('TP4 a session whose points could not follow at its end has ended, and can be finished', async () => {
  const { session, desk, phoneOf, point, one } = await noted();
  expect(await change(phoneOf(one), 'What I really mean')).toBe(2);
  dies();
  expect(await desk.do({ do: 'end' })).toHaveProperty('refusal');
  await desk.until((view) => view.session.state === 'ended');
  desk.close();
  expect((await store?.session(session))?.state).toBe('ended');
  const sealed = await server.send<Session>('POST', `/api/sessions/${session}/seal`, {});
  expect(sealed.state).toBe('sealed');
  expect(await point(one)).toMatchObject({ text: 'What I really mean' });
});

test('TP2 TP5 W4 no screen shows whose points are one person’s as they change their yes; it counts as the session is sealed', async () => {
  const { session, desk, phoneOf, page, point, scribe, one, two, three } = await noted();
  // Whoever said no first, and yes then.
  expect(await phoneOf(two)?.quote(false)).not.toHaveProperty('refusal');
  await set(desk, two, 'waiting');
  expect(await change(phoneOf(two), 'Said with a no')).toBe(2);
  await desk.do({ do: 'next', sure: true });
  await set(desk, 'Said with a no', 'show');
  expect(await point(two)).toMatchObject({ mayQuote: false });
  const { at } = await page();
  for (const [text, yes] of [[one, false] as const, [two, true] as const, [three, false] as const])
    expect(await phoneOf(text)?.quote(yes)).not.toHaveProperty('refusal');
  expect(await phoneOf(three)?.quote(true)).not.toHaveProperty('refusal');
  await desk.do({ do: 'pause', on: true });
  const since = await page(`?since=${at}`);
  expect([since.at, since.points]).toEqual([at, []]);
  // The scribe may still say no to what its writer says yes to.
  await scribe(three, { mayQuote: false });
  await seal(desk, session);
  expect(await point(one)).toMatchObject({ mayQuote: false });
  expect(await point(two)).toMatchObject({ text: 'Said with a no', mayQuote: true });
  expect(await point(three)).toMatchObject({ mayQuote: false });
});

test('TP4 what is noted no more by a slip, and again, has what the scribe made of it, also as the session is sealed; a no holds over a start', async () => {
  const { session, desk, phoneOf, point, scribe, ids, one, two, three, four, five } = await noted();
  const made = { text: 'mended', stance: 'idea', hands: 7, mayQuote: false } as const;
  for (const text of [one, two, three, four]) await scribe(text, made);
  for (const to of ['waiting', 'hide'] as const) {
    await set(desk, one, to);
    expect(await point(one)).toBeUndefined();
    await desk.do({ do: 'undo' });
    expect(await point(one)).toMatchObject(made);
  }
  // What its writer takes back or says otherwise comes back as it is said now, and the scribe’s no with it.
  await set(desk, four, 'waiting');
  expect(await change(phoneOf(four), 'Said otherwise')).toBe(2);
  await desk.do({ do: 'next', sure: true });
  await set(desk, 'Said otherwise', 'show');
  expect(await point(four)).toMatchObject({ text: 'Said otherwise', hands: 0, mayQuote: false });
  await set(desk, three, 'waiting');
  const back = await again(desk, session);
  await set(back, three, 'show');
  expect(await point(three)).toMatchObject({ text: three, mayQuote: false });
  await scribe(one, { text: 'mended again' });
  for (const text of [one, three]) await set(back, text, 'waiting');
  // A device that had not heard that the other one is gone removes it.
  await set(back, five, 'waiting');
  const late: PointChange = removal(edit(ids.get(five) ?? '', {}, {}, session));
  await server.send('POST', `/api/sessions/${session}/talk`, { changes: [late] });
  await seal(back, session);
  expect(await point(one)).toMatchObject({ ...made, text: 'mended again' });
  expect(await point(two)).toMatchObject(made);
  for (const [text, now] of [
    [three, three],
    [four, 'Said otherwise'],
  ] as const)
    expect(await point(text)).toMatchObject({ text: now, mayQuote: false });
  expect(await point(five)).toBeUndefined();
  const main = new Database(join(server.folder, 'standpoint.db'), { readonly: true });
  expect(main.prepare("SELECT id FROM talk_done WHERE id LIKE '%noted.%'").all()).toEqual([]);
  main.close();
});

test('TP4 M1 words that were taken out of a thought whose point a scribe had removed come back by no undo, at once, over a start or once it is counted', async () => {
  const { session, desk, page, point, scribe, one, two, three, four } = await noted();
  await scribe(one, { stance: 'idea' });
  const made = new Map<string, PointChange>();
  for (const text of [one, two, three, four]) {
    const stood = (await point(text)) as Point;
    made.set(text, {
      id: `of ${text}`,
      of: 'point',
      key: stood.id,
      session,
      was: null,
      set: fieldsOf(stood),
    });
  }
  const talk = async (...changes: PointChange[]) => {
    const done = await server.send<ChangesDone>('POST', `/api/sessions/${session}/talk`, { changes });
    return done.outcomes.map(({ is }) => is);
  };
  const undo = (text: string): PointChange => {
    const stood = made.get(text);
    if (stood === undefined) throw new Error('not noted');
    return { ...stood, id: `undo-${stood.key}`.slice(0, 40) };
  };
  const removed = [...made.values()].map(removal);
  expect(await talk(...removed)).toEqual(['done', 'done', 'done', 'done']);
  const named = (text: string) => text.replace('Mr Miller', '[name]');
  for (const text of [one, two, three]) expect(await takeOut(desk, text)).toEqual({ ok: true });
  // Removed, it stays so.
  await desk.do({ do: 'pause', on: false });
  for (const text of [one, two, three]) expect(await point(text)).toBeUndefined();
  const said: string[] = [];
  const carryOut = store?.talk.change.bind(store.talk);
  if (store === undefined || carryOut === undefined) throw new Error('no store');
  store.talk.change = (id, changes, following) => {
    for (const { set: to } of changes) if (to !== null && 'text' in to) said.push(to.text ?? '');
    return carryOut(id, changes, following);
  };
  expect(await talk(undo(one), undo(four))).toEqual(['done', 'done']);
  // Nor did they stand for a moment.
  expect(said).not.toContain(one);
  expect(await point(one)).toMatchObject({ text: named(one), stance: 'idea' });
  expect(await point(four)).toMatchObject({ text: four });
  // From then on it is the scribe’s again, as any other.
  await scribe(one, { text: 'mended' });
  await desk.do({ do: 'pause', on: false });
  expect(await point(one)).toMatchObject({ text: 'mended' });
  const back = await again(desk, session);
  expect(await talk(undo(two))).toEqual(['done']);
  expect(await point(two)).toMatchObject({ text: named(two) });
  await seal(back, session);
  expect(await talk(undo(three))).toEqual(['gone']);
  expect((await page()).points.map(({ text }) => text)).not.toContain(three);
  expect(await point(two)).toMatchObject({ text: named(two) });
});

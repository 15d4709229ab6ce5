/** Thoughts whose points went with their notes: no scribe has removed them, and their writers were told Saved. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { fieldsOf } from '../../../client/console/talk/mirror.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import type { PointChange } from '../../../core/talk/change.ts';
import { THERE, thoughtPlace } from '../../../core/thought.ts';
import type { ConsoleView } from '../../../core/view.ts';
import type { Store } from '../../../server/store/store.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';
import { archiveOf, take } from '../../support/archives.ts';
import { removal } from '../../support/talk.ts';

let server: TestServer;
let store: Store | undefined;
beforeEach(async () => {
  server = await startServer({ wrap: (made) => (store = made) });
});
afterEach(() => server.stop());

type Console = Awaited<ReturnType<typeof connectConsole>>;

const say = (phone: Phone | undefined, text: string, revision: number) =>
  phone?.place(thoughtPlace(1, 0), revision, text === '' ? null : THERE, text, 0);
const listed = (view: ConsoleView) => view.notes.filter((note) => note.thought === true);
const find = (view: ConsoleView, text: string) => listed(view).find((note) => note.text === text)?.id ?? '';

async function letIn(desk: Console, text: string): Promise<void> {
  const view = await desk.until((v) => find(v, text) !== '');
  expect(await desk.do({ do: 'note', id: find(view, text), to: 'show' })).toEqual({ ok: true });
}

/** A room of ten that talks about its first statement. Whoever is listed first is not for the test to say. */
async function noted() {
  const { session, document } = await openSession(server, ['One', 'Two'], {});
  const desk = await connectConsole(server, session.id);
  const phones: Phone[] = [];
  for (let i = 0; i < 10; i += 1) phones.push(await joinPhone(server, session.code));
  for (let i = 0; i < 2; i += 1) await desk.do({ do: 'next', sure: true });
  for (const phone of phones) await phone.place(1, 1, 4, '');
  for (let i = 0; i < 3; i += 1) await desk.do({ do: 'next', sure: true });
  await Promise.all(phones.map((phone) => phone.until((view) => view.boards[0]?.state === 'discussed')));
  for (const [i, phone] of phones.entries()) expect(await say(phone, `thought ${i}`, 1)).toBe(1);
  const view = await desk.until((v) => listed(v).length >= 5);
  const first = listed(view).map(({ text }) => Number(text.split(' ')[1]));
  for (const i of first) await letIn(desk, `thought ${i}`);
  const points = async () => (await server.get<TalkPage>(`/api/sessions/${session.id}/talk`)).points;
  const texts = async () => (await points()).map(({ text }) => text).toSorted();
  return { id: document.consultation.id, session: session.id, desk, phones, first, points, texts };
}

async function seal(desk: Console, session: string): Promise<void> {
  await desk.do({ do: 'end' });
  expect(await server.send('POST', `/api/sessions/${session}/seal`, {})).not.toHaveProperty('refusal');
  desk.close();
}

test('TP4 TP5 what was noted once and not again, or changed and looked at by nobody, is a point once it is counted; what the scribe removed or its writer took back is none', async () => {
  const { id, session, desk, phones, first, points, texts } = await noted();
  const [scribe = 0, changed = 0, back = 0, anew = 0, undone = 0] = first;
  const others = phones.map((_, i) => i).filter((i) => ![scribe, changed, back, anew].includes(i));
  const one = (await points()).find(({ text }) => text === `thought ${scribe}`);
  if (one === undefined) throw new Error('not noted');
  const made: PointChange = { id: 'm', of: 'point', key: one.id, session, was: null, set: fieldsOf(one) };
  const changes = [removal(made)];
  await server.send('POST', `/api/sessions/${session}/talk`, { changes });
  expect(await say(phones[changed], 'said better', 2)).toBe(2);
  expect(await say(phones[back], '', 2)).toBe(2);
  expect(await say(phones[anew], '', 2)).toBe(2);
  expect(await say(phones[anew], 'something else', 3)).toBe(3);
  const view = await desk.until((v) => find(v, `thought ${undone}`) !== '');
  await desk.do({ do: 'note', id: find(view, `thought ${undone}`), to: 'waiting' });
  // The talk closes, and whatever was changed leaves the console.
  await desk.do({ do: 'next', sure: true });
  await desk.until((v) => find(v, 'said better') !== '' && find(v, `thought ${back}`) === '');
  await letIn(desk, 'something else');
  await desk.do({ do: 'undo' });
  expect(await texts()).toEqual(
    first
      .slice(5)
      .map((i) => `thought ${i}`)
      .toSorted(),
  );
  expect([...((await store?.talk.unnoted(session)) ?? [])]).toHaveLength(4);
  await seal(desk, session);
  const all = [...others.map((i) => `thought ${i}`), 'said better', 'something else'].toSorted();
  expect(await texts()).toEqual(all);
  // Nothing is left of what went meanwhile, and in an archive they are not among what is gone.
  const main = new Database(join(server.folder, 'standpoint.db'), { readonly: true });
  expect(main.prepare("SELECT id FROM talk_done WHERE id LIKE 'unnoted.%'").all()).toEqual([]);
  main.close();
  if (store === undefined) throw new Error('no store');
  await take(store, await archiveOf(store, id));
  expect(await texts()).toEqual(all);
  for (const phone of phones) phone.close();
});

test('TP4 a new text that was noted as the program died is a point at the next start', async () => {
  const { session, desk, phones, first, texts } = await noted();
  const [changed = 0] = first;
  expect(await say(phones[changed], 'said better', 2)).toBe(2);
  await desk.do({ do: 'next', sure: true });
  const view = await desk.until((v) => find(v, 'said better') !== '');
  if (store === undefined) throw new Error('no store');
  // The room is saved, and its points are not any more.
  store.talk.change = () => Promise.reject(new Error('The program has died.'));
  await desk.do({ do: 'note', id: find(view, 'said better'), to: 'show' });
  expect(await texts()).not.toContain('said better');
  desk.close();
  await server.restart();
  const again = await connectConsole(server, session);
  await again.do({ do: 'pause', on: true });
  expect(await texts()).toContain('said better');
  await seal(again, session);
  for (const phone of phones) phone.close();
});

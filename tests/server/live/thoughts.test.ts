/** Thoughts from phones over real sockets: placed, noted as points, sealed, archived, taken out. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { ToldPage as StudiesPage } from '../../../core/caseStudies/api.ts';
import type { Session } from '../../../core/session.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import { FREE_TALK, THERE, thoughtPlace } from '../../../core/thought.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { correction } from '../../support/studies.ts';
import { edit } from '../../support/talk.ts';
import {
  connectConsole,
  connectPhone,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const think = (phone: Phone, board: number, slot: number, text: string | null, revision = 1, team = false) =>
  phone.place(
    thoughtPlace(board, slot),
    revision,
    text === null ? null : THERE,
    text ?? '',
    text !== null && team ? 1 : 0,
  );

const thoughts = (view: ConsoleView) => view.notes.filter((n) => n.thought === true);
const find = (view: ConsoleView, text: string) => thoughts(view).find((n) => n.text.includes(text));

/** A room that talks about its first statement, with as many people as wanted. */
async function talking(people: number, wanted: Partial<Session> = {}) {
  const { session, document } = await openSession(server, ['One', 'Two'], wanted);
  const desk = await connectConsole(server, session.id);
  const phones: Phone[] = [];
  for (let i = 0; i < people; i += 1) phones.push(await joinPhone(server, session.code));
  const next = () => desk.do({ do: 'next', sure: true });
  await next();
  await next();
  for (const phone of phones) expect(await phone.place(1, 1, 4, 'said before')).toBe(1);
  await next();
  await next();
  await next();
  await Promise.all(phones.map((p) => p.until((v) => v.boards[0]?.state === 'discussed')));
  const [one, two, three, four, five, six] = phones as [Phone, Phone, Phone, Phone, Phone, Phone];
  const talk = () => server.get<TalkPage>(`/api/sessions/${session.id}/talk`);
  return { session, id: document.consultation.id, desk, one, two, three, four, five, six, next, talk };
}

async function bytesHere(): Promise<Buffer> {
  const names = await readdir(server.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((f) => readFile(join(f.parentPath, f.name)))));
}

test('TP1 TP3 TP4 thoughts reach the console five at a time, and those that are noted are points from a phone', async () => {
  const { session, desk, one, two, three, four, five, next, talk } = await talking(6);
  expect(await think(one, 1, 0, 'Ask us earlier')).toBe(1);
  expect(await think(one, 1, 3, 'Only for the team', 1, true)).toBe(1);
  expect(await think(two, 1, 0, 'Write it down')).toBe(1);
  expect(await think(three, 1, 1, 'Nothing about my child')).toBe(1);
  // A repetition is acknowledged again and changes nothing; one without words is none.
  expect(await think(three, 1, 1, 'Nothing about my child')).toBe(1);
  expect(await think(four, 1, 0, '  ')).toMatchObject({ refusal: 'bad-message', where: 'comment' });
  expect(await four.place(thoughtPlace(1, 0), 1, 2, 'x')).toMatchObject({ refusal: 'no-such-answer' });
  expect(await think(four, 2, 0, 'about what is not talked about')).toMatchObject({ refusal: 'not-open' });
  expect(await think(four, 2, 7, 'no such place')).toMatchObject({ refusal: 'bad-message' });
  expect(thoughts((await desk.socket.emitWithAck('hello')) as ConsoleView)).toEqual([]);
  expect((await one.hello()).me.mine).toContainEqual([thoughtPlace(1, 3), 1, THERE, 'Only for the team', 1]);

  expect(await think(five, 1, 2, 'Kinder letters')).toBe(1);
  const view = await desk.until((v) => thoughts(v).length === 5);
  expect(new Set(thoughts(view).map(({ board, answer }) => `${board} ${answer}`))).toEqual(
    new Set(['1 null']),
  );
  const room = await connectProjector(server, session.id);
  for (const text of ['Ask us', 'Only for', 'Write it', 'Nothing about'])
    await desk.do({ do: 'note', id: find(view, text)?.id ?? '', to: 'show' });
  await desk.do({ do: 'note', id: find(view, 'Kinder')?.id ?? '', to: 'hide' });
  const seen = await room.until((v) => v.talk?.thoughts.length === 3);
  expect(JSON.stringify(seen)).not.toContain('Only for the team');
  const noted = (await talk()).points;
  expect(noted.map(({ text }) => text).toSorted()).toEqual([
    'Ask us earlier',
    'Nothing about my child',
    'Only for the team',
    'Write it down',
  ]);
  expect(
    new Set(noted.map(({ source, statement, group }) => `${source} ${group} ${statement !== ''}`)),
  ).toEqual(new Set(['phone  true']));

  // It is a point as any other: the scribe puts it under something, and a phone changes it meanwhile.
  const key = noted.find(({ text }) => text === 'Write it down')?.id ?? '';
  const marks = edit(key, { stance: '' }, { stance: 'idea' }, session.id);
  await server.send('POST', `/api/sessions/${session.id}/talk`, { changes: [marks] });
  const words = [{ from: 0, to: 7, by: '[name]' }];
  expect(await desk.do({ do: 'redact', id: find(view, 'Nothing')?.id ?? '', words })).toEqual({ ok: true });
  expect(await think(two, 1, 0, 'Write all of it down', 2)).toBe(2);
  expect(await think(one, 1, 3, null, 2)).toBe(2);
  expect((await talk()).points.map(({ text }) => text)).toContain('[name] about my child');
  expect((await talk()).points.map(({ text }) => text)).toContain('Only for the team');

  // The talk closes: what was changed comes to the console, and what was taken back is gone.
  await next();
  const after = await desk.until((v) => find(v, 'all of it') !== undefined && find(v, 'Only') === undefined);
  expect((await talk()).points.map(({ text }) => text).toSorted()).toEqual(
    ['Ask us earlier', '[name] about my child'].toSorted(),
  );
  await desk.do({ do: 'note', id: find(after, 'all of it')?.id ?? '', to: 'show' });
  expect((await talk()).points.map(({ text }) => text)).toContain('Write all of it down');
  expect(await think(one, 1, 0, 'too late', 2)).toMatchObject({ refusal: 'not-open' });
  expect(await think(two, 1, 0, 'Write all of it down', 2)).toBe(2);
  // Undone, it is noted no more.
  await desk.do({ do: 'undo' });
  expect((await talk()).points).toHaveLength(2);
  for (const socket of [desk, room]) socket.close();
});

test('TP2 TP4 nothing stored ties thoughts together; what nobody looked at is a point after sealing, what was left out is not', async () => {
  const { session, desk, one, two, three, four, five, id } = await talking(6, { mode: 'linked' });
  for (const [i, phone] of [one, two, three, four].entries())
    expect(await think(phone, 1, i, `first of ${i}`)).toBe(1);
  expect(await think(one, 1, 4, 'second of 0')).toBe(1);
  expect(await think(five, 1, 0, 'a thought that is left out')).toBe(1);
  const listed = await desk.until((v) => find(v, 'second of 0') !== undefined);
  await desk.do({ do: 'talk', on: true });
  await one.until((v) => v.talk === true);
  expect(await think(one, 1, 2, 'not about that any more')).toMatchObject({ refusal: 'not-open' });
  expect(await think(one, FREE_TALK, 0, 'said freely')).toBe(1);
  expect(await think(two, FREE_TALK, 0, 'somebody is in danger')).toBe(1);

  const live = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const rows = live.prepare('SELECT tag, person, board FROM response').all() as {
    tag: string;
    person: string | null;
    board: number;
  }[];
  live.close();
  expect(new Set(rows.map(({ tag }) => tag)).size).toBe(rows.length);
  const own = rows.filter(({ board }) => board >= thoughtPlace(FREE_TALK, 0));
  expect(own).toHaveLength(8);
  expect(new Set(own.map(({ person }) => person))).toEqual(new Set([null]));
  expect(listed.notes.length).toBeGreaterThan(5);

  desk.close();
  await server.restart();
  const again = await connectConsole(server, session.id);
  await again.do({ do: 'end' });
  const ended = await again.until((v) => find(v, 'in danger') !== undefined);
  const lead = { name: 'Ann', contact: '', passphrase: 'a long enough passphrase here' };
  expect(await server.send('PUT', `/api/consultations/${id}/concerns/lead`, lead)).not.toHaveProperty(
    'refusal',
  );
  expect(await again.do({ do: 'concern', id: find(ended, 'in danger')?.id ?? '' })).toEqual({ ok: true });
  await again.do({ do: 'note', id: find(ended, 'left out')?.id ?? '', to: 'hide' });
  again.close();
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const { points } = await server.get<TalkPage>(`/api/sessions/${session.id}/talk`);
  expect(points.map(({ text, source }) => `${source} ${text}`).toSorted()).toEqual(
    ['first of 0', 'first of 1', 'first of 2', 'first of 3', 'second of 0', 'said freely']
      .map((text) => `phone ${text}`)
      .toSorted(),
  );
  const bytes = await bytesHere();
  for (const gone of ['left out', 'in danger']) expect(bytes.includes(gone)).toBe(false);
  const file = await server.fetch(`/api/consultations/${id}/export?table=contributions`);
  expect(await file.text()).toMatch(/,phone,.*said freely/);
});

test('TP5 W3 who leaves, and who comes with a code, takes their thoughts out; an older archive brings none back', async () => {
  const { session, id, desk, one, two, three, four, five, six, talk } = await talking(6);
  const all = [one, two, three, four, five, six];
  for (const [i, phone] of all.entries()) expect(await think(phone, 1, 0, `thought of ${i}`)).toBe(1);
  const view = await desk.until((v) => thoughts(v).length >= 5);
  for (const note of thoughts(view)) await desk.do({ do: 'note', id: note.id, to: 'show' });
  await one.quote(false);
  const mayQuote = async () => (await talk()).points.find(({ text }) => text === 'thought of 0')?.mayQuote;
  // All of one person's would show it at once: it counts as the session is sealed.
  if (find(view, 'thought of 0') !== undefined) expect(await mayQuote()).toBe(true);
  const made = await two.code();
  if ('refusal' in made) throw new Error(made.refusal);
  expect(await three.leave()).toEqual({ ok: true });
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const texts = async () =>
    (await server.get<TalkPage>(`/api/sessions/${session.id}/talk`)).points
      .map(({ text }) => text)
      .toSorted();
  expect(await texts()).toEqual([0, 1, 3, 4, 5].map((i) => `thought of ${i}`));
  expect(await mayQuote()).toBe(false);
  // What was corrected of it has its words.
  const of = (await talk()).points.find(({ text }) => text === 'thought of 1')?.id ?? '';
  const about = { about: 'point', of, ofSession: session.id, was: 'thought of 1' } as const;
  const studies = `/api/consultations/${id}/case-studies`;
  await server.send('POST', studies, { changes: [correction('c', about)] });
  const corrections = async () => (await server.get<StudiesPage>(studies)).corrections.map(({ was }) => was);
  expect(await corrections()).toEqual(['thought of 1']);
  const archive = await (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
  const phone = await connectPhone(server, (await openSession(server)).session.code);
  phone.close();
  const taken = await fetch(`${server.url}/j/takeout`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Standpoint': '1' },
    body: JSON.stringify({ code: made.code, what: 'all' }),
  });
  expect(taken.status).toBe(200);
  expect(await texts()).toEqual([0, 3, 4, 5].map((i) => `thought of ${i}`));
  expect((await bytesHere()).includes('thought of 1')).toBe(false);
  expect(await corrections()).toEqual([]);
  await server.fetch('/api/archives', {
    method: 'POST',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(archive),
  });
  expect(await texts()).toEqual([0, 3, 4, 5].map((i) => `thought of ${i}`));
  expect(await corrections()).toEqual([]);
  desk.close();
});

/** Recommendations checked in the room, over real sockets: what is sent to whom, what stays, what goes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import type { ConsultationPage } from '../../../core/api.ts';
import { checkDotPlace, checkPlace } from '../../../core/checking.ts';
import type { CheckChange } from '../../../core/checkingSteps.ts';
import type { RecommendationsDone, RecommendationsPage } from '../../../core/recommendations/api.ts';
import type { RecommendationChange } from '../../../core/recommendations/change.ts';
import type { Session } from '../../../core/session.ts';
import { FREE_TALK, THERE, thoughtPlace } from '../../../core/thought.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { newId } from '../../../server/random.ts';
import type { CheckSheetOrder } from '../../../core/schemaCheckSheet.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { plain, readPdf } from '../../support/readReport.ts';
import { asked, reword } from '../../support/recommendations.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
let other: TestServer;
beforeAll(async () => {
  [server, other] = await Promise.all([startServer(), startServer()]);
});
afterAll(async () => {
  await Promise.all([server.stop(), other.stop()]);
  expect([...server.faults, ...other.faults]).toEqual([]);
});

const FIRST = 'Ask us before a plan is made';
const SECOND = 'Letters in plain words';
const OK = { ok: true };

/** A room of seven phones, a recommendation that should stay, and two that should change. */
async function checking() {
  const { session, document } = await openSession(server, ['One', 'Two'], { mode: 'linked' });
  const { id } = document.consultation;
  const change = (...changes: RecommendationChange[]) =>
    server.send<RecommendationsDone>('POST', `/api/consultations/${id}/recommendations`, { changes });
  await change(
    asked('keep', { text: 'Keep the tea', kind: 'keep' }),
    asked('letters', { text: SECOND, order: 2 }),
    asked('plan', { text: FIRST, points: 'In person\nIn time', order: 1 }),
  );
  const desk = await connectConsole(server, session.id);
  const screen = await connectProjector(server, session.id);
  const phones = await Promise.all(Array.from({ length: 7 }, () => joinPhone(server, session.code)));
  /** Everything that is sent to a phone and to the projector. */
  const sent: string[] = [];
  const listen = (socket: { onAny: (see: (...args: unknown[]) => void) => unknown }): void =>
    void socket.onAny((...args) => sent.push(JSON.stringify(args)));
  for (const { socket } of [screen, ...phones]) listen(socket);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  const page = () => server.get<RecommendationsPage>(`/api/consultations/${id}/recommendations`);
  return { session, id, desk, screen, phones, sent, listen, change, page };
}

const say = (phone: Phone, n: number, answer: 1 | 2 | 3 | 'n' | null, text = '', revision = 1) =>
  phone.place(checkPlace(n), revision, answer, text, 1);
const dot = (phone: Phone, n: number, dots: 1 | 2 | 3, revision = 1) =>
  phone.place(checkDotPlace(n), revision, dots);
const notes = (view: ConsoleView) => view.notes.filter((note) => note.check !== undefined);

async function bytesHere(): Promise<Buffer> {
  const names = await readdir(server.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((f) => readFile(join(f.parentPath, f.name)))));
}

test('CK1 CK2 CK3 CK4 CK6 the room is asked, nobody is sent a count or a word of it, and counts stay', async () => {
  const room = await checking();
  const { session, id, phones, sent, listen, change, page } = room;
  let { desk, screen } = room;
  const check = (one: CheckChange) => desk.do({ do: 'check', change: one });
  const [one, two, three, four, five, six, seven] = phones as [
    Phone,
    Phone,
    Phone,
    Phone,
    Phone,
    Phone,
    Phone,
  ];
  expect(await check({ to: 'begin', ids: ['nothing'] })).toMatchObject({ refusal: 'bad-message' });
  expect(await check({ to: 'begin', ids: ['keep', 'letters', 'plan'] })).toEqual(OK);
  const view = await one.until((v) => v.check !== undefined);
  // The list of what should change first, in the team's order; only the one in front, and no board.
  expect(view.check).toEqual({
    step: 'ask',
    at: 1,
    of: 3,
    list: [{ n: 1, text: FIRST, points: ['In person', 'In time'] }],
  });
  expect((await screen.until((v) => v.check !== undefined)).check?.list).toHaveLength(1);
  expect((await desk.until((v) => v.check?.on === true)).boards[0]?.state).toBe('closed');
  // Neither a thought, a dot nor what comes later is taken meanwhile.
  expect(await one.place(thoughtPlace(FREE_TALK, 0), 1, THERE, 'x')).toMatchObject({ refusal: 'not-open' });
  expect(await dot(one, 1, 1)).toMatchObject({ refusal: 'not-open' });
  expect(await say(one, 2, 1)).toMatchObject({ refusal: 'not-open' });
  expect(await say(one, 9, 1)).toMatchObject({ refusal: 'no-such-board' });

  for (const phone of [one, two, three]) expect(await say(phone, 1, 1)).toBe(1);
  expect(await say(four, 1, 2, 'Ask me twice')).toBe(1);
  expect(await say(five, 1, 3, 'Say who asks')).toBe(1);
  expect(await say(six, 1, 2, 'It was Ann')).toBe(1);
  expect(await say(seven, 1, 'n')).toBe(1);
  expect((await desk.until((v) => v.check?.list[0]?.placed === 7)).check?.list[0]?.total).toBe(null);
  expect(notes(desk.last() as ConsoleView)).toEqual([]);
  // Another wording is another version: the room goes on with what it was shown.
  await change(reword('plan', { text: FIRST }, { text: 'Ask us first' }));
  expect(await check({ to: 'at', n: 2 })).toEqual(OK);
  expect((await one.until((v) => v.check?.at === 2)).check?.list[0]?.text).toBe(FIRST);
  // A sheet for the room is in its words.
  const sheet = async (order: CheckSheetOrder): Promise<string> => {
    const job = await ended(server, await server.send('POST', `/api/consultations/${id}/check-sheet`, order));
    const [file] = job.files;
    const pdf = await (await fileOf(server, job, file?.name ?? '')).arrayBuffer();
    return plain((await readPdf(new Uint8Array(pdf))).text);
  };
  expect(await sheet({ session: session.id, recommendations: [] })).toContain(plain(FIRST));
  const wrong = (order: unknown) => server.send('POST', `/api/consultations/${id}/check-sheet`, order);
  expect(await wrong({ session: null, recommendations: [] })).toMatchObject({ refusal: 'bad-message' });
  expect(await wrong({ session: null, recommendations: ['none'] })).toMatchObject({
    where: 'recommendations',
  });
  expect(await wrong({ session: 'none', recommendations: [] })).toMatchObject({ refusal: 'no-such-session' });
  expect(await desk.do({ do: 'pause', on: true })).toEqual(OK);
  expect(await say(one, 2, 1)).toMatchObject({ refusal: 'paused' });
  expect(await desk.do({ do: 'pause', on: false })).toEqual(OK);
  expect(await say(one, 1, 3, 'Put a date on it', 2)).toBe(2);
  expect(await say(two, 1, null, '', 2)).toBe(2);
  expect(await say(two, 1, 2, 'By letter', 3)).toBe(3);
  expect((await one.hello()).me.mine).toContainEqual([checkPlace(1), 2, 3, 'Put a date on it', 1]);
  const five1 = await desk.until((v) => notes(v).length === 5);
  expect(notes(five1)[0]).toMatchObject({ check: 1, thought: true, audience: 'team', answer: null });
  expect(await say(three, 2, 1)).toBe(1);
  expect(await six.leave()).toEqual(OK);
  const made = await five.code();
  if ('refusal' in made) throw new Error(made.refusal);
  // Of seven one has left with everything; the restart loses nothing.
  await server.restart();
  [desk.socket, screen.socket].forEach((socket) => socket.disconnect());
  [desk, screen] = [await connectConsole(server, session.id), await connectProjector(server, session.id)];
  listen(screen.socket);
  expect(desk.last()?.check?.list[0]?.placed).toBe(6);
  expect((await one.hello()).view.check?.at).toBe(2);
  const live = new Database(join(server.folder, 'live', `${session.id}.db`), { readonly: true });
  const rows = live.prepare('SELECT tag, person FROM response WHERE answer IS NOT NULL').all() as {
    tag: string;
    person: string | null;
  }[];
  live.close();
  expect(new Set(rows.map(({ tag }) => tag)).size).toBe(7);
  expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([null]));

  expect(await check({ to: 'step', step: 'dots' })).toEqual(OK);
  const totals = await desk.until((v) => v.check?.step === 'dots' && v.check.list[0]?.total != null);
  expect(totals.check?.list[0]?.total).toEqual({
    said: { said: 1, notQuite: 2, missing: 2, declined: 1 },
    dots: null,
  });
  expect(await say(three, 1, 2, '', 2)).toMatchObject({ refusal: 'not-open' });
  const all = await desk.until((v) => notes(v).length === 4);
  expect(notes(all).map(({ text }) => text)).not.toContain('It was Ann');
  const date = notes(all).find(({ text }) => text === 'Put a date on it');
  expect(await desk.do({ do: 'note', id: date?.id ?? '', to: 'show' })).toEqual(OK);
  await one.until((v) => v.check?.step === 'dots' && v.check.list.length === 3);
  expect(await dot(one, 1, 2)).toBe(1);
  expect(await dot(one, 2, 2)).toMatchObject({ refusal: 'no-such-answer' });
  expect(await dot(one, 2, 1)).toBe(1);
  for (const phone of [two, three, four, five]) expect(await dot(phone, 3, 3)).toBe(1);
  expect((await desk.until((v) => v.check?.dotsPut === 15)).check?.list[0]?.total?.dots).toBe(null);
  expect(await check({ to: 'step', step: 'done' })).toEqual(OK);
  expect((await desk.until((v) => v.check?.step === 'done')).check?.list[2]?.total?.dots).toEqual({
    n: 12,
    people: 4,
  });
  const wire = sent.join('\n');
  for (const word of ['notQuite', 'Ask me twice', 'Say who', 'Put a date', 'By letter', '"dots":{'])
    expect(wire).not.toContain(word);
  expect(wire).toContain(SECOND);
  // One person alone said something of the second: the facilitator is asked first, and takes it off again.
  expect(await check({ to: 'show', on: true })).toMatchObject({ refusal: 'small-room', detail: '1' });
  expect(await check({ to: 'show', on: true, sure: true })).toEqual(OK);
  const shown = await screen.until((v) => v.check?.shown != null);
  expect(shown.check?.shown?.[1]).toEqual({
    said: { said: 1, notQuite: 2, missing: 2, declined: 1 },
    dots: { n: 2, people: 1 },
  });
  expect(await desk.do({ do: 'undo' })).toEqual(OK);
  await screen.until((v) => v.check?.shown === null);
  expect(await desk.do({ do: 'talk', on: false })).toEqual(OK);
  const after = (await one.hello()).view;
  expect([after.check, after.talk, after.at]).toEqual([undefined, undefined, 1]);

  // Sheets are typed up until it is finished.
  const row = { n: 2, said: 4, notQuite: 0, missing: 1, declined: 0, dots: 7 };
  expect(await check({ to: 'paper', sheets: 4, rows: [row] })).toMatchObject({ refusal: 'more-than-sheets' });
  await desk.do({ do: 'end' });
  expect(await check({ to: 'paper', sheets: 5, rows: [row] })).toEqual(OK);
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const sealed = async (at: TestServer): Promise<Session | undefined> =>
    (await at.get<ConsultationPage>(`/api/consultations/${id}`)).sessions.find((s) => s.id === session.id);
  const counts = [
    { n: 1, recommendation: 'plan', said: 1, notQuite: 2, missing: 2, declined: 1, dots: 2 },
    { n: 2, recommendation: 'letters', said: 5, notQuite: 0, missing: 1, declined: 0, dots: 8 },
    { n: 3, recommendation: 'keep', said: 0, notQuite: 0, missing: 0, declined: 0, dots: 12 },
  ];
  expect((await sealed(server))?.checked).toMatchObject(counts);
  expect((await sealed(server))?.checked?.[0]).toMatchObject({ text: FIRST, points: 'In person\nIn time' });
  const told = (await page()).checked;
  expect(told[0]?.words.map(({ n, text }) => `${n} ${text}`)).toEqual([
    '1 Ask me twice',
    '1 By letter',
    '1 Put a date on it',
    '1 Say who asks',
  ]);

  const file = await (await server.fetch(`/api/consultations/${id}/export?table=recommendations`)).text();
  const [head = '', first = '', second = ''] = file.split('\r\n');
  const cell = (line: string, name: string) => line.split(',')[head.split(',').indexOf(name)];
  // Nobody was shown the first in the words it has now.
  expect(cell(first.replace(/"[^"]*"/g, ''), 'checked_sessions')).toBe('1');
  expect(cell(first.replace(/"[^"]*"/g, ''), 'checked_said')).toBe('');
  expect(cell(second, 'checked_said')).toBe('5');
  expect([cell(second, 'dots'), cell(second, 'dots_place')]).toEqual(['8', '1']);

  // To another laptop and back; whoever takes everything out takes their words.
  const archive = await (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
  const manifest = unzipSync(new Uint8Array(archive))['manifest.json'] ?? new Uint8Array();
  expect(JSON.parse(strFromU8(manifest))).toMatchObject({ version: 5 });
  const bring = (to: TestServer, from = archive) =>
    to.fetch('/api/archives', {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
      body: new Uint8Array(from),
    });
  expect((await bring(other)).status).toBe(200);
  expect((await sealed(other))?.checked).toEqual((await sealed(server))?.checked);
  const taken = await fetch(`${server.url}/j/takeout`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Standpoint': '1' },
    body: JSON.stringify({ code: made.code, what: 'all' }),
  });
  expect(taken.status).toBe(200);
  await bring(server);
  expect((await page()).checked[0]?.words.map(({ text }) => text)).not.toContain('Say who asks');
  expect((await sealed(server))?.checked).toMatchObject(counts);
  const later = await (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
  // A recommendation that is removed leaves its words nowhere, those that were shown neither.
  const [plan] = (await page()).list.filter((r) => r.id === 'plan');
  const { id: _id, ...was } = plan ?? { id: '' };
  await change({ id: 'remove', key: 'plan', was, set: null });
  expect((await sealed(server))?.checked?.[0]).toMatchObject({ text: '', points: '', notQuite: 2 });
  // Nor does an older archive bring them, with the session that was removed as well.
  expect(await server.send('DELETE', `/api/sessions/${session.id}`)).toEqual(OK);
  expect((await bring(server, later)).status).toBe(200);
  expect((await sealed(server))?.checked?.[0]).toMatchObject({ text: '', points: '', notQuite: 2 });
  expect((await sealed(server))?.checked?.[1]).toMatchObject({ text: SECOND });
  await server.restart();
  const bytes = await bytesHere();
  for (const gone of [FIRST, 'In person', 'Say who asks', 'It was Ann'])
    expect(bytes.includes(gone)).toBe(false);
  for (const socket of [desk, screen, ...phones]) socket.close();
}, 60_000);

test('CK4 CK6 one that is removed while the room is asked goes on there, and its words are not kept', async () => {
  const { session, id, desk, screen, phones, change, page } = await checking();
  await desk.do({ do: 'check', change: { to: 'begin', ids: ['letters'] } });
  const [letters] = (await page()).list.filter((r) => r.id === 'letters');
  const { id: _id, ...was } = letters ?? { id: '' };
  await change({ id: newId(), key: 'letters', was, set: null });
  await phones[0]?.until((v) => v.check?.list[0]?.text === SECOND);
  for (const phone of phones) expect(await say(phone, 1, 1)).toBe(1);
  // Any step of the ladder ends it, and what was said then is a total; gone on with, more can be said.
  expect(await desk.do({ do: 'show', board: 2 })).toEqual(OK);
  const closed = await desk.until((v) => v.check?.on === false);
  expect(await say(phones[0] as Phone, 1, 2, '', 2)).toMatchObject({ refusal: 'not-open' });
  expect(closed.check?.list[0]?.placed).toBe(7);
  expect(await desk.do({ do: 'check', change: { to: 'resume' } })).toEqual(OK);
  expect(await say(phones[0] as Phone, 1, 2, '', 2)).toBe(2);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const { sessions } = await server.get<ConsultationPage>(`/api/consultations/${id}`);
  const [kept] = sessions.flatMap((one) => one.checked ?? []);
  expect(kept).toMatchObject({ recommendation: 'letters', text: '', said: 6, notQuite: 1, dots: null });
  for (const socket of [desk, screen, ...phones]) socket.close();
});

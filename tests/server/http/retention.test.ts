/** Data that are destroyed on their day, and the record of it, by a clock the test sets. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ConsultationListItem, ConsultationPage } from '../../../core/api.ts';
import type { ConcernsOpened } from '../../../core/apiConcerns.ts';
import type { DestroyedItem } from '../../../core/apiRights.ts';
import type { Consultation } from '../../../core/consultation.ts';
import { addDays } from '../../../core/day.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { holding } from '../../support/bytes.ts';
import { clockAt, type TestClock } from '../../support/clock.ts';
import { changeConsultation, ONLY_MINE, sealedWithCode } from '../../support/sealedCode.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { newFolder, opened } from '../store/made.ts';

const TODAY = '2026-11-22';

let clock: TestClock;
let server: TestServer;
beforeEach(async () => {
  clock = clockAt(TODAY);
  server = await startServer({ clock });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const post = <T>(path: string, body: object = {}): Promise<T | Refusal> => server.send('POST', path, body);
const page = (id: string): Promise<ConsultationPage> => server.get(`/api/consultations/${id}`);

test('W6 on the day after the last one everything is destroyed by itself, and a record stays', async () => {
  const { id, code } = await sealedWithCode(server, TODAY, (c) => (c.keepUntil = '2027-04-30'));
  expect(await changeConsultation(server, id, { keepUntil: '2027-03-31' })).toMatchObject({ revision: 3 });
  expect(await page(id)).toMatchObject({ keep: { until: '2027-03-31', days: 129 }, today: TODAY });
  clock.day = '2027-03-31';
  await clock.hour();
  const [listed] = await server.get<ConsultationListItem[]>('/api/consultations');
  expect(listed?.keep).toEqual({ until: '2027-03-31', days: 0 });
  clock.day = '2027-04-01';
  await clock.hour();
  expect(await server.get('/api/consultations')).toEqual([]);
  expect(await server.get<DestroyedItem[]>('/api/destroyed')).toEqual([
    {
      consultation: id,
      title: 'What we expect',
      on: '2027-04-01',
      keepUntil: '2027-03-31',
      sessions: 1,
      first: TODAY,
      last: TODAY,
      changes: [
        { on: TODAY, from: '', to: '2027-04-30' },
        { on: TODAY, from: '2027-04-30', to: '2027-03-31' },
      ],
      releases: [],
      waiting: 0,
    },
  ]);
  expect(holding(server.folder, ONLY_MINE)).toEqual([]);
  expect(await post('/j/code', { code })).toMatchObject({ refusal: 'code-unknown' });
});

test('W6 never while a session of it is under way, then in the hour after it is finished; at a start too', async () => {
  const { session } = await openSession(server, ['One'], {}, (c) => (c.keepUntil = '2026-11-30'));
  const phone = await joinPhone(server, session.code);
  await clock.passTo('2026-12-01');
  await server.restart();
  expect((await page(session.consultation)).consultation.keepUntil).toBe('2026-11-30');
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'end' });
  await clock.hour();
  expect((await server.get<ConsultationListItem[]>('/api/consultations')).length).toBe(1);
  await post(`/api/sessions/${session.id}/seal`);
  phone.close();
  desk.close();
  await server.restart();
  expect(await server.get<ConsultationListItem[]>('/api/consultations')).toEqual([]);
  expect((await server.get<DestroyedItem[]>('/api/destroyed'))[0]).toMatchObject({ sessions: 1 });
});

test('W6 a session that nobody ended holds the promise up for a month, and while somebody is in it', async () => {
  const { session } = await openSession(server, ['One'], {}, (c) => (c.keepUntil = '2026-11-30'));
  const phone = await joinPhone(server, session.code);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await phone.place(1, 1, 5, ONLY_MINE);
  const left = async () => (await server.get<ConsultationListItem[]>('/api/consultations')).length;
  await clock.passTo(addDays(TODAY, 31));
  expect(await left()).toBe(1);
  phone.close();
  await desk.until((v) => v.connected === 0);
  clock.day = addDays(TODAY, 30);
  await clock.hour();
  expect(await left()).toBe(1);
  clock.day = addDays(TODAY, 31);
  await clock.hour();
  expect(await left()).toBe(0);
  expect((await server.get<DestroyedItem[]>('/api/destroyed'))[0]).toMatchObject({
    sessions: 1,
    first: TODAY,
  });
  expect(holding(server.folder, ONLY_MINE)).toEqual([]);
  desk.close();
});

test('W6 a session that is given a later day holds the promise up no longer', async () => {
  const { session } = await openSession(server, ['One'], {}, (c) => (c.keepUntil = '2026-11-30'));
  const later = { date: '2099-01-01' };
  expect(await server.send('PUT', `/api/sessions/${session.id}`, later)).toMatchObject(later);
  const left = async () => (await server.get<ConsultationListItem[]>('/api/consultations')).length;
  await clock.passTo('2026-12-30');
  expect(await left()).toBe(1);
  await clock.passTo('2026-12-31');
  expect(await left()).toBe(0);
});

test('W6 a day that is less than a week away is refused; a copy has none, and an old file loses it', async () => {
  const { document } = await openSession(server, ['One'], {}, (c) => (c.withdrawDays = 0));
  const { id } = document.consultation;
  expect(await changeConsultation(server, id, { keepUntil: addDays(TODAY, 6) })).toEqual({
    refusal: 'date-too-soon',
    where: 'keepUntil',
    detail: '2026-11-29 or later',
  });
  expect(await changeConsultation(server, id, { keepUntil: addDays(TODAY, 7) })).toMatchObject({
    revision: 3,
  });
  clock.day = '2026-11-28';
  // The rest of it can still be edited, and the day taken away.
  expect(await changeConsultation(server, id, { aim: 'Another aim' })).toMatchObject({ revision: 4 });
  const file = await server.get(`/api/consultations/${id}/file`);
  const again = await post<{ consultation: Consultation; warnings: string[] }>('/api/consultations', {
    file,
  });
  expect(again).toMatchObject({
    consultation: { keepUntil: '' },
    warnings: [expect.stringContaining('2026-11-29')],
  });
  expect(await post('/api/consultations', { copy: id })).toMatchObject({ consultation: { keepUntil: '' } });
  expect(await changeConsultation(server, id, { keepUntil: '' })).toMatchObject({ revision: 5 });
});

test('W6 W10 a day that people were told is never put off or taken away, also not by what stands in the database', async () => {
  const { id } = await sealedWithCode(server, TODAY, (c) => (c.keepUntil = '2027-01-15'));
  const refused = { refusal: 'day-told', where: 'keepUntil', detail: '2027-01-15 or earlier' };
  for (const keepUntil of ['2036-01-01', '2027-01-16', ''])
    expect(await changeConsultation(server, id, { keepUntil })).toEqual(refused);
  expect(await changeConsultation(server, id, { aim: 'Another aim' })).toMatchObject({ revision: 3 });
  // A session that is told the earlier day binds as well, and a draft or a rehearsal does not.
  expect(await changeConsultation(server, id, { keepUntil: '2027-01-10' })).toMatchObject({ revision: 4 });
  expect(await changeConsultation(server, id, { keepUntil: '2027-01-15' })).toMatchObject({ revision: 5 });
  // As an earlier version would have let it be changed.
  const db = new Database(join(server.folder, 'standpoint.db'));
  db.prepare(`UPDATE consultation SET document = json_set(document, '$.keepUntil', '')`).run();
  db.close();
  expect(await page(id)).toMatchObject({
    keep: { until: '2027-01-15' },
    sessions: [{ keepUntil: '2027-01-15' }],
  });
  await clock.passTo('2027-01-16');
  expect(await server.get<DestroyedItem[]>('/api/destroyed')).toMatchObject([{ keepUntil: '2027-01-15' }]);
});

test('W6 W3 no day comes before the last on which somebody can take their answers out', async () => {
  const { id, code } = await sealedWithCode(server, TODAY, (c) => (c.withdrawDays = 30));
  expect(await changeConsultation(server, id, { keepUntil: '2026-12-21' })).toEqual({
    refusal: 'codes-later',
    where: 'keepUntil',
    detail: '2026-12-22 or later',
  });
  expect(await changeConsultation(server, id, { keepUntil: '2026-12-22' })).toMatchObject({ revision: 3 });
  // They were told none, so it can be changed and taken away.
  expect(await changeConsultation(server, id, { keepUntil: '2027-12-22' })).toMatchObject({ revision: 4 });
  expect(await changeConsultation(server, id, { keepUntil: '' })).toMatchObject({ revision: 5 });
  expect(await post('/j/code', { code })).toMatchObject({ until: '2026-12-22' });
  // Nobody can any more once the day is over.
  await clock.passTo('2026-12-23');
  expect(await changeConsultation(server, id, { keepUntil: '2026-12-30' })).toMatchObject({ revision: 6 });
});

test('W6 W5 a clock that jumps ahead destroys nothing on its first day; set right again nothing is lost', async () => {
  const { id, code } = await sealedWithCode(server, TODAY, (c) => (c.keepUntil = '2026-12-10'));
  await clock.hour();
  const titles = async () => (await server.get<ConsultationListItem[]>('/api/consultations')).length;
  const keys = (): number => readdirSync(join(server.folder, 'keys')).length;
  const ahead = addDays(TODAY, 31);
  clock.day = ahead;
  await server.restart();
  await clock.hour();
  expect([await titles(), keys()]).toEqual([1, 1]);
  const doubt = { today: ahead, seen: TODAY, titles: ['What we expect'], codes: 1 };
  expect(await server.get('/api/date')).toEqual(doubt);
  clock.day = TODAY;
  await server.restart();
  expect(await server.get('/api/date')).toBe(null);
  expect(await post('/j/code', { code })).toMatchObject({ is: 'sealed' });
  // A laptop that was off for months keeps its promise on its second day, however far apart these are.
  for (const [day, left] of [
    [addDays(TODAY, 100), 1],
    [addDays(TODAY, 200), 0],
  ] as const) {
    clock.day = day;
    await server.restart();
    expect([await titles(), keys()]).toEqual([left, left]);
  }
  expect(await server.get('/api/destroyed')).toMatchObject([{ consultation: id, on: addDays(TODAY, 200) }]);
});

test('W6 T7 whoever is asked may say that the date is right, and what waited is done at once', async () => {
  await sealedWithCode(server, TODAY, (c) => (c.keepUntil = '2026-12-10'));
  await clock.hour();
  // A week without use is no jump, and nothing waits where nothing is due.
  clock.day = addDays(TODAY, 7);
  await clock.hour();
  clock.day = addDays(TODAY, 15);
  await clock.hour();
  expect(await server.get('/api/date')).toMatchObject({ titles: [], codes: 1 });
  clock.day = addDays(TODAY, 9);
  await clock.hour();
  clock.day = addDays(TODAY, 30);
  await clock.hour();
  expect(await server.get('/api/date')).toMatchObject({ titles: ['What we expect'], codes: 1 });
  expect(await post('/api/date', { today: addDays(TODAY, 29) })).toMatchObject({
    refusal: 'changed-elsewhere',
  });
  expect(await post('/api/date', { day: clock.day })).toMatchObject({ refusal: 'bad-file' });
  expect(await post('/api/date', { today: clock.day })).toEqual({ ok: true });
  expect(await server.get('/api/consultations')).toEqual([]);
  expect(await server.get('/api/date')).toBe(null);
  const [latest] = await server.get<object[]>('/api/staff/log');
  expect(latest).toMatchObject({ what: 'date-confirmed', detail: clock.day });
});

test('W6 an archive whose day is over is not opened', async () => {
  const store = await opened(newFolder());
  const { id } = await sealedWithCode(server, TODAY, (c) => (c.keepUntil = '2026-12-31'));
  const bytes = await (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
  const open = (): Promise<unknown> =>
    server
      .fetch('/api/archives', {
        method: 'POST',
        headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
        body: bytes,
      })
      .then((r) => r.json());
  expect(await open()).toMatchObject({ opened: false });
  clock.day = '2027-01-01';
  expect(await open()).toMatchObject({ refusal: 'past-its-date', detail: '2026-12-31' });
  await store.close();
});

test('W6 M4 a concern that waits for its lead outlives the day, sealed, until the lead has settled it', async () => {
  const { session } = await openSession(server, ['One'], { style: 'walk-around' }, (c) => {
    c.keepUntil = '2026-11-30';
  });
  const path = `/api/consultations/${session.consultation}/concerns`;
  const passphrase = 'six words that only the lead knows';
  await server.send('PUT', `${path}/lead`, { name: 'Ann Lee', contact: '01632 960123', passphrase });
  const desk = await connectConsole(server, session.id);
  const phone = await joinPhone(server, session.code);
  await desk.do({ do: 'next' });
  await phone.place(1, 1, 1, 'somebody hurts me at home');
  await desk.do({ do: 'closeAll' });
  const [note] = (await desk.until((v) => v.notes.length === 1)).notes;
  expect(await desk.do({ do: 'concern', id: note?.id ?? '' })).toEqual({ ok: true });
  // Whoever wrote it may still leave with everything.
  expect(await phone.leave()).toEqual({ ok: true });
  await desk.do({ do: 'end' });
  await post(`/api/sessions/${session.id}/seal`);
  for (const socket of [desk, phone]) socket.close();
  await clock.passTo('2026-12-01');
  expect(holding(server.folder, 'somebody hurts me')).toEqual([]);
  expect(await server.get('/api/destroyed')).toMatchObject([{ waiting: 1 }]);
  expect(await server.get(path)).toMatchObject({ title: 'What we expect', dates: [TODAY] });
  const { items } = await server.send<ConcernsOpened>('POST', `${path}/open`, { passphrase });
  expect(items).toMatchObject([{ text: 'somebody hurts me at home' }]);
  const none = { items: [], unread: [] };
  expect(await server.send('POST', `${path}/${items[0]?.id}/settle`, { passphrase })).toEqual(none);
  expect(await server.get('/api/destroyed')).toMatchObject([{ waiting: 0 }]);
  expect(await server.get(path)).toMatchObject({ refusal: 'no-such-consultation' });
  expect(holding(server.folder, '01632 960123')).toEqual([]);
}, 60_000);

/** Codes of sessions that were removed before the day that people were told, by a clock the test sets. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage, ArchiveResult, ConsultationPage } from '../../../core/api.ts';
import { addDays } from '../../../core/day.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
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

const TODAY = '2026-11-22';
const UNTIL = '2026-12-06';

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
const keys = (): number => readdirSync(join(server.folder, 'keys')).length;
const download = async (id: string): Promise<ArrayBuffer> =>
  (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
const open = async (body: ArrayBuffer): Promise<ArchiveResult> => {
  const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' };
  return (await (
    await server.fetch('/api/archives', { method: 'POST', headers, body })
  ).json()) as ArchiveResult;
};
const counts = async (id: string): Promise<number[]> =>
  (await server.get<AnalysisPage>(`/api/consultations/${id}/analysis`)).statements.map((s) =>
    s.counts.reduce((sum, c) => sum + c[4], 0),
  );

test.each(['sessions', 'consultations'])(
  'W3 a code of what was removed from %s is told so, and an archive comes without its answers; another one works as before',
  async (what) => {
    const { session, id, codes } = await sealedWithCode(server, TODAY, () => undefined, 2);
    const [mine = '', other = ''] = codes;
    const archive = await download(id);
    await server.send('DELETE', `/api/${what}/${what === 'sessions' ? session.id : id}`);
    expect(holding(server.folder, ONLY_MINE)).toEqual([]);
    for (const code of codes)
      expect(await post('/j/code', { code })).toEqual({ is: 'removed', until: UNTIL });
    expect(await post('/j/takeout', { code: mine, what: 'all' })).toEqual({ ok: true, removed: true });
    expect(await post('/j/code', { code: mine })).toMatchObject({ refusal: 'code-spent' });
    await server.restart();
    const opened = await open(archive);
    expect(opened.added).toEqual([session.name]);
    expect(opened.conflicts).toEqual([expect.stringContaining('They are left out.')]);
    expect(await counts(id)).toEqual([11, 0]);
    expect(holding(server.folder, ONLY_MINE)).toEqual([]);
    // What is here is merged with it as ever.
    expect(await open(archive)).toMatchObject({ known: [session.name], conflicts: [] });
    expect(await post('/j/code', { code: other })).toMatchObject({ is: 'sealed', until: UNTIL });
    expect(await post('/api/takeout', { code: other, what: 'all' })).toEqual({ ok: true });
    expect(await counts(id)).toEqual([10, 0]);
    expect(keys()).toBe(0);
  },
);

test('W4 the yes to being quoted can be taken back meanwhile too', async () => {
  const { id, code } = await sealedWithCode(server, TODAY);
  const archive = await download(id);
  await server.send('DELETE', `/api/consultations/${id}`);
  expect(await post('/api/takeout', { code, what: 'quote' })).toEqual({ ok: true, removed: true });
  await open(archive);
  expect(await server.get(`/api/consultations/${id}/comments`)).toMatchObject([{ quote: false }]);
  expect(await counts(id)).toEqual([12, 0]);
});

test('W5 their key ends with that day, within the hour or at the next start, and what was left out stays so', async () => {
  const first = await sealedWithCode(server, TODAY, () => undefined, 2);
  const second = await sealedWithCode(server, TODAY, (c) => (c.withdrawDays = 30));
  const archive = await download(first.id);
  for (const { id } of [first, second]) await server.send('DELETE', `/api/consultations/${id}`);
  await post('/j/takeout', { code: first.code, what: 'all' });
  await clock.passTo(UNTIL);
  expect(keys()).toBe(2);
  clock.day = addDays(UNTIL, 1);
  await clock.hour();
  expect(keys()).toBe(1);
  for (const code of first.codes)
    expect(await post('/j/code', { code })).toMatchObject({ refusal: 'code-unknown' });
  expect(await post('/j/code', { code: second.code })).toEqual({ is: 'removed', until: '2026-12-22' });
  await clock.passTo('2026-12-22');
  clock.day = '2026-12-23';
  await server.restart();
  expect(keys()).toBe(0);
  await open(archive);
  expect(await counts(first.id)).toEqual([11, 0]);
  expect(holding(server.folder, ONLY_MINE)).toEqual([]);
});

test('W5 opened again they are good for as long as people were told, and by a day of the clock that is not believed nothing ends', async () => {
  const { session, id, code } = await sealedWithCode(server, TODAY);
  const archive = await download(id);
  await server.send('DELETE', `/api/sessions/${session.id}`);
  await open(archive);
  clock.day = '2027-02-01';
  await clock.hour();
  expect(await server.get('/api/date')).toMatchObject({ codes: 1 });
  expect(await post('/j/code', { code })).toMatchObject({ is: 'sealed', until: UNTIL });
  clock.day = '2027-02-02';
  await clock.hour();
  expect(keys()).toBe(0);
});

test('W6 data are not kept for less long than a code of a removed session is good; with the data it ends at once', async () => {
  const { session, id, code } = await sealedWithCode(server, TODAY, (c) => (c.withdrawDays = 30));
  await server.send('DELETE', `/api/sessions/${session.id}`);
  expect(await changeConsultation(server, id, { keepUntil: '2026-12-10' })).toMatchObject({
    refusal: 'codes-later',
    detail: '2026-12-22 or later',
  });
  expect(await changeConsultation(server, id, { keepUntil: '2026-12-22' })).toMatchObject({ revision: 3 });
  await clock.passTo('2026-12-22');
  expect(await post('/j/code', { code })).toMatchObject({ is: 'removed' });
  clock.day = '2026-12-23';
  await clock.hour();
  expect(await server.get('/api/consultations')).toEqual([]);
  expect(keys()).toBe(0);
});

test('W1 an archive from before its session was held brings the draft under another id, and codes stay good', async () => {
  const { document } = await openSession(server, ['One', 'Two']);
  const { id } = document.consultation;
  const draft = (await post<Session>(`/api/consultations/${id}/sessions`, { name: 'Planned' })) as Session;
  const before = await download(id);
  const lobby = (await post<Session>(`/api/sessions/${draft.id}/lobby`)) as Session;
  const desk = await connectConsole(server, draft.id);
  const phone = await joinPhone(server, lobby.code);
  await desk.do({ do: 'next' });
  const made = (await phone.code()) as { code: string };
  await desk.do({ do: 'end' });
  await post(`/api/sessions/${draft.id}/seal`);
  await server.send('DELETE', `/api/sessions/${draft.id}`);
  for (let times = 1; times <= 2; times += 1) await open(before);
  const { sessions } = await server.get<ConsultationPage>(`/api/consultations/${id}`);
  const planned = sessions.filter((s) => s.name === 'Planned');
  expect(planned.map((s) => [s.state, s.id === draft.id])).toEqual([['draft', false]]);
  expect(await post(`/api/sessions/${planned[0]?.id ?? ''}/lobby`)).toMatchObject({ state: 'lobby' });
  expect(await post('/j/code', made)).toMatchObject({ is: 'removed' });
  for (const socket of [desk, phone]) socket.close();
});

/** Codes after sealing and keys that end, by a clock the test sets. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage, ConsultationPage } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { archiveOf, take } from '../../support/archives.ts';
import { holding } from '../../support/bytes.ts';
import { clockAt, type TestClock } from '../../support/clock.ts';
import { changeConsultation, ONLY_MINE, sealedWithCode } from '../../support/sealedCode.ts';
import { openSession, startServer, type TestServer } from '../../support/server.ts';
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
const counts = async (id: string): Promise<number[]> =>
  (await server.get<AnalysisPage>(`/api/consultations/${id}/analysis`)).statements.map((s) =>
    s.counts.reduce((sum, c) => sum + c[4], 0),
  );
test('W3 the phone tells of a sealed session until when answers can be taken out, and takes them out', async () => {
  const { session, id, code } = await sealedWithCode(server, TODAY);
  expect(session.withdrawUntil).toBe('2026-12-06');
  expect(await post('/j/code', { code })).toEqual({
    is: 'sealed',
    title: 'What we expect',
    until: '2026-12-06',
  });
  expect(await counts(id)).toEqual([12, 0]);
  expect(await post('/j/takeout', { code, what: 'all' })).toEqual({ ok: true });
  expect(await counts(id)).toEqual([11, 0]);
  expect(holding(server.folder, ONLY_MINE)).toEqual([]);
  for (const route of ['/j/code', '/j/takeout'])
    expect(await post(route, route === '/j/code' ? { code } : { code, what: 'all' })).toMatchObject({
      refusal: 'code-spent',
    });
});

test('W3 W4 the facilitator takes them out for somebody who sent the code, told only that it was done', async () => {
  const { id, code } = await sealedWithCode(server, TODAY);
  const comments = () => server.get<{ quote: boolean }[]>(`/api/consultations/${id}/comments`);
  expect(await comments()).toMatchObject([{ quote: true }]);
  expect(await post('/api/takeout', { code, what: 'quote' })).toEqual({ ok: true });
  expect(await comments()).toMatchObject([{ quote: false }]);
  const spaced = `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
  expect(await post('/api/takeout', { code: spaced, what: 'all' })).toEqual({ ok: true });
  expect(await comments()).toEqual([]);
});

test('W5 with the last code of a session its key goes at once', async () => {
  const { session, code } = await sealedWithCode(server, TODAY);
  const other = await sealedWithCode(server, TODAY);
  const keys = (): string[] => readdirSync(join(server.folder, 'keys'));
  expect(keys().length).toBe(2);
  expect(await post('/j/takeout', { code, what: 'all' })).toEqual({ ok: true });
  expect(keys().filter((name) => name.startsWith(session.id))).toEqual([]);
  expect(keys()).toEqual([`${other.session.id}.db`]);
  // Whoever did not see the answer tries once more.
  expect(await post('/j/code', { code })).toMatchObject({ refusal: 'code-spent' });
  expect(await post('/api/takeout', { code, what: 'all' })).toMatchObject({ refusal: 'code-spent' });
  await server.restart();
  expect(await post('/j/code', { code })).toMatchObject({ refusal: 'code-unknown' });
  expect(await post('/j/code', { code: other.code })).toMatchObject({ is: 'sealed' });
});

test('W5 at the end of the day that was told the key is destroyed, within the hour or at the next start', async () => {
  const first = await sealedWithCode(server, TODAY);
  const second = await sealedWithCode(server, TODAY, (c) => (c.withdrawDays = 30));
  const keys = (): number => readdirSync(join(server.folder, 'keys')).length;
  await clock.passTo('2026-12-06');
  expect(keys()).toBe(2);
  clock.day = '2026-12-07';
  await clock.hour();
  expect(keys()).toBe(1);
  expect(await post('/j/code', { code: first.code })).toMatchObject({ refusal: 'code-unknown' });
  expect(await post('/j/code', { code: second.code })).toMatchObject({ until: '2026-12-22' });
  expect(await counts(first.id)).toEqual([12, 0]);
  await clock.passTo('2026-12-22');
  clock.day = '2026-12-23';
  await server.restart();
  expect(keys()).toBe(0);
  expect(await post('/j/code', { code: second.code })).toMatchObject({ refusal: 'code-unknown' });
});

test('W5 the day is fixed as the lobby opens: from the session’s day or the real one, and by how long data are kept', async () => {
  const late = await sealedWithCode(server, '2026-11-01', (c) => (c.withdrawDays = 3));
  expect(late.session.withdrawUntil).toBe('2026-11-25');
  const early = await sealedWithCode(server, '2026-12-01');
  expect(early.session.withdrawUntil).toBe('2026-12-15');
  const never = await sealedWithCode(server, TODAY, (c) => (c.withdrawDays = 0));
  expect(never.session).not.toHaveProperty('withdrawUntil');
  expect(await post('/j/code', { code: never.code })).toMatchObject({ refusal: 'code-unknown' });
  const short = await sealedWithCode(server, TODAY, (c) => (c.keepUntil = '2026-11-30'));
  expect(short.session).toMatchObject({ withdrawUntil: '2026-11-30', keepUntil: '2026-11-30' });
  // What was told stays, whatever is changed afterwards.
  await changeConsultation(server, short.id, { withdrawDays: 1, keepUntil: '2026-11-30' });
  expect((await page(short.id)).sessions[0]).toMatchObject({ withdrawUntil: '2026-11-30' });
});

test('W3 F13 what was taken out here is out of a copy on another laptop once they are merged, and does not come back', async () => {
  const { id, code } = await sealedWithCode(server, TODAY);
  const download = async (): Promise<Uint8Array> =>
    new Uint8Array(await (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer());
  const before = await download();
  const folder = newFolder();
  const other = await opened(folder);
  await take(other, before);
  await post('/api/takeout', { code, what: 'all' });
  const after = await download();
  const merged = await take(other, after);
  expect(merged.conflicts).toEqual([expect.stringContaining('took their answers out')]);
  expect(
    (
      await other.figures(merged.known.length > 0 ? [(await other.sessions(id))[0]?.id ?? ''] : [])
    ).tallies.map((t) => t.n),
  ).toEqual([11]);
  expect(holding(folder, ONLY_MINE)).toEqual([]);
  // The older archive changes nothing any more, on either of them.
  expect((await take(other, before)).conflicts).toEqual([]);
  expect((await archiveOf(other, id)).length).toBeGreaterThan(100);
  expect((await other.figures([(await other.sessions(id))[0]?.id ?? ''])).tallies.map((t) => t.n)).toEqual([
    11,
  ]);
  await other.close();
});

test('W3 F13 what was taken out does not come back with an older archive once its session, or all of it, was removed', async () => {
  const { session, id, code } = await sealedWithCode(server, TODAY);
  const download = async (): Promise<ArrayBuffer> =>
    (await server.fetch(`/api/consultations/${id}/archive`)).arrayBuffer();
  const open = async (body: ArrayBuffer): Promise<unknown> => {
    const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' };
    return (await server.fetch('/api/archives', { method: 'POST', headers, body })).json();
  };
  const before = await download();
  await post('/api/takeout', { code, what: 'all' });
  const after = await download();
  const refused = { refusal: 'taken-out-since', where: 'sessions', detail: session.name };
  await server.send('DELETE', `/api/sessions/${session.id}`);
  expect(await open(before)).toEqual(refused);
  expect(await open(after)).toMatchObject({ added: [session.name] });
  // While it is here they are merged as ever.
  expect(await open(before)).toMatchObject({ known: [session.name] });
  expect(await counts(id)).toEqual([11, 0]);
  await server.send('DELETE', `/api/consultations/${id}`);
  await server.restart();
  expect(await open(before)).toEqual(refused);
  expect(await open(after)).toMatchObject({ opened: true });
  expect(await counts(id)).toEqual([11, 0]);
  expect(holding(server.folder, ONLY_MINE)).toEqual([]);
});

test('W3 Z1 while somebody can still come with a code, the plain data are not removed by locking away', async () => {
  const { id, code } = await sealedWithCode(server, TODAY);
  const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/json' };
  const lock = async (): Promise<string> => {
    const body = JSON.stringify({ recipients: [await identityToRecipient(await generateIdentity())] });
    const locked = await server.fetch(`/api/consultations/${id}/lock`, {
      method: 'POST',
      headers,
      body,
    });
    return createHash('sha256')
      .update(Buffer.from(await locked.arrayBuffer()))
      .digest('hex');
  };
  expect(await post(`/api/consultations/${id}/lock/remove`, { sha256: await lock() })).toEqual({
    refusal: 'codes-open',
    where: 'sessions',
    detail: '2026-12-06',
  });
  await post('/api/takeout', { code, what: 'all' });
  await clock.passTo('2026-12-07');
  expect(await post(`/api/consultations/${id}/lock/remove`, { sha256: await lock() })).toEqual({ ok: true });
});

test('W7 with people under 18 no lobby opens before the whole checklist is ticked; it is kept without a name', async () => {
  const { document } = await openSession(server, ['One']);
  const { id } = document.consultation;
  await changeConsultation(server, id, { under18: true });
  const draft = (await post<Session>(`/api/consultations/${id}/sessions`)) as Session;
  const lobby = (checks: unknown) => post<Session>(`/api/sessions/${draft.id}/lobby`, { checks });
  expect(await lobby([])).toEqual({ refusal: 'checks-open', where: 'checks.consent' });
  expect(await lobby(['consent', 'lead', 'sheet'])).toMatchObject({ where: 'checks.someone' });
  expect(await lobby(['consent', 'names'])).toMatchObject({ refusal: 'bad-file', where: 'checks.1' });
  expect(await post(`/api/sessions/${draft.id}/rehearse`, { people: 1 })).toMatchObject({ state: 'lobby' });
  const all = ['someone', 'consent', 'lead', 'sheet'];
  expect(await lobby(all)).toMatchObject({ checks: ['consent', 'lead', 'sheet', 'someone'] });
  expect((await page(id)).sessions.find((s) => s.id === draft.id)?.checks?.length).toBe(4);
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LEAD } from '../../support/alone.ts';
import { connectConsole, joinPhone, startServer, type TestServer } from '../../support/server.ts';
import type { ConsultationPage, AnalysisPage, StoredDocument } from '../../../core/api.ts';
import type { Session } from '../../../core/session.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const files = async (): Promise<string[]> =>
  (await Promise.all(['live', 'keys'].map((f) => readdir(join(server.folder, f))))).flat();

test('F1 a rehearsal: pretend people join and place, a real phone can join them, and nothing of it stays', async () => {
  const document = await server.send<StoredDocument>('POST', '/api/consultations', {
    template: 'side-by-side',
  });
  const path = `/api/consultations/${document.consultation.id}`;
  const draft = await server.send<Session>('POST', `${path}/sessions`, {});
  await server.send('PUT', `${path}/concerns/lead`, LEAD);
  const before = await files();
  const session = await server.send<Session>('POST', `/api/sessions/${draft.id}/rehearse`, {
    people: 8,
  });
  expect(session).toMatchObject({ rehearsal: true, state: 'lobby' });
  const desk = await connectConsole(server, session.id);
  await desk.until((v) => v.joined === 8);
  const phone = await joinPhone(server, session.code, [document.consultation.groups[0]?.id ?? '']);
  // Nobody would read what somebody asks for in a rehearsal.
  expect((await phone.hello()).info).toMatchObject({ rehearsal: true, alone: null });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const placed = await desk.until((v) => v.boards[0]?.placed === 8);
  expect(placed.projector.rehearsal).toBe(true);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next', sure: true });
  const shown = await desk.until((v) => v.boards[0]?.result != null);
  const whole = shown.boards[0]?.result?.whole;
  expect((whole?.n ?? 0) + (whole?.declined.n ?? 0) + (whole?.declined.x ?? 0)).toBe(8);

  const gone = new Promise((done) => desk.socket.once('gone', () => done(true)));
  expect(await server.send('DELETE', `/api/sessions/${session.id}`)).toEqual({ ok: true });
  expect(await gone).toBe(true);
  expect(await files()).toEqual(before);
  const page = await server.get<ConsultationPage>(path);
  expect(page.sessions.map((s) => s.id)).toEqual([draft.id]);
  expect((await server.get<AnalysisPage>(`${path}/analysis`)).sessions).toEqual([]);
  phone.close();
  desk.close();
});

test('P5 a rehearsal with too many people, or of nothing, is refused', async () => {
  expect(await server.send('POST', '/api/sessions/none/rehearse', { people: 5 })).toMatchObject({
    refusal: 'no-such-session',
  });
  expect(await server.send('POST', '/api/sessions/none/rehearse', { people: 501 })).toMatchObject({
    where: 'people',
  });
});

test('F1 F2 pretend people come back after the program was stopped, are the same, and place nothing twice', async () => {
  const document = await server.send<StoredDocument>('POST', '/api/consultations', {
    title: 'What we expect',
    statements: 'One\nTwo',
  });
  const path = `/api/consultations/${document.consultation.id}`;
  const draft = await server.send<Session>('POST', `${path}/sessions`, {});
  const { id } = await server.send<Session>('POST', `/api/sessions/${draft.id}/rehearse`, { people: 6 });
  const desk = await connectConsole(server, id);
  await desk.until((v) => v.connected === 6);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'next' });
  await desk.until((v) => v.boards[0]?.placed === 6);
  desk.close();
  await server.restart();
  const later = await connectConsole(server, id);
  const back = await later.until((v) => v.connected === 6);
  expect([back.joined, back.boards[0]?.placed]).toEqual([6, 6]);
  // Close, reveal, discuss, show the next one, open it.
  for (let steps = 0; steps < 5; steps += 1)
    expect(await later.do({ do: 'next', sure: true })).toEqual({ ok: true });
  const second = await later.until((v) => v.boards[1]?.placed === 6);
  expect([second.joined, second.boards[0]?.placed]).toEqual([6, 6]);
  later.close();
});

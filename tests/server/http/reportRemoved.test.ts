import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AnalysisPage, ConsultationListItem, ReleaseCheck, ReportPage } from '../../../core/api.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let path = '';
beforeAll(async () => {
  server = await startServer({ sample: true });
  const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
  path = `/api/consultations/${sample?.id}`;
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('F10 a report about a session that was removed is about nobody until others are chosen', async () => {
  const { revision, document, sessions } = await server.get<ReportPage>(`${path}/report`);
  const [gone = '', kept = ''] = sessions.map((s) => s.id);
  const unit = (id: string, own: string[]) => ({ id, name: id, groups: [], sessions: own });
  const units = [unit('u1', [gone]), unit('u2', [gone, kept])];
  await server.send('PUT', `${path}/report`, {
    revision,
    document: { ...document, sessions: [gone], units, parts: 'units' },
  });
  await server.send('DELETE', `/api/sessions/${gone}`);
  const page = await server.get<ReportPage>(`${path}/report`);
  expect(page).toMatchObject({
    revision: revision + 1,
    document: { sessions: [gone], units: [unit('u2', [kept])] },
  });
  for (const audience of ['team', 'release'])
    expect(await server.send('POST', `${path}/report/model`, { audience })).toMatchObject({
      refusal: 'sessions-gone',
    });
  expect(await server.send('POST', `${path}/report/check`, {})).toMatchObject({ refusal: 'sessions-gone' });
  const order = { audience: 'team', formats: ['json'], confirmed: [], approvedBy: {} };
  expect(await server.send('POST', `${path}/report/files`, order)).toMatchObject({
    refusal: 'sessions-gone',
  });

  // It is saved as it is read, and another choice is a report again.
  const { revision: now, document: read } = page;
  const same = await server.send<ReportPage>('PUT', `${path}/report`, { revision: now, document: read });
  expect(same).toMatchObject({ document: { sessions: [gone], units: [unit('u2', [kept])] } });
  await server.send('PUT', `${path}/report`, {
    revision: same.revision,
    document: { ...read, sessions: [kept] },
  });
  for (const audience of ['team', 'release'])
    expect(await server.send<ReportModel>('POST', `${path}/report/model`, { audience })).toMatchObject({
      format: 'standpoint-report',
    });
  expect(await server.send<ReleaseCheck>('POST', `${path}/report/check`, {})).toHaveProperty('flags');
});

test('F10 with every session removed there is still a page', async () => {
  const { sessions } = await server.get<AnalysisPage>(`${path}/analysis`);
  const { revision, document } = await server.get<ReportPage>(`${path}/report`);
  const chosen = sessions.slice(0, 1).map((s) => s.id);
  await server.send('PUT', `${path}/report`, { revision, document: { ...document, sessions: chosen } });
  for (const { id } of sessions) await server.send('DELETE', `/api/sessions/${id}`);
  expect(await server.get<ReportPage>(`${path}/report`)).toMatchObject({
    document: { sessions: chosen },
    sessions: [],
  });
});

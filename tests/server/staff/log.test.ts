import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck } from '../../../core/api.ts';
import type { AuditEntry } from '../../../core/staffApi.ts';
import type { Session } from '../../../core/session.ts';
import { asks } from '../../support/asks.ts';
import { joinDevice } from '../../support/devices.ts';
import { consult, crowd, finish, hold } from '../../support/held.ts';
import { ended } from '../../support/jobs.ts';
import { copyingRenderer } from '../../support/renderer.ts';
import { startServer, type TestServer } from '../../support/server.ts';

/** Makes an empty file at once: what is in it is not what this is about. */
let time = Date.UTC(2026, 10, 22, 14, 5, 9);
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ staffClock: () => time, renderer: copyingRenderer });
});
afterAll(() => server?.stop());

const log = () => server.get<AuditEntry[]>('/api/staff/log');

test('T7 files, archives, reports, releases and removals are written down, by whom, and nothing about participants', async () => {
  const consultation = await consult(server, 'What we expect', ['One is true']);
  const path = `/api/consultations/${consultation.id}`;
  const session = await hold(server, consultation.id, crowd([1, 2, 3, 4, 5, 5, 5, 4]), {
    name: 'With Anna, at home',
  });
  await finish(server, session);
  const from = (await log()).length;
  time += 60_000;

  const device = await joinDevice(server, 'researcher', '=HYPERLINK("http://evil.example")');
  expect((await asks(`${device.url}${path}/export?files=csv,xlsx`, device)).status).toBe(200);
  const archive = await (await server.fetch(`${path}/archive`)).arrayBuffer();
  const order = { audience: 'team', formats: ['json'], confirmed: [], approvedBy: {} };
  await ended(server, await server.send<JobState>('POST', `${path}/report/files`, order));
  const check = await server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
  const release = {
    ...order,
    audience: 'release',
    confirmed: check.flags.map((flag) => flag.code),
    hash: check.hash,
  };
  expect(check.refusals).toEqual([]);
  await ended(server, await server.send<JobState>('POST', `${path}/report/files`, release));
  await ended(server, await server.send<JobState>('POST', `${path}/releases/1/files`, { formats: ['json'] }));
  const draft = await server.send<Session>('POST', `${path}/sessions`, {});
  await server.send('DELETE', `/api/sessions/${draft.id}`);
  const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' };
  await server.fetch('/api/archives', { method: 'POST', headers, body: archive });

  const list = (await log()).toReversed().slice(from);
  expect(
    list.map(({ place, name, what, detail, consultation: of, title }) => [
      place,
      name,
      what,
      detail,
      of,
      title,
    ]),
  ).toEqual([
    ['laptop', '', 'pairing-begun', 'researcher', '', undefined],
    ['device', '=HYPERLINK("http://evil.example")', 'joined', 'researcher', '', undefined],
    ...[
      ['device', '=HYPERLINK("http://evil.example")', 'exported', 'csv, xlsx'],
      ['laptop', '', 'archive-out', ''],
      ['laptop', '', 'report-files', 'for the team'],
      ['laptop', '', 'report-files', 'as a release'],
      ['laptop', '', 'release-made', '1'],
      ['laptop', '', 'report-files', 'release 1'],
      ['laptop', '', 'session-removed', ''],
      ['laptop', '', 'archive-in', ''],
    ].map((entry) => [...entry, consultation.id, 'What we expect']),
  ]);

  // What is asked for and refused is not done, and not written down as done.
  await server.get('/api/consultations/none/export');
  await server.send('DELETE', '/api/consultations/none');
  expect((await log()).length).toBe(from + list.length);

  expect(await server.send('DELETE', path)).toEqual({ ok: true });
  const [last] = await log();
  expect(last).toMatchObject({ what: 'consultation-removed', consultation: consultation.id });
  expect(last).not.toHaveProperty('title');

  const bytes = ['staff.db', 'staff.db-wal']
    .map((name) => readFileSync(join(server.folder, name), 'latin1'))
    .join('');
  for (const told of [
    'Anna',
    'One is true',
    'What we expect',
    session.code,
    session.id,
    '127.0.0.1',
    server.cookie.split('=')[1] ?? '',
  ])
    expect([told, bytes.includes(told)]).toEqual([told, false]);
});

test('T7 F6 as a file it says the same in words, and no cell is a formula', async () => {
  const response = await server.fetch('/api/staff/log.csv');
  expect(response.headers.get('content-disposition')).toMatch(
    /attachment; filename=\d{4}-\d{2}-\d{2}_who-did-what\.csv/,
  );
  const text = Buffer.from(await response.arrayBuffer()).toString();
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
  expect(rows.length).toBe((await log()).length);
  expect(rows.find((row) => row['What']?.startsWith('Took researchers'))).toEqual({
    'Date and time': expect.stringMatching(/^2026-11-2[123] \d\d:\d\d:09$/),
    Who: '\'=HYPERLINK("http://evil.example") (Researcher)',
    What: 'Took researchers’ files: csv, xlsx',
    Consultation: 'Removed since',
  });
  expect(rows.every((row) => Object.values(row).every((cell) => !/^[=+\-@]/.test(cell)))).toBe(true);
});

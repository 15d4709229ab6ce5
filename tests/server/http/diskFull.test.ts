import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { JobState, ReleaseCheck, ReleaseItem, ReportPage, StoredDocument } from '../../../core/api.ts';
import { isDiskFull } from '../../../server/store/diskFull.ts';
import { fullDisk } from '../../support/fullDisk.ts';
import { consult, crowd, finish, hold } from '../../support/held.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const disk = fullDisk();
let server: TestServer;
let id = '';
beforeAll(async () => {
  server = await startServer({ wrap: disk.wrap });
  ({ id } = await consult(server, 'Full', ['They listen to me']));
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5])));
}, 60_000);
afterAll(async () => server?.stop());

const path = () => `/api/consultations/${id}`;
const FULL = { refusal: 'disk-full' };

test('P5 a full disk is told apart from other faults: what SQLite and the system say of one, and nothing else', () => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE t (x); PRAGMA max_page_count = 3;');
  const fill = (): unknown => {
    try {
      db.prepare('INSERT INTO t VALUES (zeroblob(100000))').run();
      return null;
    } catch (error) {
      return error;
    }
  };
  const error = fill();
  db.close();
  expect(error).toMatchObject({ code: 'SQLITE_FULL' });
  expect(isDiskFull(error)).toBe(true);
  expect(isDiskFull(new Error('not saved', { cause: error }))).toBe(true);
  expect(isDiskFull(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true);
  for (const other of [
    null,
    'full',
    new Error('full'),
    Object.assign(new Error('x'), { code: 'SQLITE_BUSY' }),
  ])
    expect(isDiskFull(other)).toBe(false);
});

test('P5 on a full disk a save is refused by that name, with 507, and the same save goes through when there is space', async () => {
  const page = await server.get<ReportPage>(`${path()}/report`);
  const stored = await server.get<StoredDocument>(path());
  const reported = { revision: page.revision, document: { ...page.document, notHeard: 'Fathers' } };
  disk.fill();
  expect(await server.send('PUT', `${path()}/report`, reported)).toEqual(FULL);
  expect(
    await server.send('PUT', path(), { revision: stored.revision, consultation: stored.consultation }),
  ).toEqual(FULL);
  const response = await server.fetch(`${path()}/report`, {
    method: 'PUT',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify(reported),
  });
  expect(response.status).toBe(507);
  disk.free();
  expect(await server.send('PUT', `${path()}/report`, reported)).toMatchObject({
    document: { notHeard: 'Fathers' },
  });
  expect(server.faults).toEqual([]);
});

test('P5 F10 a release that cannot be registered on a full disk fails by that name and gives no file', async () => {
  const check = await server.send<ReleaseCheck>('POST', `${path()}/report/check`);
  disk.fill();
  let job = await server.send<JobState>('POST', `${path()}/report/files`, {
    audience: 'release',
    formats: ['json'],
    confirmed: check.flags.map((f) => f.code),
    approvedBy: {},
    hash: check.hash,
  });
  while (job.state === 'running') job = await server.get<JobState>(`/api/jobs/${job.id}`);
  expect(job).toMatchObject({ state: 'failed', files: [], refusal: FULL });
  disk.free();
  expect(await server.get<ReleaseItem[]>(`${path()}/releases`)).toEqual([]);
  expect(server.faults).toEqual([]);
});

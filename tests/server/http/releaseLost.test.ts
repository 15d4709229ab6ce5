/** What was printed and the register does not know: an older archive came back, or a second import. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  ArchiveResult,
  ConsultationListItem,
  JobState,
  ReleaseCheck,
  ReleaseItem,
  ReportPage,
  StoredDocument,
} from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { ended } from '../../support/jobs.ts';
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

const check = () => server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
const order = async (confirmed: string[]) =>
  server.send<JobState | Refusal>('POST', `${path}/report/files`, {
    hash: (await check()).hash,
    audience: 'release',
    formats: ['json'],
    confirmed,
    approvedBy: {},
  });
const release = async (): Promise<void> => {
  const confirmed = (await check()).flags.map((f) => f.code);
  expect(await ended(server, await order(confirmed))).toMatchObject({ state: 'done' });
};
const retitle = async (subtitle: string): Promise<void> => {
  const { revision, document } = await server.get<ReportPage>(`${path}/report`);
  const saved = await server.send('PUT', `${path}/report`, { revision, document: { ...document, subtitle } });
  expect(saved).toMatchObject({ document: { subtitle } });
};
const archive = async (): Promise<ArrayBuffer> => (await server.fetch(`${path}/archive`)).arrayBuffer();
const open = async (body: ArrayBuffer): Promise<ArchiveResult> => {
  const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' };
  return (
    await server.fetch('/api/archives', { method: 'POST', headers, body })
  ).json() as Promise<ArchiveResult>;
};

test('F10 a release that an older archive does not know has to be held against the next one by hand', async () => {
  await release();
  const older = await archive();
  // A release of its own: other words, other hash.
  await retitle('Once more');
  await release();
  const newer = await archive();
  await server.send('DELETE', path);

  const brought = await open(older);
  expect(brought.conflicts).toEqual([expect.stringMatching(/^Release 2 \(\d+ \w+ \d{4}\) went out here/)]);
  await retitle('A third one');
  const lost = (await check()).flags.filter((f) => f.code.startsWith('lost'));
  expect(lost).toMatchObject([{ words: expect.stringContaining('Release 2 (') }]);
  // Nothing goes out until somebody says that they have looked.
  const others = (await check()).flags.map((f) => f.code).filter((code) => !code.startsWith('lost'));
  expect(await order(others)).toMatchObject({ refusal: 'confirm-first' });

  // The archive that knows it mends that.
  expect((await open(newer)).conflicts).not.toContainEqual(expect.stringContaining('went out here'));
  expect((await check()).flags.filter((f) => f.code.startsWith('lost'))).toEqual([]);
  expect(await server.get<ReleaseItem[]>(`${path}/releases`)).toHaveLength(2);
});

/** An export of a conversation in which so many people voted. */
function conversation(people: number, title = 'Buses') {
  const voters = Array.from({ length: people }, (_, i) => i);
  const comments = ['More buses', 'Fewer buses'];
  return {
    'summary.csv': `topic,${title}\nurl,https://example.org/x\nvoters,${people}\nconversation-description,`,
    'comments.csv': [
      'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
      ...comments.map((text, i) => `1700000000,x,${i},0,0,0,1,${text}`),
    ].join('\n'),
    'votes.csv': [
      'timestamp,datetime,comment-id,voter-id,vote',
      ...voters.flatMap((v) =>
        comments.map((_, i) => `1700000${100 + v},x,${i},${v},${v % 3 === i ? -1 : 1}`),
      ),
    ].join('\n'),
    'participants-votes.csv': [
      'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1',
      ...voters.map((v) => {
        const votes = comments.map((_, i) => (v % 3 === i ? -1 : 1));
        const agree = votes.filter((n) => n === 1).length;
        return `${v},,0,2,${agree},${2 - agree},${votes.join(',')}`;
      }),
    ].join('\n'),
  };
}

test('F10 a conversation that is brought in again is held against what went out of it before', async () => {
  const bring = (people: number, title?: string) =>
    server.send<StoredDocument>('POST', '/api/import/polis', { files: conversation(people, title) });
  const use = (of: StoredDocument): void => void (path = `/api/consultations/${of.consultation.id}`);
  const twins = async () => (await check()).flags.filter((f) => f.code.startsWith('twin'));
  const first = await bring(12);
  expect(String(first.warnings)).not.toContain('is here already');
  use(first);
  await release();
  // One more person has voted since.
  const second = await bring(13);
  expect(second.warnings).toContainEqual(expect.stringContaining('“Buses” is here already'));
  use(second);
  expect(await twins()).toMatchObject([{ words: expect.stringMatching(/^Release 1 \(.*“Buses”/) }]);
  expect(await order([])).toMatchObject({ refusal: 'confirm-first' });
  use(await bring(13, 'Trams'));
  expect(await twins()).toEqual([]);
});

/** The rules of releases where somebody tries to go round them: fewer sessions, looser rules, older answers. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  CommentItem,
  ConsultationListItem,
  ConsultationPage,
  JobState,
  ReleaseCheck,
  ReleaseItem,
  ReportOrder,
  ReportPage,
} from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../server/store/store.ts';
import { ended } from '../../support/jobs.ts';
import { copyingRenderer } from '../../support/renderer.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let path = '';
let register: Store;
beforeAll(async () => {
  const wrap = (store: Store): Store => (register = store);
  server = await startServer({ sample: true, renderer: copyingRenderer, wrap });
  const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
  path = `/api/consultations/${sample?.id}`;
});
afterAll(() => server.stop());

const check = () => server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
const order = (seen: Pick<ReleaseCheck, 'flags' | 'hash'>, change: Partial<ReportOrder> = {}) =>
  server.send<JobState | Refusal>('POST', `${path}/report/files`, {
    audience: 'release',
    formats: ['json'],
    confirmed: seen.flags.map((f) => f.code),
    approvedBy: {},
    hash: seen.hash,
    ...change,
  });
const release = async (change: Partial<ReportOrder> = {}) =>
  expect(await ended(server, await order(await check(), change))).toMatchObject({ state: 'done' });
const releases = () => server.get<ReleaseItem[]>(`${path}/releases`);
const write = async (change: Partial<ReportDocument>) => {
  const { revision, document } = await server.get<ReportPage>(`${path}/report`);
  const edit = { revision, document: { ...document, ...change } };
  expect(await server.send('PUT', `${path}/report`, edit)).toMatchObject({ document: change });
};
const setUp = async (change: Partial<Consultation>) => {
  const { revision, consultation } = await server.get<ConsultationPage>(path);
  const edit = { revision, consultation: { ...consultation, ...change } };
  expect(await server.send('PUT', path, edit)).toMatchObject({ consultation: change });
};

test('F10 what is only looked at is marked as a draft and has no number', async () => {
  const model = await server.send<ReportModel>('POST', `${path}/report/model`, { audience: 'release' });
  expect(model).toMatchObject({ audience: 'release', number: null });
  expect(model.mark).toContain('DRAFT');
});

test('F10 nothing is written but what was checked', async () => {
  const seen = await check();
  expect(seen.hash).toMatch(/^[0-9a-f]{64}$/);
  await write({ notHeard: 'Fathers.' });
  expect(await order(seen)).toMatchObject({ refusal: 'changed-elsewhere', where: 'hash' });
  const { flags } = seen;
  expect(
    await server.send('POST', `${path}/report/files`, {
      audience: 'release',
      formats: ['json'],
      approvedBy: {},
      confirmed: flags.map((f) => f.code),
    }),
  ).toMatchObject({ refusal: 'changed-elsewhere' });
  expect(await releases()).toEqual([]);
});

test('F10 F14 what was confirmed of a quote or of an edited text is not confirmed of another', async () => {
  const codes = async (kind: string) =>
    (await check()).flags.map((f) => f.code).filter((code) => code.startsWith(kind));
  const comments = await server.get<CommentItem[]>(`${path}/comments`);
  const one = comments.find((c) => c.quote && c.audience === 'room');
  if (one === undefined) throw new Error('The sample has no comment to quote.');
  const { session, board, tag } = one;
  let kept = one.review;
  const review = (published: string) =>
    server
      .send<CommentItem>('PUT', `${path}/comments`, {
        review: { session, board, tag, chosen: true, checked: true, published, replacements: [] },
        was: kept,
      })
      .then((item) => (kept = item.review));
  await review('Ring me on 07700 900123.');
  const before = await codes('signs');
  await review('Ring her on 07700 900124.');
  const after = await codes('signs');
  expect([before.length, after.length]).toEqual([1, 1]);
  expect(after).not.toEqual(before);
  await review('Nobody asked me.');

  const edited = async (text: string) => {
    await write({ texts: { summary: { text, from: 'what the program said then' } } });
    return codes('outdated');
  };
  const first = await edited('Our own words.');
  expect(first).toHaveLength(1);
  expect(await edited('Other words.')).not.toEqual(first);
  await write({ texts: {} });
});

test('F10 where nobody is told apart a release is about all sessions, and the team may choose', async () => {
  await setUp({ floor: 10, breakdowns: 'hidden', approvals: ['lead'] });
  const { sessions } = await server.get<ReportPage>(`${path}/report`);
  const [out, ...rest] = sessions;
  await write({ sessions: rest.map((s) => s.id) });
  const seen = await check();
  expect(seen.refusals).toEqual([expect.objectContaining({ code: 'sessions-hidden' })]);
  expect(seen.refusals[0]?.words).toContain(out?.name);
  expect(await order(seen, { approvedBy: { lead: 'A lead' } })).toMatchObject({ refusal: 'release-refused' });
  const team = await ended(server, await order(seen, { audience: 'team' }));
  expect(team).toMatchObject({ state: 'done' });
  await write({ sessions: [] });
  expect((await check()).refusals).toEqual([]);
});

test('F10 rules that are loosened after a release wait for a yes, which the register keeps', async () => {
  const looser = async () =>
    (await check()).flags.filter((f) => f.code.startsWith('looser')).map((f) => f.words);
  await release({ approvedBy: { lead: 'A lead' } });
  expect(await looser()).toEqual([]);
  await setUp({ floor: 5, breakdowns: 'shown', approvals: [] });
  await write({ floor: 5, parts: 'groups', subtitle: 'Once more' });
  expect(await looser()).toEqual([
    expect.stringContaining('fewer than 10'),
    expect.stringContaining('told nobody apart'),
    expect.stringContaining('approved by the lead'),
  ]);
  const { flags, hash } = await check();
  const rest = flags.filter((f) => !f.code.startsWith('looser'));
  expect(await order({ flags: rest, hash })).toMatchObject({ refusal: 'confirm-first' });
  await release();
  const confirmed = (await releases())[0]?.confirmed.flatMap(({ lines }) => lines.map((l) => l.words)) ?? [];
  expect(confirmed).toContainEqual(expect.stringContaining('told nobody apart'));
  expect(await looser()).toEqual([]);
});

test('RT3 the register has which sessions each release was chosen for', async () => {
  const { sessions } = await server.get<ReportPage>(`${path}/report`);
  const kept = await register.releases(path.split('/').at(-1) ?? '');
  expect(kept).toHaveLength(2);
  for (const { entry } of kept)
    expect(entry.about?.toSorted()).toEqual(sessions.map(({ id }) => id).toSorted());
});

test('F10 a release without an approval that is asked for now does not go out again as it was', async () => {
  expect(await check()).toMatchObject({ same: true, number: 2 });
  await setUp({ approvals: ['panel'] });
  const seen = await check();
  expect(seen).toMatchObject({ same: false, number: 3 });
  expect(await order(seen)).toMatchObject({ refusal: 'approval-needed', where: 'approvedBy.panel' });
  await release({ approvedBy: { panel: 'Four of the panel' } });
  expect(await check()).toMatchObject({ same: true, number: 3 });
});

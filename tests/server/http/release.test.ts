import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  CommentItem,
  ConsultationListItem,
  ConsultationPage,
  JobState,
  ReleaseCheck,
  ReleaseItem,
  ReportPage,
} from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { ReportDocument, Review } from '../../../core/report/document.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { ended, fileOf } from '../../support/jobs.ts';
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
const model = (audience: 'release' | 'team') =>
  server.send<ReportModel>('POST', `${path}/report/model`, { audience });
const order = async (confirmed: string[], approvedBy: Record<string, string> = {}) =>
  server.send<JobState | Refusal>('POST', `${path}/report/files`, {
    hash: (await check()).hash,
    audience: 'release',
    formats: ['json'],
    confirmed,
    approvedBy,
  });
const allOf = async () => (await check()).flags.map((f) => f.code);
const write = async (edit: (document: ReportDocument) => Partial<ReportDocument>) => {
  const { revision, document } = await server.get<ReportPage>(`${path}/report`);
  await server.send('PUT', `${path}/report`, { revision, document: { ...document, ...edit(document) } });
};
const setUp = async (change: Partial<Consultation>) => {
  const { revision, consultation } = await server.get<ConsultationPage>(path);
  const edit = { revision, consultation: { ...consultation, ...change } };
  expect(await server.send('PUT', path, edit)).toMatchObject({ consultation: change });
};
const comments = () => server.get<CommentItem[]>(`${path}/comments`);
/** Decides about a comment as a window does that shows what is kept of it now. */
const review = async (item: CommentItem, change: Partial<Review>) => {
  const { session, board, tag } = item;
  const now = (await comments()).find((c) => c.session === session && c.board === board && c.tag === tag);
  const made = { session, board, tag, chosen: true, checked: true, published: null, replacements: [] };
  return server.send<CommentItem | Refusal>('PUT', `${path}/comments`, {
    review: { ...made, ...change },
    was: now?.review ?? null,
  });
};
const quotes = (report: ReportModel): string[] =>
  report.sections.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'quote' ? [b.text] : [])));

test('F14 a window that is behind cannot put back what another has rewritten', async () => {
  const item = (await comments()).find((c) => c.quote && c.audience === 'room');
  if (item === undefined) throw new Error('The sample has no comment to quote.');
  const { session, board, tag } = item;
  const made = { session, board, tag, chosen: true, checked: true, replacements: [] };
  const put = (published: string | null, was: Review | null) =>
    server.send<CommentItem | Refusal>('PUT', `${path}/comments`, { review: { ...made, published }, was });
  const first = await put('Without the name', item.review);
  expect(first).toMatchObject({ review: { published: 'Without the name' } });
  expect(await put(null, item.review)).toMatchObject({ refusal: 'changed-elsewhere' });
  const kept = (await comments()).find((c) => c.tag === tag && c.session === session)?.review ?? null;
  expect(kept?.published).toBe('Without the name');
  expect(await put(null, kept)).toMatchObject({ review: { published: null } });
});

test('F14 comments are read, chosen and rewritten for print; what was written stays beside it', async () => {
  const list = await comments();
  const one = list.find((c) => c.quote && c.audience === 'room');
  if (one === undefined) throw new Error('The sample has no comment to quote.');
  const ofStatement = await server.get<CommentItem[]>(`${path}/comments?statement=${one.statement}`);
  expect(ofStatement).toEqual(list.filter((c) => c.statement === one.statement));
  expect(JSON.stringify(list)).not.toContain('"person"');

  const from = one.comment.split(' ')[0] ?? '';
  const published = `[someone] ${one.comment.slice(from.length).trim()}`;
  const replacements = [{ from, to: '[someone]', kind: 'name' }];
  const kept = await review(one, { published: ` ${published}\u202e\r\n`, replacements });
  expect(kept).toMatchObject({ comment: one.comment, review: { published, replacements } });
  expect((await comments()).find((c) => c.tag === one.tag && c.board === one.board)).toEqual(kept);
  expect(quotes(await model('release'))).toEqual([published]);

  // Chosen and not read yet: the team may see it, and it does not leave the team.
  await review(one, { published, checked: false });
  expect(quotes(await model('release'))).toEqual([]);
  expect(quotes(await model('team'))).toEqual([published]);
  expect((await check()).flags.map((f) => f.words)).toContainEqual(expect.stringContaining('not read'));
  await review(one, { published: `${published} Ring me on 07700 900123.` });
  expect((await check()).flags.map((f) => f.words)).toContainEqual(expect.stringContaining('looks like'));
  await review(one, { published });
});

test('F14 a quote that was written for the team only is left out of a release, and that is said', async () => {
  const item = (await comments()).find((c) => c.quote && c.audience === 'team');
  if (item === undefined) throw new Error('The sample has no comment for the team that may be quoted.');
  const before = (await check()).notes.filter((n) => n.code === 'team-only');
  await review(item, { published: 'Only for the team.' });
  expect(before).toEqual([]);
  expect((await check()).notes.filter((n) => n.code === 'team-only')).toMatchObject([
    { words: '1 chosen quote is left out, since it was written for the team only.' },
  ]);
  expect(quotes(await model('release'))).not.toContain('Only for the team.');
  await review(item, { chosen: false });
});

test('F14 P5 what nobody may quote, and what is not there, is refused and nothing is kept', async () => {
  const list = await comments();
  const silent = list.find((c) => !c.quote);
  if (silent === undefined) throw new Error('The sample has everybody quoted.');
  expect(await review(silent, {})).toMatchObject({ refusal: 'not-to-quote', where: 'chosen' });
  expect(await review(silent, { tag: 'nobody' })).toMatchObject({ refusal: 'no-such-note' });
  expect(await review(silent, { published: 'bell\u0007' })).toMatchObject({
    refusal: 'bad-file',
    where: 'review.published',
  });
  expect(await review(silent, { published: 'x'.repeat(2001) })).toMatchObject({ where: 'review.published' });
  expect(await server.get(`${path}/comments?statement=none`)).toMatchObject({ refusal: 'no-such-board' });
  expect((await comments()).find((c) => c.tag === silent.tag && c.board === silent.board)?.review).toBeNull();
});

test('F10 custody and child protection: floor of ten, nobody told apart, lead and panel approve', async () => {
  await setUp({ floor: 10, breakdowns: 'hidden', approvals: ['lead', 'panel'] });
  expect(await check()).toMatchObject({ approvals: ['lead', 'panel'], refusals: [] });
  const { consultation } = await server.get<ConsultationPage>(path);
  const labels = consultation.groups.map((g) => g.label);
  const rowsIn = (report: ReportModel): string[] =>
    report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((b) => (b.kind === 'figure' ? b.picture.rows.map((row) => row.label) : [])),
    );
  expect(rowsIn(await model('release')).filter((row) => labels.includes(row))).toEqual([]);
  expect(rowsIn(await model('team'))).toEqual(expect.arrayContaining(labels));

  const confirmed = await allOf();
  expect(await order(confirmed)).toMatchObject({ refusal: 'approval-needed', where: 'approvedBy.lead' });
  expect(await order(confirmed, { lead: 'A lead' })).toMatchObject({ where: 'approvedBy.panel' });
  expect(await server.get(`${path}/releases`)).toEqual([]);
  const by = { lead: 'A lead', panel: 'Four of the panel' };
  const job = await ended(server, await order(confirmed, by));
  const printed = await (await fileOf(server, job, job.files[0]?.name ?? '')).text();
  expect(printed).toContain('Four of the panel');
  const [registered] = await server.get<ReleaseItem[]>(`${path}/releases`);
  expect(registered).toMatchObject({ number: 1, floor: 10, approvedBy: by, parts: [] });
  expect(registered?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('F10 F14 a quote that was taken back since does not go out again with its release unasked', async () => {
  const again = (body: object) =>
    server.send<JobState | Refusal>('POST', `${path}/releases/1/files`, { formats: ['json'], ...body });
  const [quoted] = (await comments()).filter((c) => c.review?.chosen === true);
  if (quoted?.review == null) throw new Error('nothing is quoted');
  expect((await ended(server, await again({}))).state).toBe('done');
  await review(quoted, { ...quoted.review, published: '' });
  expect(await again({})).toMatchObject({
    refusal: 'confirm-first',
    detail: expect.stringContaining('taken back'),
  });
  expect(await again({ confirmed: 'yes' })).toMatchObject({ refusal: 'bad-file', where: 'confirmed' });
  const job = await ended(server, await again({ confirmed: true }));
  const printed = JSON.parse(await (await fileOf(server, job, job.files[0]?.name ?? '')).text());
  expect(quotes(printed as ReportModel)).toEqual([quoted.review.published]);
  // Emptied, it is not in the next one, and its original is not either.
  expect(quotes(await model('release'))).toEqual([]);
  await review(quoted, quoted.review);
});

test('F10 a figure that could be subtracted from an earlier release is refused, with what to choose', async () => {
  const { sessions } = await server.get<ConsultationPage>(path);
  const small = sessions.find((s) => s.attendance.reduce((n, a) => n + a.n, 0) < 10);
  await write(() => ({ sessions: sessions.filter((s) => s !== small).map((s) => s.id) }));
  const { refusals, flags } = await check();
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals[0]?.words).toContain(small?.name);
  expect(refusals[0]?.words).toContain('release 1');
  const by = { lead: 'A lead', panel: 'The panel' };
  expect(
    await order(
      flags.map((f) => f.code),
      by,
    ),
  ).toMatchObject({
    refusal: 'release-refused',
    detail: refusals[0]?.words,
  });
  expect((await server.get<ReleaseItem[]>(`${path}/releases`)).length).toBe(1);
  await write(() => ({ sessions: [] }));
  expect(await check()).toMatchObject({ same: true, number: 1 });
});

test('F10 P5 nothing is reported where no session is finished', async () => {
  const made = await server.send<ConsultationPage>('POST', '/api/consultations', { template: 'in-custody' });
  expect(made.consultation).toMatchObject({ floor: 10, breakdowns: 'hidden', approvals: ['lead', 'panel'] });
  const own = `/api/consultations/${made.consultation.id}`;
  expect(await server.get<ReportPage>(`${own}/report`)).toMatchObject({
    revision: 0,
    sessions: [],
    document: { floor: 10, parts: 'none' },
  });
  for (const route of ['check', 'model', 'files']) {
    const body = {
      check: {},
      model: { audience: 'team' },
      files: { audience: 'release', formats: ['pdf'], confirmed: [], approvedBy: {} },
    }[route];
    expect(await server.send('POST', `${own}/report/${route}`, body)).toMatchObject({
      refusal: 'nothing-sealed',
    });
  }
});

test('F11 the Word file, the PDF and the web page are written by the real thread, and can be cancelled', async () => {
  const formats = ['docx', 'pdf', 'html'];
  const body = { audience: 'team', formats, confirmed: [], approvedBy: {} };
  const stopped = await server.send<JobState>('POST', `${path}/report/files`, body);
  await server.send('DELETE', `/api/jobs/${stopped.id}`);
  const job = await ended(server, await server.send('POST', `${path}/report/files`, body));
  expect(job).toMatchObject({ state: 'done', refusal: null });
  const starts = await Promise.all(
    job.files.map(async ({ name, bytes }) => {
      const answer = await fileOf(server, job, name);
      const file = Buffer.from(await answer.arrayBuffer());
      expect([file.length, answer.headers.get('content-type')]).toEqual([bytes, 'application/octet-stream']);
      return [name.split('.').at(-1), file.subarray(0, 4).toString('latin1')];
    }),
  );
  expect(starts).toEqual([
    ['docx', 'PK\u0003\u0004'],
    ['pdf', '%PDF'],
    ['html', '<!do'],
  ]);
  expect(await ended(server, stopped)).toMatchObject({ state: 'cancelled', files: [] });
}, 120_000);

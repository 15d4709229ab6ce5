/** Who took part, over several releases of one consultation. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck, ReportPage } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import type { Answer } from '../../../core/scale.ts';
import type { Attendance, Channel } from '../../../core/session.ts';
import type { SealedSession } from '../../../server/store/store.ts';
import { archiveOf, consultation, held, laptop } from '../../support/archives.ts';
import { ended } from '../../support/jobs.ts';
import { rendererAs } from '../../support/renderer.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let printed: ReportModel;
/** Stands for the renderers, which have tests of their own. */
const renderer = rendererAs((model, formats, { onFile }) => {
  printed = model;
  for (const format of formats) onFile({ format, bytes: new Uint8Array(1) });
  return { done: Promise.resolve({ kind: 'done' }), cancel: () => undefined };
});

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ renderer });
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const heads = (n: number, group = 'g1'): Attendance => ({ group, gender: 'woman', ageBand: '', n });

/** A session in which these answered one statement, or each of several, by one way. */
function sitting(
  of: Consultation,
  id: string,
  answers: Answer[],
  attendance: Attendance[],
  more: { statements?: string[]; channel?: Channel | 'mixed'; there?: number } = {},
): SealedSession {
  const { statements = ['s1'], channel = 'phone', there = answers.length } = more;
  const one = held(id, answers, { attendance, consultation: of.id });
  return {
    session: one.session,
    boards: statements.flatMap((statement, i) => one.boards.map((b) => ({ ...b, n: i + 1, statement }))),
    eligible: statements.flatMap((statement) => one.eligible.map((e) => ({ ...e, statement, n: there }))),
    responses: statements.flatMap((_, i) =>
      one.responses.map((r) => ({ ...r, board: i + 1, tag: `${r.tag}-${i}`, channel, comment: '' })),
    ),
  };
}
const many = (answer: Answer, n: number): Answer[] => Array.from({ length: n }, () => answer);

async function open(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
  const answer = await server.fetch('/api/archives', {
    method: 'POST',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
    body: bytes,
  });
  expect(await answer.json()).not.toHaveProperty('refusal');
}

/** Brings the sessions to the server, in a consultation of their own. */
async function bring(of: Consultation, ...sessions: SealedSession[]): Promise<void> {
  const store = await laptop(of, ...sessions);
  const bytes = await archiveOf(store, of.id);
  await store.close();
  await open(new Uint8Array(bytes));
}

/** Writes the next release and gives its methods as lines, tables row by row. */
async function release(id: string, change: Partial<ReportDocument> = {}): Promise<string[]> {
  const path = `/api/consultations/${id}/report`;
  const { revision, document } = await server.get<ReportPage>(path);
  await server.send('PUT', path, { revision, document: { ...document, ...change } });
  const { flags, hash, refusals } = await server.send<ReleaseCheck>('POST', `${path}/check`, {});
  expect(refusals).toEqual([]);
  const order = { audience: 'release', formats: ['json'], approvedBy: {}, hash };
  const confirmed = flags.map((f) => f.code);
  const job = await server.send<JobState | Refusal>('POST', `${path}/files`, { ...order, confirmed });
  expect(await ended(server, job)).toMatchObject({ state: 'done', refusal: null });
  return methods();
}

function methods(): string[] {
  const section = printed.sections.find((s) => s.id === 'methods');
  return (section?.blocks ?? []).flatMap((b) => {
    if (b.kind === 'facts') return b.items.map((i) => `${i.name}: ${i.value}`);
    if (b.kind === 'table') return b.rows.map((row) => row.join(' | '));
    return b.kind === 'list' ? b.items : b.kind === 'note' || b.kind === 'paragraph' ? [b.text] : [];
  });
}

test('F10 heads of a session that is held back are not counted, and after a few went they stay as they were', async () => {
  const of = { ...consultation(), id: 'late' };
  const hall = sitting(of, 'hall', [...many(4, 6), ...many(2, 6)], [heads(12)]);
  const wing = sitting(of, 'wing', [1, 1, 5], [heads(3)]);
  await bring(of, hall, wing);
  const first = await release(of.id, { parts: 'none' });
  expect(first).toEqual(expect.arrayContaining(['People who took part: 15', 'Gender | woman | 15']));
  const late = sitting(of, 'late', [1], [heads(1)]);
  await bring(of, hall, wing, late);
  const second = await release(of.id);
  expect(second).toEqual(expect.arrayContaining(['Sessions: 2', 'People who took part: 15']));
  await server.send('DELETE', '/api/sessions/wing');
  const third = await release(of.id);
  expect(third.find((line) => line.startsWith('People who'))).toMatch(
    /^People who took part: 15 \(counted on /u,
  );
  expect(third.join()).not.toMatch(/\b1[2-4]\b people|\| 1[2-4]\b/u);

  // An archive brings what was released to another laptop.
  const archive = await (await server.fetch(`/api/consultations/${of.id}/archive`)).arrayBuffer();
  await server.stop();
  server = await startServer({ renderer });
  await open(archive);
  await bring(of, late);
  expect((await release(of.id)).find((line) => line.startsWith('People who'))).toBe(
    third.find((line) => line.startsWith('People who')),
  );
});

test('F10 beside figures of sessions there are no heads by session, from which who did not answer would follow', async () => {
  const of = { ...consultation(), id: 'parts' };
  const answers = [...many(4, 6), ...many(2, 2)];
  await bring(
    of,
    sitting(of, 'p1', answers, [heads(10)], { there: 10 }),
    sitting(of, 'p2', answers, [heads(11)], { there: 11 }),
  );
  expect(await release(of.id, { parts: 'sessions' })).toContain('Session p1 | 22 November 2026');
  expect(await release(of.id, { parts: 'none' })).toContain('Session p1 | 22 November 2026');
});

test('F10 a way of answering is told where enough people used it, however many statements they answered', async () => {
  const of = { ...consultation(), id: 'ways' };
  const statements = ['s1', 's2'];
  await bring(
    of,
    sitting(of, 'w1', many(4, 9), [heads(9)], { statements }),
    sitting(of, 'w2', many(2, 3), [heads(3)], { statements, channel: 'mixed' }),
  );
  expect(await release(of.id)).toContain('How answers were collected: Own phone');
});

test('F10 with breakdowns hidden no session and no group is named in the methods, notes among them', async () => {
  const of: Consultation = { ...consultation(), id: 'hidden', breakdowns: 'hidden' };
  const h1 = sitting(of, 'h1', many(4, 9), [heads(5), heads(4, 'g2')]);
  await bring(of, h1);
  await release(of.id);
  await bring(of, h1, sitting(of, 'h2', [1, 2], [heads(2)]));
  const lines = (await release(of.id)).join('\n');
  expect(lines).toContain('some sessions are left out until more people have answered');
  expect(lines).not.toMatch(/Session h[12]|Parents|Workers/u);
});

/** Reports after somebody took their answers out: from a session over real sockets to what is printed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommentItem, JobState, ReleaseCheck, ReleaseItem } from '../../../core/api.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { take } from '../../support/archives.ts';
import { holding } from '../../support/bytes.ts';
import { clockAt, type TestClock } from '../../support/clock.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { whileRendering } from '../../support/renderer.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { newFolder, opened } from '../store/made.ts';

const MINE = 'nobody ever rang me back about this';
const LAST = 'they rang me back on the very same day';

const { renderer, next } = whileRendering();

let clock: TestClock;
let server: TestServer;
let path = '';
let codes: string[] = [];
beforeAll(async () => {
  clock = clockAt('2026-11-22');
  server = await startServer({ clock, renderer });
  const { session } = await openSession(server, ['They call me back'], { style: 'walk-around' });
  path = `/api/consultations/${session.consultation}`;
  const people = await Promise.all(Array.from({ length: 14 }, () => joinPhone(server, session.code)));
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  for (const [i, p] of people.entries())
    await p.place(1, 1, 1 + (i % 5), i === 0 ? MINE : i === 13 ? LAST : '');
  for (const p of people) {
    const made = await p.code();
    codes.push('code' in made ? made.code : '');
  }
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  for (const socket of [desk, ...people]) socket.close();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const check = () => server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
/** Writes a release with whatever the check wants to have confirmed. */
async function release(): Promise<ReportModel> {
  const { flags, hash, refusals } = await check();
  expect(refusals).toEqual([]);
  const order = { audience: 'release', formats: ['json'], confirmed: flags.map((f) => f.code), hash };
  return written(await server.send('POST', `${path}/report/files`, { ...order, approvedBy: {} }));
}
async function written(begun: JobState | Refusal): Promise<ReportModel> {
  const job = await ended(server, begun);
  return (await (await fileOf(server, job, job.files[0]?.name ?? '')).json()) as ReportModel;
}
const takeOut = (code = '') => server.send('POST', '/j/takeout', { code, what: 'all' });
/** People in the figure of the statement, as it is printed. */
const printed = (model: ReportModel): number[] => {
  const figure = model.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'figure');
  if (figure === undefined) throw new Error('no figure');
  return [...(figure.picture.rows[0]?.figure.counts ?? [])];
};
const quotes = (model: ReportModel): string[] =>
  model.sections.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'quote' ? [b.text] : [])));
const notes = async (): Promise<string[]> => (await check()).notes.map((n) => n.code);

test('W3 F10 after one person took theirs out the earlier figure is printed again with its date, until as many as the floor have', async () => {
  const all = await server.get<CommentItem[]>(`${path}/comments`);
  const comment = all.find((one) => one.comment === MINE);
  const { session, board, tag } = comment as CommentItem;
  const review = { session, board, tag, chosen: true, checked: true, published: null, replacements: [] };
  await server.send('PUT', `${path}/comments`, { review, was: null });
  const first = await release();
  expect(printed(first)).toEqual([3, 3, 3, 3, 2]);
  expect(quotes(first)).toEqual([MINE]);

  clock.day = '2026-11-24';
  expect(await takeOut(codes[0])).toEqual({ ok: true });
  expect(holding(server.folder, MINE)).toEqual([]);
  expect(await notes()).toContain('reprinted');
  const second = await release();
  // The figure is that of the first release, and says so; the words are not.
  expect(printed(second)).toEqual([3, 3, 3, 3, 2]);
  expect(JSON.stringify(second)).toContain('22 November 2026');
  expect(quotes(second)).toEqual([]);

  for (const code of codes.slice(1, 5)) expect(await takeOut(code)).toEqual({ ok: true });
  expect(await notes()).not.toContain('reprinted');
  expect(printed(await release())).toEqual([2, 2, 2, 2, 1]);
});

test('W3 F14 the register has each release by what was printed, and one written again has no words that were taken out', async () => {
  const list = await server.get<ReleaseItem[]>(`${path}/releases`);
  expect(list.map((r) => r.number)).toEqual([3, 2, 1]);
  const again = { formats: ['json'], confirmed: false };
  const model = await written(await server.send('POST', `${path}/releases/1/files`, again));
  expect(quotes(model)).toEqual(['[Taken out by whoever wrote it]']);
  expect(printed(model)).toEqual([3, 3, 3, 3, 2]);
  // Also after everything was written to an archive and opened elsewhere, its hash is that of what was printed.
  const bytes = await (await server.fetch(`${path}/archive`)).arrayBuffer();
  const store = await opened(newFolder());
  const taken = await take(store, new Uint8Array(bytes));
  const [kept] = await store.releases(taken.consultation);
  expect(kept?.hash).toBe(list.at(-1)?.hash);
  await store.close();
});

test('W3 F16 what somebody takes out by their code while a release is being made is in none of its files and in no register', async () => {
  const [{ session, board, tag }] = (await server.get<CommentItem[]>(`${path}/comments`)) as [CommentItem];
  const review = { session, board, tag, chosen: true, checked: true, published: null, replacements: [] };
  await server.send('PUT', `${path}/comments`, { review, was: null });
  const { flags, hash } = await check();
  const order = { audience: 'release', formats: ['json'], confirmed: flags.map((f) => f.code), hash };
  next(() => takeOut(codes[13]));
  const begun = await server.send<JobState>('POST', `${path}/report/files`, { ...order, approvedBy: {} });
  expect(await ended(server, begun)).toMatchObject({ files: [], refusal: { refusal: 'taken-back' } });
  expect((await server.get<ReleaseItem[]>(`${path}/releases`)).length).toBe(3);
  expect(holding(server.folder, LAST)).toEqual([]);
});

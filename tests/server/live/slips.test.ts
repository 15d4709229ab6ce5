/** Entering paper slips: what counts, what is kept, and what a number leads to. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage, StoredDocument } from '../../../core/api.ts';
import { newId } from '../../../server/random.ts';
import { figureIn } from '../../support/figures.ts';
import { connectConsole, startServer, type TestServer } from '../../support/server.ts';
import { liveFile, paperSession, slip } from '../../support/slips.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const groups = (doc: StoredDocument['consultation']): void => {
  doc.groups = ['a', 'b'].map((id) => ({ id, label: id, roomLabel: '' }));
};

async function results(consultation: string, session: string) {
  await server.send('POST', `/api/sessions/${session}/seal`, {});
  return server.get<AnalysisPage>(`/api/consultations/${consultation}/analysis`);
}

test('SL1 a slip counts as one person on paper, with what was left blank as not answered', async () => {
  const { session, document, desk, slips } = await paperSession(server, ['One', 'Two', 'Three']);
  expect(await slips.enter(7, slip([4, null, 'x']))).toEqual({ ok: true });
  expect(await slips.enter(3, slip([[5, 'they came'], 2, 'n']))).toEqual({ ok: true });
  const view = await desk.until((v) => v.slips.entered.length === 2);
  expect(view).toMatchObject({ joined: 2, slips: { entered: [3, 7], known: [3, 7], checked: [] } });
  expect(view.boards.map((b) => b.placed)).toEqual([2, 1, 2]);
  expect(liveFile(server, session.id).rows.every((r) => r['channel'] === 'paper')).toBe(true);
  await desk.do({ do: 'end' });
  const page = await results(document.consultation.id, session.id);
  const figures = page.statements.map((_, i) => figureIn(page, i, 1));
  expect(figures.map((f) => f.counts)).toEqual([
    [0, 0, 0, 1, 1],
    [0, 1, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
  expect(figures.map((f) => [f.declined, f.notAnswered])).toEqual([
    [{ n: 0, x: 0 }, 0],
    [{ n: 0, x: 0 }, 1],
    [{ n: 1, x: 1 }, 0],
  ]);
  desk.close();
});

test('SL1 a slip that cannot be entered whole is not entered at all, and it is told what is wrong', async () => {
  const { desk, slips } = await paperSession(server, ['One', 'Two'], { groups: ['a', 'b'] }, groups);
  const at = { groups: ['a'] };
  const wrong = async (...args: Parameters<typeof slip>) => slips.enter(1, slip(...args));
  expect(await wrong([1, 2])).toEqual({ refusal: 'group-needed', where: 'groups' });
  expect(await wrong([1, 2], { groups: ['c'] })).toEqual({ refusal: 'group-unknown', where: 'groups' });
  expect(await wrong([1, 7], at)).toMatchObject({ refusal: 'no-such-answer', where: 'answers.1.answer' });
  expect(await wrong([1, 2, 3], at)).toMatchObject({ refusal: 'not-open', where: 'answers.2.board' });
  expect(await wrong([1, [2, 'a\u0000']], at)).toMatchObject({
    refusal: 'bad-characters',
    where: 'answers.1.comment',
  });
  expect(await wrong([1, [2, 'a'.repeat(501)]], at)).toMatchObject({ refusal: 'too-long' });
  expect(await slips.enter(1001, slip([1], at))).toMatchObject({ refusal: 'bad-message', where: 'number' });
  expect(await slips.enter(1, slip([1], at), 'short')).toMatchObject({ refusal: 'bad-message', where: 'id' });
  const twice = slip([1, 2], at);
  twice.answers[1] = { board: 1, answer: 2, comment: '' };
  expect(await slips.enter(1, twice)).toMatchObject({ refusal: 'bad-message', where: 'slip.answers' });
  const more = { do: 'enter', number: 1, id: newId(), slip: { ...slip([1], at), name: 'x' } };
  expect(await slips.ask(more as never)).toMatchObject({ refusal: 'bad-message', where: 'slip.name' });
  expect(await slips.enter(1, slip([1], at), newId(), 'BCDF2345GHJK')).toMatchObject({
    refusal: 'card-taken',
  });
  const view = await desk.socket.emitWithAck('hello');
  expect(view).toMatchObject({ joined: 0, slips: { entered: [] }, boards: [{ placed: 0 }, { placed: 0 }] });
  desk.close();
});

test('SL2 sent again with the same id a slip changes nothing; with another id its number is taken', async () => {
  const { desk, slips } = await paperSession(server);
  const id = newId();
  const sent = Array.from({ length: 5 }, () => slips.enter(12, slip([4, 5]), id));
  expect(await Promise.all(sent)).toEqual(sent.map(() => ({ ok: true })));
  expect(await slips.enter(12, slip([1, 1]))).toEqual({ refusal: 'slip-entered', where: 'number' });
  // It was changed meanwhile: a late repetition of the first does not bring that back.
  expect(await slips.change(12, slip([3, 5]))).toEqual({ ok: true });
  expect(await slips.enter(12, slip([4, 5]), id)).toEqual({ ok: true });
  expect(await slips.read(12)).toEqual({ slip: slip([3, 5]) });
  const view = await desk.socket.emitWithAck('hello');
  expect(view).toMatchObject({ joined: 1, boards: [{ placed: 1 }, { placed: 1 }] });
  desk.close();
});

test('SL3 a number stands beside no answer in any row, and after a restart leads nowhere', async () => {
  const { session, desk, slips } = await paperSession(server);
  const numbers = [813, 419, 902, 605, 188];
  for (const [i, n] of numbers.entries()) await slips.enter(n, slip([[(i % 5) + 1, `words ${i}`], 3]));
  const live = liveFile(server, session.id);
  expect(live.rows.length).toBe(10);
  const said = live.rows
    .map(({ tag: _tag, note: _note, sum: _sum, ...row }) => JSON.stringify(row))
    .join('\n');
  expect(said).toContain('words 4');
  expect(numbers.filter((n) => said.includes(`${n}`))).toEqual([]);
  const { slips: kept, ...room } = JSON.parse(live.room);
  expect(kept.entered).toEqual(numbers.toSorted((a, b) => a - b));
  expect(numbers.filter((n) => JSON.stringify(room).includes(`${n}`))).toEqual([]);
  const keys = new Database(join(server.folder, 'keys', `${session.id}.db`), { readonly: true });
  expect(keys.prepare('SELECT count(*) FROM participant WHERE slot IS NULL').pluck().get()).toBe(5);
  keys.close();
  desk.close();
  await server.restart();
  const again = await connectConsole(server, session.id);
  expect(again.last()).toMatchObject({ joined: 5, slips: { entered: kept.entered, known: [] } });
  const forgotten = { refusal: 'slip-forgotten', where: 'number' };
  const same = slip([1, 1]);
  expect(await slips.read(419)).toEqual(forgotten);
  expect(await slips.enter(419, same)).toEqual(forgotten);
  expect(await slips.change(419, same)).toEqual(forgotten);
  expect(await slips.check(419, same)).toEqual(forgotten);
  expect(await slips.takeOut(419)).toEqual(forgotten);
  expect(await slips.enter(420, same)).toEqual({ ok: true });
  const view = await again.until((v) => v.slips.entered.length === 6);
  expect(view).toMatchObject({ joined: 6, slips: { known: [420] }, boards: [{ placed: 6 }, { placed: 6 }] });
  again.close();
});

test('SL4 a slip is called up and changed by its number, groups and all, and what was checked is so no longer', async () => {
  const { session, document, desk, slips } = await paperSession(
    server,
    ['One', 'Two'],
    { groups: ['a', 'b'] },
    groups,
  );
  const first = slip([4, [2, 'too late']], { groups: ['a'], quote: true, audience: 'room' });
  await slips.enter(5, first);
  expect(await slips.read(5)).toEqual({ slip: first });
  expect(await slips.check(5, first)).toEqual({ ok: true });
  const second = slip([null, [3, 'too early']], { groups: ['b'], audience: 'room' });
  expect(await slips.change(5, second)).toEqual({ ok: true });
  expect(await slips.read(5)).toEqual({ slip: second });
  const view = await desk.until((v) => v.slips.same === 1 && v.slips.checked.length === 0 && v.joined === 1);
  expect(view).toMatchObject({ slips: { entered: [5], same: 1 } });
  expect(await slips.read(6)).toEqual({ refusal: 'slip-unknown', where: 'number' });
  await desk.do({ do: 'end' });
  const page = await results(document.consultation.id, session.id);
  const [one, two] = page.statements;
  expect(one?.eligible).toEqual(two?.eligible);
  expect(figureIn(page, 1, 1).counts).toEqual([0, 0, 1, 0, 0]);
  expect(figureIn(page, 0, 1)).toMatchObject({ n: 0, notAnswered: 1 });
  desk.close();
});

test('SL4 a slip that is taken out is in no count, and its number is free again', async () => {
  const { session, document, desk, slips } = await paperSession(server);
  await slips.enter(1, slip([4, null]));
  await slips.enter(2, slip([5, 5]));
  expect(await slips.takeOut(1)).toEqual({ ok: true });
  expect(await slips.takeOut(1)).toEqual({ refusal: 'slip-unknown', where: 'number' });
  await desk.until((v) => v.joined === 1 && v.slips.entered.length === 1);
  expect(await slips.enter(1, slip([1, 1]))).toEqual({ ok: true });
  await slips.takeOut(2);
  await desk.do({ do: 'end' });
  const page = await results(document.consultation.id, session.id);
  const figures = page.statements.map((_, i) => figureIn(page, i, 1));
  expect(figures.map((f) => [f.counts, f.notAnswered])).toEqual([
    [[1, 0, 0, 0, 0], 0],
    [[1, 0, 0, 0, 0], 0],
  ]);
  desk.close();
});

test('SL4 taken out by two desks at once, a slip is counted out once', async () => {
  const { session, document, desk, slips } = await paperSession(server);
  for (const [i, answers] of [[4, null] as const, [5, null] as const, [5, 5] as const].entries())
    await slips.enter(i + 1, slip(answers));
  const both = await Promise.all([slips.takeOut(1), slips.takeOut(1)]);
  expect(both).toContainEqual({ ok: true });
  expect(both).toContainEqual({ refusal: 'slip-unknown', where: 'number' });
  await desk.do({ do: 'end' });
  const page = await results(document.consultation.id, session.id);
  const figures = page.statements.map((_, i) => figureIn(page, i, 1));
  expect(figures.map((f) => [f.counts, f.notAnswered])).toEqual([
    [[0, 0, 0, 0, 2], 0],
    [[0, 0, 0, 0, 1], 1],
  ]);
  desk.close();
});

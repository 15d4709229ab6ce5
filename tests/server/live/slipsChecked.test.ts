/** Second entries of paper slips, opening for paper, and what slips share with everybody’s answers. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ConsultationPage } from '../../../core/api.ts';
import type { Holds } from '../../../core/slips.ts';
import { newId } from '../../../server/random.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { liveFile, paperSession, slip, slipsOf } from '../../support/slips.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('SL5 a second entry is compared at once: the same is counted, differences are decided one by one', async () => {
  const { desk, slips } = await paperSession(server, ['One', 'Two', 'Three']);
  const first = slip([4, [2, 'they  never came '], 5], { audience: 'room' });
  await slips.enter(1, first);
  await slips.enter(2, slip([1, 1, 1]));
  const id = newId();
  const spaced = slip([4, [2, ' they never came'], 5], { audience: 'room' });
  expect(await slips.check(1, spaced, id)).toEqual({ ok: true });
  expect(await slips.check(1, spaced, id)).toEqual({ ok: true });
  await desk.until((v) => v.slips.same === 1);
  const second = slip([2, [1, 'now'], 1], { quote: true });
  expect(await slips.check(2, second)).toEqual({ first: slip([1, 1, 1]) });
  const choices: Holds[] = ['second', 'second', 'first'];
  const decide = { do: 'decide' as const, number: 2, id: newId(), slip: second, choices };
  expect(await slips.ask({ ...decide, id: newId(), choices: ['first'] })).toEqual({
    refusal: 'changed-elsewhere',
    where: 'choices',
  });
  expect(await slips.ask(decide)).toEqual({ ok: true });
  expect(await slips.ask(decide)).toEqual({ ok: true });
  expect(await slips.read(2)).toEqual({ slip: slip([2, [1, 'now'], 1]) });
  const view = await desk.until((v) => v.slips.differed === 1);
  expect(view.slips).toMatchObject({ checked: [1, 2], same: 1, differences: 3, second: 2 });
  desk.close();
});

test('SL5 where there is one group, whether an entry says so is no difference', async () => {
  const { desk, slips } = await paperSession(server, ['One'], { groups: ['a'] }, (c) => {
    c.groups = ['a', 'b'].map((id) => ({ id, label: id, roomLabel: '' }));
  });
  await slips.enter(1, slip([4]));
  expect(await slips.read(1)).toEqual({ slip: slip([4], { groups: ['a'] }) });
  expect(await slips.check(1, slip([4]))).toEqual({ ok: true });
  expect(await slips.change(1, slip([4], { groups: ['a'] }))).toEqual({ ok: true });
  await desk.until((v) => v.slips.same === 1 && v.slips.checked.length === 1);
  desk.close();
});

test('SL5 which slips were checked is kept over a restart, without their answers', async () => {
  const { session, desk, slips } = await paperSession(server);
  await slips.ask({ do: 'pile', slips: 60 });
  for (const n of [3, 1, 2]) await slips.enter(n, slip([n, n]));
  for (const n of [3, 1]) await slips.check(n, slip([n, n]));
  desk.close();
  await server.restart();
  const again = await connectConsole(server, session.id);
  expect(again.last()?.slips).toMatchObject({ pile: 60, entered: [1, 2, 3], checked: [1, 3], same: 2 });
  again.close();
});

test('SL6 paper opens what was never opened, from the lobby, under way and after the end', async () => {
  const { session } = await openSession(server, ['One', 'Two']);
  const desk = await connectConsole(server, session.id);
  const slips = slipsOf(server, session.id);
  const phone = await joinPhone(server, session.code);
  expect(await slips.enter(1, slip([4]))).toEqual({ refusal: 'wrong-state' });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  expect(await slips.enter(1, slip([4]))).toEqual({ ok: true });
  expect(await slips.enter(2, slip([4, 4]))).toMatchObject({ refusal: 'not-open' });
  await desk.do({ do: 'end' });
  expect(await desk.do({ do: 'openForPaper' })).toEqual({ ok: true });
  expect(await desk.do({ do: 'openForPaper' })).toEqual({ refusal: 'wrong-state' });
  expect(await slips.enter(2, slip([4, 4]))).toEqual({ ok: true });
  const view = await desk.until((v) => v.slips.entered.length === 2);
  expect(view.room.state).toBe('ended');
  expect(view.boards.map((b) => [b.state, b.opened, b.placed])).toEqual([
    ['closed', true, 2],
    ['closed', true, 1],
  ]);
  phone.close();
  desk.close();
});

test('SL6 started for paper, a session can be undone, and wordings are frozen by what was entered', async () => {
  const { document, desk, slips } = await paperSession(server);
  await desk.until((v) => v.room.state === 'live' && v.boards.every((b) => b.state === 'closed'));
  await slips.enter(1, slip([4, 4]));
  const path = `/api/consultations/${document.consultation.id}`;
  expect(await server.get<ConsultationPage>(path)).toMatchObject({
    consultation: { statements: [{}, {}] },
  });
  const edited = structuredClone(document);
  const [wording] = edited.consultation.statements[0]?.wordings ?? [];
  if (wording !== undefined) wording.text = 'Another';
  expect(await server.send('PUT', path, edited)).toMatchObject({ refusal: 'wording-frozen' });
  await desk.do({ do: 'undo' });
  const view = await desk.until((v) => v.room.state === 'lobby');
  expect(view.slips.entered).toEqual([1]);
  expect(view.boards.map((b) => b.opened)).toEqual([true, true]);
  desk.close();
});

test('SL7 a pause holds no slip, its comments wait to be let through, and the room sees late ones at the next reveal', async () => {
  const { session, desk, slips } = await paperSession(server, ['One']);
  await desk.do({ do: 'pause', on: true });
  for (let n = 1; n <= 5; n += 1) await slips.enter(n, slip([[4, `words ${n}`]], { audience: 'room' }));
  await desk.do({ do: 'pause', on: false });
  const listed = await desk.until((v) => v.notes.length === 5);
  expect(listed.notes.every((n) => n.choice === 'waiting' && n.answer === null)).toBe(true);
  await desk.do({ do: 'reveal', board: 1 });
  const shown = await desk.until((v) => v.boards[0]?.result != null);
  expect(shown.boards[0]?.result?.whole.counts).toEqual([0, 0, 0, 5, 0]);
  expect(await slips.enter(6, slip([1]))).toEqual({ ok: true });
  const late = await desk.until((v) => v.slips.entered.length === 6);
  expect(late.boards[0]?.result?.whole.n).toBe(5);
  await desk.do({ do: 'reveal', board: 1, again: 'new' });
  const anew = await desk.until((v) => v.boards[0]?.result?.whole.n === 6);
  expect(anew.boards[0]?.result?.whole.notAnswered).toBe(0);
  expect(liveFile(server, session.id).rows.length).toBe(6);
  desk.close();
});

test('SL8 the code on a slip’s card brings its person back, and takes the answers out by itself', async () => {
  const { session, desk, slips } = await paperSession(server);
  const made = await server.send<{ codes: string[] }>('POST', `/api/sessions/${session.id}/cards`, {
    cards: 2,
  });
  const [card = '', other = ''] = made.codes;
  expect(await slips.enter(1, slip([4, 5]), newId(), card)).toEqual({ ok: true });
  expect(await slips.enter(2, slip([4, 5]), newId(), card)).toMatchObject({ refusal: 'card-taken' });
  expect(await slips.enter(2, slip([1, 2]), newId(), ` ${other.toLowerCase()} `)).toEqual({ ok: true });
  const back = await server.send<{ token: string }>('POST', '/j/code', { code: card });
  expect(back).toMatchObject({ is: 'person', join: session.code });
  const phone = await connectPhone(server, session.code, back.token);
  expect((await phone.hello()).me).toMatchObject({ joined: true, card: true });
  phone.close();
  expect(await server.send('POST', '/j/takeout', { code: card, what: 'all' })).toEqual({ ok: true });
  expect(await slips.read(1)).toEqual({ refusal: 'left', where: 'number' });
  expect(await desk.socket.emitWithAck('hello')).toMatchObject({ joined: 1, slips: { entered: [1, 2] } });
  // The paper may go from the count of slips as well.
  expect(await slips.takeOut(1)).toEqual({ ok: true });
  await desk.until((v) => v.slips.entered.join() === '2');
  desk.close();
});

test('SL8 in a linked session the answers on a slip stay together under one random number, also when changed', async () => {
  const { session, desk, slips } = await paperSession(server, ['One', 'Two'], { mode: 'linked' });
  await slips.enter(1, slip([4, 5]));
  await slips.enter(2, slip([4, null]));
  await slips.change(2, slip([4, 1]));
  const people = liveFile(server, session.id).rows.map((r) => r['person']);
  expect(new Set(people).size).toBe(2);
  expect(people.every((p) => typeof p === 'string' && /^[a-z2-7]{26}$/.test(p))).toBe(true);
  desk.close();
});

/** Entering paper slips: what counts, what is kept, and what a number leads to. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage, ConsultationPage, StoredDocument } from '../../../core/api.ts';
import type { Holds } from '../../../core/slips.ts';
import { newId } from '../../../server/random.ts';
import type { Store } from '../../../server/store/store.ts';
import { figureIn } from '../../support/figures.ts';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { slip, slipsOf } from '../../support/slips.ts';

let server: TestServer;
/** How many commits of a slip still fail, and how many of its person. */
const broken = { slips: 0, people: 0 };
beforeEach(async () => {
  server = await startServer({ wrap: breaking });
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** A store in which writing a slip, or its person, fails as often as was asked for. */
function breaking(store: Store): Store {
  return new Proxy(store, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key !== 'beginLive') return value.bind(target);
      return async (...args: Parameters<Store['beginLive']>) => {
        const live = await target.beginLive(...args);
        const { placeSlip, saveParticipant } = live;
        live.placeSlip = async (...sent) => {
          if (broken.slips === 0) return placeSlip.apply(live, sent);
          broken.slips -= 1;
          throw new Error('a full disk');
        };
        live.saveParticipant = async (person) => {
          if (broken.people === 0) return saveParticipant.call(live, person);
          broken.people -= 1;
          throw new Error('a full disk');
        };
        return live;
      };
    },
  });
}

const groups = (doc: StoredDocument['consultation']): void => {
  doc.groups = ['a', 'b'].map((id) => ({ id, label: id, roomLabel: '' }));
};

/** A session whose statements were opened for paper, and its console. */
async function paperSession(...given: Parameters<typeof openSession> extends [unknown, ...infer R] ? R : []) {
  const { session, document } = await openSession(server, ...given);
  const desk = await connectConsole(server, session.id);
  expect(await desk.do({ do: 'openForPaper' })).toEqual({ ok: true });
  return { session, document, desk, slips: slipsOf(server, session.id) };
}

/** What the live file of a session holds. */
function stored(session: string): { room: string; rows: Record<string, unknown>[] } {
  const db = new Database(join(server.folder, 'live', `${session}.db`), { readonly: true });
  const room = String(db.prepare('SELECT document FROM room').pluck().get());
  const rows = db.prepare('SELECT * FROM response').all() as Record<string, unknown>[];
  db.close();
  return { room, rows };
}

async function results(consultation: string, session: string) {
  await server.send('POST', `/api/sessions/${session}/seal`, {});
  return server.get<AnalysisPage>(`/api/consultations/${consultation}/analysis`);
}

test('SL1 a slip counts as one person on paper, with what was left blank as not answered', async () => {
  const { session, document, desk, slips } = await paperSession(['One', 'Two', 'Three']);
  expect(await slips.enter(7, slip([4, null, 'x']))).toEqual({ ok: true });
  expect(await slips.enter(3, slip([[5, 'they came'], 2, 'n']))).toEqual({ ok: true });
  const view = await desk.until((v) => v.slips.entered.length === 2);
  expect(view).toMatchObject({ joined: 2, slips: { entered: [3, 7], known: [3, 7], checked: [] } });
  expect(view.boards.map((b) => b.placed)).toEqual([2, 1, 2]);
  expect(stored(session.id).rows.every((r) => r['channel'] === 'paper')).toBe(true);
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
  const { desk, slips } = await paperSession(['One', 'Two'], { groups: ['a', 'b'] }, groups);
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
  const { desk, slips } = await paperSession();
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

test('SL2 what a full disk refused is in no part there, and goes on where it stopped', async () => {
  const { session, desk, slips } = await paperSession();
  const id = newId();
  broken.slips = 1;
  expect(await slips.enter(1, slip([4, 5]), id)).toEqual({ refusal: 'not-saved' });
  expect(stored(session.id).rows).toEqual([]);
  expect(JSON.parse(stored(session.id).room).slips.entered).toEqual([]);
  broken.people = 1;
  expect(await slips.enter(1, slip([4, 5]), id)).toEqual({ refusal: 'not-saved' });
  expect(await slips.enter(1, slip([4, 5]), id)).toEqual({ ok: true });
  expect(stored(session.id).rows.length).toBe(2);
  expect(await desk.socket.emitWithAck('hello')).toMatchObject({ joined: 1, slips: { entered: [1] } });
  desk.close();
});

test('SL3 a number stands beside no answer in any row, and after a restart leads nowhere', async () => {
  const { session, desk, slips } = await paperSession();
  const numbers = [813, 419, 902, 605, 188];
  for (const [i, n] of numbers.entries()) await slips.enter(n, slip([[(i % 5) + 1, `words ${i}`], 3]));
  const live = stored(session.id);
  expect(live.rows.length).toBe(10);
  const said = live.rows.map(({ tag: _tag, note: _note, ...row }) => JSON.stringify(row)).join('\n');
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
  const view = await desk.until((v) => v.slips.same === 1 && v.slips.checked.length === 0);
  expect(view).toMatchObject({ joined: 1, slips: { entered: [5], same: 1 } });
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
  const { session, document, desk, slips } = await paperSession();
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

test('SL5 a second entry is compared at once: the same is counted, differences are decided one by one', async () => {
  const { desk, slips } = await paperSession(['One', 'Two', 'Three']);
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

test('SL5 which slips were checked is kept over a restart, without their answers', async () => {
  const { session, desk, slips } = await paperSession();
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
  const { document, desk, slips } = await paperSession();
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
  const { session, desk, slips } = await paperSession(['One']);
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
  expect(stored(session.id).rows.length).toBe(6);
  desk.close();
});

test('SL8 the code on a slip’s card brings its person back, and takes the answers out by itself', async () => {
  const { session, desk, slips } = await paperSession();
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
  const { session, desk, slips } = await paperSession(['One', 'Two'], { mode: 'linked' });
  await slips.enter(1, slip([4, 5]));
  await slips.enter(2, slip([4, null]));
  await slips.change(2, slip([4, 1]));
  const people = stored(session.id).rows.map((r) => r['person']);
  expect(new Set(people).size).toBe(2);
  expect(people.every((p) => typeof p === 'string' && /^[a-z2-7]{26}$/.test(p))).toBe(true);
  desk.close();
});

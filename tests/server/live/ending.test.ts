import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  connectConsole,
  connectPhone,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { figureIn } from '../../support/figures.ts';
import type { AnalysisPage } from '../../../core/api.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

describe('from the end to the figures', () => {
  test('F1 F3 the console’s results after sealing are what the room was shown, and none before', async () => {
    const { session, document } = await openSession(server, ['One'], { mode: 'linked' });
    const desk = await connectConsole(server, session.id);
    const people = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, session.code)));
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await Promise.all(people.map((p, i) => p.place(1, 1, i === 0 ? 'n' : 5)));
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    const shown = (await desk.until((v) => v.boards[0]?.result != null)).boards[0]?.result?.whole;
    const path = `/api/consultations/${document.consultation.id}/analysis`;
    const whole = async () => figureIn(await server.get<AnalysisPage>(path), 0);
    expect(await whole()).toMatchObject({ n: 0 });
    expect(await desk.do({ do: 'end' })).toEqual({ ok: true });
    // While one can go back, the totals would show what one more person answers.
    expect(await whole()).toMatchObject({ n: 0 });
    expect(await server.get<{ unfinished: unknown[] }>(path)).toMatchObject({
      unfinished: [{ id: session.id }],
    });
    expect(await desk.do({ do: 'resume' })).toEqual({ ok: true });
    expect(await desk.do({ do: 'end' })).toEqual({ ok: true });
    const gone = new Promise((done) => people[0]?.socket.once('gone', () => done(true)));
    expect(await server.send('POST', `/api/sessions/${session.id}/seal`, {})).toMatchObject({
      state: 'sealed',
      code: '',
    });
    expect(await gone).toBe(true);
    expect(await whole()).toEqual(shown);
    await expect(connectPhone(server, session.code)).rejects.toMatchObject({ refusal: 'no-such-code' });
    for (const p of people) p.close();
    desk.close();
  });

  test('S1 a session that is edited while it is sealed or removed is sealed or gone, and keeps its answers', async () => {
    const { session, document } = await openSession(server, ['One']);
    const desk = await connectConsole(server, session.id);
    const people = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, session.code)));
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await Promise.all(people.map((p) => p.place(1, 1, 5)));
    await desk.do({ do: 'end' });
    const path = `/api/sessions/${session.id}`;
    /** Edits it without a pause while something else is done; gives the last edit's answer. */
    const editing = async (meanwhile: Promise<unknown>): Promise<object> => {
      const state = { over: false };
      const ended = meanwhile.then(() => (state.over = true));
      const edits: Promise<object>[] = [];
      while (!state.over) {
        edits.push(server.send<object>('PUT', path, { place: `Hall ${edits.length}` }));
        await new Promise(setImmediate);
      }
      await ended;
      return (await Promise.all(edits)).at(-1) ?? {};
    };
    const last = await editing(server.send('POST', `${path}/seal`, {}));
    expect(last).toMatchObject({ state: 'sealed' });
    const files = async (): Promise<string[]> =>
      (await readdir(server.folder, { recursive: true })).filter((name) => name.includes(session.id));
    expect(await files()).toEqual([]);
    await server.restart();
    expect(server.app.notTakenUp).toEqual([]);
    const page = `/api/consultations/${document.consultation.id}`;
    expect(await server.get(page)).toMatchObject({ sessions: [last] });
    expect(figureIn(await server.get<AnalysisPage>(`${page}/analysis`), 0)).toMatchObject({ n: 6 });
    await editing(server.send('DELETE', path));
    expect(await server.get(page)).toMatchObject({ sessions: [] });
    for (const p of people) p.close();
    desk.close();
  });

  test('L6 L4 what people were told stays: mode and groups of an open session, wording and scale of an answered statement', async () => {
    const { session, document } = await openSession(server, ['One', 'Two']);
    const path = `/api/consultations/${document.consultation.id}`;
    expect(await server.send('PUT', `/api/sessions/${session.id}`, { mode: 'linked' })).toMatchObject({
      refusal: 'wrong-state',
      where: 'mode',
    });
    expect(await server.send('PUT', `/api/sessions/${session.id}`, { place: 'Hall' })).toMatchObject({
      place: 'Hall',
    });
    const desk = await connectConsole(server, session.id);
    const phone = await joinPhone(server, session.code);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await phone.place(1, 1, 3);
    const reworded = structuredClone(document);
    const first = reworded.consultation.statements[0];
    if (first?.wordings[0]) first.wordings[0].text = 'Something else';
    expect(await server.send('PUT', path, reworded)).toMatchObject({
      refusal: 'wording-frozen',
      where: 'statements.0.wordings',
    });
    // A way to decline that is taken off would hide those who chose it.
    const shorter = structuredClone(document);
    shorter.consultation.scale.declines = ['n'];
    expect(await server.send('PUT', path, shorter)).toMatchObject({
      refusal: 'answered-already',
      where: 'scale',
    });
    const second = structuredClone(document);
    const other = second.consultation.statements[1];
    if (other?.wordings[0]) other.wordings[0].text = 'Two, better said';
    const saved = await server.send<typeof document>('PUT', path, second);
    expect(isRefusal(saved)).toBe(false);
    const corrected = await server.send<typeof document>('POST', `${path}/correct`, {
      revision: saved.revision,
      statement: first?.id,
    });
    expect(corrected.consultation.statements[0]).toMatchObject({ version: 2, earlier: [{ version: 1 }] });
    await desk.do({ do: 'show', board: 2 });
    const view = await phone.until((v) => v.boards.some((b) => b.n === 2));
    expect(view.boards.find((b) => b.n === 2)?.wordings[0]?.text).toBe('Two, better said');
    phone.close();
    desk.close();
  });
});

test('F4 the analysis page puts any groups and any sessions together, each person once', async () => {
  const groups = ['a', 'b', 'c'];
  const { session, document } = await openSession(server, ['One'], { groups, twoGroups: true }, (doc) => {
    doc.groups = groups.map((id) => ({ id, label: id.toUpperCase(), roomLabel: '' }));
  });
  const path = `/api/consultations/${document.consultation.id}`;
  const hold = async (id: string, code: string, people: [string[], number][]): Promise<void> => {
    const desk = await connectConsole(server, id);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    for (const [own, answer] of people) {
      const phone = await joinPhone(server, code, own);
      expect(await phone.place(1, 1, answer)).toBe(1);
      phone.close();
    }
    await desk.do({ do: 'end' });
    await server.send('POST', `/api/sessions/${id}/seal`, {});
    desk.close();
  };
  await hold(session.id, session.code, [
    [['a'], 1],
    [['a', 'b'], 2],
    [['c'], 5],
  ]);
  const draft = await server.send<Session>('POST', `${path}/sessions`, { groups, twoGroups: true });
  const second = await server.send<Session>('POST', `/api/sessions/${draft.id}/lobby`, {});
  await hold(second.id, second.code, [
    [['b'], 4],
    [['c'], 5],
  ]);

  const page = await server.get<AnalysisPage>(`${path}/analysis`);
  expect(figureIn(page, 0).counts).toEqual([1, 1, 0, 1, 2]);
  expect(groups.map((g) => figureIn(page, 0, 1, { groups: [g] }).n)).toEqual([2, 2, 2]);
  expect([session, second].map(({ id }) => figureIn(page, 0, 1, { sessions: [id] }).n)).toEqual([3, 2]);
  expect(figureIn(page, 0, 1, { groups: ['a', 'b'] }).counts).toEqual([1, 1, 0, 1, 0]);
  const first = await server.get<AnalysisPage>(`${path}/analysis?sessions=${session.id}`);
  expect(first.sessions.length).toBe(2);
  expect(figureIn(first, 0).n).toBe(3);
  expect(figureIn(first, 0, 1, { groups: ['b', 'c'] }).counts).toEqual([0, 1, 0, 0, 1]);
  expect(await server.get(`${path}/analysis?sessions=none`)).toMatchObject({ refusal: 'no-such-session' });
});

test('N2 a connection over which nothing was ever asked does not keep the program from ending', async () => {
  const silent = connect(server.app.port, '127.0.0.1');
  const closed = new Promise((done) => silent.once('close', done));
  await new Promise((done) => silent.once('connect', done));
  await server.restart();
  await closed;
}, 20_000);

/** The real wall, counted: over the routes of a real server, down to its files. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { Wall, WallColumn } from '../../../core/wall.ts';
import { figureIn } from '../../support/figures.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** The same words have the same id, as where they are sent again. */
const idOf = (text: string): string => text.slice(0, 40).replace(/[^a-z0-9-]/g, '-');

const column = (
  answer: WallColumn['answer'],
  n: number,
  texts: string[] = [],
  groups: string[] = [],
): WallColumn => ({
  groups,
  answer,
  n,
  comments: texts.map((text) => ({ id: idOf(text), text, audience: 'room', quote: true })),
});

const TEXTS = ['and again', 'every week', 'no', 'they came', 'yes'];

function wallOf({ id }: Session) {
  const path = `/api/sessions/${id}/wall`;
  const read = () => server.get<Wall>(path);
  const put = (board: number | string, body: unknown) =>
    server.send<Wall | Refusal>('PUT', `${path}/${board}`, body);
  return {
    read,
    put,
    /** Saves a board as somebody does who has just read the wall. */
    save: async (board: number, columns: WallColumn[], heads: Wall['heads'] = []) =>
      put(board, { version: (await read()).version, heads, columns }),
  };
}

describe('V1 counting', () => {
  test('V1 V2 V3 what was counted is on every screen and in the figures, beside whoever has a phone', async () => {
    const { session, document } = await openSession(server, ['One'], {});
    const wall = wallOf(session);
    const desk = await connectConsole(server, session.id);
    const screen = await connectProjector(server, session.id);
    const phones = await Promise.all([1, 2, 3].map(() => joinPhone(server, session.code)));
    expect(await wall.save(1, [column(5, 1)])).toMatchObject({ refusal: 'not-open' });
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await phones[0]?.place(1, 1, 1);
    await desk.do({ do: 'next' });
    const columns = [column(5, 6, TEXTS), column(2, 2), column('n', 1)];
    const saved = await wall.save(1, columns, [{ groups: [], n: 10 }]);
    if (isRefusal(saved)) throw new Error(saved.refusal);
    expect(saved.heads).toEqual([{ groups: [], n: 10 }]);
    expect(saved.boards[0]?.columns).toHaveLength(3);
    const view = await desk.until((v) => v.boards[0]?.placed === 10 && v.notes.length === 5);
    expect(view.joined).toBe(13);
    // As others do, these reach the console without their answer.
    expect(view.notes.map((n) => n.text).toSorted()).toEqual(TEXTS);
    expect(view.notes.every((n) => n.answer === null)).toBe(true);
    await desk.do({ do: 'notes', board: 1, to: 'show' });
    expect(await desk.do({ do: 'next' })).toEqual({ ok: true });
    const shown = await screen.until((v) => v.board?.result != null);
    expect(shown.board?.result?.whole).toMatchObject({
      counts: [1, 2, 0, 0, 6],
      n: 9,
      declined: { n: 1, x: 0 },
      notAnswered: 3,
    });
    expect(shown.board?.notes?.map((n) => n.text).toSorted()).toEqual(TEXTS);
    await desk.do({ do: 'end' });
    expect(await server.send('POST', `/api/sessions/${session.id}/seal`, {})).toMatchObject({
      state: 'sealed',
    });
    const path = `/api/consultations/${document.consultation.id}/analysis`;
    expect(figureIn(await server.get<AnalysisPage>(path), 0)).toEqual(shown.board?.result?.whole);
    for (const p of phones) p.close();
  });

  test('V1 it is a set: saved twice it is there once, one less takes one down, and of two devices one is told', async () => {
    const { session } = await openSession(server, ['One']);
    const wall = wallOf(session);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    const { version } = await wall.read();
    await wall.save(1, [column(4, 3, ['a', 'b'])]);
    expect(await wall.put(1, { version, heads: [], columns: [] })).toMatchObject({
      refusal: 'changed-elsewhere',
    });
    const again = await wall.save(1, [column(4, 3, ['b', 'a'])]);
    expect(again).toEqual(await wall.read());
    await desk.until((v) => v.boards[0]?.placed === 3);
    await wall.save(1, [column(4, 2, ['a']), column(1, 1)]);
    expect((await wall.read()).boards[0]?.columns).toEqual([column(4, 2, ['a']), column(1, 1)]);
    await wall.save(1, []);
    await desk.until((v) => v.boards[0]?.placed === 0);
    await server.restart();
    expect((await wall.read()).boards).toEqual([{ n: 1, columns: [] }]);
  });

  test('V1 what cannot be so is refused with its place, and nothing is half done', async () => {
    const { session } = await openSession(server, ['One']);
    const wall = wallOf(session);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await wall.save(1, [column(4, 1)]);
    const before = await wall.read();
    const odd: [unknown, unknown][] = [
      [[column(4, 1, ['a', 'b'])], { refusal: 'bad-message', where: 'columns.0.comments' }],
      [[column(6, 1)], { refusal: 'no-such-answer', where: 'columns.0.answer' }],
      [[column(4, 1), column(4, 2)], { refusal: 'bad-message', where: 'columns.1' }],
      [[column(4, 1, ['x'.repeat(501)])], { refusal: 'too-long', where: 'columns.0.comment' }],
      [[column(4, 1, ['a\u0000b'])], { refusal: 'bad-characters', where: 'columns.0.comment' }],
      [[column(4, 3000), column(5, 3000)], { refusal: 'bad-message', where: 'columns.1.n' }],
      [[{ ...column(4, 1), n: -1 }], { refusal: 'bad-file', where: 'columns.0.n' }],
      [[{ ...column(4, 1), who: 'me' }], { refusal: 'bad-file', where: 'columns.0.who' }],
    ];
    for (const [columns, refusal] of odd)
      expect(await wall.put(1, { version: before.version, heads: [], columns })).toMatchObject(
        refusal as object,
      );
    expect(await wall.put(2, { version: before.version, heads: [], columns: [] })).toMatchObject({
      refusal: 'no-such-board',
    });
    expect(await wall.put('one', { version: before.version, heads: [], columns: [] })).toMatchObject({
      refusal: 'no-such-board',
    });
    expect(await wall.read()).toEqual(before);
  });
});

describe('V3 groups and heads', () => {
  test('V3 each group has its own columns and heads; heads that are set right later are so on every board', async () => {
    const { session, document } = await openSession(server, ['One', 'Two'], { groups: ['g1', 'g2'] }, (c) => {
      c.groups = ['g1', 'g2'].map((id) => ({ id, label: id, roomLabel: '' }));
    });
    const wall = wallOf(session);
    const desk = await connectConsole(server, session.id);
    for (let i = 0; i < 3; i += 1) await desk.do({ do: 'next' });
    expect(await wall.save(1, [column(5, 2)])).toMatchObject({
      refusal: 'group-needed',
      where: 'columns.0.groups',
    });
    const heads = (a: number, b: number): Wall['heads'] => [
      { groups: ['g1'], n: a },
      { groups: ['g2'], n: b },
    ];
    await wall.save(1, [column(5, 6, [], ['g1']), column(1, 7, [], ['g2'])], heads(6, 8));
    await desk.until((v) => v.joined === 14);
    await desk.do({ do: 'next', together: true });
    await desk.do({ do: 'next' });
    for (let i = 0; i < 3; i += 1) await desk.do({ do: 'next' });
    // One was counted twice; on the second statement two more than heads are taken as they are, and were there
    // for the first as well.
    await wall.save(2, [column(3, 6, [], ['g1']), column(3, 9, [], ['g2'])], heads(6, 7));
    await desk.do({ do: 'end' });
    await server.send('POST', `/api/sessions/${session.id}/seal`, {});
    const page = await server.get<AnalysisPage>(`/api/consultations/${document.consultation.id}/analysis`);
    const there = page.statements.map((s) =>
      Object.fromEntries(s.eligible.map(([, , membership, n]) => [page.memberships[membership], n])),
    );
    expect(there).toEqual([
      { g1: 6, g2: 9 },
      { g1: 6, g2: 9 },
    ]);
  });
});

describe('V4 paper after the end', () => {
  test('V4 a session that is held open is typed up later, over a restart, and is finished when that is done', async () => {
    const { session, document } = await openSession(server, ['One']);
    const wall = wallOf(session);
    let desk = await connectConsole(server, session.id);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await wall.save(1, [column(5, 6)]);
    await desk.do({ do: 'end' });
    expect(await desk.do({ do: 'hold', on: true })).toEqual({ ok: true });
    desk.close();
    await server.restart();
    desk = await connectConsole(server, session.id);
    expect(desk.last()?.room).toMatchObject({ state: 'ended', hold: true });
    expect(await wall.save(1, [column(5, 6, ['typed at home'])])).toMatchObject({ boards: [{ n: 1 }] });
    await desk.do({ do: 'hold', on: false });
    desk.close();
    await server.restart();
    expect(await wall.read()).toMatchObject({ refusal: 'wrong-state' });
    const page = await server.get<AnalysisPage>(`/api/consultations/${document.consultation.id}/analysis`);
    expect(figureIn(page, 0)).toMatchObject({ counts: [0, 0, 0, 0, 6] });
  });
});

describe('V5 nobody’s', () => {
  test('V5 in a linked session no post-it of the wall has a person, and nothing of the wall is left but its answers', async () => {
    const { session } = await openSession(server, ['One', 'Two'], {
      mode: 'linked',
      style: 'walk-around',
    });
    const wall = wallOf(session);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'next' });
    await wall.save(1, [column(5, 6, ['in their own words'])]);
    await wall.save(2, [column(2, 6)]);
    const phones = await Promise.all([1, 2, 3, 4, 5].map(() => joinPhone(server, session.code)));
    await Promise.all(phones.map((p) => p.place(1, 1, 3)));
    await desk.do({ do: 'end' });
    await server.send('POST', `/api/sessions/${session.id}/seal`, {});
    expect(readdirSync(join(server.folder, 'live'))).toEqual([]);
    const { openSnapshot } = await import('../../../server/store/sqlite/snapshot.ts');
    const snapshot = openSnapshot(join(server.folder, 'standpoint.db'));
    const rows = [
      ...(await snapshot.sealedResponses(session.id, 1)),
      ...(await snapshot.sealedResponses(session.id, 2)),
    ];
    await snapshot.close();
    const paper = rows.filter((r) => r.channel === 'paper');
    expect(paper).toHaveLength(12);
    expect(paper.every((r) => r.person === null)).toBe(true);
    expect(rows.filter((r) => r.channel === 'phone').every((r) => r.person !== null)).toBe(true);
    expect(new Set(rows.map((r) => r.tag)).size).toBe(17);
    expect(readFileSync(join(server.folder, 'standpoint.db')).includes('wall')).toBe(false);
  });
});

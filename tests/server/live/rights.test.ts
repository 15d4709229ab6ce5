import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../core/refusal.ts';
import type { Command } from '../../../core/room.ts';
import { newToken } from '../../../server/random.ts';
import type { ComeBack } from '../../../core/protocol.ts';
import { clockAt } from '../../support/clock.ts';
import {
  connectConsole,
  connectPhone,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type Phone,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock: clockAt('2026-11-22') });
});
afterAll(() => server.stop());

/** A session with its first two statements open at once, ten people in it, and its console. */
async function room(statements = ['One', 'Two']) {
  const { session, document } = await openSession(server, statements, { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const people = await Promise.all(Array.from({ length: 10 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'next' });
  const [me, ...others] = people as [Phone, ...Phone[]];
  return { session, document, desk, me, others, close: () => [desk, ...people].forEach((x) => x.close()) };
}

const left = (phone: Phone): Promise<void> => new Promise((done) => phone.socket.once('left', () => done()));
const post = <T>(path: string, body: object): Promise<T | Refusal> => server.send('POST', path, body);

describe('leaving', () => {
  test('W2 takes back everything on all boards, and every phone of that person is told and let go', async () => {
    const { session, desk, me, others, close } = await room();
    const tab = await connectPhone(server, session.code, me.token);
    for (const [i, p] of [me, ...others].entries()) {
      await p.place(1, 1, 4, `one ${i}`);
      await p.place(2, 1, 2, `two ${i}`);
    }
    await desk.until((v) => v.boards.every((b) => b.placed === 10) && v.notes.length >= 10);
    const told = Promise.all([left(me), left(tab)]);
    expect(await me.leave()).toEqual({ ok: true });
    await told;
    const after = await desk.until((v) => v.joined === 9);
    expect(after.boards.map((b) => b.placed)).toEqual([9, 9]);
    // An old tab does not bring the person in again, nor what it still has to send.
    await expect(connectPhone(server, session.code, me.token)).rejects.toEqual({ refusal: 'left' });
    const stranger = await connectPhone(server, session.code);
    expect(await stranger.leave()).toEqual({ refusal: 'not-joined' });
    stranger.close();
    tab.close();
    close();
  });

  test('W2 a post-it that is on its way while its writer leaves does not stay', async () => {
    const { desk, me, close } = await room();
    const [placed, gone] = await Promise.all([me.place(1, 1, 4, 'in a hurry'), me.leave()]);
    expect([placed, gone]).toEqual([1, { ok: true }]);
    await desk.until((v) => v.joined === 9 && v.boards[0]?.placed === 0);
    close();
  });

  test('W2 H7 the projector shows nobody going: pile, people and wall stay until the room moves on', async () => {
    const { session, desk, me, others, close } = await room();
    const wall = await connectProjector(server, session.id);
    for (const [i, p] of [me, ...others].entries()) {
      await p.place(1, 1, 4, `one ${i}`);
      await p.place(2, 1, 2);
    }
    await desk.do({ do: 'closeAll' });
    await desk.until((v) => v.notes.length === 10);
    await desk.do({ do: 'notes', board: 1, to: 'show' });
    await desk.do({ do: 'reveal', board: 1 });
    await desk.do({ do: 'reopen', board: 2 });
    await wall.until((v) => v.board?.n === 2 && v.board.pile === 10 && v.joined === 10);
    expect(await me.leave()).toEqual({ ok: true });
    const exact = await desk.until((v) => v.joined === 9 && v.boards[1]?.placed === 9);
    expect(exact.boards[1]?.placed).toBe(9);
    expect([exact.projector.board?.pile, exact.projector.joined]).toEqual([10, 10]);
    expect([wall.last()?.board?.pile, wall.last()?.joined]).toEqual([10, 10]);
    await desk.do({ do: 'close', board: 2 });
    await wall.until((v) => v.board?.pile === 9);
    await desk.do({ do: 'show', board: 1 });
    const shown = await wall.until((v) => v.board?.n === 1);
    expect(shown.board?.result?.whole.n).toBe(10);
    expect(shown.board?.notes?.map((n) => n.text)).not.toContain('one 0');
    // Whoever remembers the wall could see what the one answer was: that is asked first.
    expect(await desk.do({ do: 'reveal', board: 1 })).toMatchObject({ refusal: 'few-changed', detail: '1' });
    expect(await desk.do({ do: 'reveal', board: 1, again: 'same' })).toEqual({ ok: true });
    expect((await wall.until((v) => v.board?.state === 'revealed')).board?.result?.whole.n).toBe(10);
    await desk.do({ do: 'reveal', board: 1, again: 'new' });
    expect((await wall.until((v) => v.board?.result?.whole.n === 9)).board?.result?.whole).toMatchObject({
      n: 9,
      notAnswered: 0,
    });
    wall.close();
    close();
  });

  test('W2 H7 a comment on the wall goes with the next statement, not with its writer’s tap', async () => {
    const { session, desk, me, others, close } = await room();
    const wall = await connectProjector(server, session.id);
    for (const [i, p] of [me, ...others].entries()) await p.place(1, 1, 4, `one ${i}`);
    await desk.do({ do: 'closeAll' });
    await desk.until((v) => v.notes.length === 10);
    await desk.do({ do: 'notes', board: 1, to: 'show' });
    await desk.do({ do: 'reveal', board: 1 });
    await wall.until((v) => v.board?.notes?.length === 10);
    await me.leave();
    await desk.until((v) => v.joined === 9);
    // Whatever else the facilitator does to this wall, it stays, and can still be hidden.
    await desk.do({ do: 'screen', change: { size: 3 } });
    const still = await wall.until((v) => v.screen.size === 3);
    expect(still.board?.notes?.length).toBe(10);
    expect(desk.last()?.notes.map((n) => n.text)).toContain('one 0');
    await desk.do({ do: 'show', board: 2 });
    await desk.do({ do: 'show', board: 1 });
    expect((await wall.until((v) => v.board?.notes?.length === 9)).board?.notes?.length).toBe(9);
    expect((await desk.until((v) => v.notes.length === 9)).notes.length).toBe(9);
    wall.close();
    close();
  });

  test('W2 M1 taking words out of a comment whose writer has left does not bring it in again', async () => {
    const { session, desk, me, others, close } = await room();
    for (const [i, p] of [me, ...others].entries()) await p.place(1, 1, 4, `one ${i}`);
    await desk.do({ do: 'closeAll' });
    const listed = await desk.until((v) => v.notes.length === 10);
    const note = listed.notes.find((n) => n.text === 'one 0');
    const redact: Command = { do: 'redact', id: note?.id ?? '', words: [{ from: 0, to: 3, by: '[…]' }] };
    const [gone] = await Promise.all([me.leave(), desk.do(redact)]);
    expect(gone).toEqual({ ok: true });
    expect(await desk.do(redact)).toHaveProperty('refusal');
    await desk.do({ do: 'end' });
    await post(`/api/sessions/${session.id}/seal`, {});
    const list = await server.get<{ comment: string }[]>(
      `/api/consultations/${session.consultation}/comments`,
    );
    expect(list.map((c) => c.comment).toSorted()).toEqual(
      Array.from({ length: 9 }, (_, i) => `one ${i + 1}`).toSorted(),
    );
    close();
  });

  test('W2 L7 after a restart whoever left is still gone, and is counted nowhere once it is sealed', async () => {
    const { session, desk, me, others, close } = await room();
    for (const p of [me, ...others]) await p.place(1, 1, 4);
    await desk.do({ do: 'closeAll' });
    await me.leave();
    close();
    await server.restart();
    await expect(connectPhone(server, session.code, me.token)).rejects.toEqual({ refusal: 'left' });
    const again = await connectConsole(server, session.id);
    expect(again.last()).toMatchObject({ joined: 9, boards: [{ placed: 9 }, { placed: 0 }] });
    await again.do({ do: 'end' });
    await post(`/api/sessions/${session.id}/seal`, {});
    again.close();
    const page = await server.get<{ statements: { counts: number[][]; eligible: number[][] }[] }>(
      `/api/consultations/${session.consultation}/analysis`,
    );
    // Where they had answered they are not counted; nobody can say what they were asked besides.
    expect(page.statements.map((s) => [s.counts.at(0)?.at(-1), s.eligible.at(0)?.at(-1)])).toEqual([
      [9, 9],
      [undefined, 10],
    ]);
  });
});

describe('a code for later', () => {
  test('W1 brings the same person back on another phone, and only the last one they asked for does', async () => {
    const { session, me, close } = await room();
    await me.place(1, 1, 4, 'mine');
    const first = await me.code();
    const second = await me.code();
    if ('refusal' in first || 'refusal' in second) throw new Error('no code');
    expect(second.code).toMatch(/^[23456789BCDFGHJKMNPQRSTVWXYZ]{12}$/);
    expect(await post('/j/code', { code: first.code })).toEqual({ refusal: 'code-unknown', where: 'code' });
    const typed = `${second.code.slice(0, 4)} ${second.code.slice(4, 8).toLowerCase()}-${second.code.slice(8)}`;
    const back = (await post<ComeBack>('/j/code', { code: typed })) as ComeBack & { is: 'person' };
    expect(back).toEqual({ is: 'person', join: session.code, token: me.token });
    const other = await connectPhone(server, back.join, back.token);
    expect((await other.hello()).me).toMatchObject({ joined: true, mine: [[1, 1, 4, 'mine', 0]] });
    other.close();
    close();
  });

  test('W1 is refused to whoever is not in, and to a card that is somebody’s or nobody’s', async () => {
    const { session, me, others, close } = await room();
    const stranger = await connectPhone(server, session.code);
    expect(await stranger.code()).toEqual({ refusal: 'not-joined' });
    const cards = await post<{ codes: string[] }>(`/api/sessions/${session.id}/cards`, { cards: 3 });
    if ('refusal' in cards) throw new Error(cards.refusal);
    const [card = '', free = ''] = cards.codes;
    expect(await post('/j/code', { code: card })).toEqual({ is: 'card', join: session.code });
    expect(await me.code(card.toLowerCase())).toEqual({ code: card });
    expect(await me.code(card)).toEqual({ code: card });
    expect(await others[0]?.code(card)).toMatchObject({ refusal: 'card-taken' });
    expect(await others[0]?.code('BCDF 2345 GHJK')).toMatchObject({ refusal: 'card-taken' });
    expect(await others[0]?.code('nonsense')).toMatchObject({ refusal: 'card-taken' });
    expect(await post('/j/code', { code: card })).toMatchObject({ is: 'person', join: session.code });
    expect(await post('/api/takeout', { code: free, what: 'all' })).toMatchObject({
      refusal: 'code-unknown',
    });
    stranger.close();
    close();
  });

  test('W1 somebody without a phone has their card’s code kept by the facilitator, and it takes theirs out', async () => {
    const { session, desk, close } = await room();
    const cards = await post<{ codes: string[] }>(`/api/sessions/${session.id}/cards`, { cards: 1 });
    if ('refusal' in cards) throw new Error(cards.refusal);
    const [card = ''] = cards.codes;
    const entry = { person: 1, groups: [], board: 1, answer: 5, comment: 'on paper' };
    const wrong = { ...entry, card: 'BCDF 2345 GHJK' };
    expect(await desk.socket.emitWithAck('addFor', wrong as never)).toMatchObject({ refusal: 'card-taken' });
    expect(desk.last()?.withoutPhone).toBe(0);
    expect(await desk.socket.emitWithAck('addFor', { ...entry, card } as never)).toEqual({ ok: true });
    await desk.until((v) => v.boards[0]?.placed === 1);
    expect(await post('/api/takeout', { code: card, what: 'all' })).toEqual({ ok: true });
    await desk.until((v) => v.boards[0]?.placed === 0 && v.withoutPhone === 0);
    expect(await post('/api/takeout', { code: card, what: 'all' })).toMatchObject({ refusal: 'code-spent' });
    // The number is free for somebody else.
    expect(await desk.socket.emitWithAck('addFor', entry as never)).toEqual({ ok: true });
    await desk.until((v) => v.boards[0]?.placed === 1);
    close();
  });

  test('W1 P4 wrong ones are held back for the whole server', async () => {
    const own = await startServer({ clock: clockAt('2026-11-22') });
    const { session } = await openSession(own);
    const phone = await joinPhone(own, session.code);
    const made = await phone.code();
    if ('refusal' in made) throw new Error(made.refusal);
    const ask = (code: string): Promise<{ refusal?: string }> => own.send('POST', '/j/code', { code });
    const answers = await Promise.all(Array.from({ length: 70 }, () => ask('BCDF 2345 GHJK')));
    expect(answers.filter((a) => a.refusal === 'code-unknown').length).toBeLessThanOrEqual(69);
    expect(answers.some((a) => a.refusal === 'too-fast')).toBe(true);
    phone.close();
    await own.stop();
  }, 30_000);

  test('P5 malformed ones are refused and nothing else happens', async () => {
    for (const body of [{}, { code: 5 }, { code: 'x'.repeat(40) }, { code: 'a', more: 1 }])
      expect(await post('/j/code', body)).toMatchObject({ refusal: 'bad-message' });
    const code = 'BCDF2345GHJK';
    for (const route of ['/j/takeout', '/api/takeout'])
      for (const [body, where] of [
        [{ code }, 'what'],
        [{ code, what: 'some' }, 'what'],
        [{ code: 5, what: 'all' }, 'code'],
        [{ code, what: 'all', more: 1 }, 'more'],
        [[], 'code'],
      ] as const)
        expect(await post(route, body)).toEqual({ refusal: 'bad-message', where });
    expect(await post('/api/takeout', { code: 'short', what: 'all' })).toMatchObject({
      refusal: 'code-unknown',
    });
    expect(server.faults).toEqual([]);
  });
});

describe('the second yes', () => {
  test('W4 can be changed after placing, for what stands and what comes', async () => {
    const { session, desk, me, close } = await room();
    await me.place(1, 1, 4, 'before');
    expect(await me.join([], false)).toMatchObject({ refusal: 'answered-already' });
    expect(await me.quote(false)).toMatchObject({ quote: false, mine: [[1, 1, 4, 'before', 0]] });
    await me.place(2, 1, 4, 'after');
    const stranger = await connectPhone(server, session.code, newToken());
    expect(await stranger.quote(true)).toEqual({ refusal: 'not-joined' });
    stranger.close();
    await desk.do({ do: 'end' });
    await post(`/api/sessions/${session.id}/seal`, {});
    const list = await server.get<{ comment: string; quote: boolean }[]>(
      `/api/consultations/${session.consultation}/comments`,
    );
    expect(list.map((c) => c.comment).toSorted()).toEqual(['after', 'before']);
    expect(list.map((c) => c.quote)).toEqual([false, false]);
    close();
  });
});

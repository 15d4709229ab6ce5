import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  connectConsole,
  connectPhone,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import type { ConsoleView } from '../../../core/view.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const groups = (doc: { groups: { id: string; label: string; roomLabel: string }[] }): void => {
  doc.groups = [
    { id: 'young', label: 'Young people', roomLabel: 'You' },
    { id: 'adult', label: 'Adults', roomLabel: '' },
  ];
};

describe('a guided session over real sockets', () => {
  test('S1 S2 H1 H7 twelve people place, change and take back; everyone is shown the same figures', async () => {
    const { session } = await openSession(server, ['One', 'Two'], { groups: ['young', 'adult'] }, groups);
    const desk = await connectConsole(server, session.id);
    const wall = await connectProjector(server, session.id);
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, i) => joinPhone(server, session.code, [i < 6 ? 'young' : 'adult'])),
    );
    await desk.until((v) => v.joined === 12 && v.connected === 12);
    expect(await desk.do({ do: 'next' })).toEqual({ ok: true });
    expect(await people[0]?.place(1, 1, 4)).toMatchObject({ refusal: 'not-open' });
    expect(await desk.do({ do: 'next' })).toEqual({ ok: true });
    await Promise.all(people.map((p) => p.until((v) => v.boards[0]?.state === 'open')));

    const acks = await Promise.all(people.map((p, i) => p.place(1, 1, (i % 5) + 1, `because ${i}`)));
    expect(acks).toEqual(Array.from({ length: 12 }, () => 1));
    expect(await people[0]?.place(1, 2, 5, 'changed my mind')).toBe(2);
    expect(await people[0]?.place(1, 2, 5, 'changed my mind')).toBe(2);
    expect(await people[0]?.place(1, 1, 1)).toMatchObject({
      refusal: 'stale',
      current: [1, 2, 5, 'changed my mind', 0],
    });
    expect(await people[1]?.place(1, 2, null)).toBe(2);
    const open = await desk.until((v) => v.boards[0]?.placed === 11);
    expect(JSON.stringify(wall.last())).not.toContain('because');
    expect(open.boards[0]?.result).toBeNull();
    expect((await wall.until((v) => v.board?.pile === 11)).board?.result).toBeNull();

    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    const shown = await wall.until((v) => v.board?.result != null);
    // 1..5 in turn for twelve people: person 0 moved from 1 to 5, person 1 took a 2 back.
    expect(shown.board?.result?.whole).toMatchObject({
      counts: [2, 2, 2, 2, 3],
      n: 11,
      notAnswered: 1,
      percent: null,
    });
    expect(shown.board?.result?.parts?.map((p) => [p.label, p.figure.n])).toEqual([
      ['You', 5],
      ['Adults', 6],
    ]);
    expect(shown.board?.notes).toEqual([]);
    const phone = await people[3]?.until((v) => v.boards[0]?.result != null);
    expect(phone?.boards[0]?.result).toEqual(shown.board?.result);
    const after = await desk.until((v) => v.boards[0]?.result != null);
    expect(after.boards[0]?.result).toEqual(shown.board?.result);

    const note = after.notes.find((n) => n.text === 'changed my mind');
    expect(note).toMatchObject({ answer: 5, choice: 'waiting' });
    await desk.do({ do: 'note', id: note?.id ?? '', to: 'show' });
    const through = await wall.until((v) => (v.board?.notes?.length ?? 0) > 0);
    expect(through.board?.notes?.map((n) => n.text)).toEqual(['changed my mind']);
    for (const p of people) p.close();
    desk.close();
    wall.close();
  });

  test('H5 comments come in batches of five without their answer, and the rest at the close', async () => {
    const { session } = await openSession(server);
    const desk = await connectConsole(server, session.id);
    const people = await Promise.all(Array.from({ length: 7 }, () => joinPhone(server, session.code)));
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    for (const [i, p] of people.slice(0, 4).entries()) await p.place(1, 1, 4, `comment ${i}`);
    const four = await desk.until((v) => v.boards[0]?.placed === 4);
    expect(four.notes).toEqual([]);
    await people[4]?.place(1, 1, 2, 'comment 4', 1);
    const five = await desk.until((v) => v.notes.length > 0);
    expect(five.notes.map((n) => n.text).toSorted()).toEqual([0, 1, 2, 3, 4].map((i) => `comment ${i}`));
    expect(five.notes.every((n) => n.answer === null)).toBe(true);
    await people[5]?.place(1, 1, 2, 'comment 5');
    expect((await desk.until((v) => v.boards[0]?.placed === 6)).notes.length).toBe(5);
    await desk.do({ do: 'next' });
    expect((await desk.until((v) => v.boards[0]?.state === 'closed')).notes.length).toBe(6);
    const team = five.notes.find((n) => n.audience === 'team');
    expect(await desk.do({ do: 'note', id: team?.id ?? '', to: 'show' })).toMatchObject({
      refusal: 'team-only',
    });
    for (const p of people) p.close();
    desk.close();
  });

  test('L3 L5 a pause holds, a closed board takes a first answer and no change, and undo opens it again', async () => {
    const { session } = await openSession(server);
    const desk = await connectConsole(server, session.id);
    const [a, b] = [await joinPhone(server, session.code), await joinPhone(server, session.code)];
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await desk.do({ do: 'pause', on: true });
    expect(await a.place(1, 1, 3)).toMatchObject({ refusal: 'paused' });
    await desk.do({ do: 'pause', on: false });
    expect(await a.place(1, 1, 3)).toBe(1);
    await desk.do({ do: 'next' });
    expect((await desk.until((v) => v.boards[0]?.state === 'closed')).reopenFor).toBeGreaterThan(0);
    expect(await a.place(1, 2, 4)).toMatchObject({ refusal: 'not-open', current: [1, 1, 3, '', 0] });
    expect(await b.place(1, 1, 'n')).toBe(1);
    const closed = await desk.until((v) => v.boards[0]?.placed === 2);
    expect(closed.undo).toBe('next');
    expect(await desk.do({ do: 'undo' })).toEqual({ ok: true });
    await desk.until((v) => v.boards[0]?.state === 'open');
    expect(await a.place(1, 2, 4)).toBe(2);
    expect(await desk.do({ do: 'reveal', board: 1 })).toMatchObject({ refusal: 'small-room', detail: '1' });
    expect(await desk.do({ do: 'reveal', board: 1, sure: true })).toEqual({ ok: true });
    for (const p of [a, b, desk]) p.close();
  });

  test('P1 P5 nobody places who has not joined, and what is malformed is refused by its field', async () => {
    const { session } = await openSession(server, ['One'], { groups: ['young', 'adult'] }, groups);
    const phone = await connectPhone(server, session.code);
    expect(await phone.place(1, 1, 3)).toMatchObject({ refusal: 'not-joined' });
    expect(await phone.join([])).toMatchObject({ refusal: 'group-needed' });
    expect(await phone.join(['none'])).toMatchObject({ refusal: 'group-unknown' });
    expect(await phone.join(['young', 'adult'])).toMatchObject({ refusal: 'bad-message' });
    expect(await phone.join(['young'])).toMatchObject({ joined: true, groups: ['young'] });
    expect(await phone.join(['adult'])).toMatchObject({ groups: ['adult'] });
    const raw = phone.socket as unknown as {
      emitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
      emit(event: string, ...args: unknown[]): void;
    };
    for (const [args, where] of [
      [['x', 1, 1], 'board'],
      [[1, 0, 1], 'revision'],
      [[1, 1, 'yes'], 'answer'],
      [[1, 1, 1, 7], 'comment'],
      [[1, 1, 1, '', 2], 'audience'],
      [[], 'board'],
    ] as const)
      expect(await raw.emitWithAck('place', ...args)).toMatchObject({ refusal: 'bad-message', where });
    raw.emit('place', 1, 1, 1);
    raw.emit('hello');
    raw.emit('join', null);
    expect(await phone.hello()).toMatchObject({ me: { joined: true } });
    phone.close();
  });

  test('P4 more than the burst is told to come again in a moment', async () => {
    const { session } = await openSession(server);
    const desk = await connectConsole(server, session.id);
    const phone = await joinPhone(server, session.code);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    const acks = await Promise.all(Array.from({ length: 40 }, (_, i) => phone.place(1, i + 1, (i % 5) + 1)));
    expect(acks.filter((a) => typeof a === 'number').length).toBeGreaterThanOrEqual(20);
    expect(acks.at(-1)).toMatchObject({ refusal: 'too-fast' });
    // Another tab of the same person has no burst of its own.
    const tab = await connectPhone(server, session.code, phone.token);
    const more = await Promise.all(Array.from({ length: 15 }, (_, i) => tab.place(1, 100 + i, 1)));
    expect(more.at(-1)).toMatchObject({ refusal: 'too-fast' });
    tab.close();
    phone.close();
    desk.close();
  });

  test('L7 after a restart everyone is where they were: room, answers, comments on the console', async () => {
    const { session } = await openSession(server);
    const desk = await connectConsole(server, session.id);
    const people = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, session.code)));
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    for (const [i, p] of people.entries()) await p.place(1, 1, 4, `comment ${i}`);
    const before = await desk.until((v) => v.notes.length >= 5 && v.boards[0]?.placed === 6);
    desk.close();
    await server.restart();
    const again = await connectConsole(server, session.id);
    const after = again.last() as ConsoleView;
    expect(after.notes.map((n) => n.id).toSorted()).toEqual(before.notes.map((n) => n.id).toSorted());
    expect([after.joined, after.boards[0]?.placed, after.boards[0]?.state]).toEqual([6, 6, 'open']);
    // The phones come back by themselves as the same people, each with their own post-it.
    await again.until((v) => v.connected === 6);
    const me = (await people[2]?.hello())?.me;
    expect(me?.mine).toEqual([[1, 1, 4, 'comment 2', 0]]);
    expect(await people[2]?.place(1, 2, 5)).toBe(2);
    for (const p of people) p.close();
    again.close();
  });

  test('L3 the door: nobody new comes in, whoever is in stays in', async () => {
    const { session } = await openSession(server);
    const desk = await connectConsole(server, session.id);
    const phone = await joinPhone(server, session.code);
    await desk.do({ do: 'door', locked: true });
    const late = await connectPhone(server, session.code);
    expect(await late.join()).toMatchObject({ refusal: 'door-locked' });
    expect(await phone.join()).toMatchObject({ joined: true });
    const sameAgain = await connectPhone(server, session.code, phone.token);
    expect((await sameAgain.hello()).me.joined).toBe(true);
    expect((await desk.until((v) => v.connected === 1)).joined).toBe(1);
    for (const p of [phone, late, sameAgain, desk]) p.close();
  });

  test('S2 an answer entered for someone without a phone counts once and can be corrected', async () => {
    const { session } = await openSession(server);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'next' });
    const entry = {
      person: 1,
      groups: [],
      board: 1,
      answer: 4,
      comment: 'read out',
      audience: 'room' as const,
      quote: true,
    };
    expect(await desk.socket.emitWithAck('addFor', entry)).toMatchObject({ refusal: 'not-open' });
    await desk.do({ do: 'next' });
    expect(await desk.socket.emitWithAck('addFor', entry)).toEqual({ ok: true });
    expect(await desk.socket.emitWithAck('addFor', { ...entry, answer: 2 })).toEqual({ ok: true });
    const view = await desk.until((v) => v.withoutPhone === 1 && v.boards[0]?.placed === 1);
    expect(view.joined).toBe(1);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next', sure: true });
    const shown = await desk.until((v) => v.boards[0]?.result != null);
    expect(shown.boards[0]?.result?.whole.counts).toEqual([0, 1, 0, 0, 0]);
    desk.close();
  });
});

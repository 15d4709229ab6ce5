import { describe, expect, test } from '@jest/globals';
import { WELL } from '../../core/laptop.ts';
import { phoneView, projectorView, type ConsoleScene } from '../../core/makeView.ts';
import { consoleView } from '../../core/consoleView.ts';
import type { Room } from '../../core/room.ts';
import { makeRoom, press } from '../support/room.ts';

const SECRET = 'what somebody wrote';

function scene(room: Room, part: Partial<ConsoleScene> = {}): ConsoleScene {
  return {
    v: 7,
    room,
    code: 'BCD234',
    address: 'http://192.168.1.20:8080',
    newAddress: false,
    title: 'Title',
    sample: false,
    rehearsal: false,
    groups: [],
    floor: 5,
    full: false,
    joined: 12,
    shownJoined: part.joined ?? 12,
    placed: () => 9,
    pile: () => 9,
    dotsOn: () => 0,
    note: (id) => ({ text: `${SECRET} ${id}`, answer: 4, audience: id === 'c' ? 'team' : 'room' }),
    session: {
      id: 'x',
      consultation: 'y',
      name: 'One',
      mode: 'unlinked',
      style: 'guided',
      state: 'live',
      rehearsal: false,
      twoGroups: false,
      attendance: [],
      others: [],
      withdrawUntil: null,
    },
    connected: 11,
    withoutPhone: 1,
    knownSlips: [],
    tablets: { here: 0, away: 0, waiting: 0 },
    notesFor: () => 'For me only',
    fresh: [],
    undo: null,
    signs: () => [],
    muted: () => false,
    lead: true,
    laptop: WELL,
    reopenFor: 0,
    spent: () => 0,
    ...part,
  };
}

describe('hidden means not sent', () => {
  test('H1 before the reveal neither answers, totals nor comments are in what phones and projector get', () => {
    const released = { 1: ['a', 'b', 'c'] };
    const notes = { a: 'show', b: 'show' } as const;
    for (const presses of [0, 1, 2, 3]) {
      const room = { ...press(makeRoom(), presses), released, notes };
      const phone = JSON.stringify(phoneView(scene(room)));
      const projector = JSON.stringify(projectorView(scene(room)));
      for (const sent of [phone, projector]) {
        expect(sent).not.toContain(SECRET);
        expect(sent).not.toContain('counts');
      }
    }
  });

  test('H1 going back below the reveal takes the results off every screen again', () => {
    const revealed = press(makeRoom(), 4);
    const back: Room = {
      ...revealed,
      boards: revealed.boards.map((b) => ({ ...b, state: 'closed' })),
    };
    expect(phoneView(scene(back)).boards[0]?.result).toBeNull();
    expect(projectorView(scene(back)).board?.result).toBeNull();
    expect(projectorView(scene(back)).board?.notes).toBeNull();
  });

  test('H1 a guided session does not send statements that have not been shown', () => {
    expect(JSON.stringify(phoneView(scene(press(makeRoom(), 2))))).not.toContain('Statement s2');
  });

  test('H6 the wall shows comments that were let through, never those for the team only', () => {
    const room: Room = {
      ...press(makeRoom(), 4),
      notes: { a: 'show', b: 'hide', c: 'show' },
    };
    expect(projectorView(scene(room)).board?.notes?.map((n) => n.id)).toEqual(['a']);
  });

  test('H7 the console has comments under the answers that were revealed, not under those of now', () => {
    const released = { 1: ['a', 'b', 'late'] };
    const note: ConsoleScene['note'] = (id) => ({
      text: SECRET,
      answer: id === 'b' ? 1 : 4,
      audience: 'room',
    });
    const answers = (room: Room): unknown[] =>
      consoleView(scene({ ...room, released }, { note })).notes.map((n) => n.answer);
    expect(answers(press(makeRoom(), 3))).toEqual([null, null, null]);
    expect(answers(press(makeRoom(), 4))).toEqual([4, 4, null]);
  });

  test('H7 a comment that came after the reveal is not on the wall, even when let through', () => {
    const room: Room = { ...press(makeRoom(), 4), notes: { late: 'show' } };
    expect(projectorView(scene(room)).board?.notes).toEqual([]);
  });

  test('H3 the pile is counted out from ten people on, always or never by choice', () => {
    const pile = (joined: number, choice: 'auto' | 'on' | 'off') => {
      const room = press(makeRoom(), 2);
      const chosen = { ...room, screen: { ...room.screen, pile: choice } };
      return projectorView(scene(chosen, { joined })).board?.pile;
    };
    expect([pile(9, 'auto'), pile(10, 'auto'), pile(3, 'on'), pile(50, 'off')]).toEqual([null, 9, 9, null]);
  });

  test('H5 the console gets comments that were released, without their answer until the reveal', () => {
    const released = { 1: ['a', 'c'] };
    const open = consoleView(scene({ ...press(makeRoom(), 2), released }));
    expect(open.notes.map((n) => [n.id, n.answer, n.audience])).toEqual([
      ['a', null, 'room'],
      ['c', null, 'team'],
    ]);
    const revealed = consoleView(scene({ ...press(makeRoom(), 4), released }));
    expect(revealed.notes.map((n) => n.answer)).toEqual([4, 4]);
  });

  test('H2 the console knows how many have placed and joined', () => {
    const view = consoleView(scene(press(makeRoom(), 2)));
    expect([view.joined, view.connected, view.boards[0]?.placed]).toEqual([12, 11, 9]);
  });

  test('L3 a phone can still see a closed board it may catch up on, but no revealed one that has passed', () => {
    const later = press(makeRoom(), 6);
    expect(phoneView(scene(later)).boards.map((b) => b.n)).toEqual([2]);
    const jumped: Room = {
      ...press(makeRoom(), 3),
      at: 2,
    };
    expect(phoneView(scene(jumped)).boards.map((b) => b.n)).toEqual([1]);
  });
});

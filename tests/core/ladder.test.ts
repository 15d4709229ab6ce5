import { describe, expect, test } from '@jest/globals';
import { climb, nextStep, restore, resume, stepBack, type Facts } from '../../core/ladder.ts';
import { talkFreely } from '../../core/freeTalk.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { facts, makeRoom, press } from '../support/room.ts';

const states = (room: Room): string => room.boards.map((b) => b.state).join(' ');
const ok = (room: Room | Refusal): Room => {
  if (isRefusal(room)) throw new Error(room.refusal);
  return room;
};

describe('the guided ladder', () => {
  test('L1 Next climbs show, open, close, reveal, discuss and on to the next statement, then asks for the end', () => {
    let room = makeRoom();
    const seen: string[] = [];
    for (let i = 0; i < 11; i += 1) {
      const step = nextStep(room, facts().placed);
      seen.push(step === null ? 'none' : step.do);
      if (step === null || step.do === 'end') break;
      room = ok(climb(room, step, facts()));
    }
    expect(seen).toEqual('start open close reveal discuss show open close reveal discuss end'.split(' '));
    expect(states(room)).toBe('discussed discussed');
    expect(room.screen.result).toBe('chart');
  });

  test('L1 Back goes down every rung and ends in the lobby with nothing opened forgotten', () => {
    let room = press(makeRoom(), 5);
    const seen = [states(room)];
    for (let i = 0; i < 5; i += 1) {
      room = ok(stepBack(room));
      seen.push(`${room.state} ${states(room)}`);
    }
    expect(seen).toEqual([
      'discussed waiting',
      'live revealed waiting',
      'live closed waiting',
      'live open waiting',
      'live shown waiting',
      'lobby closed waiting',
    ]);
    expect(room.boards[0]?.opened).toBe(true);
  });

  test('L1 FT1 after a talk about no statement Next goes back to the one that it began in, until that was revealed', () => {
    const after = (presses: number, n = 1) => {
      const at = press(makeRoom(), presses);
      const talk = ok(talkFreely(at, true, false, facts()));
      const step = nextStep(talk, facts().placed);
      const room = step === null || step.do === 'end' ? talk : ok(climb(talk, step, facts()));
      expect(room.at).toBe(n);
      expect(room.freeTalk).toBe(step?.do === 'end' ? true : undefined);
      return [step, states(room)];
    };
    expect(after(1)).toEqual([{ do: 'show', board: 1 }, 'shown waiting']);
    // It closes what was open.
    for (const presses of [2, 3])
      expect(after(presses)).toEqual([{ do: 'reveal', board: 1 }, 'revealed waiting']);
    for (const [presses, state] of [
      [4, 'revealed'],
      [5, 'discussed'],
    ] as const)
      expect(after(presses, 2)).toEqual([{ do: 'show', board: 2 }, `${state} shown`]);
    expect(after(6, 2)).toEqual([{ do: 'show', board: 2 }, 'discussed shown']);
    expect(after(7, 2)).toEqual([{ do: 'reveal', board: 2 }, 'discussed revealed']);
    expect(after(10, 2)).toEqual([{ do: 'end' }, 'discussed discussed']);
  });

  test('L2 showing another statement closes the one that is open and counts who was there', () => {
    const room = ok(climb(press(makeRoom(), 2), { do: 'show', board: 2 }, facts()));
    expect(states(room)).toBe('closed shown');
    expect(room.boards[0]?.eligible).toEqual({ '': 12 });
    expect(room.at).toBe(2);
  });

  test('L1 a closed or revealed board can be opened again', () => {
    for (const presses of [3, 4, 5]) {
      const room = ok(climb(press(makeRoom(), presses), { do: 'reopen', board: 1 }, facts()));
      expect(states(room)).toBe('open waiting');
    }
  });

  test('L1 a board that was never opened cannot be reopened or revealed', () => {
    const room = press(makeRoom(), 1);
    expect(climb(room, { do: 'reopen', board: 1 }, facts())).toMatchObject({ refusal: 'wrong-state' });
    expect(climb(room, { do: 'reveal', board: 1 }, facts())).toMatchObject({ refusal: 'wrong-state' });
    expect(climb(room, { do: 'show', board: 9 }, facts())).toMatchObject({
      refusal: 'no-such-board',
    });
  });

  test('H8 fewer than five answers are shown only when the facilitator is sure', () => {
    const room = press(makeRoom(), 3);
    expect(climb(room, { do: 'reveal', board: 1 }, facts(4))).toEqual({
      refusal: 'small-room',
      where: 'board',
      detail: '4',
    });
    expect(states(ok(climb(room, { do: 'reveal', board: 1, sure: true }, facts(4))))).toBe(
      'revealed waiting',
    );
    expect(states(ok(climb(room, { do: 'reveal', board: 1 }, facts(5))))).toBe('revealed waiting');
  });

  test('H7 a reopening keeps what was shown until the next reveal takes a new snapshot', () => {
    const revealed = press(makeRoom(), 4);
    const reopened = ok(climb(revealed, { do: 'reopen', board: 1 }, facts()));
    expect(reopened.boards[0]?.snapshot).toEqual(revealed.boards[0]?.snapshot);
    const again = ok(
      climb(
        reopened,
        { do: 'reveal', board: 1 },
        {
          ...facts(),
          snapshot: () => ({ ...facts().snapshot(1), notes: [{ id: 'new', answer: 2 }] }),
        },
      ),
    );
    expect(again.boards[0]?.snapshot?.notes).toEqual([{ id: 'new', answer: 2 }]);
  });

  test('H7 a reveal that was undone was seen: a few answers that changed since are asked about', () => {
    const closed = press(makeRoom(), 3);
    const first = facts().snapshot(1);
    const withOneLess: Facts = {
      ...facts(),
      snapshot: () => ({ ...first, whole: { ...first.whole, counts: [0, 2, 3, 4, 2], n: 11 } }),
    };
    const undone = restore(closed, press(closed, 1));
    expect(states(undone)).toBe('closed waiting');
    const reveal = { do: 'reveal', board: 1 } as const;
    const asked = { refusal: 'few-changed', detail: '1' };
    expect(climb(undone, reveal, withOneLess)).toMatchObject(asked);
    const same = ok(climb(undone, { ...reveal, again: 'same' }, withOneLess));
    expect(same.boards[0]?.snapshot).toEqual(first);
    // Of two that the room saw, the one that was undone too.
    const anew: Facts = {
      ...facts(),
      snapshot: () => ({ ...first, whole: { ...first.whole, counts: [9, 9, 3, 4, 2] } }),
    };
    const twice = restore(same, ok(climb(same, reveal, anew)));
    expect(twice.boards[0]?.snapshot).toEqual(first);
    const oneMore: Facts = {
      ...facts(),
      snapshot: () => ({ ...first, whole: { ...first.whole, counts: [9, 9, 3, 4, 3] } }),
    };
    expect(climb(twice, reveal, oneMore)).toMatchObject(asked);
    expect(ok(climb(twice, { ...reveal, again: 'new' }, oneMore)).boards[0]?.snapshot?.whole.counts).toEqual([
      9, 9, 3, 4, 3,
    ]);
  });

  test('L1 ending closes everything, and can be taken back', () => {
    const ended = ok(climb(press(makeRoom(), 2), { do: 'end' }, facts()));
    expect([ended.state, states(ended)]).toEqual(['ended', 'closed waiting']);
    expect(nextStep(ended, facts().placed)).toBeNull();
    expect(ok(resume(ended)).state).toBe('live');
    expect(resume(makeRoom())).toMatchObject({ refusal: 'wrong-state' });
  });

  test('L1 undo puts the room back but never un-freezes a wording, the pause or what reached the console', () => {
    const before = press(makeRoom(), 1);
    const now: Room = { ...press(before, 1), paused: true, released: { 1: ['x'] } };
    const back = restore(before, now);
    expect(states(back)).toBe('shown waiting');
    expect(back.boards[0]?.opened).toBe(true);
    expect([back.paused, back.released]).toEqual([true, { 1: ['x'] }]);
  });
});

describe('two rounds', () => {
  test('L1 statement by statement: the second round of a statement follows its first', () => {
    const room = makeRoom('guided', 2, 2, 'each');
    expect(room.boards.map((b) => `${b.statement}/${b.round}`)).toEqual(['s1/1', 's1/2', 's2/1', 's2/2']);
  });

  test('L1 all again: every statement comes before the second round', () => {
    const room = makeRoom('guided', 2, 2, 'all');
    expect(room.boards.map((b) => `${b.statement}/${b.round}`)).toEqual(['s1/1', 's2/1', 's1/2', 's2/2']);
  });
});

describe('the walk-around', () => {
  test('L1 Start opens all boards of the first round, Next closes all, then reveals one after the other', () => {
    let room = press(makeRoom('walk-around', 3, 2), 1);
    expect(states(room)).toBe('open open open waiting waiting waiting');
    room = press(room, 1);
    expect(states(room)).toBe('closed closed closed waiting waiting waiting');
    room = press(room, 3);
    expect(states(room)).toBe('revealed revealed revealed waiting waiting waiting');
    expect(room.at).toBe(3);
    room = press(room, 1);
    expect(states(room)).toBe('revealed revealed revealed open open open');
    room = press(room, 4);
    expect(nextStep(room, facts().placed)).toEqual({ do: 'end' });
  });

  test('L1 Next passes over boards that nobody answered, and asks nothing about an empty one', () => {
    const closed = press(makeRoom('walk-around', 3), 2);
    const only = (n: number): number => (n === 3 ? 7 : 0);
    expect(nextStep(closed, only)).toEqual({ do: 'reveal', board: 3 });
    expect(nextStep(closed, () => 0)).toEqual({ do: 'end' });
    const empty = climb(closed, { do: 'reveal', board: 1 }, facts(0));
    expect(isRefusal(empty)).toBe(false);
  });

  test('L2 showing a board in a walk-around leaves the others open', () => {
    const room = ok(climb(press(makeRoom('walk-around', 3), 1), { do: 'show', board: 2 }, facts()));
    expect(states(room)).toBe('open open open');
    expect(room.at).toBe(2);
  });
});

/** Statements that come to a room while it is there. */
import { describe, expect, test } from '@jest/globals';
import { withStatements } from '../../core/boards.ts';
import { climb, nextStep, restore } from '../../core/ladder.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { BoardSource, Room } from '../../core/room.ts';
import { facts, makeRoom, press } from '../support/room.ts';

const ok = (room: Room | Refusal): Room => {
  if (isRefusal(room)) throw new Error(room.refusal);
  return room;
};
const ONE = { rounds: 1, order: 'each' } as const;
const source = (statement: string): BoardSource => {
  const [like] = makeRoom().boards;
  if (like === undefined) throw new Error('no board');
  const { version, wordings, scale, picture } = like;
  return { statement, version, wordings, scale, picture };
};
const named = (room: Room) => room.boards.map(({ n, statement, round }) => `${n} ${statement} ${round}`);

describe('a statement that people proposed in the room', () => {
  test('SP3 comes after all others, and Next goes to it where the end was before', () => {
    const done = press(makeRoom(), 10);
    expect(nextStep(done, facts().placed)).toEqual({ do: 'end' });
    const more = ok(withStatements(done, [source('new')], ONE));
    expect(named(more)).toEqual(['1 s1 1', '2 s2 1', '3 new 1']);
    expect(more.boards.at(-1)).toMatchObject({ state: 'waiting', opened: false, eligible: null });
    expect(nextStep(more, facts().placed)).toEqual({ do: 'show', board: 3 });
    expect(press(more, 4).boards.at(-1)?.state).toBe('revealed');
  });

  test('SP3 has the rounds of the others, in their order', () => {
    expect(
      named(
        ok(
          withStatements(makeRoom('guided', 1, 2), [source('a'), source('b')], { rounds: 2, order: 'each' }),
        ),
      ),
    ).toEqual(['1 s1 1', '2 s1 2', '3 a 1', '4 a 2', '5 b 1', '6 b 2']);
    expect(
      named(
        ok(withStatements(makeRoom('guided', 1, 2), [source('a'), source('b')], { rounds: 2, order: 'all' })),
      ),
    ).toEqual(['1 s1 1', '2 s1 2', '3 a 1', '4 b 1', '5 a 2', '6 b 2']);
    const walk = ok(climb(makeRoom('walk-around', 1), { do: 'start' }, facts()));
    const more = ok(withStatements(ok(climb(walk, { do: 'closeAll' }, facts())), [source('a')], ONE));
    expect(more.boards.map(({ state }) => state)).toEqual(['closed', 'waiting']);
  });

  test('SP3 is refused twice, with nothing, and after the end', () => {
    const room = press(makeRoom(), 2);
    const more = ok(withStatements(room, [source('a')], ONE));
    expect(withStatements(more, [source('b'), source('a')], ONE)).toEqual({
      refusal: 'wrong-state',
      where: 'statements.1',
    });
    expect(withStatements(room, [], ONE)).toMatchObject({ refusal: 'nothing-to-place' });
    const ended = ok(climb(room, { do: 'end' }, facts()));
    expect(withStatements(ended, [source('a')], ONE)).toEqual({ refusal: 'wrong-state' });
  });

  test('SP3 stays where what was done before it came is undone', () => {
    const before = press(makeRoom(), 1);
    const shown = press(before, 1);
    const more = press(ok(withStatements(shown, [source('a')], ONE)), 0);
    const opened = ok(climb(more, { do: 'open', board: 3 }, facts()));
    const back = restore(before, opened);
    expect(named(back)).toEqual(named(more));
    expect(back.boards.map(({ state }) => state)).toEqual(['shown', 'waiting', 'open']);
    expect(back.boards[2]).toMatchObject({ opened: true });
  });
});

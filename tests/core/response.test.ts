import { describe, expect, test } from '@jest/globals';
import { mayPlace, type Placed, type Placement } from '../../core/response.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';
import { boardAt, type BoardState, type Room } from '../../core/room.ts';
import { makeRoom, press } from '../support/room.ts';

const placement = (part: Partial<Placement> = {}): Placement => ({
  board: 1,
  revision: 1,
  answer: 4,
  comment: '',
  audience: 'room',
  ...part,
});
const placed: Placed = { revision: 1, answer: 2, comment: '', audience: 'room' };

function ask(state: BoardState, p: Placement, before?: Placed, change: Partial<Room> = {}) {
  const room = { ...press(makeRoom(), 2), ...change };
  const board = boardAt(room, 1);
  if (board === undefined) throw new Error('no board');
  return mayPlace(room, { ...board, state }, DEFAULT_SCALE, p, before);
}

describe('when a placement may count', () => {
  test('L3 an open board takes a first one, a change and a take-back', () => {
    expect(ask('open', placement())).toMatchObject({ answer: 4 });
    expect(ask('open', placement({ revision: 2 }), placed)).toMatchObject({ answer: 4 });
    expect(ask('open', placement({ revision: 2, answer: null, comment: 'x' }), placed)).toEqual(
      placement({ revision: 2, answer: null }),
    );
  });

  test('L3 a closed board takes a first one only, and none once revealed', () => {
    expect(ask('closed', placement())).toMatchObject({ answer: 4 });
    expect(ask('closed', placement({ revision: 2 }), { ...placed, answer: null })).toMatchObject({
      answer: 4,
    });
    expect(ask('closed', placement({ revision: 2 }), placed)).toMatchObject({ refusal: 'not-open' });
    expect(ask('closed', placement({ answer: null }))).toMatchObject({ refusal: 'not-open' });
    for (const state of ['revealed', 'discussed', 'shown'] as const)
      expect(ask(state, placement())).toMatchObject({ refusal: 'not-open' });
    expect(ask('waiting', placement())).toMatchObject({ refusal: 'no-such-board' });
    expect(ask('closed', placement(), undefined, { state: 'ended' })).toMatchObject({
      refusal: 'not-open',
    });
  });

  test('L5 a pause takes nothing', () => {
    expect(ask('open', placement(), undefined, { paused: true })).toMatchObject({ refusal: 'paused' });
  });

  test('S2 what is saved already is acknowledged again, whatever the board does now', () => {
    expect(ask('revealed', placement({ answer: 2 }), placed, { paused: true })).toMatchObject({
      revision: 1,
    });
  });

  test('P5 an answer that the scale has not, a comment that is too long or has control characters', () => {
    for (const answer of [0, 6, 2.5]) {
      expect(ask('open', placement({ answer }))).toMatchObject({ refusal: 'no-such-answer' });
    }
    expect(ask('open', placement({ answer: 'n' }))).toMatchObject({ answer: 'n' });
    expect(ask('open', placement({ comment: 'ä'.repeat(501) }))).toMatchObject({
      refusal: 'too-long',
    });
    expect(ask('open', placement({ comment: '👪'.repeat(500) }))).toMatchObject({ answer: 4 });
    expect(ask('open', placement({ comment: 'a\u0000b' }))).toMatchObject({
      refusal: 'bad-characters',
    });
  });
});

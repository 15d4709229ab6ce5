/** What stays of asking rooms about recommendations. */
import { expect, test } from '@jest/globals';
import { byDots, checkedFrom, checkedOn, countsOf, dotsOf, type Checked } from '../../core/checked.ts';
import { NO_ONE, type CheckCounts } from '../../core/checking.ts';
import { beginCheck } from '../../core/checkingSteps.ts';
import { restore } from '../../core/ladder.ts';
import type { Room } from '../../core/room.ts';
import type { Answer } from '../../core/scale.ts';
import { begun, change, closed, counts, item, step, sure } from '../support/checking.ts';
import { facts } from '../support/room.ts';

const kept = (id: string, checked: Partial<Checked>[]) => ({
  id,
  checked: checked.map((one, i): Checked => ({
    n: i + 1,
    ...item('a'),
    ...NO_ONE,
    dots: null,
    ...one,
  })),
});

test('CK6 what stays are counts of phones and paper together, by session, with the words that were shown', () => {
  const room = change(closed(begun('a', 'b', 'c'), counts(1)), {
    to: 'paper',
    sheets: 9,
    rows: [{ n: 2, said: 8, notQuite: 1, missing: 0, declined: 0, dots: 4 }],
  });
  const gave = new Map<Answer, number>([
    [1, 2],
    ['n', 1],
  ]);
  const none = new Map<Answer, number>();
  const phones = (n: number) =>
    countsOf(n === 1 ? gave : none, n === 1 ? new Map<Answer, number>([[3, 2]]) : none);
  const checked = checkedFrom(room.check as NonNullable<Room['check']>, phones);
  expect(checked.map(({ n, said: yes, declined, dots: put, text }) => [n, yes, declined, put, text])).toEqual(
    [
      [1, 2, 1, 6, 'Ask for a'],
      [2, 8, 0, 4, 'Ask for b'],
      [3, 0, 0, 0, 'Ask for c'],
    ],
  );
  // Nobody said anything of it and nobody was asked for dots: nothing stays.
  expect(checkedFrom(begun('a').check as NonNullable<Room['check']>, () => counts(0, 0, 0, [0, 0]))).toEqual(
    [],
  );
});

test('CK6 only what was on a list when dots were asked for was asked about: none is no nought', () => {
  const again = (room: Room, ...ids: string[]): Room =>
    sure(
      beginCheck(
        room,
        ids.map((id) => item(id)),
        facts(),
      ),
    );
  const dotted = (room: Room, ...on: number[]) => {
    const rows = on.map((n) => ({ n, ...NO_ONE, dots: 3 }));
    const { check } = change(room, { to: 'paper', sheets: 9, rows });
    const phones = (): CheckCounts => counts(1, 0, 0, [0, 0]);
    return checkedFrom(check as NonNullable<Room['check']>, phones).map(({ dots: put }) => put);
  };
  // A, B are 1, 2 and were asked about first; then C, D.
  const two = again(begun('a', 'b'), 'c', 'd');
  expect(dotted(two, 3)).toEqual([null, null, 3, 0]);
  expect(dotted(two, 1)).toEqual([3, 0, null, null]);
  expect(dotted(two, 1, 4)).toEqual([3, 0, 0, 3]);
  expect(dotted(two)).toEqual([null, null, null, null]);
  // On phones the first had dots, on paper the second.
  expect(dotted(again(change(begun('a', 'b'), step('dots')), 'c', 'd'), 3)).toEqual([0, 0, 3, 0]);
  // B is on both: where something else of the first has dots, its own say nothing of the second.
  const both = again(begun('a', 'b'), 'b', 'c');
  expect(dotted(both, 1, 2)).toEqual([3, 3, null]);
  expect(dotted(both, 2)).toEqual([null, 3, 0]);
  // The same list begun once more is that list; undoing a beginning keeps what was asked before.
  expect(again(two, 'a', 'b').check?.lists).toEqual([
    [3, 4],
    [1, 2],
  ]);
  expect(dotted(restore(begun('a', 'b'), two), 1, 3)).toEqual([3, 0, 3, 0]);
});

test('CK7 rooms that were shown other words are not added to those that were shown these', () => {
  const sessions = [
    kept('s1', [{ said: 7, notQuite: 2 }]),
    kept('s2', [{ said: 3, missing: 1, text: 'Ask for less' }]),
    kept('s3', [{ said: 1 }, { recommendation: 'b', said: 9 }]),
    { id: 's4' },
  ];
  const one = { id: 'a', text: 'Ask for a', points: 'first\nsecond' };
  expect(checkedOn(one, sessions).map((w) => [w.now, w.sessions, w.said.said, w.said.notQuite])).toEqual([
    [true, ['s1', 's3'], 8, 2],
    [false, ['s2'], 3, 0],
  ]);
});

test('CK7 the order by dots: over sessions, ties share a place, and what has no dot or was not asked about has none', () => {
  const sessions = [
    kept('s1', [
      { recommendation: 'a', dots: 4 },
      { recommendation: 'b', dots: 6 },
      { recommendation: 'c', dots: 0 },
    ]),
    kept('s2', [
      { recommendation: 'a', dots: 2 },
      { recommendation: 'd', dots: 9 },
    ]),
  ];
  const list = ['e', 'c', 'a', 'b', 'd'].map((id) => ({ id }));
  expect(byDots(list, sessions).map(({ one, dots: put, place }) => [one.id, put, place])).toEqual([
    ['d', 9, 1],
    ['a', 6, 2],
    ['b', 6, 2],
    ['c', 0, null],
    ['e', null, null],
  ]);
  expect(dotsOf('a', sessions)).toEqual({ n: 6, sessions: 2 });
});

import { expect, test } from '@jest/globals';
import { roundsApart } from '../../../core/release/roundsApart.ts';
import type { ReleasedBoard } from '../../../core/release/types.ts';
import { figureWith } from '../report/made.ts';
import { board, part, groupSet, whole } from '../report/quotesMade.ts';

const round = (n: 1 | 2, all: number[], parents: number[]): ReleasedBoard =>
  board([part(['Parent'], groupSet('parent'), parents)], {
    round: n,
    whole: { figure: figureWith(all), set: whole, reprinted: [] },
  });

test('F10 rounds in which nothing differs but a few people are pointed out, for the whole and each part', () => {
  const before = round(1, [0, 11, 0, 1, 0], [0, 5, 0, 1, 0]);
  const after = round(2, [0, 11, 0, 0, 0], [0, 5, 0, 0, 0]);
  expect(roundsApart([before, after], 5)).toMatchObject([
    { names: [], n: 1 },
    { names: ['Parent'], n: 1 },
  ]);
  // Whoever came is as plain as whoever left.
  expect(
    roundsApart(
      [
        { ...after, round: 1 },
        { ...before, round: 2 },
      ],
      5,
    ),
  ).toHaveLength(2);
});

test('F10 where others moved too, the same number answered, or enough people left, there is nothing to tell', () => {
  const before = round(1, [2, 11, 0, 1, 0], [0, 5, 0, 1, 0]);
  expect(roundsApart([before, round(2, [3, 9, 0, 1, 0], [1, 4, 0, 0, 0])], 5)).toEqual([]);
  expect(roundsApart([before, { ...before, round: 2 }], 5)).toEqual([]);
  expect(roundsApart([before, round(2, [2, 6, 0, 1, 0], [0, 0, 0, 1, 0])], 5)).toEqual([]);
  expect(roundsApart([before], 5)).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openForPaper } from '../../core/forPaper.ts';
import { isRefusal } from '../../core/refusal.ts';
import {
  decided,
  differencesOf,
  withNumber,
  withoutNumber,
  type Slip,
  type SlipAnswer,
} from '../../core/slips.ts';
import { facts, makeRoom, press } from '../support/room.ts';

const anAnswer = fc.record({
  answer: fc.constantFrom<SlipAnswer['answer']>(1, 2, 3, 'n', 'x'),
  comment: fc.constantFrom('', 'words', ' words ', 'other words'),
});
const aSlip: fc.Arbitrary<Slip> = fc
  .record({
    groups: fc.constantFrom<string[]>(['a'], ['b'], ['a', 'b']),
    quote: fc.boolean(),
    audience: fc.constantFrom('room' as const, 'team' as const),
    answers: fc.array(fc.option(anAnswer), { minLength: 3, maxLength: 3 }),
  })
  .map((slip) => ({
    ...slip,
    answers: slip.answers.flatMap((a, i) => (a === null ? [] : [{ board: i + 1, ...a }])),
  }));

describe('two entries of one slip', () => {
  test('SL5 an entry differs from itself in nothing, and spaces are no difference', () => {
    fc.assert(fc.property(aSlip, (slip) => expect(differencesOf(slip, slip)).toEqual([])));
    const said = (comment: string): Slip => ({
      groups: ['b', 'a'],
      quote: true,
      audience: 'room',
      answers: [{ board: 1, answer: 4, comment }],
    });
    expect(
      differencesOf(said('they  came\n late'), { ...said(' they came late '), groups: ['a', 'b'] }),
    ).toEqual([]);
    expect(differencesOf(said('they came'), said('They came'))).toEqual([{ about: 'comment', board: 1 }]);
  });

  test('SL5 whoever holds everywhere is what stands then', () => {
    fc.assert(
      fc.property(aSlip, aSlip, (first, second) => {
        const differences = differencesOf(first, second);
        for (const holds of ['first', 'second'] as const) {
          const choices = differences.map(() => holds);
          const wanted = holds === 'first' ? first : second;
          expect(differencesOf(decided(first, second, differences, choices), wanted)).toEqual([]);
        }
      }),
    );
  });

  test('SL5 each difference is chosen by itself; a statement that one left blank is chosen whole', () => {
    const first: Slip = {
      groups: ['a'],
      quote: false,
      audience: 'room',
      answers: [
        { board: 1, answer: 4, comment: 'one' },
        { board: 2, answer: 2, comment: 'two' },
      ],
    };
    const second: Slip = {
      groups: ['a'],
      quote: true,
      audience: 'room',
      answers: [
        { board: 1, answer: 5, comment: 'won' },
        { board: 3, answer: 'n', comment: 'three' },
      ],
    };
    const differences = differencesOf(first, second);
    expect(differences).toEqual([
      { about: 'answer', board: 1 },
      { about: 'comment', board: 1 },
      { about: 'answer', board: 2 },
      { about: 'answer', board: 3 },
      { about: 'quote' },
    ]);
    expect(decided(first, second, differences, ['second', 'first', 'second', 'second', 'first'])).toEqual({
      ...first,
      answers: [
        { board: 1, answer: 5, comment: 'one' },
        { board: 3, answer: 'n', comment: 'three' },
      ],
    });
  });
});

test('SL3 numbers are kept ascending and once, in whatever order they came', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(numbers, (list) => {
      const kept = [...list, ...list].reduce(withNumber, [] as number[]);
      expect(kept).toEqual(list.toSorted((a, b) => a - b));
      expect(withoutNumber(kept, list[0] ?? 0)).toEqual(kept.filter((n) => n !== list[0]));
    }),
  );
});

describe('opening for paper', () => {
  test('SL6 what was opened stays as it is, and the rest counts as closed with those who are there', () => {
    const room = press(makeRoom('guided', 3), 3);
    const opened = openForPaper(room, facts());
    if (isRefusal(opened)) throw new Error(opened.refusal);
    expect(opened.boards[0]).toEqual(room.boards[0]);
    expect(opened.boards.slice(1).map((b) => [b.state, b.opened, b.eligible])).toEqual([
      ['closed', true, { '': 12 }],
      ['closed', true, { '': 12 }],
    ]);
    expect({ ...opened, boards: [] }).toEqual({ ...room, boards: [] });
    expect(openForPaper(opened, facts())).toEqual({ refusal: 'wrong-state' });
  });

  test('SL6 from the lobby the session starts with it', () => {
    const room = makeRoom('walk-around', 2);
    expect(openForPaper(room, facts())).toMatchObject({ state: 'live', at: 1 });
  });
});

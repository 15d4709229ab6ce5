/** Flags by their kind, for those who read them before a report goes out and in the register. */
import { describe, expect, test } from '@jest/globals';
import type { ReleaseNote } from '../../../core/api.ts';
import { groupFlags, groupNotes, wasFlag } from '../../../core/release/flagGroups.ts';
import { flagsOf } from '../../../core/release/words.ts';
import { byGroup, peopleOf, release } from './room.ts';

const statement = { id: 's', notes: '', picture: null, scale: null, version: 1, wordings: [], earlier: [] };
const names = {
  consultation: { statements: [statement], rounds: 1 as const, breakdowns: 'shown' as const },
  sessions: [],
  floor: 5,
};
const key = (id: string, round: 1 | 2, of: string[], counts: number[]): string =>
  JSON.stringify([id, round, [1], of, counts]);
const flag = (code: string, statements: number[], words = code): ReleaseNote => ({ code, words, statements });
const NONE_AGREE = [3, 2, 1, 0, 0];

describe('F10 flags by their kind', () => {
  test('F10 figures of one statement stand on one line, with the parts that they are of', () => {
    const flags = [
      flag(key('a', 1, [], NONE_AGREE), [1]),
      flag(key('a', 1, ['Parents'], NONE_AGREE), [1]),
      flag(key('a', 1, ['Workers'], [0, 0, 0, 0, 6]), [1]),
      flag(key('b', 1, ['B', 'C'], NONE_AGREE), [2]),
    ];
    expect(groupFlags(flags, 1)).toMatchObject([
      {
        kind: 'none-agree',
        lines: [
          { statements: [1], round: null, parts: [[], ['Parents']] },
          { statements: [2], round: null, parts: [['B', 'C']] },
        ],
        codes: [flags[0]?.code, flags[1]?.code, flags[3]?.code],
      },
      { kind: 'one-answer', lines: [{ statements: [1], parts: [['Workers']] }] },
    ]);
  });

  test('F10 where there are two rounds each has a line of its own, which names it', () => {
    const flags = ([1, 2] as const).map((round) => flag(key('a', round, [], NONE_AGREE), [1]));
    expect(groupFlags(flags, 2)[0]?.lines.map((l) => l.round)).toEqual([1, 2]);
  });

  test('F10 all that a plan flags is read back from its code, and nothing is left without a group', () => {
    const people = [...peopleOf([['x', 'a', 10]], [4, 5]), ...peopleOf([['x', 'b', 6]], [5])];
    const told = [
      ...flagsOf(release(people, { units: byGroup('a') }).plan, names),
      ...flagsOf(release(people, { units: byGroup('a', 'b') }).plan, names),
    ];
    const groups = groupFlags(told, 1);
    expect(groups.map((g) => g.kind)).toEqual(['none-disagree', 'rest', 'one-answer']);
    expect(groups.flatMap((g) => g.codes).toSorted()).toEqual(told.map((f) => f.code).toSorted());
    expect(told.every(wasFlag)).toBe(true);
  });

  test('F10 what was confirmed about themes and their interviews is told among what was confirmed', () => {
    const codes = ['theme-twins', 'interviews-all', 'interviews-since'].map((word) => `${word} 0f3a`);
    expect(codes.filter((code) => !wasFlag({ code }))).toEqual([]);
  });

  test('F10 sentences stand as they are: signs together, others each for itself, and one that is not known too', () => {
    const flags = [
      flag('text-signs 1', [], 'In the summary'),
      flag('lost 2', [], 'Release 1 is lost'),
      flag('text-signs 3', [2], 'In the text under statement 2'),
      flag('new-kind 4', [1], 'Something new'),
    ];
    expect(groupFlags(flags, 1).map(({ kind, lines }) => [kind, lines.map((l) => l.words)])).toEqual([
      ['signs', ['In the summary', 'In the text under statement 2']],
      ['other', ['Release 1 is lost']],
      ['other', ['Something new']],
    ]);
  });
});

describe('F10 notes of the register', () => {
  test('F10 the same sentence about several statements is said once, with their numbers', () => {
    const notes = [
      flag('withheld', [3], 'No figure'),
      flag('merged', [], 'Merged'),
      flag('withheld', [1], 'No figure'),
    ];
    expect(groupNotes(notes)).toEqual([
      { code: 'withheld', words: 'No figure', statements: [1, 3] },
      { code: 'merged', words: 'Merged', statements: [] },
    ]);
    expect(notes.some(wasFlag)).toBe(false);
  });
});

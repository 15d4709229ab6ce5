import { describe, expect, test } from '@jest/globals';
import { linesOf } from '../../../core/analysis/lines.ts';
import { partsOf } from '../../../core/analysis/parts.ts';
import { compare } from '../../../core/report/compared.ts';
import { differText, sharedText } from '../../../core/report/comparedTexts.ts';
import { speechOf } from '../../../core/report/words.ts';
import { counts, page, statement } from '../analysis/made.ts';
import { figureWith, roundWith, statementWith } from './made.ts';

const agreeing = figureWith([0, 0, 1, 4, 1]);

describe('what the report compares', () => {
  test('F9 people in a group and in a unit of it are not counted twice as common ground', () => {
    const both = roundWith(figureWith([0, 0, 2, 8, 2]), { One: agreeing, Two: agreeing }, 1, [[0, 1]]);
    expect(compare([statementWith(1, [both])], true).common).toEqual([]);
    expect(compare([statementWith(1, [both])], true).comparable).toEqual([]);
    expect(compare([statementWith(1, [both])], false).common.length).toBe(1);
  });

  test('F9 everyone has to be on the side that every group is on', () => {
    const round = roundWith(figureWith([0, 20, 2, 8, 2]), { One: agreeing, Two: agreeing });
    const found = compare([statementWith(1, [round])], false);
    expect(found.comparable.length).toBe(1);
    expect(found.common).toEqual([]);
  });

  test('F9 groups under five answers are left out, and a split is never common ground', () => {
    const few = roundWith(figureWith([0, 0, 1, 7, 1]), { One: agreeing, Two: figureWith([0, 0, 0, 3, 0]) });
    expect(compare([statementWith(1, [few])], false).comparable).toEqual([]);
    const camp = figureWith([3, 0, 0, 0, 5]);
    const split = roundWith(figureWith([6, 0, 0, 0, 10]), { One: camp, Two: camp });
    const found = compare([statementWith(1, [split])], false);
    expect([found.common.length, found.camps.length]).toEqual([0, 1]);
  });

  test('F9 the words name the least number of answers and more than half', () => {
    const speech = speechOf('en');
    const common = roundWith(figureWith([0, 0, 2, 8, 2]), { One: agreeing, Two: agreeing });
    const against = roundWith(figureWith([2, 4, 2, 3, 1]), {
      One: figureWith([0, 0, 1, 3, 1]),
      Two: figureWith([2, 4, 1, 0, 0]),
      Three: figureWith([0, 2, 2, 2, 0]),
    });
    const found = compare([statementWith(1, [common]), statementWith(2, [against])], false);
    expect(sharedText(speech, found)).toContain('more than half of every group with 5 answers or more');
    expect(differText(speech, found)).toContain(
      'more than half agreed among One, more than half disagreed among Two and neither side had more than half among Three',
    );
  });

  test('F9 where there is no common ground, what is printed holds though every group was on one side', () => {
    const speech = speechOf('en');
    const camp = figureWith([3, 0, 0, 0, 5]);
    // Each group is on one side, and so is everyone; but they are in two camps.
    const camps = roundWith(figureWith([6, 0, 0, 0, 10]), { One: camp, Two: camp });
    // Each group is on one side; everyone together has no side.
    const nobody = roundWith(figureWith([0, 20, 2, 8, 2]), { One: agreeing, Two: agreeing });
    for (const round of [camps, nobody]) {
      const found = compare([statementWith(1, [round])], false);
      expect(found.common).toEqual([]);
      expect(sharedText(speech, found)).toBe(
        'No statement is common ground. For that, more than half of everyone, and more than half of every group with 5 answers or more, would have to be on the same side, without people standing in two camps: at least a quarter on either side, and their answers well apart.',
      );
    }
  });

  test('F4 F9 groups left out for sharing people are told to be', () => {
    const speech = speechOf('en');
    const round = roundWith(
      figureWith([0, 0, 4, 16, 4]),
      { One: agreeing, Two: agreeing, Three: agreeing, Four: figureWith([6, 0, 0, 0, 0]) },
      1,
      [[2, 3]],
    );
    const found = compare([statementWith(1, [round])], true);
    expect([found.common.length, found.leftOut]).toEqual([1, true]);
    for (const text of [sharedText(speech, found), differText(speech, found)])
      expect(text).toContain('Groups that share people with another are not compared.');
    const all = compare([statementWith(1, [round])], false);
    expect(all.leftOut).toBe(false);
    expect(sharedText(speech, all)).not.toContain('share people');
  });

  test('F9 a group too small to be compared is not said to stand with the others', () => {
    const against = figureWith([2, 1, 0, 0, 0]);
    const round = roundWith(figureWith([2, 1, 2, 8, 2]), { One: agreeing, Two: agreeing, Few: against });
    expect(differText(speechOf('en'), compare([statementWith(1, [round])], false))).toBe(
      'On no statement were more than half of one group with 5 answers or more on one side and more than half of another such group on the other.',
    );
  });

  test('F11 page and report sort the same answers alike', () => {
    const rows = [
      { 0: [0, 0, 1, 5, 2], 1: [0, 0, 1, 4, 1], 2: [0, 0, 0, 6, 0], 3: [9, 9, 9, 0, 0] },
      { 0: [0, 0, 1, 5, 2], 1: [0, 1, 1, 4, 1], 3: [0, 1, 0, 4, 1] },
      { 0: [0, 0, 1, 5, 2], 1: [5, 4, 1, 0, 0], 3: [0, 1, 0, 2, 0] },
      { 0: [5, 0, 0, 0, 6], 1: [5, 0, 0, 0, 6], 3: [5, 0, 0, 0, 6] },
    ];
    const here = page(...rows.map((row, i) => statement(i + 1, { counts: counts(0, 1, row) })));
    const lines = linesOf(here, partsOf(here, [], 'groups', [], [], 'Everyone'), [], 1);
    const published = lines.map(({ figures, everyone, shared, number }) => {
      const [, ...own] = figures;
      const parts = Object.fromEntries(own.map(({ part, figure }) => [part.label, figure]));
      const pairs = shared.filter(([a]) => a > 0).map(([a, b]) => [a - 1, b - 1] as const);
      return statementWith(number, [roundWith(everyone, parts, 1, pairs)]);
    });
    const found = compare(published, false);
    const numbers = (of: readonly { number: number }[]) => of.map((s) => s.number);
    expect(numbers(found.common.map((c) => c.statement))).toEqual(
      numbers(lines.filter((l) => l.common !== null)),
    );
    expect(numbers(found.split.map((c) => c.statement))).toEqual(
      numbers(lines.filter((l) => l.split?.is === 'between')),
    );
    expect(numbers(found.camps)).toEqual(numbers(lines.filter((l) => l.split?.is === 'within')));
    expect(lines.map((l) => l.common)).toEqual([null, 'agree', null, null]);
  });
});

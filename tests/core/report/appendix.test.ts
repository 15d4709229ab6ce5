import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { PublishedStatement } from '../../../core/report/input.ts';
import { figureWith, figuresOf, roundWith, sampleInput, statementWith } from './made.ts';

const yes = figureWith([0, 0, 1, 4, 1]);
const no = figureWith([2, 3, 1, 0, 0]);

async function sentences(statements: PublishedStatement[]): Promise<string[]> {
  const model = buildReport(await sampleInput({ statements, quotes: [] }));
  return figuresOf(model)
    .filter((f) => f.number.startsWith('A'))
    .map((f) => f.sentence);
}

describe('the sentence of a figure in the appendix', () => {
  test('F15 four statements in two rounds are four, each by its second round, for everyone and for each part', async () => {
    const statements = [1, 2, 3, 4].map((n) =>
      statementWith(n, [
        roundWith(no, { Young: no }),
        roundWith(n === 4 ? no : yes, { Young: n > 2 ? no : yes }, 2),
      ]),
    );
    expect(await sentences(statements)).toEqual([
      'Everyone: more people agreed than disagreed with 3 of 4 statements. More people disagreed than agreed with 1 of them. Where there were two rounds, the last with an answer is counted.',
      'Young: more people agreed than disagreed with 2 of 4 statements. More people disagreed than agreed with 2 of them. Where there were two rounds, the last with an answer is counted.',
    ]);
  });

  test('F15 a round that nobody answered or that is withheld leaves the one before it', async () => {
    const statements = [
      statementWith(1, [roundWith(yes), roundWith(figureWith([0, 0, 0, 0, 0]), {}, 2)]),
      statementWith(2, [roundWith(yes), roundWith(null, {}, 2)]),
    ];
    expect(await sentences(statements)).toEqual([
      'Everyone: more people agreed than disagreed with 2 of 2 statements. Where there were two rounds, the last with an answer is counted.',
    ]);
  });

  test('F15 one round needs no word about rounds, and both rounds of a statement stand in one chart', async () => {
    expect(await sentences([statementWith(1, [roundWith(yes)])])).toEqual([
      'Everyone: more people agreed than disagreed with 1 of 1 statements.',
    ]);
    expect(await sentences([1, 2, 3].map((n) => statementWith(n, [roundWith(no)])))).toEqual([
      'Everyone: with none of 3 statements did more people agree than disagree. More people disagreed than agreed with 3 of them.',
    ]);
    const many = Array.from({ length: 7 }, (_, i) =>
      statementWith(i + 1, [roundWith(yes), roundWith(yes, {}, 2)]),
    );
    const charts = figuresOf(buildReport(await sampleInput({ statements: many, quotes: [] })))
      .filter((f) => f.number.startsWith('A'))
      .map((f) => f.table.rows.length);
    expect(charts).toEqual([8, 6]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import { speechOf } from '../../../core/report/words.ts';
import type { PairedComparison } from '../../../core/statistics/compare.ts';
import { comparePaired } from '../../../core/statistics/compare.ts';
import { pairsOf, ROUNDS } from '../statistics/cases.ts';
import { figureWith, linesOf, sampleInput } from './made.ts';

const NOT_THE_SAME = 'The two rounds were not answered by the same people.';

/** Lines of one statement that was asked twice. */
async function lines(
  counts: readonly [number[], number[]],
  moved: ReportInput['moved'],
  more: Partial<ReportInput> = {},
): Promise<string[]> {
  const input = await sampleInput({ quotes: [], moved, ...more });
  const [first] = input.statements;
  if (first === undefined) throw new Error('The sample has no statement.');
  const rounds = ([1, 2] as const).map((round) => ({
    round,
    whole: figureWith(counts[round - 1] ?? []),
    reprinted: null,
    parts: [],
    shared: [],
  }));
  const statements = [{ ...first, rounds, notes: ['Who moved is not told.'] }];
  return linesOf(buildReport({ ...input, statements }), 'statement-1');
}

test('F10 where the bases differ it is said that the rounds had different people', async () => {
  expect(
    await lines(
      [
        [1, 2, 3, 3, 3],
        [1, 2, 3, 3, 2],
      ],
      null,
    ),
  ).toContain(NOT_THE_SAME);
  expect(
    await lines(
      [
        [1, 2, 3, 3, 3],
        [1, 3, 2, 3, 3],
      ],
      null,
    ),
  ).not.toContain(NOT_THE_SAME);
});

test('F10 a release that may not tell who moved says so once, and not that nobody is linked', async () => {
  const { statements } = await sampleInput();
  const moved = [{ statement: statements[0]?.id ?? '', result: comparePaired([]) }];
  const told = (
    await lines(
      [
        [1, 2, 3, 3, 3],
        [1, 2, 3, 3, 2],
      ],
      moved,
    )
  ).join('\n');
  expect(told).toContain('Who moved is not told.');
  expect(told).not.toContain('not linked');
  expect(told).not.toContain('gave the same answer');
});

describe('linked sessions', () => {
  const rounds: [number[], number[]] = [
    [1, 2, 3, 3, 3],
    [1, 2, 3, 3, 2],
  ];
  const team = async (result: PairedComparison | null, tests = false): Promise<string> => {
    const { statements, document } = await sampleInput();
    const id = statements[0]?.id ?? '';
    const moved = result === null ? null : [{ statement: id, result }];
    const show = { ...document.show, tests };
    return (
      await lines(rounds, moved, { audience: 'team', number: null, document: { ...document, show } })
    ).join('\n');
  };

  test('F3 where nobody gave an answer in both rounds the team is not told that answers are not linked', async () => {
    const nobody = await team(comparePaired([]));
    expect(nobody).toContain(
      'In the linked sessions nobody gave an answer on the scale in both rounds, so this is the change in the totals.',
    );
    expect(nobody).not.toContain('not linked');
    expect(await team(null)).toContain('Answers are not linked, so this is the change in the totals.');
  });

  test('F9 the tests say how p was found and what becomes of those who did not move', async () => {
    const told = await team(comparePaired(pairsOf(ROUNDS.before, ROUNDS.after)), true);
    expect(told).toContain(
      'Wilcoxon signed-rank test, two-sided p = 0.063 (exact); sign test, two-sided p = 0.125 (exact). Both leave out those who gave the same answer twice, which is Wilcoxon’s own rule.',
    );
    const many = Array.from({ length: 2500 }, (_, i): [number, number] => [1 + (i % 3), 2 + (i % 3)]);
    expect(await team(comparePaired(many), true)).toContain('p below 0.001 (by the normal approximation)');
  });
});

test('F15 one person, and one session in which nothing is under a theme, are said as one', async () => {
  const { statements } = await sampleInput();
  const one = (before: number, after: number): ReportInput['moved'] => [
    { statement: statements[0]?.id ?? '', result: comparePaired([[before, after]]) },
  ];
  const counts = [
    [0, 0, 0, 1, 0],
    [0, 0, 0, 1, 0],
  ] as [number[], number[]];
  const team = { audience: 'team' } as const;
  expect(await lines(counts, one(4, 4), team)).toContain(
    'The 1 person who answered in both rounds in linked sessions gave the same answer twice.',
  );
  expect(await lines(counts, one(4, 5), team)).toContain(
    '1 person answered in both rounds in linked sessions. Moved towards agreeing: 1. Moved towards disagreeing: 0. The same answer twice: 0.',
  );
  const { say } = speechOf('en');
  expect(say('figure.people.rounds', { n: 1, second: 3 })).toBe(
    '1 person answered in the first round, 3 in the second.',
  );
  expect(say('talk.intro.coded', { n: 1, k: 0 })).toBe(
    'Nothing in it was put under a theme. “Raised in” counts it all the same.',
  );
});

import { expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportInput } from '../../../core/report/input.ts';
import { comparePaired } from '../../../core/statistics/compare.ts';
import { figureWith, linesOf, sampleInput } from './made.ts';

const NOT_THE_SAME = 'The two rounds were not answered by the same people.';

/** Lines of one statement that was asked twice. */
async function lines(counts: readonly [number[], number[]], moved: ReportInput['moved']): Promise<string[]> {
  const input = await sampleInput({ quotes: [], moved });
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

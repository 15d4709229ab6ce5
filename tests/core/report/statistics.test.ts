import { describe, expect, test } from '@jest/globals';
import { numbersEn } from '../../../core/messages/numbers.en.ts';
import { reportEn } from '../../../core/messages/report.en.ts';
import { reportFiguresEn } from '../../../core/messages/reportFigures.en.ts';
import { reportStatisticsEn } from '../../../core/messages/reportStatistics.en.ts';
import type { FigureRow } from '../../../core/report/figures.ts';
import type { PublishedRound } from '../../../core/report/input.ts';
import { measureBlocks, testBlocks } from '../../../core/report/statistics.ts';
import { speechOf } from '../../../core/report/words.ts';
import { figureWith, roundWith, statementWith, textsOf } from './made.ts';

const speech = speechOf('en');
const none = { agreement: false, consensus: false, intervals: false, tests: false };
const ALWAYS = [
  'These people were not drawn at random from any population.',
  'Those in one session heard one another.',
  'Whole groups may have moved together.',
  'The p describes re-shuffling these people and nobody else.',
];

describe('measures', () => {
  const rows: FigureRow[] = [
    { label: 'Everyone', figure: figureWith([4, 5, 3, 14, 10]) },
    { label: 'Young', figure: figureWith([5, 0, 0, 0, 5]) },
    { label: 'Two', figure: figureWith([0, 0, 0, 1, 1]) },
  ];
  const table = (show: Partial<typeof none>): string[][] =>
    measureBlocks(speech, statementWith(1, []), rows, { ...none, ...show }).flatMap((b) =>
      b.kind === 'table' ? [b.head, ...b.rows] : [],
    );

  test('F9 nothing stands there unless it is asked for', () => {
    expect(measureBlocks(speech, statementWith(1, []), rows, none)).toEqual([]);
  });

  test('F9 agreement has its meaning in words beside it', () => {
    expect(table({ agreement: true, consensus: true })).toEqual([
      ['Who', 'Agreement A', 'In words', 'Consensus'],
      ['Everyone', '0.31', 'people are spread', '0.48'],
      ['Young', '−1.00', 'people see this differently, in two camps', '0.00'],
      ['Two', '0.75', 'too few people to put into words', '0.81'],
    ]);
  });

  test('F9 the words are about people and not about the statement: where all disagree they see it alike', () => {
    const against: FigureRow[] = [{ label: 'Everyone', figure: figureWith([17, 1, 0, 0, 0]) }];
    const blocks = measureBlocks(speech, statementWith(1, []), against, { ...none, agreement: true });
    const words = blocks.flatMap((b) => (b.kind === 'table' ? b.rows.map((row) => row[2]) : []));
    expect(words).toEqual(['people see this alike']);
  });

  test('F2 F9 an interval says what it assumes and is never of fewer than twenty people', () => {
    const blocks = measureBlocks(speech, statementWith(1, []), rows, { ...none, intervals: true });
    expect(blocks.flatMap(textsOf).join(' ')).toContain(
      'only if these people were a random sample of it. They are not.',
    );
    const cells = table({ intervals: true }).map((row) => row[1]?.replaceAll('\u00a0', ' '));
    expect(cells).toEqual([
      'Interval of the largest share',
      'agree: 50 % to 80 %',
      'not given below 20 people',
      'not given below 20 people',
    ]);
  });

  test('F9 an interval says whose share it is', () => {
    const cell = (counts: number[]) =>
      measureBlocks(speech, statementWith(1, []), [{ label: 'Everyone', figure: figureWith(counts) }], {
        ...none,
        intervals: true,
      }).flatMap((b) => (b.kind === 'table' ? [b.rows[0]?.[1]?.replaceAll('\u00a0', ' ')] : []));
    expect(cell([10, 14, 3, 5, 4])).toEqual(['disagree: 50 % to 80 %']);
    expect(cell([3, 4, 20, 5, 4])).toEqual(['neither: 40 % to 70 %']);
    expect(cell([5, 5, 4, 5, 5])).toEqual(['agree, and as many disagree: 24 % to 61 %']);
  });
});

describe('tests', () => {
  const a = figureWith([0, 0, 1, 3, 3]);
  const b = figureWith([1, 3, 1, 1, 0]);
  const c = figureWith([0, 1, 3, 0, 1]);
  const lines = (parts: Record<string, typeof a>, shared: PublishedRound['shared'] = []): string[] => {
    const round = roundWith(figureWith([0, 0, 100, 0, 0]), parts, 1, shared);
    return testBlocks(speech, statementWith(1, []), round).flatMap(textsOf);
  };

  test('F9 two groups have every caveat beside their p', () => {
    const [told, caveats] = lines({ Young: a, Adults: b });
    expect(told).toBe(
      'Compared by ranks: Young and Adults. Mann-Whitney test, two-sided p = 0.008 (exact). Cliff’s delta 0.86, a large difference. The least that groups of 7 and 6 can reach: p = 0.001 where no two people answer alike, p below 0.001 with these answers.',
    );
    for (const words of ALWAYS) expect(caveats).toContain(words);
  });

  test('F9 three groups have their pairs in a table, adjusted', () => {
    const blocks = testBlocks(
      speech,
      statementWith(1, []),
      roundWith(null, { Young: a, Adults: b, Staff: c }),
    );
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'note']);
    const pairs = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(pairs.map((row) => row[0])).toEqual(['Young and Adults', 'Young and Staff', 'Adults and Staff']);
    expect(blocks.flatMap(textsOf).join(' ')).toContain('their p is adjusted for that');
  });

  test('F9 a pair that cannot reach .05 beside so many others says how low it could have been', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 5 }, (_, g) => [
        `G${g + 1}`,
        figureWith(Array.from({ length: 5 }, (__, code) => (code === g ? 5 : 0))),
      ]),
    );
    const rows = testBlocks(speech, statementWith(1, []), roundWith(null, parts)).flatMap((block) =>
      block.kind === 'table' ? block.rows : [],
    );
    expect(rows).toHaveLength(10);
    for (const row of rows)
      expect(row[3]).toBe('p = 0.079; it could not have reached .05, the least is p = 0.079');
  });

  test('F9 groups too small for .05 are told to be', () => {
    expect(lines({ A: figureWith([0, 0, 0, 0, 3]), B: figureWith([3, 0, 0, 0, 0]) }).join(' ')).toContain(
      'could not have reached .05; the least it could reach is p = 0.100.',
    );
    expect(lines({ A: figureWith([0, 0, 0, 0, 3]), B: figureWith([3, 0, 0, 0, 0]) })[0]).toMatch(
      / The least that groups of 3 and 3 can reach: p = 0\.100\.$/u,
    );
  });

  test('F9 groups that share people are not tested, however many people are in no group; nor is one group', () => {
    expect(lines({ Young: a, Adults: b }, [[0, 1]])).toEqual([
      'The groups are not tested against each other: somebody belongs to two of them and would stand on both sides.',
    ]);
    expect(lines({ Young: a })).toEqual([]);
  });
});

test('F9 no word of the report claims that something is significant', () => {
  const all = { ...numbersEn, ...reportEn, ...reportFiguresEn, ...reportStatisticsEn };
  expect(JSON.stringify(all)).not.toMatch(/significan/iu);
  // One catalogue must not take another's words.
  const keys = [numbersEn, reportEn, reportFiguresEn, reportStatisticsEn].flatMap((part) =>
    Object.keys(part),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

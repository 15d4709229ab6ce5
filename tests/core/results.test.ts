import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figureOf, netAgreement, sides } from '../../core/results.ts';
import { partsFor } from '../../core/disclosure.ts';
import { median, quantile } from '../../core/statistics/quantile.ts';
import { count, inGroups, rowsOf, type Tally } from '../../core/tally.ts';
import type { Answer } from '../../core/scale.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';

const where = { session: 'a', statement: 's', round: 1, version: 1 } as const;
const everyone = { sessions: [], groups: [], statement: 's', round: 1 } as const;

function tallyOf(answers: readonly (readonly [string, Answer])[]): Tally {
  const tally: Tally = new Map();
  for (const [membership, answer] of answers) count(tally, membership, answer, 1);
  return tally;
}

describe('figures', () => {
  test('F3 declined and not answered are apart from the answers', () => {
    const tally = tallyOf([
      ['', 5],
      ['', 5],
      ['', 1],
      ['', 'n'],
      ['', 'x'],
    ]);
    const eligible = [{ ...where, membership: '', n: 9 }];
    expect(figureOf(rowsOf(tally, where), eligible, everyone, DEFAULT_SCALE)).toEqual({
      counts: [1, 0, 0, 0, 2],
      n: 3,
      declined: { n: 1, x: 1 },
      notAnswered: 4,
      median: 5,
      percent: null,
    });
  });

  test('F2 percentages from twenty people on', () => {
    const rows = (n: number) => rowsOf(tallyOf(Array.from({ length: n }, () => ['', 4] as const)), where);
    expect(figureOf(rows(19), null, everyone, DEFAULT_SCALE).percent).toBeNull();
    expect(figureOf(rows(20), null, everyone, DEFAULT_SCALE).percent).toEqual([0, 0, 0, 100, 0]);
  });

  test('F4 someone in two groups is counted once in their union and once in the whole', () => {
    const rows = rowsOf(
      tallyOf([
        ['a+b', 5],
        ['a', 4],
        ['b', 1],
        ['c', 2],
      ]),
      where,
    );
    const n = (groups: string[]) => figureOf(rows, null, { ...everyone, groups }, DEFAULT_SCALE).n;
    expect([n([]), n(['a']), n(['b']), n(['a', 'b']), n(['c'])]).toEqual([4, 2, 2, 3, 1]);
  });

  test('F4 any union of sessions is the sum of their figures', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 }))), (answers) => {
        const rows = [0, 1, 2, 3].flatMap((s) =>
          rowsOf(tallyOf(answers.filter(([at]) => at === s).map(([, code]) => ['', code] as const)), {
            ...where,
            session: String(s),
          }),
        );
        const figure = (sessions: string[]) =>
          figureOf(rows, null, { ...everyone, sessions }, DEFAULT_SCALE).counts;
        const sum = figure(['1']).map((c, i) => c + (figure(['3'])[i] ?? 0));
        expect(figure(['1', '3'])).toEqual(sum);
      }),
    );
  });

  test('F1 median by type 2 and net agreement as in the worked cases', () => {
    const counts = [1, 2, 1, 3, 1];
    expect([0.25, 0.5, 0.75].map((p) => quantile(counts, p))).toEqual([2, 3.5, 4]);
    expect(median([0, 0, 0])).toBeNull();
    const figure = figureOf(
      rowsOf(
        tallyOf([4, 5, 3, 14, 10].flatMap((n, i) => Array.from({ length: n }, () => ['', i + 1] as const))),
        where,
      ),
      null,
      everyone,
      DEFAULT_SCALE,
    );
    expect(netAgreement(figure)).toBeCloseTo(41.67, 2);
    expect(sides([1, 2, 3, 4])).toEqual({ disagree: 3, middle: 0, agree: 7 });
  });
});

describe('H4 splits by group', () => {
  const many = (membership: string, n: number) =>
    Array.from({ length: n }, (_, i) => [membership, (i % 5) + 1] as const);

  test('groups that reach the floor stand alone; a small one is merged with the next smallest', () => {
    expect(partsFor(['a', 'b'], tallyOf([...many('a', 5), ...many('b', 6)]), 5)).toEqual([['a'], ['b']]);
    const tally = tallyOf([...many('a', 12), ...many('b', 9), ...many('c', 4)]);
    expect(partsFor(['a', 'b', 'c'], tally, 10)).toEqual([['a'], ['b', 'c']]);
  });

  test('no split where merging leaves one part, or where people without a group would follow by subtraction', () => {
    expect(partsFor(['a', 'b'], tallyOf([...many('a', 9), ...many('b', 2)]), 5)).toBeNull();
    expect(partsFor(['a', 'b'], tallyOf([...many('a', 9), ...many('b', 9), ...many('', 2)]), 5)).toBeNull();
    expect(partsFor(['a'], tallyOf(many('a', 30)), 5)).toBeNull();
  });

  test('declined answers are no base', () => {
    const declined = Array.from({ length: 9 }, () => ['b', 'n'] as const);
    expect(partsFor(['a', 'b'], tallyOf([...many('a', 9), ...declined, ...many('b', 1)]), 5)).toBeNull();
  });

  test('groups that share a few people are merged, so that the few cannot be worked out', () => {
    const tally = tallyOf([...many('a', 8), ...many('b', 8), ...many('a+b', 2), ...many('c', 7)]);
    expect(partsFor(['a', 'b', 'c'], tally, 5)).toEqual([['a', 'b'], ['c']]);
  });

  test('whatever the numbers, every part, every difference of parts and the remainder is nought or reaches the floor', () => {
    const groups = ['a', 'b', 'c', 'd'];
    const memberships = ['', 'a', 'b', 'c', 'd', 'a+b', 'b+d'];
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 7, maxLength: 7 }),
        fc.constantFrom(5, 8, 10),
        (sizes, floor) => {
          const tally = tallyOf(memberships.flatMap((m, i) => many(m, sizes[i] ?? 0)));
          const parts = partsFor(groups, tally, floor);
          if (parts === null) return;
          const n = (part: string[]) =>
            memberships.reduce(
              (sum, m, i) => (m !== '' && inGroups(m, part) ? sum + (sizes[i] ?? 0) : sum),
              0,
            );
          const safe = (x: number) => x === 0 || x >= floor;
          for (const part of parts) expect(safe(n(part))).toBe(true);
          expect(safe(sizes[0] ?? 0)).toBe(true);
          for (const a of parts)
            for (const b of parts) {
              if (a === b) continue;
              const both = n(a) + n(b) - n([...a, ...b]);
              if (both === 0) continue;
              for (const x of [both, n(a) - both, n(b) - both]) expect(safe(x)).toBe(true);
            }
        },
      ),
      { numRuns: 500 },
    );
  });
});

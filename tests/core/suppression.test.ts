import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cell, intervalsOf, suppress } from '../../core/suppression.ts';

/** Federal Committee on Statistical Methodology, Working Paper 22: delinquent children by county and education. */
const FCSM = [
  [15, 1, 3, 1],
  [20, 10, 10, 15],
  [3, 10, 10, 2],
  [12, 14, 7, 2],
];
const shown = (result: ReturnType<typeof suppress>) =>
  result?.hidden.map(({ cell, low, high }) => [...cell, low, high]);

/** Every table of whole numbers with the same shown cells and margins. */
function solutions(table: readonly (readonly number[])[], hidden: readonly Cell[]): number[][] {
  const rows = table.map((_, i) =>
    hidden.filter((c) => c[0] === i).reduce((n, [a, b]) => n + (table[a]?.[b] ?? 0), 0),
  );
  const columns = (table[0] ?? []).map((_, j) =>
    hidden.filter((c) => c[1] === j).reduce((n, [a, b]) => n + (table[a]?.[b] ?? 0), 0),
  );
  const found: number[][] = [];
  const go = (at: number, values: number[]): void => {
    const cell = hidden[at];
    if (cell === undefined) {
      if (rows.every((n) => n === 0) && columns.every((n) => n === 0)) found.push(values);
      return;
    }
    const [i, j] = cell;
    // The last of a row has to take what is left of it.
    const last = hidden.slice(at + 1).every((c) => c[0] !== i);
    for (let v = last ? (rows[i] ?? 0) : 0; v <= Math.min(rows[i] ?? 0, columns[j] ?? 0); v += 1) {
      rows[i] = (rows[i] ?? 0) - v;
      columns[j] = (columns[j] ?? 0) - v;
      go(at + 1, [...values, v]);
      rows[i] = (rows[i] ?? 0) + v;
      columns[j] = (columns[j] ?? 0) + v;
    }
  };
  go(0, []);
  return found;
}

describe('F10 cells hidden in a table with margins', () => {
  test('F10 the FCSM table: hiding the small cells alone hides nothing', () => {
    const small: Cell[] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [2, 0],
      [2, 3],
      [3, 3],
    ];
    expect(solutions(FCSM, small)).toHaveLength(1);
    for (const [low, high] of intervalsOf(FCSM, small).values()) expect(low).toBe(high);
  });

  test('F10 the FCSM table: two in each row and column leave one cell exact', () => {
    const two: Cell[] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 0],
      [3, 3],
    ];
    expect(solutions(FCSM, two)).toHaveLength(25);
    expect(intervalsOf(FCSM, two).get('0,3')).toEqual([1, 1]);
  });

  test('F10 the FCSM table: three more cells protect it, with the printed intervals', () => {
    const result = suppress(FCSM, 4);
    expect(result?.added).toEqual(
      expect.arrayContaining([
        [3, 2],
        [2, 1],
        [3, 0],
      ]),
    );
    expect(result?.added).toHaveLength(3);
    expect(shown(result)).toEqual([
      [0, 1, 0, 5],
      [0, 2, 0, 5],
      [0, 3, 0, 5],
      [2, 0, 0, 9],
      [2, 1, 6, 11],
      [2, 3, 0, 5],
      [3, 0, 6, 15],
      [3, 2, 5, 10],
      [3, 3, 0, 5],
    ]);
    expect(solutions(FCSM, result?.hidden.map((h) => h.cell) ?? [])).toHaveLength(90);
  });

  test('F10 small tables with their intervals', () => {
    const two = suppress(
      [
        [20, 3],
        [15, 12],
      ],
      5,
    );
    expect(two?.hidden).toHaveLength(4);
    expect(two?.hidden.find((h) => h.small)).toMatchObject({ cell: [0, 1], low: 0, high: 15 });
    const three = suppress(
      [
        [8, 2],
        [7, 6],
        [9, 5],
      ],
      5,
    );
    expect(three?.hidden.map((h) => h.cell)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(three?.hidden.find((h) => h.small)).toMatchObject({ low: 0, high: 8 });
  });

  test('F10 nothing to hide, nothing that could protect, and a wanted width', () => {
    expect(
      suppress(
        [
          [9, 0],
          [8, 7],
        ],
        5,
      ),
    ).toEqual({ hidden: [], added: [] });
    expect(suppress([[3, 9]], 5)).toBeNull();
    expect(
      suppress(
        [
          [3, 1],
          [1, 9],
        ],
        5,
        20,
      ),
    ).toBeNull();
  });

  test('F10 intervals are those of all solutions', () => {
    const tables = fc.array(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 6 }),
        (table, picks) => {
          const hidden = [
            ...new Map(
              picks.map(([i, j]): [string, Cell] => [`${i % table.length},${j}`, [i % table.length, j]]),
            ).values(),
          ];
          const found = solutions(table, hidden);
          const exact = intervalsOf(table, hidden);
          for (const [at, cell] of hidden.entries()) {
            const values = found.map((s) => s[at] ?? 0);
            expect(exact.get(String(cell))).toEqual([Math.min(...values), Math.max(...values)]);
          }
        },
      ),
    );
  });
});

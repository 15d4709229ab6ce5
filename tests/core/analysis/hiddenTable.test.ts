import { describe, expect, test } from '@jest/globals';
import { hiddenAsText, hiddenTable } from '../../../core/analysis/hiddenTable.ts';
import type { Figure } from '../../../core/results.ts';

const figure = (counts: number[], declined = { n: 0, x: 0 }): Figure => ({
  counts,
  n: counts.reduce((a, b) => a + b, 0),
  declined,
  notAnswered: null,
  median: null,
  percent: null,
});
const part = (label: string, counts: number[]) => ({ label, figure: figure(counts) });
const words = {
  who: 'Who',
  answers: ['No', 'Perhaps', 'Yes'],
  total: 'All',
  everyone: 'Everyone',
  rest: 'Everyone else',
  hidden: 'hidden',
};

describe('a table with its small cells hidden', () => {
  test('F10 small cells are hidden, and with them what they could be worked out from', () => {
    const parts = [part('A', [20, 9, 7]), part('B', [15, 3, 12])];
    const table = hiddenTable(figure([35, 12, 19]), parts, [], 5);
    // B's 3 alone would follow from its row and its column.
    expect(table?.rows.map((r) => r.cells.filter((c) => c === null).length)).toEqual([2, 2]);
    expect(table).toMatchObject({ small: 1, others: 3, totals: [35, 12, 19], total: 66 });
    expect(table?.rows[1]?.cells[1]).toBeNull();
  });

  test('F10 the counts of research section 4.2 are not to be had by subtraction', () => {
    const parts = [part('A', [1, 1, 0, 5, 4]), part('B', [0, 2, 2, 6, 5]), part('C', [3, 2, 1, 3, 1])];
    const table = hiddenTable(figure([4, 5, 3, 14, 10]), parts, [], 5);
    // Hiding all under five would leave 14 - 5 - 6 = 3 to be read off.
    const agree = table?.rows.map((r) => r.cells[3]) ?? [];
    expect(agree.filter((c) => c === null).length).toBeGreaterThan(1);
  });

  test('F3 declined answers are columns, and whoever is in no part is a row, so that all adds up', () => {
    const everyone = figure([10, 10, 10], { n: 6, x: 5 });
    const table = hiddenTable(everyone, [part('A', [8, 5, 10])], ['n', 'x'], 3);
    expect(table?.totals).toEqual([10, 10, 10, 6, 5]);
    expect(table?.rows.map((r) => [r.label, r.total])).toEqual([
      ['A', 23],
      [null, 18],
    ]);
  });

  test('F10 where nothing protects a small cell there is no table', () => {
    expect(hiddenTable(figure([3, 9, 0]), [part('A', [3, 9, 0])], [], 5)).toBeNull();
  });

  test('F12 it is copied as cells, whatever is in a name', () => {
    const parts = [part('A\tB\nC', [20, 9, 7]), part('B', [15, 3, 12])];
    const table = hiddenTable(figure([35, 12, 19]), parts, [], 5);
    if (table === null) throw new Error('There is no table.');
    const lines = hiddenAsText(table, words)
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines.map((line) => line.length)).toEqual([5, 5, 5, 5]);
    expect(lines[2]?.[0]).toBe('A B C');
    expect(lines.flat().filter((cell) => cell === 'hidden')).toHaveLength(4);
    expect(lines[1]).toEqual(['Everyone', '35', '12', '19', '66']);
  });
});

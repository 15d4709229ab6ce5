/** Columns that hold their words and numbers. */
import { describe, expect, test } from '@jest/globals';
import { columnWidths } from '../../../server/report/columns.ts';

const ANSWERS = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];
const COUNTS = ['112\n21\u00a0%', '7', '30', '4', '100'];
/** Letters that a column has on an A4 page. */
const letters = (table: Parameters<typeof columnWidths>[0]): number[] =>
  columnWidths(table).map((w) => w * 115);

describe('the columns of a table', () => {
  test('F11 ten columns of a figure hold each word of their heads, and the names have room', () => {
    const head = ['Who', ...ANSWERS, 'Answered', 'Rather not say', 'Does not apply to me', 'No answer'];
    const row = ['Grandparents and kinship carers', ...COUNTS, '253', '1', '0', 'not given'];
    const numeric = head.slice(1).map((_, i) => i + 1);
    const widths = letters({ kind: 'table', caption: '', head, rows: [row], numeric });
    expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(115);
    for (const [i, name] of head.entries())
      for (const word of name.split(' ')) expect(widths[i]).toBeGreaterThan(word.length + 2);
    expect(widths[0]).toBeGreaterThan(20);
  });

  test('F11 numbers have columns of one width where there is room', () => {
    const head = ['Who', 'Disagree', 'Agree', 'Answered'];
    const rows = [['Parents', '1', '2', '3']];
    const [, ...numbers] = letters({ kind: 'table', caption: '', head, rows, numeric: [1, 2, 3] });
    expect(new Set(numbers.map((n) => n.toFixed(3))).size).toBe(1);
  });

  test('F11 columns of texts share what is left by how much they have to say', () => {
    const head = ['Who', 'Agreement A', 'In words'];
    const rows = [['Everyone', '0.47', 'people see this differently, in two camps']];
    const [who = 0, measure = 0, words = 0] = letters({
      kind: 'table',
      caption: '',
      head,
      rows,
      numeric: [],
    });
    expect(words).toBeGreaterThan(2 * who);
    expect(measure).toBeGreaterThan('Agreement'.length + 2);
  });

  test('F11 a word that is broken in print takes no room from the heads', () => {
    const head = ['Statement', ...ANSWERS, 'Answered', 'Rather not say', 'Does not apply to me'];
    const row = ['a_very_long_unbroken_word_'.repeat(3), ...COUNTS, '253', '1', '0'];
    const numeric = head.slice(1).map((_, i) => i + 1);
    const widths = letters({ kind: 'table', caption: '', head, rows: [row], numeric });
    for (const [i, name] of head.entries())
      for (const word of name.split(' ')) expect(widths[i]).toBeGreaterThan(word.length + 2);
  });

  test('F11 a table that says nothing yet has columns all the same', () => {
    const widths = columnWidths({ kind: 'table', caption: '', head: ['Who', ''], rows: [], numeric: [1] });
    expect(widths.every((w) => w > 0)).toBe(true);
  });
});

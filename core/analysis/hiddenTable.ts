/** A statement's table with its small cells hidden, for a researcher's own paper (core/suppression.ts). */
import type { Figure } from '../results.ts';
import type { Decline } from '../scale.ts';
import { suppress } from '../suppression.ts';

/** Least number that a cell shows, to choose from: a cell of 1 to one less is hidden. */
export const CELL_THRESHOLDS = [3, 5, 10] as const;

export interface HiddenRow {
  /** Null: everyone who is in none of the parts. */
  label: string | null;
  /** Counts of the codes 1..k, then of the ways to decline; null: hidden. */
  cells: (number | null)[];
  total: number;
}

export interface HiddenTable {
  rows: HiddenRow[];
  totals: number[];
  total: number;
  /** Cells hidden because they are small, and to protect these. */
  small: number;
  others: number;
}

/**
 * Rows of parts that share nobody, and of everyone else where somebody is left, with both totals.
 *
 * @param declines the ways to decline that the scale offers
 * @param threshold a cell of 1 to threshold - 1 is hidden
 * @returns null where no choice of cells protects the small ones, or the table is too large to be searched:
 *   then none may be printed
 */
export function hiddenTable(
  everyone: Figure,
  parts: readonly { label: string; figure: Figure }[],
  declines: readonly Decline[],
  threshold: number,
): HiddenTable | null {
  const countsOf = ({ counts, declined }: Figure): number[] => [
    ...counts,
    ...declines.map((d) => declined[d]),
  ];
  const totals = countsOf(everyone);
  const table = parts.map(({ figure }) => countsOf(figure));
  const rest = totals.map((n, j) => n - table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const labels: (string | null)[] = parts.map(({ label }) => label);
  if (rest.some((n) => n !== 0) || table.length === 0) {
    table.push(rest);
    labels.push(null);
  }
  const found = suppress(table, threshold);
  if (found === null) return null;
  const hidden = new Set(found.hidden.map(({ cell }) => String(cell)));
  const sum = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0);
  const small = found.hidden.filter((h) => h.small).length;
  return {
    rows: table.map((row, i) => ({
      label: labels[i] ?? null,
      cells: row.map((n, j) => (hidden.has(String([i, j])) ? null : n)),
      total: sum(row),
    })),
    totals,
    total: sum(totals),
    small,
    others: found.hidden.length - small,
  };
}

/** The table as lines of tab-separated cells, as spreadsheets and word processors take it from the clipboard. */
export function hiddenAsText(
  { rows, totals, total }: HiddenTable,
  words: {
    who: string;
    answers: readonly string[];
    total: string;
    everyone: string;
    rest: string;
    hidden: string;
  },
): string {
  // A label that brings a tab or a line of its own would move the cells.
  const plain = (text: string): string => text.replace(/\s+/gu, ' ');
  const lines = [
    [words.who, ...words.answers, words.total],
    [words.everyone, ...totals.map(String), String(total)],
    ...rows.map(({ label, cells, total: n }) => [
      label ?? words.rest,
      ...cells.map((c) => (c === null ? words.hidden : String(c))),
      String(n),
    ]),
  ];
  return lines.map((line) => line.map(plain).join('\t')).join('\n');
}

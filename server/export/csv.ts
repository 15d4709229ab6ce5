/** CSV in two forms: exact for programs, and safe for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import type { Column } from './columns.ts';

export type Cell = string | number | null;
/** `data`: exact, without a byte order mark. `excel`: with one, and formula-safe. */
export type Form = 'data' | 'excel';

// Where a spreadsheet may begin a cell: at the start, after a line break, and, in a country where another
// separator is usual, after a semicolon or tab inside the text, quotes or not.
const CELL_START = /(^|[\r\n,;|\t])([\s"]*)(?=[=+\-@＝＋－＠])/gu;

/**
 * Makes a text harmless in a spreadsheet: an apostrophe goes before `=`, `+`, `-`, `@` and their
 * full-width forms wherever a cell could begin, and before a text that begins with a tab or line break.
 */
export function formulaSafe(text: string): string {
  const safe = text.replace(CELL_START, "$1$2'");
  return /^[\t\r\n]/u.test(safe) ? `'${safe}` : safe;
}

const OPTIONS = {
  record_delimiter: 'windows',
  // The writer quotes a cell with the whole record delimiter in it, but not one with a lone CR or LF.
  quoted_match: /[\r\n]/,
} as const;

/** The header row, with the byte order mark that makes Excel read UTF-8. */
export function headerOf(columns: readonly Column[], form: Form): string {
  return (form === 'excel' ? '\ufeff' : '') + stringify([columns.map((c) => c.name)], OPTIONS);
}

/** Makes rows into CSV; in the form for Excel the free texts are made safe. */
export function rowsToCsv(columns: readonly Column[], rows: readonly Cell[][], form: Form): string {
  if (form === 'data') return stringify(rows as Cell[][], OPTIONS);
  const free = columns.flatMap((column, i) => (column.free === true ? [i] : []));
  return stringify(
    rows.map((row) => {
      const safe = [...row];
      for (const i of free) {
        const value = safe[i];
        if (typeof value === 'string' && value !== '') safe[i] = formulaSafe(value);
      }
      return safe;
    }),
    OPTIONS,
  );
}

/** CSV in three forms: exact for programs, safe for spreadsheets, on one line for SPSS. */
import { stringify } from 'csv-stringify/sync';
import type { Column } from './columns.ts';

export type Cell = string | number | null;
/**
 * `data`: exact, without a byte order mark. `excel`: with one, and formula-safe. `spss`: as `data`, but
 * with line breaks written as `\n` and `\r`, because SPSS takes every one for the end of a row.
 */
export type Form = 'data' | 'excel' | 'spss';

/** What a formula can begin with. */
const SIGN = /[=+\-@＝＋－＠]/gu;

/**
 * Makes a text harmless in a spreadsheet: an apostrophe goes before `=`, `+`, `-`, `@` and their
 * full-width forms wherever a cell could begin, and before a text that begins with a tab or line break.
 */
export function formulaSafe(text: string): string {
  const safe = text.replace(SIGN, (sign, at: number) => (beginsCell(text, at) ? `'${sign}` : sign));
  return /^[\t\r\n]/u.test(safe) ? `'${safe}` : safe;
}

/**
 * Whether a spreadsheet could begin a cell with this sign: at the start, after a line break, and, where
 * another separator was chosen, after a semicolon, bar, tab or space inside the text, quotes or not. A
 * sign between two plain spaces does not count: cut there it is alone in its cell, where it does nothing.
 */
function beginsCell(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && /[\s"]/u.test(text.charAt(from - 1))) from -= 1;
  if (from === 0 || ',;|'.includes(text.charAt(from - 1))) return true;
  const between = text.slice(from, at);
  const alone = /^"* +$/.test(between) && text.charAt(at + 1) === ' ';
  return /\s/u.test(between) && !alone;
}

const ONE_LINE: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** Writes a backslash twice, and line breaks as a backslash and a letter. */
function oneLine(text: string): string {
  return text.replace(/[\\\n\r]/g, (sign) => ONE_LINE[sign] ?? sign);
}

const CHANGED: Record<Form, ((text: string) => string) | null> = {
  data: null,
  excel: formulaSafe,
  spss: oneLine,
};

const OPTIONS = {
  record_delimiter: 'windows',
  // A lone CR or LF is quoted in any case, whatever the writer makes of its record delimiter.
  quoted_match: ['\r', '\n'],
};

/** Rows are made into text this many at a time, a few milliseconds' work. */
const BATCH = 500;

/** The header row, with the byte order mark that makes Excel read UTF-8. */
function headerOf(columns: readonly Column[], form: Form): string {
  return (form === 'excel' ? '\ufeff' : '') + stringify([columns.map((c) => c.name)], OPTIONS);
}

/** Makes rows into CSV; but for the form `data` the free texts are changed. */
function rowsToCsv(free: readonly number[], rows: readonly Cell[][], form: Form): string {
  const change = CHANGED[form];
  if (change === null) return stringify(rows as Cell[][], OPTIONS);
  return stringify(
    rows.map((row) => {
      const changed = [...row];
      for (const i of free) {
        const value = changed[i];
        if (typeof value === 'string' && value !== '') changed[i] = change(value);
      }
      return changed;
    }),
    OPTIONS,
  );
}

export type Pages = Iterable<Cell[][]> | AsyncIterable<Cell[][]>;

/** A whole file, piece by piece. */
export async function* csvChunks(
  columns: readonly Column[],
  pages: Pages,
  form: Form,
): AsyncGenerator<string> {
  const free = columns.flatMap((column, i) => (column.free === true ? [i] : []));
  yield headerOf(columns, form);
  for await (const rows of pages)
    for (let i = 0; i < rows.length; i += BATCH) yield rowsToCsv(free, rows.slice(i, i + BATCH), form);
}

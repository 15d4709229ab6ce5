/** Reading a CSV text into rows that know their line, so that a fault can be found again in the file. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Refusal } from '../../core/refusal.ts';
import { refuse } from '../../core/refusal.ts';

export interface Row {
  /** Line of the file on which the row begins, from 1; a row may run over several. */
  line: number;
  cells: string[];
}

export interface Table {
  file: string;
  /** Position of each column by its name. */
  columns: ReadonlyMap<string, number>;
  rows: Row[];
}

/** A refusal that names file and line. */
export function faultAt(file: string, line: number, expected: string): Refusal {
  return refuse('bad-file', `${file} line ${line}`, expected);
}

/** A value of the file inside a sentence: quoted, and cut when it is long. */
export function quoted(value: string): string {
  return value.length > 30 ? `"${value.slice(0, 30)}…"` : `"${value}"`;
}

/**
 * Rows of a CSV text with their lines. A BOM, CRLF, line breaks inside quotes and empty lines are
 * understood. Line breaks inside cells come out as LF.
 *
 * @param loose takes quotes in the middle of an unquoted cell as they stand
 */
export function readRows(file: string, text: string, loose = false): Row[] | Refusal {
  const rows: Row[] = [];
  let line = 1;
  try {
    // The parser counts a CRLF inside quotes as two lines, so line ends are made alike first.
    parse(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), {
      relax_column_count: true,
      relax_quotes: loose,
      record_delimiter: '\n',
      on_record: (cells: string[], context) => {
        if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
        line = context.lines + 1;
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return faultAt(file, line, WORDS[error.code] ?? 'a readable CSV row');
  }
}

const WORDS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a closing quote: one was opened and never closed',
  INVALID_OPENING_QUOTE: 'quotes around the whole cell, not inside it',
  CSV_INVALID_CLOSING_QUOTE: 'a comma or a line end after the closing quote',
};

/**
 * A table with a header row.
 *
 * @param needed columns that must be there; others may be
 * @returns the table, or a refusal for a missing or doubled column or a row of another length
 */
export function readTable(file: string, text: string, needed: readonly string[]): Table | Refusal {
  const all = readRows(file, text);
  if ('refusal' in all) return all;
  const [header, ...rows] = all;
  if (header === undefined) return faultAt(file, 1, 'a header row');
  const columns = new Map<string, number>();
  for (const [i, title] of header.cells.entries()) {
    const name = title.trim();
    if (columns.has(name))
      return faultAt(file, header.line, `each column once, but ${quoted(name)} is there twice`);
    columns.set(name, i);
  }
  const missing = needed.filter((name) => !columns.has(name));
  if (missing.length > 0) return faultAt(file, header.line, `the column ${missing.join(', ')}`);
  const odd = rows.find((row) => row.cells.length !== header.cells.length);
  if (odd !== undefined)
    return faultAt(file, odd.line, `${header.cells.length} cells as in the header, not ${odd.cells.length}`);
  return { file, columns, rows };
}

/** The text of one cell; empty where the table has no such column. */
export function cell(table: Table, row: Row, column: string): string {
  return row.cells[table.columns.get(column) ?? -1] ?? '';
}

/** A whole number without a sign, or null. Fifteen digits keep it exact. */
export function wholeNumber(text: string): number | null {
  const bare = text.trim();
  return /^\d{1,15}$/.test(bare) ? Number(bare) : null;
}

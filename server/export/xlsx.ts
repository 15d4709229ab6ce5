/**
 * The tables as one Excel workbook. write-excel-file makes the workbook with each sheet's bold, frozen
 * header and widths; it holds all it writes, so the rows are then put in one by one as the file is zipped.
 * Every text is a string cell, which no program takes for a formula.
 */
import { PassThrough } from 'node:stream';
import { unzipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { SHEET_ROWS, type Column } from './columns.ts';
import type { Cell } from './csv.ts';
import type { Chunks } from './part.ts';
import type { Table } from './tables.ts';
import { openArchive } from './zip.ts';

const WIDTHS: Record<Column['type'], number> = { id: 16, text: 24, integer: 12, date: 12, code: 14 };

/** Wide for the words people typed, which wrap nowhere else. */
const FREE_WIDTH = 40;

/**
 * @param first lines of the sheet that comes first, which says what this is
 * @param date what the files inside are dated, YYYY-MM-DD
 * @param most rows of a sheet, for tests
 */
export async function* workbook(
  tables: readonly Table[],
  first: readonly string[],
  date: string,
  most = SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  const skeleton = unzipSync(await emptyWorkbook(tables, first));
  const out = new PassThrough({ highWaterMark: 1 << 18 });
  const writing = fill(skeleton, tables, date, most, out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  for await (const chunk of out) yield chunk as Uint8Array;
  await writing;
}

function emptyWorkbook(tables: readonly Table[], first: readonly string[]): Promise<Uint8Array> {
  const [mark = '', ...lines] = first;
  return writeWorkbook([
    {
      sheet: 'README',
      data: [[{ value: mark, fontWeight: 'bold' }], ...lines.map((value) => [{ value, wrap: true }])],
      columns: [{ width: 110 }],
    },
    ...tables.map(({ name, columns }) => ({
      sheet: name,
      data: [columns.map((c) => ({ value: c.name, fontWeight: 'bold' as const }))],
      stickyRowsCount: 1,
      columns: columns.map((c) => ({ width: c.free === true ? FREE_WIDTH : WIDTHS[c.type] })),
    })),
  ]).toBuffer();
}

async function fill(
  skeleton: Record<string, Uint8Array>,
  tables: readonly Table[],
  date: string,
  most: number,
  out: PassThrough,
): Promise<void> {
  const archive = openArchive(out, date);
  for (const [name, bytes] of Object.entries(skeleton)) {
    // Sheets count from 1, and the first is the README.
    const sheet = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0);
    const table = tables[sheet - 2];
    const chunks: Chunks = table === undefined ? [bytes] : sheetChunks(table, bytes, most);
    await archive.add(name, chunks);
  }
  await archive.end();
}

async function* sheetChunks(table: Table, bytes: Uint8Array, most: number): AsyncGenerator<string> {
  const xml = Buffer.from(bytes).toString('utf8');
  const end = xml.lastIndexOf('</sheetData>');
  if (end < 0) throw new Error(`the sheet ${table.name} has no place for rows`);
  yield xml.slice(0, end);
  const letters = table.columns.map((_, i) => columnLetters(i));
  let n = 0;
  for await (const rows of table.pages()) {
    for (let from = 0; from < rows.length && n < most; from += BATCH) {
      let text = '';
      for (const row of rows.slice(from, Math.min(from + BATCH, from + most - n))) {
        n += 1;
        text += rowXml(row, n + 1, letters);
      }
      yield text;
    }
    if (n >= most) break;
  }
  yield xml.slice(end);
}

const BATCH = 500;

function columnLetters(i: number): string {
  const rest = Math.floor(i / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (i % 26));
}

function rowXml(row: readonly Cell[], n: number, letters: readonly string[]): string {
  let xml = `<row r="${n}">`;
  for (const [i, cell] of row.entries()) {
    if (cell === null || cell === '') continue;
    const at = `${letters[i]}${n}`;
    xml +=
      typeof cell === 'number'
        ? `<c r="${at}"><v>${cell}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' };

/**
 * A text inside a cell. XML would read a carriage return as a line feed, so it takes the form Excel has
 * for it; a text that has that form by itself gets its underscore in the same way.
 */
function cellText(text: string): string {
  if (!/[&<>\r_]/.test(text)) return text;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[&<>\r]/g, (sign) => SIGNS[sign] ?? sign);
}

/**
 * Syntax that reads the files in SPSS or PSPP. Both take every line break for the end of a row, so the
 * long file has a form of its own (`csv.ts`), whose signs for line breaks the syntax turns back.
 */
import { LIMITS } from '../../core/limits.ts';
import { utf8Bytes } from '../../core/text.ts';
import type { Codes } from './codes.ts';
import type { Column } from './columns.ts';
import { labelsFor } from './dataPackage.ts';
import type { Naming } from './part.ts';
import type { Table } from './tables.ts';

/** Bytes a label may have; SPSS takes 255 for a variable and 120 for a value. */
const LABEL_BYTES = { variable: 200, value: 120 };

const TWO_LABELS = 2 * 4 * LIMITS.label + 3;

/** Widths of texts in bytes, wide enough for four bytes a character. */
const WIDTHS: Record<string, number> = {
  response_id: 17,
  participant_id: 17,
  session_id: 16,
  group_id: 16,
  statement_id: 8,
  scale: 16,
  group_label: TWO_LABELS,
  answer_label: 4 * LIMITS.label,
  comment: LIMITS.commentBytes,
};

/** A text as a quoted string of SPSS, on one line, cut to a number of bytes. */
function quoted(text: string, most: number): string {
  let cut = '';
  let bytes = 0;
  for (const sign of text.replace(/\s+/gu, ' ')) {
    bytes += utf8Bytes(sign);
    if (bytes > most) break;
    cut += sign;
  }
  return `'${cut.replaceAll("'", "''")}'`;
}

const isText = (column: Column): boolean =>
  column.type !== 'integer' &&
  !(column.values !== undefined && Object.keys(column.values).every((value) => /^\d+$/.test(value)));

function formatOf(column: Column): string {
  if (!isText(column)) return 'F8.0';
  const longest = Math.max(1, ...Object.keys(column.values ?? {}).map((value) => value.length));
  return `A${WIDTHS[column.name] ?? longest}`;
}

/** Two a line, or three: PSPP takes a line that begins with the name `comment` for the command of that name. */
function inPairs(items: readonly string[]): string[] {
  const lines: string[][] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line === undefined || (line.length > 1 && !item.startsWith('comment '))) lines.push([item]);
    else line.push(item);
  }
  return lines.map((line) => `    ${line.join(' ')}`);
}

function read({ columns }: Table, file: string): string[] {
  return [
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE='${file}'`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    "  /DELIMITERS=','",
    `  /QUALIFIER='"'`,
    '  /VARIABLES=',
    ...inPairs(columns.map((column) => `${column.name} ${formatOf(column)}`)),
    '  .',
  ];
}

/** Turns `\\n` and `\\r` back into line breaks; a doubled backslash waits under a sign no text can hold. */
function unfold(name: string): string[] {
  return [
    `COMPUTE ${name} = REPLACE(${name}, '\\\\', STRING(31, PIB1)).`,
    `COMPUTE ${name} = REPLACE(${name}, '\\n', STRING(10, PIB1)).`,
    `COMPUTE ${name} = REPLACE(${name}, '\\r', STRING(13, PIB1)).`,
    `COMPUTE ${name} = REPLACE(${name}, STRING(31, PIB1), '\\').`,
  ];
}

function describe({ columns }: Table, codes: Codes, wordingOf: (column: Column) => string | null): string[] {
  const lines = columns.map((column) => {
    const text = wordingOf(column) ?? column.label;
    return `VARIABLE LABELS ${column.name}\n  ${quoted(text, LABEL_BYTES.variable)}.`;
  });
  for (const column of columns) {
    const labels = labelsFor(column, codes);
    if (labels === null) continue;
    const rows = labels.map(
      ([value, label]) => `  ${isText(column) ? `'${value}'` : value} ${quoted(label, LABEL_BYTES.value)}`,
    );
    lines.push(`VALUE LABELS ${column.name}\n${rows.join('\n')}.`);
  }
  // The answers of responses_wide are the only numbers with names of their own for each value.
  const ordinal = columns.filter(
    (c) => c.name === 'answer_code' || (c.type === 'integer' && c.values !== undefined),
  );
  lines.push(`VARIABLE LEVEL ${ordinal.map((c) => c.name).join('\n  ')} (ORDINAL).`);
  return lines;
}

/**
 * The syntax, with a byte order mark, by which SPSS knows UTF-8.
 *
 * @param wordingOf the statement a column of responses_wide is about
 */
export function spssSyntax(
  tables: readonly Table[],
  codes: Codes,
  { prefix, sample }: Naming,
  wordingOf: (column: Column) => string | null,
): string {
  const lines = [
    '* CONFIDENTIAL: TEAM ONLY.',
    ...(sample ? ['* SAMPLE: made-up people, made-up answers.'] : []),
    '* Open this file in SPSS or PSPP from the folder it is in, with the csv files beside it',
    "  (or put CD 'path of the folder'. on top), and run all of it.",
    '* Values of answer_code have labels here only when all answers share one scale.',
    '',
  ];
  for (const table of tables) {
    if (table.name !== 'responses_long' && table.name !== 'responses_wide') continue;
    const long = table.name === 'responses_long';
    const free = table.columns.filter((c) => c.free === true);
    lines.push(
      ...read(table, `${prefix}${table.name}_${long ? 'spss' : 'data'}.csv`),
      ...(long ? free.flatMap((column) => unfold(column.name)) : []),
      ...describe(table, codes, wordingOf),
      `SAVE OUTFILE='${prefix}${table.name}.sav'.`,
      '',
    );
  }
  return `\ufeff${lines.join('\n').replaceAll('\n', '\r\n')}`;
}

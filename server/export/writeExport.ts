/** The researchers' files of one consultation, as a zip. */
import type { Writable } from 'node:stream';
import { codesFor } from './codes.ts';
import type { Column } from './columns.ts';
import { COLUMNS, WIDE_START } from './columns.ts';
import type { Cell, Form } from './csv.ts';
import { headerOf, rowsToCsv } from './csv.ts';
import { readmeText } from './readme.ts';
import type { Counts } from './responses.ts';
import { longRows, wideColumns, wideRows } from './responses.ts';
import type { ExportSource } from './source.ts';
import { attendanceRows, boardRows, codebookRows, groupRows, sessionRows, statementRows } from './tables.ts';
import { openArchive } from './zip.ts';

type Rows = Iterable<Cell[][]> | AsyncIterable<Cell[][]>;

/** Rows are made into text this many at a time, a few milliseconds' work. */
const BATCH = 500;

/**
 * Writes the zip and ends the stream. Each file is written twice (`columns.ts`, `csv.ts`), and the
 * responses are read anew for each, so that memory does not grow with their number. Rejects when the
 * source fails or the reader goes away; what was written then is no whole zip.
 */
export async function writeExport(given: ExportSource, out: Writable): Promise<void> {
  const source: ExportSource = { ...methodsOf(given), sessions: given.sessions.filter((s) => !s.rehearsal) };
  const { consultation, sessions } = source;
  const codes = codesFor(consultation, sessions);
  const archive = openArchive(out, source.date);
  const counts: Counts = { responses: new Map(), boards: new Map() };
  // A sample says so in the name of each file, which stays with it when the zip is gone.
  const prefix = consultation.sample ? 'SAMPLE_' : '';
  const both = async (
    name: string,
    columns: readonly Column[],
    rows: (form: Form) => Rows,
  ): Promise<void> => {
    for (const form of ['data', 'excel'] as const)
      await archive.add(`${prefix}${name}_${form}.csv`, csvChunks(columns, rows(form), form));
  };

  await both('responses_long', COLUMNS.responses_long, (form) =>
    longRows(source, codes, form === 'data' ? counts : undefined),
  );
  const wide = await wideOf(source, codes);
  if (wide !== null)
    await both('responses_wide', [...WIDE_START, ...wide], () => wideRows(source, codes, wide));
  const statements = statementRows(consultation, codes);
  await both('statements', COLUMNS.statements, () => [statements]);
  await both('sessions', COLUMNS.sessions, () => [sessionRows(sessions, counts, codes)]);
  await both('groups', COLUMNS.groups, () => [groupRows(consultation, sessions, codes)]);
  await both('attendance', COLUMNS.attendance, () => [attendanceRows(sessions, codes)]);
  await both('boards', COLUMNS.boards, () => boardRows(source, counts, codes));
  const codebook = codebookRows(wide === null ? null : [...WIDE_START, ...wide], codes);
  await both('codebook', COLUMNS.codebook, () => [codebook]);
  const total = [...counts.responses.values()].reduce((a, b) => a + b, 0);
  await archive.add(`${prefix}README.txt`, [readmeText(consultation, sessions, source.date, total)]);
  await archive.end();
}

/** A copy whose methods still know their source, which may be an instance of a class. */
function methodsOf(source: ExportSource): ExportSource {
  return {
    consultation: source.consultation,
    sessions: source.sessions,
    date: source.date,
    boardsOf: (session) => source.boardsOf(session),
    eligibleOf: (session) => source.eligibleOf(session),
    responsesOf: (session, board) => source.responsesOf(session, board),
  };
}

/** The statements' columns of responses_wide; null when no session is linked. */
async function wideOf(
  source: ExportSource,
  codes: ReturnType<typeof codesFor>,
): Promise<ReturnType<typeof wideColumns> | null> {
  const linked = source.sessions.filter((s) => s.mode === 'linked');
  if (linked.length === 0) return null;
  let rounds: 1 | 2 = source.consultation.rounds;
  for (const session of linked)
    if ((await source.boardsOf(session.id)).some((board) => board.round === 2)) rounds = 2;
  return wideColumns(source.consultation, rounds, codes);
}

async function* csvChunks(columns: readonly Column[], pages: Rows, form: Form): AsyncGenerator<string> {
  yield headerOf(columns, form);
  for await (const rows of pages)
    for (let i = 0; i < rows.length; i += BATCH) yield rowsToCsv(columns, rows.slice(i, i + BATCH), form);
}

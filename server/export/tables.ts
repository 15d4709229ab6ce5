/** The tables of an export; the small ones: statements, sessions, groups, attendance, boards, codebook. */
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf, wordingsOf } from '../../core/consultation.ts';
import { answerLabel, labelsOf, points } from '../../core/scale.ts';
import type { Attendance, Membership, Session } from '../../core/session.ts';
import { groupsOf } from '../../core/session.ts';
import type { Codes } from './codes.ts';
import type { Column, TableName } from './columns.ts';
import { COLUMNS, WIDE_START } from './columns.ts';
import type { Cell, Pages } from './csv.ts';
import { hasRecommendations, recommendationRows } from './recommendations.ts';
import { boardsOf, commentRows, longRows } from './responses.ts';
import type { ExportSource } from './source.ts';
import {
  agreementRows,
  hasTexts,
  lineRows,
  pairRows,
  passageRows,
  questionRows,
  sourceRows,
} from './sourceTables.ts';
import { hasSeconds, secondAgreementRows, secondRows } from './secondTables.ts';
import { hasHeard, heardRows } from './heard.ts';
import { contributionRows, hasTalk, themeRows } from './talk.ts';
import { caseStudyRows, correctionRows, hasCaseStudies, hasCorrections } from './studies.ts';
import { hasWaves, waveRows } from './waves.ts';
import { wideColumnsOf, wideRows } from './wide.ts';

export interface Table {
  name: TableName;
  columns: readonly Column[];
  /** Reads the rows anew at each call. */
  pages(): Pages;
}

/**
 * Every table of an export in the order of its files; responses_wide only where a session is linked.
 *
 * @param every what was said and came of it, and case studies, too where there are none: they were asked for by name
 */
export async function tablesOf(source: ExportSource, codes: Codes, every = false): Promise<Table[]> {
  const { consultation, sessions } = source;
  const statements = statementRows(consultation, codes);
  // After the statements, so that the scales in use now come first; before the codebook is made.
  await nameScales(source, codes);
  const wide = await wideColumnsOf(source, codes);
  const tables: Table[] = [
    { name: 'responses_long', columns: COLUMNS.responses_long, pages: () => longRows(source, codes) },
  ];
  if (wide !== null)
    tables.push({
      name: 'responses_wide',
      columns: [...WIDE_START, ...wide],
      pages: () => wideRows(source, codes, wide),
    });
  const small = (name: Exclude<TableName, 'responses_wide'>, pages: () => Pages): void =>
    void tables.push({ name, columns: COLUMNS[name], pages });
  small('comments', () => commentRows(source, codes));
  small('statements', () => [statements]);
  small('sessions', () => sessionRows(source, codes));
  small('groups', () => [groupRows(consultation, sessions, codes)]);
  small('attendance', () => [attendanceRows(sessions, codes)]);
  small('boards', () => boardRows(source, codes));
  if (every || hasTalk(source)) {
    small('contributions', () => once(() => contributionRows(source, codes)));
    small('themes', () => once(() => themeRows(source, codes)));
    small('theme_pairs', () => once(() => pairRows(source, codes)));
  }
  if (every || hasSeconds(source)) {
    small('second_codings', () => once(() => secondRows(source, codes)));
    small('second_agreement', () => [secondAgreementRows(source)]);
  }
  if (every || hasTexts(source)) {
    small('sources', () => [sourceRows(source, codes)]);
    small('source_lines', () => [lineRows(source, codes)]);
    small('passages', () => [passageRows(source, codes)]);
    small('theme_agreement', () => [agreementRows(source)]);
    small('interview_questions', () => [questionRows(source)]);
  }
  if (every || hasRecommendations(source))
    small('recommendations', () => once(() => recommendationRows(source, codes)));
  if (every || hasHeard(sessions)) small('heard', () => [heardRows(sessions, codes)]);
  if (every || hasCaseStudies(source)) small('case_studies', () => [caseStudyRows(source, codes)]);
  if (every || hasCorrections(source)) small('corrections', () => [correctionRows(source, codes)]);
  if (every || hasWaves(source)) small('waves', () => once(() => waveRows(source, codes)));
  small('codebook', () => [codebookRows(tables, codes)]);
  return tables;
}

/** Rows that are made together, as late as they are wanted. */
async function* once(rows: () => Promise<Cell[][]>): AsyncGenerator<Cell[][]> {
  yield await rows();
}

/** Gives a code to every scale that something was answered on; a merge can bring others than are in use. */
async function nameScales(source: ExportSource, codes: Codes): Promise<void> {
  for (const { id } of source.sessions)
    for (const board of await boardsOf(source, id))
      if (codes.knows(board.statement)) codes.scale(board.scale);
}

/** Responses of one session, and of all. */
export async function countResponses(source: ExportSource, only?: string): Promise<number> {
  let sum = 0;
  for (const { id } of source.sessions)
    if (only === undefined || only === id) for (const { n } of (await source.figuresOf(id)).tallies) sum += n;
  return sum;
}

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** People counted; null when nobody was recorded, which is not the same as nought. */
function attended(rows: readonly Attendance[]): number | null {
  return rows.length === 0 ? null : rows.reduce((sum, a) => sum + a.n, 0);
}

/** One row for each wording of each version, earlier versions first. */
function statementRows(consultation: Consultation, codes: Codes): Cell[][] {
  return consultation.statements.flatMap((statement, i) => {
    const scale = scaleOf(consultation, statement);
    const versions = [...statement.earlier.map((e) => e.version), statement.version];
    return versions.flatMap((version) =>
      (wordingsOf(statement, version) ?? []).map((wording): Cell[] => [
        codes.statement(statement.id),
        i + 1,
        version,
        flag(version === statement.version),
        wording.group === null ? null : codes.groups([wording.group]),
        wording.lang,
        wording.text,
        codes.scale(scale),
        points(scale),
        flag(statement.picture !== null),
        statement.notes,
        statement.from === undefined ? 'team' : 'participants',
        statement.from?.wordings.map(({ text }) => text).join(' / ') ?? null,
        statement.from?.acceptedBy ?? null,
      ]),
    );
  });
}

async function* sessionRows(source: ExportSource, codes: Codes): AsyncGenerator<Cell[][]> {
  for (const s of source.sessions)
    yield [
      [
        codes.session(s.id),
        s.name,
        s.date,
        s.place,
        s.mode,
        s.style,
        s.state,
        codes.groups(s.groups),
        flag(s.twoGroups),
        attended(s.attendance),
        await countResponses(source, s.id),
      ],
    ];
}

function groupRows(consultation: Consultation, sessions: readonly Session[], codes: Codes): Cell[][] {
  return consultation.groups.map((group) => [
    codes.groups([group.id]),
    group.label,
    group.roomLabel,
    sessions.filter((s) => s.groups.includes(group.id)).length,
    attended(sessions.flatMap((s) => s.attendance.filter((a) => a.group === group.id))),
  ]);
}

function attendanceRows(sessions: readonly Session[], codes: Codes): Cell[][] {
  return sessions.flatMap((s): Cell[][] => [
    ...s.attendance.map((a): Cell[] => [
      codes.session(s.id),
      'participant',
      a.group === null ? null : codes.groups([a.group]),
      a.gender,
      a.ageBand,
      null,
      a.n,
    ]),
    ...s.others.map((o): Cell[] => [codes.session(s.id), 'other', null, null, null, o.role, o.n]),
  ]);
}

/** One row for each board and membership that could answer or did. */
async function* boardRows(source: ExportSource, codes: Codes): AsyncGenerator<Cell[][]> {
  for (const session of source.sessions) {
    const { boards, tallies, eligible } = await source.figuresOf(session.id);
    yield boards
      .toSorted((a, b) => a.n - b.n)
      .filter((board) => codes.knows(board.statement))
      .flatMap((board) => {
        const ofBoard = (row: { statement: string; round: 1 | 2 }): boolean =>
          row.statement === board.statement && row.round === board.round;
        const there = new Map(eligible.filter(ofBoard).map((e) => [e.membership, e.n]));
        const placed = new Map<Membership, { answered: number; declined: number }>();
        for (const { membership, answer, n } of tallies.filter(ofBoard)) {
          const row = placed.get(membership) ?? { answered: 0, declined: 0 };
          row[typeof answer === 'number' ? 'answered' : 'declined'] += n;
          placed.set(membership, row);
        }
        const memberships = [...new Set([...there.keys(), ...placed.keys()])].toSorted();
        return memberships.map((membership): Cell[] => [
          codes.session(session.id),
          codes.statement(board.statement),
          board.round,
          board.version,
          codes.scale(board.scale),
          codes.groups(groupsOf(membership)),
          there.get(membership) ?? null,
          placed.get(membership)?.answered ?? 0,
          placed.get(membership)?.declined ?? 0,
        ]);
      });
  }
}

/** Every column of every file, and every value of a code. */
function codebookRows(tables: readonly Table[], codes: Codes): Cell[][] {
  return tables.flatMap(({ name, columns }) => columns.flatMap((column) => columnRows(name, column, codes)));
}

function columnRows(file: string, column: Column, codes: Codes): Cell[][] {
  const start: Cell[] = [file, column.name, column.label, column.type];
  const row = (scale: Cell, value: Cell, label: Cell): Cell[] => [...start, scale, value, label, 'empty'];
  if (column.values !== undefined)
    return Object.entries(column.values).map(([value, label]) => row(null, value, label));
  const scales = column.name === 'answer_code' ? codes.scales() : [];
  // A consultation without statements has no scale in use; its columns are there all the same.
  if (scales.length === 0) return [row(null, null, null)];
  return scales.flatMap(({ code, scale }) =>
    labelsOf(scale).map((_, i) => row(code, i + 1, answerLabel(scale, i + 1))),
  );
}

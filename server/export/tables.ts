/** Rows of the small files: statements, sessions, groups, attendance, boards and the codebook. */
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf, wordingsOf } from '../../core/consultation.ts';
import { answerLabel, labelsOf, points } from '../../core/scale.ts';
import type { Attendance, Session } from '../../core/session.ts';
import { groupsOf } from '../../core/session.ts';
import type { Codes } from './codes.ts';
import type { Column } from './columns.ts';
import { COLUMNS } from './columns.ts';
import type { Cell } from './csv.ts';
import type { Counts } from './responses.ts';
import { boardKey } from './responses.ts';
import type { ExportSource } from './source.ts';

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** People counted; null when nobody was recorded, which is not the same as nought. */
function attended(rows: readonly Attendance[]): number | null {
  return rows.length === 0 ? null : rows.reduce((sum, a) => sum + a.n, 0);
}

/** One row for each wording of each version, earlier versions first. */
export function statementRows(consultation: Consultation, codes: Codes): Cell[][] {
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
      ]),
    );
  });
}

export function sessionRows(sessions: readonly Session[], counts: Counts, codes: Codes): Cell[][] {
  return sessions.map((s) => [
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
    counts.responses.get(s.id) ?? 0,
  ]);
}

export function groupRows(consultation: Consultation, sessions: readonly Session[], codes: Codes): Cell[][] {
  return consultation.groups.map((group) => [
    codes.groups([group.id]),
    group.label,
    group.roomLabel,
    sessions.filter((s) => s.groups.includes(group.id)).length,
    attended(sessions.flatMap((s) => s.attendance.filter((a) => a.group === group.id))),
  ]);
}

export function attendanceRows(sessions: readonly Session[], codes: Codes): Cell[][] {
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
export async function* boardRows(
  source: ExportSource,
  counts: Counts,
  codes: Codes,
): AsyncGenerator<Cell[][]> {
  for (const session of source.sessions) {
    const eligible = await source.eligibleOf(session.id);
    const boards = await source.boardsOf(session.id);
    yield boards
      .filter((board) => codes.knows(board.statement))
      .flatMap((board) => {
        const placed = counts.boards.get(boardKey(board)) ?? new Map<string, never>();
        const there = new Map(
          eligible
            .filter((e) => e.statement === board.statement && e.round === board.round)
            .map((e) => [e.membership, e.n]),
        );
        const memberships = [...new Set([...there.keys(), ...placed.keys()])].toSorted();
        return memberships.map((membership): Cell[] => [
          codes.session(session.id),
          codes.statement(board.statement),
          board.round,
          board.version,
          codes.groups(groupsOf(membership)),
          there.get(membership) ?? null,
          placed.get(membership)?.answered ?? 0,
          placed.get(membership)?.declined ?? 0,
        ]);
      });
  }
}

/** Every column of every file, and every value of a code; `wide` when responses_wide is there too. */
export function codebookRows(wide: readonly Column[] | null, codes: Codes): Cell[][] {
  const files: [string, readonly Column[]][] = Object.entries(COLUMNS);
  if (wide !== null) files.push(['responses_wide', wide]);
  return files.flatMap(([file, columns]) => columns.flatMap((column) => columnRows(file, column, codes)));
}

function columnRows(file: string, column: Column, codes: Codes): Cell[][] {
  const start: Cell[] = [file, column.name, column.label, column.type];
  const row = (scale: Cell, value: Cell, label: Cell): Cell[] => [...start, scale, value, label, 'empty'];
  if (column.values !== undefined)
    return Object.entries(column.values).map(([value, label]) => row(null, value, label));
  if (column.name === 'answer_code')
    return codes
      .scales()
      .flatMap(({ code, scale }) =>
        labelsOf(scale).map((_, i) => row(code, i + 1, answerLabel(scale, i + 1))),
      );
  return [row(null, null, null)];
}

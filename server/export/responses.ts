/** Rows of the response files, board by board; nothing larger than one board, or one linked session, is held. */
import { setImmediate } from 'node:timers/promises';
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf } from '../../core/consultation.ts';
import { answerLabel, labelsOf } from '../../core/scale.ts';
import type { Membership, Session } from '../../core/session.ts';
import { groupsOf } from '../../core/session.ts';
import type { SealedBoard, SealedResponse } from '../store/store.ts';
import type { Codes } from './codes.ts';
import type { Column } from './columns.ts';
import { WIDE_START } from './columns.ts';
import type { Cell } from './csv.ts';
import type { ExportSource } from './source.ts';

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** How many of one membership answered a board with a code, and how many declined. */
export interface Answered {
  answered: number;
  declined: number;
}

/** Counts made on the way, for the files that come after. */
export interface Counts {
  /** By session. */
  responses: Map<string, number>;
  /** By session and board number, then membership. */
  boards: Map<string, Map<Membership, Answered>>;
}

export function boardKey(board: Pick<SealedBoard, 'session' | 'n'>): string {
  return `${board.session} ${board.n}`;
}

/**
 * Rows of responses_long. Within a board they are ordered by their random ids, which says nothing about
 * who answered when, nor which answers on two boards are one person's.
 */
export async function* longRows(
  source: ExportSource,
  codes: Codes,
  counts?: Counts,
): AsyncGenerator<Cell[][]> {
  for (const session of source.sessions)
    for (const board of await source.boardsOf(session.id)) {
      const list = await source.responsesOf(session.id, board.n);
      if (counts !== undefined) countBoard(counts, board, list);
      yield list
        .map((response) => longRow(session, board, response, codes))
        .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
      // Others get their turn: a room may be voting on this laptop.
      await setImmediate();
    }
}

function longRow(session: Session, board: SealedBoard, r: SealedResponse, codes: Codes): Cell[] {
  const groups = groupsOf(r.membership);
  const coded = typeof r.answer === 'number';
  const said = r.comment !== '';
  return [
    codes.response(board, r.tag),
    codes.session(session.id),
    codes.groups(groups),
    codes.groupLabels(groups),
    session.mode === 'linked' && r.person !== null ? codes.person(session.id, r.person) : null,
    codes.statement(board.statement),
    board.round,
    board.version,
    coded ? r.answer : null,
    answerLabel(board.scale, r.answer),
    coded ? null : r.answer,
    said ? r.comment : null,
    // Without a comment these would only mark the few who said no, and so tie their answers together.
    said ? r.audience : null,
    said ? flag(r.quote) : null,
    said ? flag(r.shown) : null,
    r.channel,
  ];
}

function countBoard(counts: Counts, board: SealedBoard, list: readonly SealedResponse[]): void {
  counts.responses.set(board.session, (counts.responses.get(board.session) ?? 0) + list.length);
  const rows = new Map<Membership, Answered>();
  for (const { membership, answer } of list) {
    const row = rows.get(membership) ?? { answered: 0, declined: 0 };
    if (typeof answer === 'number') row.answered += 1;
    else row.declined += 1;
    rows.set(membership, row);
  }
  counts.boards.set(boardKey(board), rows);
}

/** One column of responses_wide: a statement in a round, its answer or how it was declined. */
interface WideColumn extends Column {
  statement: string;
  round: 1 | 2;
  part: 'answer' | 'declined';
}

/** The columns of responses_wide: `s01`, with `_r1` and `_r2` where there are two rounds, and `_declined`. */
export function wideColumns(consultation: Consultation, rounds: 1 | 2, codes: Codes): WideColumn[] {
  const list: (1 | 2)[] = rounds === 2 ? [1, 2] : [1];
  return consultation.statements.flatMap((statement) => {
    const scale = scaleOf(consultation, statement);
    const values = Object.fromEntries(labelsOf(scale).map((label, k) => [String(k + 1), label]));
    const declines = Object.fromEntries(scale.declines.map((d) => [d, answerLabel(scale, d)]));
    return list.flatMap((round): WideColumn[] => {
      const name = codes.statement(statement.id) + (rounds === 2 ? `_r${round}` : '');
      const about = `statement ${codes.statement(statement.id)}${rounds === 2 ? `, round ${round}` : ''}`;
      const base = { statement: statement.id, round };
      const answer: WideColumn = {
        ...base,
        name,
        label: `Answer to ${about}`,
        type: 'integer',
        values,
        part: 'answer',
      };
      if (scale.declines.length === 0) return [answer];
      const label = `How ${about} was declined`;
      return [
        answer,
        { ...base, name: `${name}_declined`, label, type: 'code', values: declines, part: 'declined' },
      ];
    });
  });
}

/** Rows of responses_wide: one person of a linked session each, ordered by their random ids. */
export async function* wideRows(
  source: ExportSource,
  codes: Codes,
  columns: readonly WideColumn[],
): AsyncGenerator<Cell[][]> {
  for (const session of source.sessions.filter((s) => s.mode === 'linked')) {
    const people = new Map<string, Cell[]>();
    for (const board of await source.boardsOf(session.id)) {
      const answerAt = columnOf(columns, board, 'answer');
      const declinedAt = columnOf(columns, board, 'declined');
      for (const r of await source.responsesOf(session.id, board.n)) {
        if (r.person === null) continue;
        const row = people.get(r.person) ?? startRow(session, r, codes, columns.length);
        if (typeof r.answer === 'number') row[answerAt] = r.answer;
        else if (declinedAt > 0) row[declinedAt] = r.answer;
        people.set(r.person, row);
      }
      await setImmediate();
    }
    yield [...people.values()].toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  }
}

function columnOf(columns: readonly WideColumn[], board: SealedBoard, part: WideColumn['part']): number {
  const at = columns.findIndex(
    (c) => c.statement === board.statement && c.round === board.round && c.part === part,
  );
  return at < 0 ? -1 : at + WIDE_START.length;
}

function startRow(session: Session, r: SealedResponse, codes: Codes, width: number): Cell[] {
  const rest: Cell[] = Array.from({ length: width }, () => null);
  return [
    codes.person(session.id, r.person ?? ''),
    codes.session(session.id),
    codes.groups(groupsOf(r.membership)),
    ...rest,
  ];
}

/** Rows of responses_wide: people of linked sessions. */
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf } from '../../core/consultation.ts';
import { answerLabel, labelsOf } from '../../core/scale.ts';
import { groupsOf } from '../../core/session.ts';
import type { SealedBoard } from '../store/store.ts';
import type { Codes } from './codes.ts';
import type { Column } from './columns.ts';
import { WIDE_START } from './columns.ts';
import type { Cell } from './csv.ts';
import { boardsOf } from './responses.ts';
import type { ExportSource } from './source.ts';

/** One column of responses_wide: a statement in a round, its answer or how it was declined. */
export interface WideColumn extends Column {
  statement: string;
  round: 1 | 2;
  part: 'answer' | 'declined';
}

/** The statements' columns of responses_wide; null when no session is linked. */
export async function wideColumnsOf(source: ExportSource, codes: Codes): Promise<WideColumn[] | null> {
  const linked = source.sessions.filter((s) => s.mode === 'linked');
  if (linked.length === 0) return null;
  let rounds: 1 | 2 = source.consultation.rounds;
  for (const session of linked)
    if ((await boardsOf(source, session.id)).some((board) => board.round === 2)) rounds = 2;
  return columnsFor(source.consultation, rounds, codes);
}

/** `s01`, with `_r1` and `_r2` where there are two rounds, and `_declined`. */
function columnsFor(consultation: Consultation, rounds: 1 | 2, codes: Codes): WideColumn[] {
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

/** One row for each person of a linked session, ordered by their random ids; one session is held. */
export async function* wideRows(
  source: ExportSource,
  codes: Codes,
  columns: readonly WideColumn[],
): AsyncGenerator<Cell[][]> {
  for (const session of source.sessions.filter((s) => s.mode === 'linked')) {
    const personOf = codes.persons(session.id);
    const people = new Map<string, Cell[]>();
    for (const board of await boardsOf(source, session.id)) {
      const answerAt = columnOf(columns, board, 'answer');
      const declinedAt = columnOf(columns, board, 'declined');
      for (const r of await source.responsesOf(session.id, board.n)) {
        if (r.person === null) continue;
        let row = people.get(r.person);
        if (row === undefined) {
          const groups = codes.groups(groupsOf(r.membership));
          row = [personOf(r.person), codes.session(session.id), groups];
          for (const _ of columns) row.push(null);
          people.set(r.person, row);
        }
        if (typeof r.answer === 'number') row[answerAt] = r.answer;
        else if (declinedAt > 0) row[declinedAt] = r.answer;
      }
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

/** Rows of responses_wide: people of linked sessions. */
import { scaleOf } from '../../core/consultation.ts';
import type { Decline, Scale } from '../../core/scale.ts';
import { DECLINE_WORDS, labelsOf, scaleKey } from '../../core/scale.ts';
import { groupsOf } from '../../core/session.ts';
import type { SealedBoard, SessionFigures } from '../store/store.ts';
import type { Codes } from './codes.ts';
import type { Column } from './columns.ts';
import { WIDE_START } from './columns.ts';
import type { Cell } from './csv.ts';
import { boardsOf } from './responses.ts';
import type { ExportSource } from './source.ts';

/** One column of responses_wide: a statement in a round on a scale, its answer or how it was declined. */
export interface WideColumn extends Column {
  statement: string;
  round: 1 | 2;
  /** As `scaleKey` has it. */
  scale: string;
  part: 'answer' | 'declined';
}

/** A scale that a statement was answered on, or would be now. */
interface Answered {
  scale: Scale;
  /** Ways to decline that it offers, was held with, or that someone took. */
  declines: Set<Decline>;
  rounds: Set<1 | 2>;
}

/** The statements' columns of responses_wide; null when no session is linked. */
export async function wideColumnsOf(source: ExportSource, codes: Codes): Promise<WideColumn[] | null> {
  const { consultation } = source;
  const linked = source.sessions.filter((s) => s.mode === 'linked');
  if (linked.length === 0) return null;
  const all: readonly (1 | 2)[] = consultation.rounds === 2 ? [1, 2] : [1];
  const answered = new Map(
    consultation.statements.map((statement) => {
      const scale = scaleOf(consultation, statement);
      const now: Answered = { scale, declines: new Set(scale.declines), rounds: new Set(all) };
      return [statement.id, new Map([[scaleKey(scale), now]])];
    }),
  );
  for (const session of linked) addHeld(answered, await source.figuresOf(session.id));
  const every = [...answered.values()].flatMap((scales) => [...scales.values()]);
  const two = every.some(({ rounds }) => rounds.has(2));
  return [...answered].flatMap(([statement, scales]) => {
    const [now, ...others] = scales.values();
    if (two) for (const round of [1, 2] as const) now?.rounds.add(round);
    const code = codes.statement(statement);
    return ([1, 2] as const).flatMap((round) => {
      const name = code + (two ? `_r${round}` : '');
      const about = `statement ${code}${two ? `, round ${round}` : ''}`;
      const base = { statement, round };
      return [
        ...(now?.rounds.has(round) === true ? pairOf(base, now, name, about) : []),
        ...others.flatMap((other) => {
          const scale = codes.scale(other.scale);
          // A hyphen is not allowed in a name of SPSS, and is a minus in R.
          const own = `${name}_${scale.replace('-', '_')}`;
          return other.rounds.has(round) ? pairOf(base, other, own, `${about}, on ${scale}`) : [];
        }),
      ];
    });
  });
}

function addHeld(answered: Map<string, Map<string, Answered>>, { boards, tallies }: SessionFigures): void {
  const at = new Map<string, Answered>();
  for (const { statement, round, scale } of boards) {
    const scales = answered.get(statement);
    if (scales === undefined) continue;
    const key = scaleKey(scale);
    const held: Answered = scales.get(key) ?? { scale, declines: new Set(), rounds: new Set() };
    for (const decline of scale.declines) held.declines.add(decline);
    held.rounds.add(round);
    scales.set(key, held);
    at.set(`${statement} ${round}`, held);
  }
  for (const { statement, round, answer } of tallies)
    if (typeof answer !== 'number') at.get(`${statement} ${round}`)?.declines.add(answer);
}

/** `s01`, with `_r1` and `_r2` where there are two rounds and the scale where it is another, and `_declined`. */
function pairOf(
  base: Pick<WideColumn, 'statement' | 'round'>,
  { scale, declines }: Answered,
  name: string,
  about: string,
): WideColumn[] {
  const key = scaleKey(scale);
  const answer: WideColumn = {
    ...base,
    scale: key,
    name,
    label: `Answer to ${about}`,
    type: 'integer',
    values: Object.fromEntries(labelsOf(scale).map((label, k) => [String(k + 1), label])),
    part: 'answer',
  };
  if (declines.size === 0) return [answer];
  const declined: WideColumn = {
    ...base,
    scale: key,
    name: `${name}_declined`,
    label: `How ${about} was declined`,
    type: 'code',
    values: Object.fromEntries([...declines].toSorted().map((d) => [d, DECLINE_WORDS[d]])),
    part: 'declined',
  };
  return [answer, declined];
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
        else row[declinedAt] = r.answer;
      }
    }
    yield [...people.values()].toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  }
}

function columnOf(columns: readonly WideColumn[], board: SealedBoard, part: WideColumn['part']): number {
  const scale = scaleKey(board.scale);
  const at = columns.findIndex(
    (c) => c.statement === board.statement && c.round === board.round && c.scale === scale && c.part === part,
  );
  return at < 0 ? -1 : at + WIDE_START.length;
}

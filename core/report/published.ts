/** Figures as a report takes them: all of them for the team, or those that a release may show. */
import type { Consultation, Wording } from '../consultation.ts';
import { wordingFor, wordingsOf } from '../consultation.ts';
import type { ReleasedBoard, ReleasePlan, ReleaseUnit } from '../release/types.ts';
import { noteWords, partName, type Names } from '../release/words.ts';
import { figureOf } from '../results.ts';
import type { Scale } from '../scale.ts';
import { scaleKey } from '../scale.ts';
import type { EligibleRow, TallyRow } from '../tally.ts';
import type { PublishedRound, PublishedStatement } from './input.ts';

/** A board as it was asked, with the words it had. */
export interface AskedWith {
  session: string;
  statement: string;
  round: 1 | 2;
  version: number;
  scale: Scale;
  wordings: Wording[];
}

/** Counts of the sessions that a report is about. */
export interface Counted {
  boards: readonly AskedWith[];
  tallies: readonly TallyRow[];
  eligible: readonly EligibleRow[];
}

/**
 * Every figure as it is, of each scale apart, and every part unmerged: for the team only. Statements that
 * were not asked are left out.
 */
export function teamStatements(
  consultation: Consultation,
  { boards, tallies, eligible }: Counted,
  units: readonly ReleaseUnit[],
): PublishedStatement[] {
  const boardsOf = Map.groupBy(boards, (b) => b.statement);
  const talliesOf = Map.groupBy(tallies, (row) => row.statement);
  const eligibleOf = Map.groupBy(eligible, (row) => row.statement);
  return consultation.statements.flatMap(({ id }) => {
    const scales = Map.groupBy(boardsOf.get(id) ?? [], (b) => scaleKey(b.scale));
    return [...scales.values()].map((own): PublishedStatement => {
      const places = new Set(own.map(placeKey));
      const counts = (talliesOf.get(id) ?? []).filter((row) => places.has(placeKey(row)));
      const there = (eligibleOf.get(id) ?? []).filter((row) => places.has(placeKey(row)));
      const head = headOf(consultation, id, own);
      const figure = (round: 1 | 2, of: Pick<ReleaseUnit, 'groups' | 'sessions'>) =>
        figureOf(counts, there, { ...of, statement: id, round }, head.scale);
      return {
        ...head,
        rounds: roundsOf(own).map((round) => ({
          round,
          whole: figure(round, { groups: [], sessions: [] }),
          reprinted: null,
          parts: units
            .map(({ name, ...of }) => ({ label: name, figure: figure(round, of), reprinted: null }))
            .filter(({ figure: f }) => f.n + f.declined.n + f.declined.x + (f.notAnswered ?? 0) > 0),
        })),
        notes: [],
      };
    });
  });
}

/** The figures that a release shows, merged and withheld as it was planned, with the reasons in words. */
export function releasedStatements(
  boards: readonly AskedWith[],
  plan: ReleasePlan,
  consultation: Consultation,
  names: Names,
): PublishedStatement[] {
  const planned = Map.groupBy(plan.boards, (b) => b.statement);
  return consultation.statements.flatMap(({ id }) => {
    const notes = plan.notes.filter((note) => note.statement === id).map((note) => noteWords(note, names));
    const scales = Map.groupBy(planned.get(id) ?? [], (b) => scaleKey(b.scale));
    return [...scales.values()].map((own): PublishedStatement => {
      const keys = new Set(own.map((b) => scaleKey(b.scale)));
      const asked = boards.filter((b) => b.statement === id && keys.has(scaleKey(b.scale)));
      return {
        ...headOf(consultation, id, asked),
        rounds: own.map(roundOf).toSorted((a, b) => a.round - b.round),
        notes: [...new Set(notes)],
      };
    });
  });
}

function roundOf({ round, whole, parts }: ReleasedBoard): PublishedRound {
  const dated = (reprinted: readonly { date: string }[]): string | null => reprinted.at(-1)?.date ?? null;
  return {
    round,
    whole: whole?.figure ?? null,
    reprinted: dated(whole?.reprinted ?? []),
    parts: parts.map((part) => ({
      label: partName(part.names, part.others),
      figure: part.figure,
      reprinted: dated(part.reprinted),
    })),
  };
}

/** @param boards those of one statement on one scale, at least one */
function headOf(
  consultation: Consultation,
  id: string,
  boards: readonly AskedWith[],
): Omit<PublishedStatement, 'rounds' | 'notes'> {
  const at = consultation.statements.findIndex((s) => s.id === id);
  const statement = consultation.statements[at];
  const versions = [...new Set(boards.map((b) => b.version))].toSorted((a, b) => a - b);
  const last = boards.findLast((b) => b.version === versions.at(-1));
  if (statement === undefined || last === undefined) throw new Error('A figure has no statement or board.');
  const wordings = wordingsOf(statement, last.version) ?? last.wordings;
  return {
    id,
    number: at + 1,
    text: wordingFor(wordings, [], consultation.languages[0] ?? 'en')?.text ?? '',
    wordings,
    versions,
    scale: last.scale,
  };
}

function roundsOf(boards: readonly AskedWith[]): (1 | 2)[] {
  return ([1, 2] as const).filter((round) => boards.some((b) => b.round === round));
}

const placeKey = (row: { session: string; round: 1 | 2 }): string => `${row.session} ${row.round}`;

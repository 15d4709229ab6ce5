/** Figures as a report takes them: all of them for the team, or those that a release may show. */
import { answeredIn, sharing, type Sharing } from '../analysis/sharing.ts';
import type { Consultation, Statement, Wording } from '../consultation.ts';
import { sameWordings, scaleOf, wordingFor, wordingsOf } from '../consultation.ts';
import { bitsOf } from '../release/sets.ts';
import type { EntryBoard, ReleasedBoard, ReleasePlan, ReleaseUnit } from '../release/types.ts';
import { noteWords, partName, type Names } from '../release/words.ts';
import { figureOf } from '../results.ts';
import { isSilent } from '../analysis/parts.ts';
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
  return consultation.statements.flatMap((statement) => {
    const { id } = statement;
    const scales = Map.groupBy(boardsOf.get(id) ?? [], (b) => scaleKey(b.scale));
    return [...scales.values()].map((own): PublishedStatement => {
      const places = new Set(own.map(placeKey));
      const counts = (talliesOf.get(id) ?? []).filter((row) => places.has(placeKey(row)));
      const there = (eligibleOf.get(id) ?? []).filter((row) => places.has(placeKey(row)));
      const head = headOf(consultation, statement, own, own[0]?.scale ?? scaleOf(consultation, statement));
      const figure = (round: 1 | 2, of: Pick<ReleaseUnit, 'groups' | 'sessions'>) =>
        figureOf(counts, there, { ...of, statement: id, round }, head.scale);
      return {
        ...head,
        rounds: roundsOf(own).map((round) => {
          const told = units
            .map((unit) => ({ unit, figure: figure(round, unit) }))
            .filter((part) => !isSilent(part.figure));
          return {
            round,
            whole: figure(round, { groups: [], sessions: [] }),
            reprinted: null,
            parts: told.map((part) => ({ label: part.unit.name, figure: part.figure, reprinted: null })),
            shared: sharing(
              answeredIn({ tallies: counts, eligible: there }, round, []),
              told.map((part) => part.unit),
            ),
          };
        }),
        notes: [],
      };
    });
  });
}

/** The figures that a release shows, merged and withheld as it was planned, with the reasons in words. */
export function releasedStatements(
  boards: readonly AskedWith[],
  plan: Pick<ReleasePlan, 'boards' | 'notes'> & { entry: Pick<ReleasePlan['entry'], 'boards'> },
  consultation: Consultation,
  names: Names,
): PublishedStatement[] {
  const planned = Map.groupBy(plan.boards, (b) => b.statement);
  return consultation.statements.flatMap((statement) => {
    const { id } = statement;
    const notes = plan.notes.filter((note) => note.statement === id).map((note) => noteWords(note, names));
    const scales = Map.groupBy(planned.get(id) ?? [], (b) => scaleKey(b.scale));
    return [...scales.values()].map((own): PublishedStatement => {
      const keys = new Set(own.map((b) => scaleKey(b.scale)));
      const asked = boards.filter((b) => b.statement === id && keys.has(scaleKey(b.scale)));
      const entryOf = ({ round }: ReleasedBoard): EntryBoard | undefined =>
        plan.entry.boards.find((b) => b.statement === id && b.round === round);
      return {
        ...headOf(consultation, statement, asked, own[0]?.scale ?? scaleOf(consultation, statement)),
        rounds: own.map((board) => roundOf(board, entryOf(board))).toSorted((a, b) => a.round - b.round),
        notes: [...new Set(notes)],
      };
    });
  });
}

/** @param entry the counts that were used */
function roundOf({ round, whole, parts }: ReleasedBoard, entry: EntryBoard | undefined): PublishedRound {
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
    shared: sharedIn(parts, entry),
  };
}

/** Which parts share somebody who gave an answer with a code. */
function sharedIn(parts: ReleasedBoard['parts'], entry: EntryBoard | undefined): Sharing {
  const atoms = (entry?.atoms ?? []).filter(({ cells }) => cells.slice(0, -2).some((n) => n > 0));
  const inside = parts.map(({ set }) => bitsOf(set, atoms));
  return inside.flatMap((a, i) =>
    inside.flatMap((b, j) =>
      j > i && a.some((bit, at) => bit === 1 && b[at] === 1) ? [[i, j] as const] : [],
    ),
  );
}

/**
 * @param asked boards of one statement on one scale, of the sessions it is about
 * @param scale of its figures
 */
function headOf(
  consultation: Consultation,
  statement: Statement,
  asked: readonly AskedWith[],
  scale: Scale,
): Omit<PublishedStatement, 'rounds' | 'notes'> {
  const versions = [...new Set(asked.map((b) => b.version))].toSorted((a, b) => a - b);
  const wordings = wordingsInUse(statement, versions, asked);
  const declines = (['n', 'x'] as const).filter((way) => asked.some((b) => b.scale.declines.includes(way)));
  return {
    id: statement.id,
    number: consultation.statements.indexOf(statement) + 1,
    text: wordingFor(wordings, [], consultation.languages[0] ?? 'en')?.text ?? '',
    wordings,
    versions,
    scale: asked.length === 0 ? scale : { ...scale, declines },
  };
}

/** The words of today where they were answered, under whatever number; else the latest that were. */
function wordingsInUse(
  statement: Statement,
  versions: readonly number[],
  asked: readonly AskedWith[],
): Wording[] {
  const readAs = (version: number): Wording[] | null =>
    wordingsOf(statement, version) ?? asked.find((b) => b.version === version)?.wordings ?? null;
  const answered = versions.flatMap((version) => {
    const wordings = readAs(version);
    return wordings === null ? [] : [wordings];
  });
  const today = answered.some((wordings) => sameWordings(wordings, statement.wordings));
  return today ? statement.wordings : (answered.at(-1) ?? statement.wordings);
}

function roundsOf(boards: readonly AskedWith[]): (1 | 2)[] {
  return ([1, 2] as const).filter((round) => boards.some((b) => b.round === round));
}

const placeKey = (row: { session: string; round: 1 | 2 }): string => `${row.session} ${row.round}`;

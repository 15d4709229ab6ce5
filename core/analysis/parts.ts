/**
 * Parts: the columns of an analysis. Everyone, a group, a session, or a choice of groups and sessions
 * under a name. Each has its figures from the compact counts of the analysis page, as often as is wished,
 * without asking the server again.
 */
import type { AnalysisPage, AnalysisStatement } from '../api.ts';
import type { Unit } from '../report/document.ts';
import type { Figure } from '../results.ts';
import { figureOf } from '../results.ts';
import type { EligibleRow, TallyRow } from '../tally.ts';

/** Empty lists mean all. */
export interface Part {
  key: string;
  kind: 'everyone' | 'group' | 'unit' | 'session';
  label: string;
  groups: readonly string[];
  sessions: readonly string[];
}

export type Shown = Pick<AnalysisPage, 'sessions' | 'groups' | 'memberships'>;

/** What stands beside everyone. */
export type Beside = 'groups' | 'sessions' | 'units';

/**
 * The parts of a page in their fixed order: everyone, then each group, or each session, and the units.
 *
 * @param sessions the sessions that are counted; empty: all
 * @param groups the groups that are wanted; empty: all
 */
export function partsOf(
  page: Shown,
  units: readonly Unit[],
  beside: Beside,
  sessions: readonly string[],
  groups: readonly string[],
  everyone: string,
): Part[] {
  const parts: Part[] = [{ key: 'everyone', kind: 'everyone', label: everyone, groups: [], sessions: [] }];
  if (beside === 'groups')
    for (const { id, label } of page.groups)
      if (groups.length === 0 || groups.includes(id))
        parts.push({ key: `group ${id}`, kind: 'group', label, groups: [id], sessions: [] });
  if (beside === 'sessions')
    for (const { id, name } of page.sessions)
      if (sessions.length === 0 || sessions.includes(id))
        parts.push({ key: `session ${id}`, kind: 'session', label: name, groups: [], sessions: [id] });
  for (const { id, name, ...of } of units)
    parts.push({ key: `unit ${id}`, kind: 'unit', label: name, groups: of.groups, sessions: of.sessions });
  return parts;
}

/** The rows of one statement as the rest of `core/` counts them. */
export interface StatementRows {
  tallies: TallyRow[];
  eligible: EligibleRow[];
}

/** Takes a statement's compact counts apart. Its version is not in them and is left at nought. */
export function rowsOf(page: Shown, statement: AnalysisStatement): StatementRows {
  const where = (session: number, round: 1 | 2, membership: number) => ({
    session: page.sessions[session]?.id ?? '',
    statement: statement.id,
    round,
    membership: page.memberships[membership] ?? '',
  });
  return {
    tallies: statement.counts.map(([s, round, m, answer, n]) => ({
      ...where(s, round, m),
      version: 0,
      answer,
      n,
    })),
    eligible: statement.eligible.map(([s, round, m, n]) => ({ ...where(s, round, m), n })),
  };
}

/**
 * The figure of one part in one round, of the sessions that are counted. Where none of the part's own
 * sessions is counted nobody is in it.
 */
export function figureOfPart(
  rows: StatementRows,
  statement: AnalysisStatement,
  round: 1 | 2,
  part: Pick<Part, 'groups' | 'sessions'>,
  counted: readonly string[],
): Figure {
  const sessions = bothOf(part.sessions, counted);
  const nobody = sessions === null;
  return figureOf(
    nobody ? [] : rows.tallies,
    nobody ? [] : rows.eligible,
    { sessions: sessions ?? [], groups: part.groups, statement: statement.id, round },
    statement.scale,
  );
}

/** What two choices have in common, where an empty one means all; null when that is nothing. */
function bothOf(a: readonly string[], b: readonly string[]): readonly string[] | null {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const both = a.filter((id) => b.includes(id));
  return both.length === 0 ? null : both;
}

/** Whether a part has nobody at all: no answer, no declined one, and nobody who could have answered. */
export function isSilent({ n, declined, notAnswered }: Figure): boolean {
  return n + declined.n + declined.x + (notAnswered ?? 0) === 0;
}

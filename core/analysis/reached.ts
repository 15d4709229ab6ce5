/** People whom a statement never reached: their session did not get to it. */
import type { AnalysisPage, AnalysisStatement } from '../api.ts';
import { inGroups } from '../tally.ts';
import type { Part } from './parts.ts';

/**
 * People of a part who were in a session that did not open this statement in this round. A session's
 * people are as many as could answer the statement that most of them could.
 *
 * @param counted the sessions that are counted; empty: all
 * @returns null where boards on another scale are left out of the counts, since those were reached
 */
export function notReached(
  page: Pick<AnalysisPage, 'sessions' | 'memberships' | 'statements'>,
  statement: AnalysisStatement,
  round: 1 | 2,
  part: Pick<Part, 'groups' | 'sessions'>,
  counted: readonly string[],
): number | null {
  if (statement.apart > 0) return null;
  const opened = new Set(
    [...statement.eligible, ...statement.counts]
      .filter((row) => row[1] === round)
      .map(([session]) => session),
  );
  let sum = 0;
  for (const [session, { id }] of page.sessions.entries()) {
    const wanted = [part.sessions, counted].every((ids) => ids.length === 0 || ids.includes(id));
    if (wanted && !opened.has(session)) sum += peopleOf(page, session, part.groups);
  }
  return sum;
}

function peopleOf(
  { memberships, statements }: Pick<AnalysisPage, 'memberships' | 'statements'>,
  session: number,
  groups: readonly string[],
): number {
  const there = statements.map(({ eligible }) => {
    let n = 0;
    for (const [s, round, m, people] of eligible)
      if (s === session && round === 1 && inGroups(memberships[m] ?? '', groups)) n += people;
    return n;
  });
  return Math.max(0, ...there);
}

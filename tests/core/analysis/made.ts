/** Analysis pages to test with. */
import type { AnalysisPage, AnalysisStatement } from '../../../core/api.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';

type Page = Pick<AnalysisPage, 'sessions' | 'groups' | 'memberships' | 'statements'>;

export function statement(number: number, part: Partial<AnalysisStatement> = {}): AnalysisStatement {
  return {
    id: `s${number}`,
    number,
    text: `Statement ${number}`,
    wordings: [],
    version: 1,
    versionsAnswered: [1],
    scale: DEFAULT_SCALE,
    rounds: [1],
    counts: [],
    eligible: [],
    apart: 0,
    ...part,
  };
}

/** Two sessions, the groups a, b and c, and someone who is in a and b. */
export function page(...statements: AnalysisStatement[]): Page {
  return {
    sessions: ['one', 'two'].map((id) => ({
      id,
      name: `Session ${id}`,
      date: '2026-11-20',
      mode: 'unlinked',
      groups: [],
    })),
    groups: ['a', 'b', 'c'].map((id) => ({ id, label: `Group ${id}` })),
    memberships: ['a', 'b', 'a+b', 'c'],
    statements,
  };
}

/** Counts of one session and round by the places of the memberships, for codes 1 to 5. */
export function counts(
  session: number,
  round: 1 | 2,
  rows: Record<number, readonly number[]>,
): AnalysisStatement['counts'] {
  return Object.entries(rows).flatMap(([m, of]) =>
    of.flatMap((n, i): AnalysisStatement['counts'] =>
      n === 0 ? [] : [[session, round, Number(m), i + 1, n]],
    ),
  );
}

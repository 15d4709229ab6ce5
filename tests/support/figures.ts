/** Figures of an analysis page, as the console makes them from its counts. */
import { figureOfPart, rowsOf } from '../../core/analysis/parts.ts';
import type { AnalysisPage } from '../../core/api.ts';
import type { Figure } from '../../core/results.ts';

/**
 * @param at the statement's place, from 0
 * @param of groups and sessions to put together; left out, everyone
 */
export function figureIn(
  page: AnalysisPage,
  at: number,
  round: 1 | 2 = 1,
  of: { groups?: string[]; sessions?: string[] } = {},
): Figure {
  const statement = page.statements[at];
  if (statement === undefined) throw new Error('There is no such statement.');
  const part = { groups: of.groups ?? [], sessions: of.sessions ?? [] };
  return figureOfPart(rowsOf(page, statement), statement, round, part, []);
}

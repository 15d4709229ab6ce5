/** What so many sheets on recommendations can say at most. */
import { SAID_ANSWERS, type CheckSheets } from './checking.ts';
import { DOTS_EACH } from './topics.ts';

/**
 * On each recommendation a sheet has one cross, and three dots in all, whichever list is on it.
 *
 * @returns where it is more: the first such row, or the dots of all; null: nowhere
 */
export function moreThanSheets({
  sheets,
  rows,
}: CheckSheets): { row: number; crosses: number } | { dots: number; most: number } | null {
  for (const [row, counts] of rows.entries()) {
    const crosses = SAID_ANSWERS.reduce((sum, answer) => sum + counts[answer], 0);
    if (crosses > sheets) return { row, crosses };
  }
  const dots = rows.reduce((sum, row) => sum + row.dots, 0);
  const most = DOTS_EACH * sheets;
  return dots > most ? { dots, most } : null;
}

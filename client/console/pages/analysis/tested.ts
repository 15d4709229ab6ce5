/** Which columns of the results page are tested against each other, and the comparison of them. */
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import type { Comparison, GroupCounts } from '../../../../core/statistics/compare.ts';
import { compareGroups, comparisonSeed } from '../../../../core/statistics/compare.ts';

/** The groups, or the sessions; units only where they stand alone, since they are groups that are there already. */
export function testedColumns(figures: readonly PartFigure[]): PartFigure[] {
  const own = figures.filter(({ part }) => part.kind === 'group' || part.kind === 'session');
  return own.length > 0 ? own : figures.filter(({ part }) => part.kind === 'unit');
}

export function countsOf(columns: readonly PartFigure[]): GroupCounts[] {
  return columns.map(({ part, figure }) => ({ label: part.label, counts: figure.counts }));
}

/** The comparison that the report prints of the same groups. */
export function comparisonOf(statement: string, round: 1 | 2, groups: readonly GroupCounts[]): Comparison {
  return compareGroups(groups, comparisonSeed(statement, round));
}

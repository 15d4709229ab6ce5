/** The lines of the overview: each statement with its figures, part by part. */
import type { AnalysisPage, AnalysisStatement } from '../api.ts';
import type { Figure } from '../results.ts';
import type { Side } from '../side.ts';
import type { PartFigure, Split } from './camps.ts';
import { commonSide, splitOf } from './camps.ts';
import type { Apart } from './order.ts';
import { furthestApart } from './order.ts';
import type { Part, StatementRows } from './parts.ts';
import { figureOfPart, rowsOf } from './parts.ts';
import type { Sharing } from './sharing.ts';
import { answeredIn, sharing } from './sharing.ts';

export interface Line {
  number: number;
  statement: AnalysisStatement;
  rows: StatementRows;
  /** The round that its figures are of: the one asked for, or the first where there was no other. */
  round: 1 | 2;
  /** One for each part, in their order; everyone first. */
  figures: PartFigure[];
  everyone: Figure;
  /** Which of the figures share people, by their places. */
  shared: Sharing;
  apart: Apart | null;
  common: Side | null;
  split: Split | null;
}

/**
 * @param parts everyone first, see `partsOf`
 * @param counted the sessions that are counted; empty: all
 */
export function linesOf(
  page: Pick<AnalysisPage, 'sessions' | 'groups' | 'memberships' | 'statements'>,
  parts: readonly Part[],
  counted: readonly string[],
  wanted: 1 | 2,
): Line[] {
  return page.statements.map((statement) => {
    const rows = rowsOf(page, statement);
    const round = statement.rounds.includes(wanted) ? wanted : 1;
    const figures = figuresOf(rows, statement, round, parts, counted);
    const everyone = figures[0]?.figure ?? figureOfPart(rows, statement, round, EVERYONE, counted);
    const shared = sharing(answeredIn(rows, round, counted), parts);
    return {
      number: statement.number,
      statement,
      rows,
      round,
      figures,
      everyone,
      shared,
      apart: furthestApart(figures, shared),
      common: commonSide(everyone, figures, shared),
      split: splitOf(everyone, figures, shared),
    };
  });
}

const EVERYONE = { groups: [], sessions: [] };

/** The figures of one statement in one round, part by part. */
export function figuresOf(
  rows: StatementRows,
  statement: AnalysisStatement,
  round: 1 | 2,
  parts: readonly Part[],
  counted: readonly string[],
): PartFigure[] {
  return parts.map((part) => ({ part, figure: figureOfPart(rows, statement, round, part, counted) }));
}

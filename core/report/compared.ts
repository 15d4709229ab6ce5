/** What groups share and where they differ, by the rules of the analysis page. */
import type { Column } from '../analysis/camps.ts';
import { commonSide, compared, LEAST_ANSWERS, splitOf } from '../analysis/camps.ts';
import type { PublishedStatement } from './input.ts';
import { mainRound } from './input.ts';

export interface Compared {
  /** Statements with two parts or more that are compared. */
  comparable: PublishedStatement[];
  /** See `commonSide`. */
  common: { statement: PublishedStatement; side: 'agree' | 'disagree' }[];
  /** More than half of at least one part on each side. */
  split: { statement: PublishedStatement; agree: string[]; disagree: string[]; neither: string[] }[];
  /** Not such a split, and everyone together stands in two camps, see `splitOf`. */
  camps: PublishedStatement[];
  /** Whether parts with enough answers were left out, since they share people with another. */
  leftOut: boolean;
}

/**
 * Sorts the statements by their last round; one whose figure is withheld is in no list.
 *
 * @param units whether the parts are the team's own choices, which may share people
 */
export function compare(statements: readonly PublishedStatement[], units: boolean): Compared {
  const sorted: Compared = { comparable: [], common: [], split: [], camps: [], leftOut: false };
  for (const statement of statements) {
    const round = mainRound(statement);
    if (round?.whole == null) continue;
    const { whole, shared } = round;
    const columns = round.parts.map(({ label, figure }): Column => ({
      part: { kind: units ? 'unit' : 'group', label },
      figure,
    }));
    const parts = compared(columns, shared);
    if (parts.length >= 2) sorted.comparable.push(statement);
    const enough = columns.filter(({ figure }) => figure.n >= LEAST_ANSWERS);
    if (parts.length < enough.length) sorted.leftOut = true;
    const side = commonSide(whole, columns, shared);
    if (side !== null) sorted.common.push({ statement, side });
    const split = splitOf(whole, columns, shared);
    if (split?.is === 'within') sorted.camps.push(statement);
    if (split?.is !== 'between') continue;
    const { agree, disagree } = split;
    const told = new Set([...agree, ...disagree]);
    const neither = parts.map(({ part }) => part.label).filter((label) => !told.has(label));
    sorted.split.push({ statement, agree, disagree, neither });
  }
  return sorted;
}

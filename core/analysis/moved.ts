/** What moved between two rounds, as far as two sums can tell. */
import type { Figure } from '../results.ts';

export interface NetChange {
  before: Figure;
  after: Figure;
  /**
   * Of each code, the people more (or fewer, below nought) in the second round; null where the rounds have
   * different numbers of answers, since then a difference of people is not a move.
   */
  people: number[] | null;
  /** Of each code, percentage points more in the second round, rounded once; null unless both have percentages. */
  points: number[] | null;
}

/**
 * Net change of each answer. People who moved in opposite directions cancel out in it, which is all that
 * can be known where answers are not linked.
 *
 * @returns null where one of the rounds has no answer
 */
export function netChange(before: Figure, after: Figure): NetChange | null {
  if (before.n === 0 || after.n === 0) return null;
  const less = (a: readonly number[], b: readonly number[], round: (x: number) => number): number[] =>
    a.map((x, i) => round(x - (b[i] ?? 0)));
  const shares = ({ counts, n }: Figure): number[] => counts.map((c) => (100 * c) / n);
  return {
    before,
    after,
    people: before.n === after.n ? less(after.counts, before.counts, (x) => x) : null,
    points:
      before.percent === null || after.percent === null
        ? null
        : less(shares(after), shares(before), Math.round),
  };
}

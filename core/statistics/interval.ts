/** The interval of a figure, as the results page and the report show it to those who ask. */
import { FLOORS } from '../limits.ts';
import type { Figure } from '../results.ts';
import type { Plurality } from '../side.ts';
import { peopleOn, pluralityOf } from '../side.ts';
import { wilson } from './wilson.ts';

export interface ShareInterval {
  /** Whose share it is: of `even` either side's. */
  of: Plurality;
  /** Whole percentages. */
  low: number;
  high: number;
}

/**
 * Wilson's interval of the share of those who stand where most stand, see `wilson` and `pluralityOf`.
 *
 * @returns null below twenty people, who are not told in percentages
 */
export function intervalOf(figure: Pick<Figure, 'counts' | 'n'>): ShareInterval | null {
  const of = pluralityOf(figure);
  if (of === null || figure.n < FLOORS.percentFrom) return null;
  const { low, high } = wilson(peopleOn(figure, of), figure.n);
  return { of, low: Math.round(100 * low), high: Math.round(100 * high) };
}

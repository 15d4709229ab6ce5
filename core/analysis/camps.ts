/**
 * What groups share and where a room is split, by rules that can be told in a sentence. They describe the
 * people who answered and nobody else.
 */
import { FLOORS } from '../limits.ts';
import type { Figure } from '../results.ts';
import { sides } from '../results.ts';
import { agreementMeaning } from '../statistics/meaning.ts';
import type { Part } from './parts.ts';

/** Parts with fewer answers are left out: one person more would turn them. */
export const LEAST_ANSWERS = FLOORS.choices[0];

export type Side = 'agree' | 'disagree';

/** A part with its figure. */
export interface PartFigure {
  part: Part;
  figure: Figure;
}

/** The side that more than half of those who answered took; null where neither has more than half. */
export function sideOf(counts: readonly number[]): Side | null {
  const n = counts.reduce((a, b) => a + b, 0);
  const { agree, disagree } = sides(counts);
  return 2 * agree > n ? 'agree' : 2 * disagree > n ? 'disagree' : null;
}

/**
 * The parts that a comparison is about: groups, sessions or units with at least `LEAST_ANSWERS` answers.
 * A unit stands beside the groups it is made of, and is compared like them.
 */
export function compared(figures: readonly PartFigure[]): PartFigure[] {
  return figures.filter(({ part, figure }) => part.kind !== 'everyone' && figure.n >= LEAST_ANSWERS);
}

/**
 * Common ground: the side that every compared part took with more than half of its answers. Null where
 * they differ, where one has no such side, or where there are not two parts to compare.
 */
export function commonSide(figures: readonly PartFigure[]): Side | null {
  const taken = compared(figures).map(({ figure }) => sideOf(figure.counts));
  const [first] = taken;
  return taken.length >= 2 && first !== undefined && taken.every((side) => side === first) ? first : null;
}

/**
 * Splits. `between`: in one part more than half agree and in another more than half disagree. `within`:
 * everyone together stands in two camps, see `agreementMeaning`. Null where it is neither.
 */
export type Split = { is: 'between'; agree: string[]; disagree: string[] } | { is: 'within' };

export function splitOf(everyone: Figure, figures: readonly PartFigure[]): Split | null {
  const on = (side: Side): string[] =>
    compared(figures)
      .filter(({ figure }) => sideOf(figure.counts) === side)
      .map(({ part }) => part.label);
  const [agree, disagree] = [on('agree'), on('disagree')];
  if (agree.length > 0 && disagree.length > 0) return { is: 'between', agree, disagree };
  return agreementMeaning(everyone.counts) === 'camps' ? { is: 'within' } : null;
}

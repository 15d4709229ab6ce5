/**
 * What groups share and where a room is split, by rules that can be told in a sentence. They describe the
 * people who answered and nobody else. The analysis page and the report follow the same ones.
 */
import { FLOORS } from '../limits.ts';
import type { Figure } from '../results.ts';
import type { Side } from '../side.ts';
import { majorityOf } from '../side.ts';
import { agreementMeaning } from '../statistics/meaning.ts';
import type { Part } from './parts.ts';
import type { Sharing } from './sharing.ts';

/** Parts with fewer answers are left out: one person more would turn them. */
export const LEAST_ANSWERS = FLOORS.choices[0];

/** A column with its figure, as far as the rules look at it. */
export interface Column {
  part: Pick<Part, 'kind' | 'label'>;
  figure: Figure;
}

/** A part with its figure. */
export interface PartFigure extends Column {
  part: Part;
}

/**
 * The parts that a comparison is about: groups, sessions or units with at least `LEAST_ANSWERS` answers.
 * A unit that shares somebody with another of them is left out, since the same people would count twice.
 *
 * @param shared which of the figures share people, by their places
 */
export function compared<T extends Column>(figures: readonly T[], shared: Sharing): T[] {
  const enough = (at: number): boolean => {
    const one = figures[at];
    return one !== undefined && one.part.kind !== 'everyone' && one.figure.n >= LEAST_ANSWERS;
  };
  return figures.filter(
    ({ part }, at) =>
      enough(at) &&
      (part.kind !== 'unit' || !shared.some(([a, b]) => (a === at && enough(b)) || (b === at && enough(a)))),
  );
}

/**
 * Common ground: the side that everyone together and every compared part took with more than half of their
 * answers. Null where they differ, where one has no such side, where there are not two parts to compare,
 * and where the statement is a split.
 */
export function commonSide(everyone: Figure, figures: readonly Column[], shared: Sharing): Side | null {
  const parts = compared(figures, shared);
  const side = majorityOf(everyone);
  if (parts.length < 2 || splitOf(everyone, figures, shared) !== null) return null;
  return parts.every(({ figure }) => majorityOf(figure) === side) ? side : null;
}

/**
 * Splits. `between`: in one part more than half agree and in another more than half disagree. `within`:
 * everyone together stands in two camps, see `agreementMeaning`. Null where it is neither.
 */
export type Split = { is: 'between'; agree: string[]; disagree: string[] } | { is: 'within' };

/**
 * Whether a statement splits people, and how, see `Split`; between parts comes before within everyone.
 *
 * @param shared which of the figures share people, by their places
 */
export function splitOf(everyone: Figure, figures: readonly Column[], shared: Sharing): Split | null {
  const parts = compared(figures, shared);
  const on = (side: Side): string[] =>
    parts.filter(({ figure }) => majorityOf(figure) === side).map(({ part }) => part.label);
  const [agree, disagree] = [on('agree'), on('disagree')];
  if (agree.length > 0 && disagree.length > 0) return { is: 'between', agree, disagree };
  return agreementMeaning(everyone.counts) === 'camps' ? { is: 'within' } : null;
}

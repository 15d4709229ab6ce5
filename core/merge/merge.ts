/** A document that two windows have saved, put together again. */
import type { Conflict, Shape, Side } from './shape.ts';

export interface Merged<T> {
  document: T;
  /** Fields that both changed differently and for which nothing was chosen; they stand in it as mine. */
  conflicts: Conflict[];
}

/** How documents of one kind are merged. */
export interface Merger<T> {
  /** Whether both say the same to a reader. */
  same(a: T, b: T): boolean;
  /**
   * @param base what both began from
   * @param chosen whose is taken where both changed a field, by its place
   */
  merge(base: T, mine: T, theirs: T, chosen?: ReadonlyMap<string, Side>): Merged<T>;
}

/** @param mend puts right what only holds between fields, once they are merged */
export function mergerOf<T>(
  shape: Shape<T>,
  mend: (merged: T, mine: T, theirs: T) => T = (merged) => merged,
): Merger<T> {
  return {
    same: (a, b) => shape.same(a, b),
    merge(base, mine, theirs, chosen = new Map()) {
      const conflicts: Conflict[] = [];
      const document =
        shape.merge('', { base, mine, theirs }, (conflict) => {
          const side = chosen.get(conflict.at);
          if (side === undefined) conflicts.push(conflict);
          return side ?? 'mine';
        }) ?? mine;
      return { document: mend(document, mine, theirs), conflicts };
    },
  };
}

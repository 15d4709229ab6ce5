/**
 * Merging units until they may stand beside the whole: the least with the next least, and never one
 * that is only left out.
 */
import { codedOf, sum } from './people.ts';
import { check, type Unsafe, usedCounts } from './safe.ts';
import { type Bits, union } from './sets.ts';
import type { Universe } from './universe.ts';

/** Positions of the units in each part; everyone in no unit may be joined to one part. */
export interface Split {
  parts: number[][];
  /** Position of the part that has the others; null: they stay a remainder. */
  others: number | null;
}

export interface Accepted {
  split: Split;
  /** Positions of the parts that are shown: those in which anybody answered. */
  shown: number[];
  sets: Bits[];
}

interface Wanted {
  /** Figures of this release that stand already. */
  standing: readonly Bits[];
  whole: Bits;
  units: readonly Bits[];
}

/**
 * The first split, from `start` on, that is safe; null when only the whole may be shown. A set of
 * people that stands in two parts is merged away by joining these two. People in none of the units are
 * joined to the least part when they are too few to be a remainder.
 */
export function splitFor(universe: Universe, wanted: Wanted, start: Split): Accepted | null {
  const { atoms } = universe;
  const people = (set: Bits): number => sum(countsOf(universe, set));
  const rest = wanted.whole.map((on, i) => (on === 1 && wanted.units.every((u) => u[i] === 0) ? 1 : 0));
  let split = start;
  for (;;) {
    const sets = split.parts.map((part, at) =>
      union(
        [...part.flatMap((u) => wanted.units[u] ?? []), ...(at === split.others ? [rest] : [])],
        atoms.length,
      ),
    );
    const bySize = [...sets.keys()]
      .map((at) => ({ at, n: people(sets[at] ?? rest) }))
      .filter(({ n }) => n > 0)
      .toSorted((a, b) => a.n - b.n)
      .map(({ at }) => at);
    const [least] = bySize;
    if (least === undefined) return null;
    const { unsafe } = check(universe, [...wanted.standing, ...bySize.flatMap((at) => sets[at] ?? [])]);
    if (unsafe.length === 0) return shownOf(universe, wanted, split, sets);
    const worst = unsafe.reduce((a, b) => (b.people < a.people ? b : a));
    const touched = bySize.filter((at) => isIn(worst, sets[at] ?? rest));
    const first = touched[0];
    const second = first === undefined ? undefined : (touched[1] ?? bySize.find((at) => at !== first));
    if (first !== undefined && second !== undefined) split = merge(split, first, second);
    else if (split.others === null && people(rest) > 0) split = { ...split, others: least };
    else return null;
  }
}

function countsOf({ now }: Universe, set: Bits): number[] {
  const members = [...set.keys()].filter((i) => set[i] === 1);
  return usedCounts({ now }, members, []);
}

function isIn({ atoms }: Unsafe, set: Bits): boolean {
  return atoms.every((i) => set[i] === 1);
}

function merge({ parts, others }: Split, a: number, b: number): Split {
  const [at, gone] = [Math.min(a, b), Math.max(a, b)];
  const both = [...(parts[at] ?? []), ...(parts[gone] ?? [])].toSorted((x, y) => x - y);
  return {
    parts: parts.flatMap((part, i) => (i === at ? [both] : i === gone ? [] : [part])),
    others: others === null ? null : others === gone ? at : others > gone ? others - 1 : others,
  };
}

/**
 * Parts in which nobody gave an answer with a code have no figure, and one that is everyone is the whole.
 * Without them the classes are larger, and two that each moved enough may together have moved too little, as
 * when eight came and six went: so what is left is checked once more.
 */
function shownOf(universe: Universe, wanted: Wanted, split: Split, sets: readonly Bits[]): Accepted | null {
  const everyone = sum(countsOf(universe, wanted.whole));
  const shown = [...sets.keys()].filter((at) => {
    const counts = countsOf(universe, sets[at] ?? wanted.whole);
    return sum(codedOf(counts)) > 0 && sum(counts) < everyone;
  });
  const kept = shown.flatMap((at) => sets[at] ?? []);
  const safe = kept.length > 0 && check(universe, [...wanted.standing, ...kept]).unsafe.length === 0;
  return safe ? { split, shown, sets: kept } : null;
}

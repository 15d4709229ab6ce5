/** Whether it may be told how many were there and did not answer; it is told for wholes only. */
import { few } from './people.ts';
import { changesSafe, type Verdict } from './safe.ts';
import { type Bits, membersOf, partition } from './sets.ts';
import type { Universe, Use } from './universe.ts';

/** How many of an atom were there: as now, or as in the release whose counts are printed again. */
export function thereOf({ now }: Universe, { from, again }: Verdict, atom: number): number | null {
  return ((again[atom] ? from[atom] : null) ?? now).there[atom] ?? null;
}

/**
 * The same test as for answers, over those figures that told it: head-counts of a class of atoms, and
 * what changed in them between releases, are nought or reach the floor.
 *
 * @param wanted the wholes of this release with which it would be told
 */
export function maySayThere(universe: Universe, wanted: readonly Bits[], verdict: Verdict): boolean {
  const { atoms, earlier, floor } = universe;
  const all = [...earlier.flatMap((use) => use.thereFigures), ...wanted];
  const there = (use: Use | null, atom: number): number | null =>
    use === null ? thereOf(universe, verdict, atom) : (use.there[atom] ?? null);
  if (wanted.some((set) => atoms.some((_, i) => set[i] === 1 && there(null, i) === null))) return false;
  return [...membersOf(partition(atoms.length, all)).values()].every((members) => {
    const [first = 0] = members;
    const uses: (Use | null)[] = earlier.filter((use) => use.thereFigures.some((set) => set[first] === 1));
    if (wanted.some((set) => set[first] === 1)) uses.push(null);
    // The rule for answers, as if being there were one.
    const versions = uses.map((use) => [members.reduce((n, i) => n + (there(use, i) ?? 0), 0), 0, 0]);
    const distinct = [...new Map(versions.map((v) => [String(v), v])).values()];
    return distinct.every((v) => !few(v, floor)) && changesSafe(distinct, floor, () => false);
  });
}

/**
 * Whether figures may be published beside everything that was published before.
 *
 * Take all figures of one statement and round, of this and of every earlier release, as sets of atoms,
 * and sort atoms into classes: two atoms are in one class when every figure has both or neither. Each
 * figure is then a sum of whole classes, so whatever coefficients an attacker adds figures up with, all
 * atoms of a class get the same one: a set of people that can be worked out is a union of classes.
 * Let D(c) be the counts that a release used for class c and D'(c) those of another release. Any
 * combination of figures is a sum over classes of a multiple of D(c) and multiples of changes
 * D'(c) - D(c). So when for every class
 *   - every D(c) is of nobody, or of at least the floor of people, and
 *   - every change is nought, or at least the floor came or went,
 * whatever follows from the figures is about nobody or about at least the floor. People who went and
 * came back could hide in two changes at once; so not only pairs of versions are looked at but every
 * sum of versions with the signs +, - and 0 in which as many are added as taken away.
 * The converse does not hold: some classes cannot be worked out exactly. They are refused all the
 * same, since bounds on them could be close.
 *
 * Counts of earlier releases with a lower floor cannot be called back: what already follows exactly from
 * them alone is passed over, but no new figure may stand on fewer people than today's floor.
 */
import { type Bits, membersOf, refine } from './sets.ts';
import { addTo, few, fewMoved, sum } from './people.ts';
import { AlreadyOut } from './alreadyOut.ts';
import type { Universe, Use } from './universe.ts';

export interface Unsafe {
  /** The people that could be told apart. */
  atoms: number[];
  /** How many answered or declined. */
  people: number;
  /** None of them stands in any earlier figure. */
  fresh: boolean;
}

export interface Verdict {
  unsafe: Unsafe[];
  /**
   * For each atom the earlier release whose counts are to be used, or null for those of now. A class
   * whose counts are as they were takes them from where they were first used, since only then nothing
   * of it has changed if it is parted later.
   */
  from: (Use | null)[];
  /** For each atom whether its class has changed since that release, so that earlier counts are printed again. */
  again: boolean[];
}

/** With more versions of a class than this the latest is printed again instead of making another. */
const MOST_VERSIONS = 6;

/** @param figures those wanted, each as a set of the universe's atoms */
export function check(universe: Universe, figures: readonly Bits[]): Verdict {
  const { atoms, earlier, floor, now } = universe;
  const verdict: Verdict = { unsafe: [], from: atoms.map(() => null), again: atoms.map(() => false) };
  const out = new AlreadyOut(universe);
  for (const members of membersOf(refine(universe.start, figures)).values()) {
    const [first = 0] = members;
    const uses = earlier.filter((use) => use.figures.some((set) => set[first] === 1));
    const wanted = figures.some((set) => set[first] === 1);
    if (!wanted && uses.length === 0) continue;
    const counts = (use: Use | null): number[] => total((use ?? now).cells, members);
    const versions = distinct(uses.map(counts));
    const isOut = (coefficients: Map<string, number>): boolean => out.has(members, coefficients);
    const options: (Use | null)[] = wanted ? [null, ...uses.toReversed()] : uses.slice(-1);
    const use = options.find((option) => changesSafe(distinct([...versions, counts(option)]), floor, isOut));
    const used = counts(use ?? null);
    const safe =
      use !== undefined &&
      distinct([...versions, used]).every((v) => !few(v, floor) || isOut(new Map([[String(v), 1]])));
    if (!safe) verdict.unsafe.push({ atoms: members, people: sum(counts(null)), fresh: uses.length === 0 });
    else if (wanted) {
      const from = uses.find((earlierUse) => same(counts(earlierUse), used)) ?? null;
      for (const atom of members) {
        verdict.from[atom] = from;
        verdict.again[atom] = !same(used, counts(null));
      }
    }
  }
  if (verdict.unsafe.length === 0) verdict.unsafe.push(...underFloor(universe, figures, verdict.from));
  return verdict;
}

/** Figures that themselves stand on too few people, which is so only where a lower floor was used before. */
function underFloor(universe: Universe, figures: readonly Bits[], from: readonly (Use | null)[]): Unsafe[] {
  return figures.flatMap((set) => {
    const members = [...set.keys()].filter((i) => set[i] === 1);
    const counts = usedCounts(universe, members, from);
    return few(counts, universe.floor) ? [{ atoms: members, people: sum(counts), fresh: false }] : [];
  });
}

/** The counts of some atoms, each as it is now or as the release it is reprinted from has it. */
export function usedCounts(
  { now }: Pick<Universe, 'now'>,
  members: readonly number[],
  from: readonly (Use | null)[],
): number[] {
  const counts: number[] = [];
  for (const i of members) addTo(counts, (from[i] ?? now).cells[i] ?? []);
  return counts;
}

function total(cells: readonly (readonly number[])[], members: readonly number[]): number[] {
  const counts: number[] = [];
  for (const i of members) addTo(counts, cells[i] ?? []);
  return counts;
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return String(a) === String(b);
}

function distinct(versions: readonly number[][]): number[][] {
  return [...new Map(versions.map((v) => [String(v), v])).values()];
}

/** Every sum of versions with signs, as many added as taken away, moves nobody or enough people. */
export function changesSafe(
  versions: readonly number[][],
  floor: number,
  isOut: (coefficients: Map<string, number>) => boolean,
): boolean {
  if (versions.length > MOST_VERSIONS) return false;
  const signs = (i: number, balance: number, picked: number[]): boolean => {
    if (i < versions.length)
      return [0, 1, -1].every((sign) => signs(i + 1, balance + sign, [...picked, sign]));
    if (balance !== 0) return true;
    const changes: number[] = [];
    for (const [j, version] of versions.entries()) addTo(changes, version, picked[j]);
    return !fewMoved(changes, floor) || isOut(new Map(versions.map((v, j) => [String(v), picked[j] ?? 0])));
  };
  return signs(0, 0, []);
}

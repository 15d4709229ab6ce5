/**
 * Unanimity of those who have no figure of their own and are what is left when figures are subtracted.
 *
 * Any such set is a union of classes (core/release/safe.ts), and when nobody of a union is on a side then
 * nobody of its classes is; so it is enough to look at each class, and at what changed in it since each
 * earlier release. What follows from earlier releases alone has been confirmed with those.
 */
import { kindOf } from './flags.ts';
import { addTo, codedOf } from './people.ts';
import type { Item } from './plan.ts';
import { usedCounts, type Verdict } from './safe.ts';
import { type Bits, membersOf, refine } from './sets.ts';
import type { Rest, UnanimityFlag } from './unanimity.ts';
import type { Universe, Use } from './universe.ts';

interface Printed {
  /** Empty: a whole. */
  names: string[];
  bits: Bits;
}

type Found = { rest: Rest; counts: readonly number[] };

/**
 * Flags for people of one mind who have no figure of their own and would be left by subtracting.
 *
 * @param verdict of all figures of the item together
 */
export function restFlags(item: Item, verdict: Verdict): UnanimityFlag[] {
  const { universe, statement, round } = item;
  const printed = printedIn(item);
  return [...membersOf(refine(universe.start, bitsOfAll(printed))).values()]
    .flatMap((members) => foundIn(universe, printed, verdict, members))
    .flatMap(({ rest, counts }) => {
      const kind = kindOf(codedOf(counts));
      if (kind === null) return [];
      return [
        { key: JSON.stringify([statement, round, rest, counts]), statement, round, names: [], rest, kind },
      ];
    });
}

const bitsOfAll = (printed: readonly Printed[]): Bits[] => printed.map(({ bits }) => bits);

function printedIn({ pools }: Item): Printed[] {
  return pools.flatMap(({ whole, splits }) =>
    whole.is !== 'published'
      ? []
      : [
          { names: [], bits: whole.bits },
          ...splits.flatMap(({ units, accepted: { split, shown, sets } }) =>
            shown.flatMap((at, i): Printed[] => {
              const bits = sets[i];
              const names = (split.parts[at] ?? []).flatMap((u) => units[u]?.name ?? []);
              return bits === undefined ? [] : [{ names, bits }];
            }),
          ),
        ],
  );
}

function foundIn(
  universe: Universe,
  printed: readonly Printed[],
  { from }: Verdict,
  members: readonly number[],
): Found[] {
  const [first = 0] = members;
  const { earlier, start } = universe;
  const within = printed.filter(({ bits }) => bits[first] === 1);
  const stands = (use: Use): boolean => use.figures.some((set) => set[first] === 1);
  const uses = earlier.filter(stands);
  const last = uses.at(-1);
  if (within.length === 0) {
    const before = start.classes.filter((c) => c === start.classes[first]).length;
    if (last === undefined || before === members.length) return [];
    return [
      { rest: { is: 'left-out', releases: uses.map((u) => u.release) }, counts: countsOf(last, members) },
    ];
  }
  const counts = usedCounts(universe, members, from);
  const parts = within.filter((p) => p.names.length > 0).flatMap((p) => p.names);
  const found: Found[] = [];
  // One that is a figure, or says no more than a figure that it is in, has that figure's flag.
  const said = within.some(({ bits }) => {
    const of: number[] = usedCounts(
      universe,
      [...bits.keys()].filter((i) => bits[i] === 1),
      from,
    );
    return bits.filter((on) => on === 1).length === members.length || says(of, counts);
  });
  if (!said) {
    const not = printed.filter((p) => !within.includes(p)).flatMap((p) => p.names);
    const releases = earlier.filter((use) => !stands(use)).map((use) => use.release);
    found.push({ rest: { is: 'between', parts, not, releases }, counts });
  }
  const seen = new Set<string>();
  for (const use of uses) {
    const before = countsOf(use, members);
    if (seen.has(String(before))) continue;
    seen.add(String(before));
    const changes = [...counts];
    addTo(changes, before, -1);
    for (const [is, sign] of [
      ['came', 1],
      ['went', -1],
    ] as const)
      found.push({
        rest: { is, parts, release: use.release },
        counts: changes.map((n) => Math.max(0, n * sign)),
      });
  }
  return found;
}

function countsOf(use: Use, members: readonly number[]): number[] {
  const counts: number[] = [];
  for (const i of members) addTo(counts, use.cells[i] ?? []);
  return counts;
}

/** Whether counts of a figure tell of each of its people what those of a part of them would. */
function says(figure: readonly number[], part: readonly number[]): boolean {
  const kind = kindOf(codedOf(figure));
  return kind !== null && (kind === 'one-answer' || kind === kindOf(codedOf(part)));
}

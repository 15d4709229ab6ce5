/** The figure of everyone in the chosen sessions: published, withheld, or refused beside earlier releases. */
import { few, sum } from './people.ts';
import { check, type Unsafe, usedCounts } from './safe.ts';
import { type Bits, bitsOf } from './sets.ts';
import type { FigureSet, Why } from './types.ts';
import type { Universe } from './universe.ts';

export type Whole =
  | { is: 'published'; set: FigureSet; bits: Bits; held: string[] }
  | { is: 'withheld'; why: Why }
  | { is: 'refused'; releases: number[]; sessions: string[]; add: string[]; remove: string[] };

function everyoneIn(sessions: readonly string[]): FigureSet {
  return { sessions: [...sessions], units: null, others: null };
}

/**
 * Sessions that are new since the earlier releases and in which too few answered are held back. When
 * a session was removed since, its people stay in the figure as they were as long as they are too few
 * to be missed. What then still could be subtracted is refused, with a choice of sessions that could not.
 *
 * @param standing figures of this release that stand already
 * @param sessions those chosen that were asked this
 * @param all those that could be chosen
 * @param gone those of earlier releases that have been removed
 */
export function wholeFor(
  universe: Universe,
  standing: readonly Bits[],
  { sessions, all, gone }: { sessions: readonly string[]; all: readonly string[]; gone: readonly string[] },
): Whole {
  const first = attempt(universe, standing, sessions);
  if (first.is !== 'unsafe') return first;
  const removed = gone.filter((s) => together(universe, s, sessions));
  const withRemoved = attempt(universe, standing, [...sessions, ...removed]);
  if (withRemoved.is === 'published') return withRemoved;

  const at = sessionsOf(universe, first.unsafe);
  const earlier = universe.earlier
    .toReversed()
    .flatMap((use) => use.sets.filter((set) => set.units === null));
  const choices = [
    [...sessions, ...earlier.flatMap((set) => set.sessions)],
    sessions.filter((s) => !at.includes(s)),
    ...earlier.map((set) => set.sessions),
  ].map((choice) => all.filter((s) => choice.includes(s)));
  const better = choices.find((choice) =>
    [choice, [...choice, ...gone.filter((s) => together(universe, s, choice))]].some(
      (some) => some.length > 0 && attempt(universe, standing, some).is === 'published',
    ),
  );
  if (better === undefined) return { is: 'withheld', why: 'earlier' };
  return {
    is: 'refused',
    releases: universe.earlier.flatMap((use) =>
      use.figures.some((set) => first.unsafe.some(({ atoms }) => atoms.some((i) => set[i] === 1)))
        ? [use.release]
        : [],
    ),
    sessions: at,
    add: better.filter((s) => !sessions.includes(s)),
    remove: sessions.filter((s) => !better.includes(s)),
  };
}

type Attempt = Exclude<Whole, { is: 'refused' }> | { is: 'unsafe'; unsafe: Unsafe[] };

function attempt(universe: Universe, standing: readonly Bits[], sessions: readonly string[]): Attempt {
  const held: string[] = [];
  for (;;) {
    const set = everyoneIn(sessions.filter((s) => !held.includes(s)));
    const bits = bitsOf(set, universe.atoms);
    const members = [...bits.keys()].filter((i) => bits[i] === 1);
    const { unsafe, from } = check(universe, [...standing, bits]);
    const counts = usedCounts(universe, members, from);
    if (few(counts, universe.floor)) return { is: 'withheld', why: 'under-floor' };
    if (unsafe.length === 0) return { is: 'published', set, bits, held };
    const tooNew = sessionsOf(
      universe,
      unsafe.filter((u) => u.fresh),
    ).filter((s) => set.sessions.includes(s));
    if (tooNew.length === 0) return { is: 'unsafe', unsafe };
    held.push(...tooNew);
    if (sum(counts) > 0 && set.sessions.length === tooNew.length)
      return { is: 'withheld', why: 'under-floor' };
  }
}

function sessionsOf({ atoms }: Universe, unsafe: readonly Unsafe[]): string[] {
  return [...new Set(unsafe.flatMap((u) => u.atoms.flatMap((i) => atoms[i]?.session ?? [])))];
}

/** Whether a session that was removed stands in an earlier figure together with any of these. */
function together({ earlier }: Universe, gone: string, sessions: readonly string[]): boolean {
  return earlier.some((use) =>
    use.sets.some((set) => set.sessions.includes(gone) && set.sessions.some((s) => sessions.includes(s))),
  );
}

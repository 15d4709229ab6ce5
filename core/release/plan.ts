/**
 * What may leave the team: for each statement and round the whole and its parts, merged, withheld or
 * reprinted as the floor and all earlier releases ask (core/release/safe.ts has the rule and why it holds).
 *
 * Each round is a figure of its own, and the two are printed side by side also where their bases differ
 * by fewer than the floor: as long as it is not told who moved, nobody knows who of the first round stayed
 * for the second, so one figure subtracted from the other is about no set of people (where they differ by a
 * few people and nothing else, core/release/roundsApart.ts has it confirmed). That holds for
 * linked answers too, since only the sentence on who moved joins a person's two answers in print;
 * core/release/moved.ts decides whether that may be told, and with it gone linked is like unlinked.
 * Nothing is decided here about comments (core/attribution.ts, core/personal).
 */
import type { Scale } from '../scale.ts';
import { scaleKey } from '../scale.ts';
import { boardOf, entryOf } from './build.ts';
import { flagsOf } from './flags.ts';
import { movedFor } from './moved.ts';
import { splitNotes } from './notes.ts';
import { restFlags } from './rest.ts';
import { type Bits, bitsOf, partition } from './sets.ts';
import { type Accepted, type Split, splitFor } from './split.ts';
import { check, usedCounts, type Verdict } from './safe.ts';
import { sum } from './people.ts';
import type { ReleaseInput, ReleaseNote, ReleasePlan, ReleaseUnit, ReleaseRefusal } from './types.ts';
import { kindsOf } from './units.ts';
import { type Universe, universeOf } from './universe.ts';
import { type Whole, wholeFor } from './whole.ts';

/** Boards of one statement and round that make one figure. */
export interface Pool {
  scale: Scale;
  versions: number[];
  sessions: string[];
  whole: Whole;
  splits: { units: ReleaseUnit[]; accepted: Accepted }[];
}

/** An item with what was found of all its figures. */
export interface Checked {
  item: Item;
  verdict: Verdict;
}

/** One statement in one round. */
export interface Item {
  statement: string;
  round: 1 | 2;
  universe: Universe;
  pools: Pool[];
  /** Every figure that stands so far. */
  standing: Bits[];
}

/** Plans a release. Nothing may be written while it has refusals, or flags that nobody confirmed. */
export function planRelease(input: ReleaseInput): ReleasePlan {
  const items = input.statements.flatMap((statement) =>
    ([1, 2] as const).flatMap((round) => itemOf(input, statement, round)),
  );
  const notes: ReleaseNote[] = [];
  const kinds = kindsOf(input.units);
  if (input.breakdowns === 'hidden' && kinds.length > 0)
    notes.push({ code: 'breakdowns-hidden', statement: null, round: null, slots: {} });
  for (const units of input.breakdowns === 'hidden' ? [] : kinds) notes.push(...splitAll(items, units));
  const checked = items.map((item) => ({ item, verdict: check(item.universe, item.standing) }));
  const built = checked.map(({ item, verdict }) => boardOf(item, verdict));
  const boards = built.flatMap((b) => b.boards);
  const moved = movedFor(input, checked);
  return {
    boards,
    moved: moved.told,
    notes: [...notes, ...built.flatMap((b) => b.notes), ...moved.notes],
    refusals: items.flatMap(refusalsOf),
    flags: [...boards.flatMap(flagsOf), ...checked.flatMap(({ item, verdict }) => restFlags(item, verdict))],
    entry: entryOf(
      input,
      built.flatMap((b) => b.entry ?? []),
      moved.entry,
    ),
  };
}

function itemOf(input: ReleaseInput, statement: string, round: 1 | 2): Item[] {
  const asked = input.boards.filter((b) => b.statement === statement && b.round === round);
  const all = asked.filter((b) => input.allSessions.includes(b.session));
  const picked = all.filter((b) => input.sessions.length === 0 || input.sessions.includes(b.session));
  if (picked.length === 0) return [];
  const universe = universeOf(input, { statement, round }, input.floor);
  const gone = [
    ...new Set(universe.earlier.flatMap((use) => use.sets.flatMap((set) => set.sessions))),
  ].filter((s) => !input.allSessions.includes(s));
  const keyOf = (b: (typeof all)[number]): string =>
    `${input.poolVersions ? '' : b.version} ${scaleKey(b.scale)}`;
  const item: Item = { statement, round, universe, pools: [], standing: [] };
  for (const key of new Set(picked.map(keyOf))) {
    const own = picked.filter((b) => keyOf(b) === key);
    const [board] = own;
    if (board === undefined) continue;
    const sessions = own.map((b) => b.session);
    const whole = wholeFor(universe, item.standing, {
      sessions,
      all: all.filter((b) => keyOf(b) === key).map((b) => b.session),
      gone,
    });
    if (whole.is === 'published') item.standing.push(whole.bits);
    const versions = [...new Set(own.map((b) => b.version))].toSorted((a, b) => a - b);
    item.pools.push({ scale: board.scale, versions, sessions, whole, splits: [] });
  }
  return [item];
}

/**
 * Splits every whole by units of one kind. The merge that the largest whole needs is where all others
 * begin, so that a reader finds the same parts under most statements.
 */
function splitAll(items: readonly Item[], units: ReleaseUnit[]): ReleaseNote[] {
  const wanted = items
    .flatMap((item) => item.pools.map((pool) => ({ item, pool })))
    .flatMap(({ item, pool }) => {
      const { whole } = pool;
      if (whole.is !== 'published') return [];
      const { universe, standing } = item;
      const members = [...whole.bits.keys()].filter((i) => whole.bits[i] === 1);
      const n = sum(usedCounts(universe, members, check(universe, standing).from));
      const sets = units.map((unit) =>
        bitsOf({ sessions: whole.set.sessions, units: [unit], others: null }, universe.atoms),
      );
      return n === 0 ? [] : [{ item, pool, n, whole: whole.bits, sets }];
    })
    .toSorted((a, b) => b.n - a.n);
  const apart: Split = { parts: units.map((_, i) => [i]), others: null };
  let common: Split | null = null;
  const results = wanted.map(({ item, pool, whole, sets }) => {
    const { universe, standing } = item;
    const choice = { standing, whole, units: sets };
    const accepted = splitFor(universe, choice, common ?? apart);
    // What the floor alone would ask tells whether an earlier release is why.
    const alone = { ...universe, earlier: [], start: partition(universe.atoms.length, []) };
    const byFloor = universe.earlier.length === 0 ? accepted : splitFor(alone, choice, common ?? apart);
    if (accepted !== null) {
      common ??= accepted.split;
      standing.push(...accepted.sets);
      pool.splits.push({ units, accepted });
    }
    return { item, sets, accepted, byFloor };
  });
  return splitNotes(units, results);
}

function refusalsOf({ statement, round, pools }: Item): ReleaseRefusal[] {
  return pools.flatMap(({ whole }) => {
    if (whole.is !== 'refused') return [];
    const { releases, sessions, add, remove } = whole;
    return [{ statement, round, releases, sessions, instead: { add, remove } }];
  });
}

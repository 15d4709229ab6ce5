/**
 * Numbers of themes that were told, in this release and in earlier ones, and whether another may be told beside them.
 *
 * A theme that others were merged into, or that was made anew, is held against what these told as well. Where they were
 * told beside each other no order of time says which of their points are the same, so their numbers are told apart by
 * what each point was put under; and neither any of them nor their sum in one release may be near: what is missing of
 * it would be what was taken back.
 *
 * Parts of a theme and of those above and below it are held together. That the whole of a theme and of one below it are
 * few apart is known, so their parts are not both told where it is: the rest would be these few. Whatever has parts
 * counts as one theme then, with its whole, in the proof for wholes and parts (partsHeld.ts); those above go first. And
 * where all that is under one is in the same part, the few of a theme below it are in that part too.
 */
import type { TalkCell } from '../release/stories.ts';
import type { EntryTalk } from '../release/types.ts';
import { areAlike, holdsParts, ONE, WHOLE, type TalkNumber } from './partsHeld.ts';
import { isSame, madeKnown, plainRows, summed, type Said } from './talkRows.ts';
import type { Related } from './themesRelated.ts';

/** Names of what is noted of a theme besides its numbers, none of which is a group's or a statement's. */
export const [FEW, NOT, DISSENT] = ['few', 'not', 'dissent'];

/** It is told of everything under a theme, not of a part. */
export function isAll({ by }: Pick<TalkCell, 'by'>): boolean {
  return [WHOLE, FEW, ONE, NOT].includes(by);
}

function isNumber({ by, sessions }: TalkCell): boolean {
  return sessions !== undefined && ![FEW, NOT, DISSENT].includes(by);
}

/** What is to be told, of a theme. */
type Next = TalkNumber & { theme: string; n: number };

/** What a release told, and under which floor; absent: under today's. */
export type TalkBefore = EntryTalk & { floor?: number };

/** @param earlier oldest first */
export function toldNumbers(
  earlier: readonly TalkBefore[],
  entry: EntryTalk,
  related: Related,
  floor: number,
) {
  const at = (ids: readonly string[], list: EntryTalk, by: string): TalkCell[] =>
    list.cells.filter(
      (cell) => ids.includes(cell.theme) && (cell.by === by || (by === WHOLE && cell.by === ONE)),
    );

  /** They were told beside each other, as several. */
  function areApart(ids: readonly string[]): boolean {
    return (
      ids.length > 1 &&
      earlier.some(
        ({ cells }) => ids.filter((id) => cells.some((c) => c.theme === id && isAll(c))).length > 1,
      )
    );
  }

  /** Ids of which one number stands as this theme's: of several that were told apart only its own. */
  function standsAs(theme: string): readonly string[] {
    const heirs = related.heirs(theme);
    return areApart(heirs) ? [theme] : heirs;
  }

  /** What was told of it, or of what it was told as, oldest first. */
  function cellsOf(theme: string, by: string): { all: TalkCell[]; own: TalkCell[] } {
    const stands = standsAs(theme);
    const all = earlier.flatMap((list) => at(related.held(theme), list, by));
    return { all, own: all.filter((cell) => stands.includes(cell.theme)) };
  }

  /**
   * What the last release told of it that `is` about these sessions.
   *
   * @returns `own`: what stands as its own; `all`: of those merged into it as well
   */
  function lastOf(theme: string, is: (cell: TalkCell) => boolean): { own: TalkCell[]; all: TalkCell[] } {
    const last = (ids: readonly string[]): TalkCell[] =>
      earlier
        .findLast(({ cells }) => cells.some((cell) => ids.includes(cell.theme) && isAll(cell) && is(cell)))
        ?.cells.filter((cell) => ids.includes(cell.theme)) ?? [];
    return { own: last(standsAs(theme)), all: last(related.heirs(theme)) };
  }

  /** Against every number that was printed of it, not only the last, and against those of its whole and its parts. */
  function isSafe(next: Next, past: readonly TalkCell[], all: Said): boolean {
    const stands = standsAs(next.theme);
    const isNear = (n: number): boolean => Math.abs(n - next.n) < floor;
    const near = (cell: TalkCell): boolean =>
      isNear(cell.n) && (cell.n !== next.n || (!stands.includes(cell.theme) && !isSame(next, cell)));
    if (past.some(near) || isNearSum(next, past, isNear)) return false;
    const held = related.held(next.theme);
    const numbers = onceEach(
      [...earlier, entry].flatMap(({ cells }) => cells.filter((c) => held.includes(c.theme))),
    );
    if (!areApart(held)) {
      const known = numbers.map((one) => plainNumber(madeKnown(one, all)));
      return holdsParts(plainNumber(next), known, floor);
    }
    const within = apartBy(held);
    return holdsParts(within(next), numbers.map(within), floor);
  }

  /** Of several that one release told apart: what is missing of their sum. */
  function isNearSum(
    { theme, by }: Next,
    past: readonly TalkCell[],
    isNear: (n: number) => boolean,
  ): boolean {
    const held = related.held(theme);
    return earlier.some((list) => {
      const beside = at(held, list, by).filter((cell) => past.includes(cell));
      const sum = beside.reduce((all, { n }) => all + n, 0);
      return new Set(beside.map((cell) => cell.theme)).size > 1 && isNear(sum);
    });
  }

  function apartBy(ids: readonly string[]): (one: Pick<TalkCell, 'by' | 'sessions'>) => TalkNumber {
    return ({ by, sessions = [] }) => ({ by, sessions: related.within(sessions, ids) });
  }

  /** A part, beside what is told of themes above and below this one. */
  function holdsBeside(next: Next): boolean {
    const line = related.held(next.theme);
    const family = familyOf(line, [...earlier, entry]);
    const sets = [...earlier, entry].flatMap((list) =>
      family.flatMap((id) => (list === entry && id === next.theme ? [] : withParts(list, id))),
    );
    const others = sets.some((cell) => !line.includes(cell.theme));
    const few = family.some((id) => !line.includes(id) && isFew(id));
    if (!others && !few) return true;
    const within = apartBy([...new Set([next.theme, ...sets.map((cell) => cell.theme)])]);
    const told = onceEach(sets).map(within);
    const own = entry.cells.filter((cell) => cell.theme === next.theme && isNumber(cell)).map(within);
    const holds = [...own, within(next)].every((one) => {
      const may = !others || told.some((other) => isAlike(one, other)) || holdsParts(one, told, floor, true);
      told.push(one);
      return may;
    });
    return holds && !(few && areAlike(told));
  }

  /** It was told that there are few under it. */
  function isFew(id: string): boolean {
    return [...earlier, entry].some(({ cells }) =>
      cells.some(({ theme, by }) => theme === id && [ONE, FEW].includes(by)),
    );
  }

  /** Ids of those whose parts can be taken from each other: below it, and those above it, with all that is below these. */
  function familyOf(line: readonly string[], lists: readonly EntryTalk[]): string[] {
    const hasParts = (id: string): boolean => lists.some((list) => withParts(list, id).length > 0);
    const above = line.flatMap((id) => [...related.above(id)]).filter(hasParts);
    const tops = [...new Set([...line, ...above])];
    return [...new Set(tops.flatMap((id) => [id, ...related.below(id)]))];
  }

  /**
   * Where parts were told under a lower floor, of it or of those above and below it: whether all that was told of these
   * would hold under today's. It goes by what was told alone, so that a part that is left out tells of nobody.
   */
  function holdsStill(theme: string): boolean {
    const family = familyOf(related.held(theme), earlier);
    const setsIn = (list: EntryTalk): TalkCell[] => family.flatMap((id) => withParts(list, id));
    if (!earlier.some((list) => (list.floor ?? floor) < floor && setsIn(list).length > 0)) return true;
    const sets = earlier.flatMap(setsIn);
    const told: TalkNumber[] = [];
    return onceEach(sets)
      .map(apartBy([...new Set(sets.map((cell) => cell.theme))]))
      .every((one) => {
        const holds = told.some((other) => isAlike(one, other)) || holdsParts(one, told, floor, true);
        told.push(one);
        return holds;
      });
  }

  return {
    /** It is told: noted for the register. */
    note: (cell: TalkCell): void => {
      entry.cells.push(cell);
    },
    standsAs,
    holdsStill,
    cellsOf,
    lastOf,
    mayTell: (next: Next, past: readonly TalkCell[], all: Said): boolean =>
      isSafe(next, past, all) && (next.by === WHOLE || holdsBeside(next)),
  };
}

/** Its whole and its parts, where any were told of the same day: parts that stand are of an earlier one. */
function withParts({ cells }: EntryTalk, theme: string): TalkCell[] {
  const own = cells.filter((cell) => cell.theme === theme && isNumber(cell));
  const whole = own.find(isAll);
  return own.some((cell) => !isAll(cell) && cell.date === whole?.date) ? own : [];
}

/** What was told with a date is in the register once for each release that told it. */
function onceEach(cells: readonly TalkCell[]): TalkNumber[] {
  const seen = new Set<string>();
  return cells.flatMap(({ theme, by, sessions, ...cell }) => {
    const key = JSON.stringify([theme, by, sessions]);
    if (sessions === undefined || !isNumber({ ...cell, theme, by, sessions }) || seen.has(key)) return [];
    seen.add(key);
    return [{ by, sessions }];
  });
}

function plainNumber({ by, sessions }: TalkNumber): TalkNumber {
  return { by, sessions: plainRows(sessions) };
}

function isAlike(a: TalkNumber, b: TalkNumber): boolean {
  return a.by === b.by && JSON.stringify(summed(a.sessions)) === JSON.stringify(summed(b.sessions));
}

/** What marks an opinion group, and what all groups share. */
import { majority } from '../side.ts';
import type { Sign, Prepared } from './matrix.ts';
import { signOf } from './matrix.ts';

/** People of one group, or of all others, by the side on which they answered a statement. */
export type Sides = Record<Sign, number> & { n: number };

/** A statement on which a group stands apart from everyone else. */
export interface Mark {
  statement: string;
  side: 'agree' | 'disagree';
  inside: Sides;
  outside: Sides;
  /** How far apart, in standard deviations; orders the marks, tests nothing. */
  z: number;
}

/** A statement on which more than half of every group are on the same side. */
export interface Shared {
  statement: string;
  side: 'agree' | 'disagree';
  /** By group, in the order of the groups. */
  groups: Sides[];
  /** The shares of all groups multiplied; orders the statements. */
  consensus: number;
}

/** Marks told for each group. */
const MOST_MARKS = 5;
/** Polis's bound for a mark: the 90 % point of the normal distribution. */
const APART = 1.2816;

/** Counts of each group (first index) on each statement (second). */
export type SideTable = Sides[][];

/** @param groups the group of each person, from 0 to k - 1 */
export function sideTable({ values, statements }: Prepared, groups: Int32Array, k: number): SideTable {
  const m = statements.length;
  const table = Array.from({ length: k }, () =>
    Array.from({ length: m }, (): Sides => ({ agree: 0, disagree: 0, middle: 0, n: 0 })),
  );
  for (const [i, group] of groups.entries())
    for (let j = 0; j < m; j += 1) {
      const value = values[i * m + j] ?? Number.NaN;
      const sides = table[group]?.[j];
      if (Number.isNaN(value) || sides === undefined) continue;
      sides[signOf(value)] += 1;
      sides.n += 1;
    }
  return table;
}

/**
 * The statements that mark a group, after the representativeness of Polis (Small and others, 2021, see
 * `planeOf`): more than half of those in it who answered are on one side, and their share is larger than that
 * of all others by 1.28 standard deviations of two shares, with one person added to either side of each so
 * that few people weigh less. The strongest five, strongest first.
 *
 * The groups were made from these very answers, so that z must not be read as a test.
 *
 * @param floor people in the group and outside it who have to have answered
 */
export function marksOf(prepared: Prepared, table: SideTable, group: number, floor: number): Mark[] {
  const marks: Mark[] = [];
  for (const [j, { id }] of prepared.statements.entries()) {
    const inside = table[group]?.[j];
    if (inside === undefined) continue;
    const outside = together(table.flatMap((row, g) => (g === group ? [] : (row[j] ?? []))));
    if (inside.n < floor || outside.n < floor) continue;
    const side = majority(inside);
    if (side === null) continue;
    const z = apart(inside[side], inside.n, outside[side], outside.n);
    if (z >= APART) marks.push({ statement: id, side, inside, outside, z });
  }
  return marks.toSorted((a, b) => b.z - a.z).slice(0, MOST_MARKS);
}

/**
 * The statements that all groups share, by Polis's group-aware consensus: the product over the groups of the
 * share on that side, one person added to either side. Strongest first.
 *
 * @param floor people in each group who have to have answered
 */
export function sharedBy(prepared: Prepared, table: SideTable, floor: number): Shared[] {
  const shared: Shared[] = [];
  for (const [j, { id }] of prepared.statements.entries()) {
    const groups = table.flatMap((row) => row[j] ?? []);
    const all = new Set(groups.map((sides) => (sides.n < floor ? null : majority(sides))));
    const [side] = all;
    if (all.size !== 1 || side === undefined || side === null) continue;
    const consensus = groups.reduce((product, sides) => product * smoothed(sides[side], sides.n), 1);
    shared.push({ statement: id, side, groups, consensus });
  }
  return shared.toSorted((a, b) => b.consensus - a.consensus);
}

function together(parts: readonly Sides[]): Sides {
  const sum: Sides = { agree: 0, disagree: 0, middle: 0, n: 0 };
  for (const part of parts) {
    sum.agree += part.agree;
    sum.disagree += part.disagree;
    sum.middle += part.middle;
    sum.n += part.n;
  }
  return sum;
}

function smoothed(some: number, n: number): number {
  return (some + 1) / (n + 2);
}

/** The difference of two shares in standard deviations of their pooled share. */
function apart(a: number, n: number, b: number, m: number): number {
  const pooled = (a + b + 2) / (n + m + 4);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / (n + 2) + 1 / (m + 2)));
  return (smoothed(a, n) - smoothed(b, m)) / deviation;
}

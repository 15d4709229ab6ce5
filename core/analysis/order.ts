/** In which order the statements stand, and how far apart their groups are. */
import type { Figure } from '../results.ts';
import { netAgreement } from '../results.ts';
import { cliffDelta } from '../statistics/cliff.ts';
import { tableOfCounts } from '../statistics/ranks.ts';
import type { Column } from './camps.ts';
import { compared } from './camps.ts';
import type { Sharing } from './sharing.ts';

/** `agree`: most net agreement first. `disagree`: least first. `apart`: groups furthest apart first. */
export const ORDERS = ['board', 'agree', 'disagree', 'apart'] as const;
export type Order = (typeof ORDERS)[number];

/** The two parts that answered most differently. */
export interface Apart {
  /** The one that agrees more. */
  higher: string;
  lower: string;
  /** Cliff's delta, 0 to 1. */
  delta: number;
}

/**
 * Disagreement between groups: the greatest Cliff's delta between any two of the parts that are `compared`.
 * One pair that is far apart counts in full, however many others
 * are close; a group within which people are split is not far from one that stands in the middle.
 *
 * @returns null where there are not two parts to compare
 */
export function furthestApart(figures: readonly Column[], shared: Sharing): Apart | null {
  const parts = compared(figures, shared);
  let most: Apart | null = null;
  for (const [i, a] of parts.entries())
    for (const b of parts.slice(i + 1)) {
      const delta = cliffDelta(tableOfCounts([a.figure.counts, b.figure.counts])) ?? 0;
      if (most !== null && Math.abs(delta) <= most.delta) continue;
      const [higher, lower] = delta >= 0 ? [a, b] : [b, a];
      most = { higher: higher.part.label, lower: lower.part.label, delta: Math.abs(delta) };
    }
  return most;
}

/** What the order of a statement depends on. */
export interface Sortable {
  number: number;
  everyone: Figure;
  apart: Apart | null;
}

/** Statements in an order; equal ones as on the board, and those without a figure last. */
export function sorted<T extends Sortable>(statements: readonly T[], order: Order): T[] {
  const key = ({ everyone, apart }: Sortable): number | null => {
    if (order === 'board') return 0;
    if (order === 'apart') return apart === null ? null : -apart.delta;
    const net = netAgreement(everyone);
    return net === null ? null : order === 'agree' ? -net : net;
  };
  return statements.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.number - b.number;
    return x - y || a.number - b.number;
  });
}

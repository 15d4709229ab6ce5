/** Counting. A tally is a set of counts by who answered (their groups) and what; order does not matter. */
import type { Answer } from './scale.ts';
import type { Membership } from './session.ts';
import { groupsOf } from './session.ts';

/** Counts of one board. */
export type Tally = Map<Membership, Map<Answer, number>>;

/** One count with where it comes from, as the store keeps it. */
export interface TallyRow {
  session: string;
  statement: string;
  round: 1 | 2;
  version: number;
  membership: Membership;
  answer: Answer;
  n: number;
}

/** How many people of which groups could have answered. */
export interface EligibleRow {
  session: string;
  statement: string;
  round: 1 | 2;
  membership: Membership;
  n: number;
}

/** Adds `by` (1 or -1) to one count; counts that come to nought go. */
export function count(tally: Tally, membership: Membership, answer: Answer, by: number): void {
  const row = tally.get(membership) ?? new Map<Answer, number>();
  const n = (row.get(answer) ?? 0) + by;
  if (n === 0) row.delete(answer);
  else row.set(answer, n);
  if (row.size === 0) tally.delete(membership);
  else tally.set(membership, row);
}

/** People who placed anything, declined answers among them. */
export function placed(tally: Tally): number {
  let sum = 0;
  for (const row of tally.values()) for (const n of row.values()) sum += n;
  return sum;
}

/** Rows of a tally for the store and for figures. */
export function rowsOf(
  tally: Tally,
  where: Pick<TallyRow, 'session' | 'statement' | 'round' | 'version'>,
): TallyRow[] {
  const rows: TallyRow[] = [];
  for (const [membership, answers] of tally)
    for (const [answer, n] of answers) rows.push({ ...where, membership, answer, n });
  return rows;
}

/**
 * Whether people of this membership are in a choice of groups. Someone who belongs to two groups is
 * counted once in "Groups 2 and 3 together", because the choice is asked of the person's whole
 * membership. An empty choice means everyone.
 */
export function inGroups(membership: Membership, groups: readonly string[]): boolean {
  return groups.length === 0 || groupsOf(membership).some((g) => groups.includes(g));
}

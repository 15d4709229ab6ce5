/**
 * Ranks of pooled answers. The tests on ranks work on one table: a row for each distinct value, with how
 * many of each group gave it. A million answers on five codes are five rows.
 *
 * Ranks of tied values are midranks, kept doubled, so that they are whole numbers and sums of them are
 * compared exactly.
 */

export interface RankRow {
  /** How many of each group have this value. */
  of: number[];
  /** How many in all. */
  t: number;
  /** Twice the midrank. */
  rank2: number;
}

export interface RankTable {
  /** By rising value; values nobody has are left out. */
  rows: RankRow[];
  /** People in each group. */
  sizes: number[];
  n: number;
}

/** A table of groups given as counts of the codes 1..k. */
export function tableOfCounts(groups: readonly (readonly number[])[]): RankTable {
  const k = Math.max(0, ...groups.map((counts) => counts.length));
  return tableFrom(Array.from({ length: k }, (_, code) => groups.map((counts) => counts[code] ?? 0)));
}

/**
 * A table of groups given as lists of values.
 *
 * @throws RangeError when a value is not a finite number
 */
export function tableOf(groups: readonly (readonly number[])[]): RankTable {
  const byValue = new Map<number, number[]>();
  for (const [g, values] of groups.entries())
    for (const value of values) {
      if (!Number.isFinite(value)) throw new RangeError('a value that cannot be ranked');
      const of = byValue.get(value) ?? groups.map(() => 0);
      of[g] = (of[g] ?? 0) + 1;
      byValue.set(value, of);
    }
  const rising = [...byValue].toSorted(([a], [b]) => a - b);
  return rising.length === 0
    ? { rows: [], sizes: groups.map(() => 0), n: 0 }
    : tableFrom(rising.map(([, of]) => of));
}

function tableFrom(values: number[][]): RankTable {
  const rows: RankRow[] = [];
  let n = 0;
  for (const of of values) {
    const t = of.reduce((a, b) => a + b, 0);
    // Ranks n + 1 to n + t, whose mean is n + (t + 1) / 2.
    if (t > 0) rows.push({ of, t, rank2: 2 * n + t + 1 });
    n += t;
  }
  const sizes = (values[0] ?? []).map((_, g) => values.reduce((sum, of) => sum + (of[g] ?? 0), 0));
  return { rows, sizes, n };
}

/** Twice the sum of the ranks of one group. */
export function rankSum2(table: RankTable, group: number): number {
  return table.rows.reduce((sum, row) => sum + row.rank2 * (row.of[group] ?? 0), 0);
}

/** The sum of t^3 - t over the tied values, which the corrections for ties need. */
export function tieSum(table: RankTable): number {
  return table.rows.reduce((sum, { t }) => sum + t ** 3 - t, 0);
}

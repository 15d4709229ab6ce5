/**
 * Someone who has every figure that was ever released and adds and subtracts them in any way. It knows
 * nothing of the checker and shares no code with it.
 */

/** One person's answer; a corrected answer is another response of the same person. */
export interface Response {
  person: number;
  cell: number;
}

/** A published figure as the attacker sees it, and, for judging what was found, whose it is. */
export interface Published {
  responses: readonly Response[];
  /** What was printed. */
  values: readonly number[];
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** Gaussian elimination over the rationals, on the first `columns` columns; returns what is left of rows that vanish there. */
function eliminate(matrix: readonly (readonly number[])[], columns: number): bigint[][] {
  let rows = matrix.map((row) => row.map(BigInt));
  for (let c = 0; c < columns; c += 1) {
    const pivot = rows.find((row) => row[c] !== 0n);
    if (pivot === undefined) continue;
    const lead = pivot[c] ?? 1n;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const have = row[c] ?? 0n;
        if (have === 0n) return row;
        const next = row.map((n, i) => n * lead - (pivot[i] ?? 0n) * have);
        const common = next.reduce(gcd, 0n);
        return common > 1n ? next.map((n) => n / common) : next;
      });
  }
  return rows.map((row) => row.slice(columns));
}

function rank(rows: readonly (readonly bigint[])[]): number {
  const width = rows[0]?.length ?? 0;
  let left = rows.map((row) => [...row]);
  let found = 0;
  for (let c = 0; c < width; c += 1) {
    const pivot = left.find((row) => row[c] !== 0n);
    if (pivot === undefined) continue;
    found += 1;
    const lead = pivot[c] ?? 1n;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((n, i) => n * lead - (pivot[i] ?? 0n) * (row[c] ?? 0n)));
  }
  return found;
}

interface Kind {
  people: number;
  columns: string[];
}

/**
 * Looks for a combination of the figures, with any rational coefficients, that is about at least one
 * and fewer than `floor` people and tells anything of their answers. People whom every figure treats
 * alike cannot be told apart; over every set of such kinds under the floor it asks whether a combination
 * vanishes on everybody else.
 *
 * @param earlier how many of the figures were there before; what follows from those alone is not counted
 * @returns the number of people that were singled out, or null
 */
export function singledOut(figures: readonly Published[], earlier: number, floor: number): number | null {
  const kinds = kindsOf(figures);
  const columnsOf = new Set(kinds.flatMap((kind) => kind.columns));
  const small = kinds.filter((kind) => kind.people < floor);
  const leaks = (hidden: ReadonlySet<Kind>): boolean => {
    const inside = new Set([...hidden].flatMap((kind) => kind.columns));
    const outside = new Set(kinds.filter((kind) => !hidden.has(kind)).flatMap((kind) => kind.columns));
    const rest = [...columnsOf].filter((column) => outside.has(column) || !inside.has(column));
    const rows = figures.map(({ values }, f) => [...rest.map((column) => Number(column[f])), ...values]);
    return rank(eliminate(rows, rest.length)) > rank(eliminate(rows.slice(0, earlier), rest.length));
  };
  let found: number | null = null;
  const grow = (from: number, hidden: Kind[], people: number): void => {
    if (found !== null) return;
    const fits = small.some((kind) => !hidden.includes(kind) && people + kind.people < floor);
    if (!fits && hidden.length > 0 && leaks(new Set(hidden))) found = people;
    for (let i = from; i < small.length; i += 1) {
      const kind = small[i];
      if (kind !== undefined && people + kind.people < floor)
        grow(i + 1, [...hidden, kind], people + kind.people);
    }
  };
  grow(0, [], 0);
  return found;
}

/** People by the figures their responses stand in; a column is one response's row of noughts and ones. */
function kindsOf(figures: readonly Published[]): Kind[] {
  const column = new Map<string, string>();
  for (const [f, { responses }] of figures.entries())
    for (const { person, cell } of responses) {
      const key = `${person} ${cell}`;
      column.set(key, `${(column.get(key) ?? '').padEnd(f, '0')}1`);
    }
  const people = new Map<string, Set<string>>();
  for (const [key, bits] of column) {
    const person = key.split(' ')[0] ?? '';
    people.set(person, (people.get(person) ?? new Set()).add(bits.padEnd(figures.length, '0')));
  }
  const kinds = new Map<string, Kind>();
  for (const columns of people.values()) {
    const list = [...columns].toSorted();
    const kind = kinds.get(list.join(' ')) ?? { people: 0, columns: list };
    kind.people += 1;
    kinds.set(list.join(' '), kind);
  }
  return [...kinds.values()];
}

/**
 * The least and greatest size that each of some sets of people can have, given the sizes of unions of
 * them: all solutions in whole numbers from nought up, found by trying.
 *
 * @param unions positions of the sets in each published union, with its size
 */
export function bounds(
  sets: number,
  unions: readonly { of: readonly number[]; n: number }[],
): [number, number][] {
  const limit = Math.max(0, ...unions.map((u) => u.n));
  const range: [number, number][] = Array.from({ length: sets }, () => [Infinity, -Infinity]);
  const values: number[] = [];
  const total = (of: readonly number[]): number => of.reduce((n, i) => n + (values[i] ?? 0), 0);
  const go = (at: number): void => {
    if (unions.some(({ of, n }) => total(of) > n || (Math.max(...of) < at && total(of) !== n))) return;
    if (at === sets) {
      for (const [i, v] of values.entries()) {
        const [low, high] = range[i] ?? [v, v];
        range[i] = [Math.min(low, v), Math.max(high, v)];
      }
      return;
    }
    for (let v = 0; v <= limit; v += 1) {
      values[at] = v;
      go(at + 1);
    }
    values.length = at;
  };
  go(0);
  return range;
}

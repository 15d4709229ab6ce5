/** Linear combinations with rational coefficients, exactly: integers of any size, no fractions. */

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** Rows in echelon form, each with the column of its first number. */
export type Basis = { pivot: number; row: bigint[] }[];

/** Takes away what the basis can make of a row; all noughts when the row is in its span. */
function reduce(basis: Basis, row: readonly bigint[]): bigint[] {
  let rest = [...row];
  for (const { pivot, row: by } of basis) {
    const [have, lead] = [rest[pivot] ?? 0n, by[pivot] ?? 1n];
    if (have === 0n) continue;
    rest = rest.map((n, i) => n * lead - (by[i] ?? 0n) * have);
    const common = rest.reduce(gcd, 0n);
    if (common > 1n) rest = rest.map((n) => n / common);
  }
  return rest;
}

/** A basis of all combinations of the rows, by Gaussian elimination. */
export function basisOf(rows: readonly (readonly number[])[]): Basis {
  const basis: Basis = [];
  for (const row of rows) {
    const rest = reduce(basis, row.map(BigInt));
    const pivot = rest.findIndex((n) => n !== 0n);
    if (pivot >= 0) basis.push({ pivot, row: rest });
  }
  return basis;
}

/** Whether some combination of the rows is exactly this one. */
export function inSpan(basis: Basis, target: readonly number[]): boolean {
  return reduce(basis, target.map(BigInt)).every((n) => n === 0n);
}

/** The answers that opinion groups are made from: who is left out, and how answers become numbers. */

export interface OpinionStatement {
  id: string;
  /** Answers of its scale (k). */
  points: number;
}

/** One row for each person, one cell for each statement: a code 1..k, or null (no answer, or declined). */
export type Answers = readonly (readonly (number | null)[])[];

/** Where an answer lies on its scale. */
export type Sign = 'agree' | 'disagree' | 'middle';

export interface Prepared {
  /** Statements that somebody who was kept answered. */
  statements: OpinionStatement[];
  people: number;
  /** Answers from -1, most disagreeing, to 1; NaN where there is none. People by rows. */
  values: Float64Array;
  /** How many statements each person answered. */
  answered: number[];
  /** People left out for too few answers. */
  leftOut: number;
}

/**
 * Whoever answered at least this many statements is kept, or all of them where there are fewer (Polis keeps
 * the same people): with less there is little to say whom somebody is near to.
 */
const ENOUGH_ANSWERS = 7;

/** An answer from -1 to 1, whatever the scale: 2 of 3, 3 of 5 and 4 of 7 are all in the middle. */
function levelOf(code: number, points: number): number {
  return points < 2 ? 0 : (2 * code - points - 1) / (points - 1);
}

/** Where an answer lies, by the sign of its level from -1 to 1. */
export function signOf(value: number): Sign {
  return value > 0 ? 'agree' : value < 0 ? 'disagree' : 'middle';
}

/**
 * Keeps the people with enough answers, and the statements that any of them answered.
 *
 * @throws RangeError when a row has not one cell for each statement, or a code is outside its scale
 */
export function prepare(statements: readonly OpinionStatement[], answers: Answers): Prepared {
  for (const row of answers) {
    if (row.length !== statements.length) throw new RangeError('one cell for each statement is needed');
    for (const [j, code] of row.entries())
      if (code !== null && !(code >= 1 && code <= (statements[j]?.points ?? 0)))
        throw new RangeError(`${code} is no answer to statement ${j + 1}`);
  }
  const countOf = (row: Answers[number]): number => row.filter((code) => code !== null).length;
  const enough = Math.max(1, Math.min(ENOUGH_ANSWERS, statements.length));
  const kept = answers.filter((row) => countOf(row) >= enough);
  const columns = statements.flatMap((_, j) => (kept.some((row) => row[j] !== null) ? [j] : []));
  const values = new Float64Array(kept.length * columns.length);
  for (const [i, row] of kept.entries())
    for (const [at, j] of columns.entries()) {
      const code = row[j] ?? null;
      values[i * columns.length + at] =
        code === null ? Number.NaN : levelOf(code, statements[j]?.points ?? 0);
    }
  return {
    statements: columns.flatMap((j) => statements[j] ?? []),
    people: kept.length,
    values,
    answered: kept.map(countOf),
    leftOut: answers.length - kept.length,
  };
}

/**
 * Each answer less the mean of its statement, over those who answered it. A missing answer becomes the mean,
 * nought, and so says nothing.
 */
export function centred({
  values,
  people,
  statements,
}: Pick<Prepared, 'values' | 'people' | 'statements'>): Float64Array {
  const m = statements.length;
  const out = new Float64Array(values.length);
  for (let j = 0; j < m; j += 1) {
    let [sum, n] = [0, 0];
    for (let at = j; at < values.length; at += m) {
      const value = values[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      n += 1;
    }
    const mean = n === 0 ? 0 : sum / n;
    for (let i = 0; i < people; i += 1) {
      const value = values[i * m + j] ?? Number.NaN;
      out[i * m + j] = Number.isNaN(value) ? 0 : value - mean;
    }
  }
  return out;
}

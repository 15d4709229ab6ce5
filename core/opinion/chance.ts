/** How much of a pattern answers have by chance alone. */
import type { Draw } from '../statistics/seeded.ts';
import { seeded, shuffle } from '../statistics/seeded.ts';
import { planeOf } from './components.ts';
import type { Prepared } from './matrix.ts';

/** With 19, answers without any pattern surpass all of them once in twenty times. */
const SHUFFLINGS = 19;
/** Of iteration, for the answers as they are and as they are shuffled alike, so that the comparison is fair. */
const ROUNDS = 25;

export interface Chance {
  /** The largest share of variance that two components hold of shuffled answers, 0 to 1. */
  most: number;
  /** Whether two components hold more than that of the answers as they are. */
  surpassed: boolean;
}

/**
 * Shuffles the answers to each statement among those who answered it: every statement keeps its answers and
 * every person the statements they answered, but nobody's answers belong together any more. Two directions in
 * which people differ are real only where they hold more variance than that (parallel analysis: Horn, 1965,
 * Psychometrika 30(2):179-185; by permutation: Buja and Eyuboglu, 1992, Multivariate Behavioral Research
 * 27(4):509-540).
 *
 * @param x centred answers, people by rows; not changed
 */
export function byChance(prepared: Prepared, x: Float64Array, seed: string): Chance {
  const draw = seeded(seed);
  const held = (values: Float64Array): number => planeOf(values, prepared.answered, ROUNDS)?.held ?? 0;
  const columns = prepared.statements.map((_, j) => answeredCells(prepared, j));
  let most = 0;
  for (let i = 0; i < SHUFFLINGS; i += 1) most = Math.max(most, held(shuffled(x, columns, draw)));
  return { most, surpassed: held(x) > most };
}

function answeredCells({ values, statements }: Prepared, statement: number): number[] {
  const cells: number[] = [];
  for (let at = statement; at < values.length; at += statements.length)
    if (!Number.isNaN(values[at] ?? Number.NaN)) cells.push(at);
  return cells;
}

function shuffled(x: Float64Array, columns: readonly number[][], draw: Draw): Float64Array {
  const out = Float64Array.from(x);
  for (const cells of columns) {
    const answers = cells.map((at) => x[at] ?? 0);
    shuffle(answers, draw);
    for (const [i, at] of cells.entries()) out[at] = answers[i] ?? 0;
  }
  return out;
}

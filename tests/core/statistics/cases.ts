/** Data of worked cases, with where they are from; the tests and the comparison with R and PSPP share them. */

/** Hollander and Wolfe (1973), p. 69 f., from R's help page of wilcox.test. */
export const PERMEABILITY = {
  x: [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
  y: [1.15, 0.88, 0.9, 0.74, 1.21],
};

/** Three groups on five answers, with many ties. */
export const ANSWERS = {
  a: [5, 5, 4, 4, 4, 3, 5],
  b: [2, 1, 3, 2, 4, 2],
  c: [3, 3, 4, 2, 5],
};

/** Hollander and Wolfe (1973), p. 116, from R's help page of kruskal.test. */
export const MUCOCILIARY = [
  [2.9, 3, 2.5, 2.6, 3.2],
  [3.8, 2.7, 4, 2.4],
  [2.8, 3.4, 3.7, 2.2, 2],
];

export const SMALL_GROUPS = [
  [1, 2, 2],
  [3, 4, 4],
  [5, 5, 3],
];

/** Ozone by month, May to September, from R's data set airquality (Chambers and others, 1983). */
export const OZONE = [
  [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37],
  [29, 71, 39, 23, 21, 37, 20, 12, 13],
  [135, 49, 32, 64, 40, 77, 97, 97, 85, 10, 27, 7, 48, 35, 61, 79, 63, 16, 80, 108, 20, 52, 82, 50, 64, 59],
  [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85],
  [
    96, 78, 73, 91, 47, 32, 20, 23, 21, 24, 44, 21, 28, 9, 13, 46, 18, 13, 24, 16, 13, 23, 36, 7, 14, 30, 14,
    18, 20,
  ],
];

/** From R's effsize package (cliff.delta). */
export const TREATMENT = {
  x: [10, 10, 20, 20, 20, 30, 30, 30, 40, 50],
  y: [10, 20, 30, 40, 40, 50],
};

/** Hollander and Wolfe (1973), p. 29 f., from R's help page of wilcox.test. */
export const DEPRESSION = {
  first: [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3],
  second: [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29],
};

export const ROUNDS = {
  before: [2, 3, 3, 1, 2, 4, 3, 2, 2, 5],
  after: [4, 3, 4, 3, 2, 5, 5, 4, 1, 5],
};

/** Pairs from two lists. */
export function pairsOf(before: readonly number[], after: readonly number[]): [number, number][] {
  return before.map((value, i) => [value, after[i] ?? Number.NaN]);
}

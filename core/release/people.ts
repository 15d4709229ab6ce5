/** Counting people behind a figure. Counts are cells: codes 1..k, then the two kinds of declined answer. */

/** Whether a number of people is under the floor. Nobody is not under it: nought tells about no one. */
export function below(n: number, floor: number): boolean {
  return n > 0 && n < floor;
}

/** The sum of a list; of none 0. */
export function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}

/** The cells that have a code; they are the base of a figure. */
export function codedOf(cells: readonly number[]): readonly number[] {
  return cells.slice(0, -2);
}

/** Adds `by` times the cells to `into`, in place; cells that `into` lacks count as 0. */
export function addTo(into: number[], cells: readonly number[], by = 1): void {
  for (let i = 0; i < cells.length; i += 1) into[i] = (into[i] ?? 0) + by * (cells[i] ?? 0);
}

/** Whether too few people are behind these counts: by coded answers, or by all who placed. */
export function few(cells: readonly number[], floor: number): boolean {
  return below(sum(codedOf(cells)), floor) || below(sum(cells), floor);
}

/** How many more and how many fewer there are, over the cells. */
export function moved(changes: readonly number[]): { more: number; fewer: number } {
  let [more, fewer] = [0, 0];
  for (const change of changes) {
    if (change > 0) more += change;
    else fewer -= change;
  }
  return { more, fewer };
}

/**
 * Whether a change between two counts is about too few people. At least `more` came and at least
 * `fewer` went (a corrected answer is one of each); either may be nobody or has to reach the floor, so
 * that five newcomers are no cover for one who withdrew.
 */
export function fewMoved(changes: readonly number[], floor: number): boolean {
  return [codedOf(changes), changes].some((cells) => {
    const { more, fewer } = moved(cells);
    return below(more, floor) || below(fewer, floor);
  });
}

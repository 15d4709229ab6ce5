/**
 * What people said of being heard, held against all earlier releases. People are sorted by which figures of these and
 * of this one they stand in; whatever can be worked out by adding and subtracting figures is a union of such classes,
 * so each class that this figure makes holds nobody or at least the floor (docs/decisions/013-releases.md). Of a
 * session only counts are known: those that grew are the same people and some more.
 */
import type { EntryHeard } from '../release/types.ts';

type Cells = EntryHeard['sessions'][number]['cells'];
type Figure = Pick<EntryHeard, 'sessions'>;

export interface Held {
  /** Nothing under the floor can be worked out with it. */
  safe: boolean;
  /** Everyone in the figure, or in what can be worked out with it, said the same. */
  oneAnswer: boolean;
}

/**
 * @param next the figure that is to be printed, of at least the floor
 * @param earlier those that were printed to the same question
 */
export function holdHeard(next: Figure, earlier: readonly Figure[], floor: number): Held {
  const all = [...earlier, next];
  const classes = new Map<string, { before: string; cells: Cells }>();
  const ids = new Set(all.flatMap(({ sessions }) => sessions.map(({ session }) => session)));
  for (const id of ids) {
    const history = all.map(({ sessions }) => sessions.find((one) => one.session === id)?.cells ?? NOBODY);
    const steps = [...history].toSorted((a, b) => total(a) - total(b));
    let last = NOBODY;
    for (const step of steps) {
      const more = step.map((n, i) => n - (last[i] ?? 0)) as Cells;
      // Some went while others came: nobody knows how many.
      if (more.some((n) => n < 0)) return { safe: false, oneAnswer: false };
      if (total(more) > 0) {
        const least = total(step);
        const signs = history.map((cells) => (total(cells) >= least ? '1' : '0'));
        const key = signs.join('');
        const known = classes.get(key)?.cells ?? NOBODY;
        classes.set(key, {
          before: signs.slice(0, -1).join(''),
          cells: known.map((n, i) => n + (more[i] ?? 0)) as Cells,
        });
      }
      last = step;
    }
  }
  // A class that stands in this figure as a whole, or not at all, tells nothing that was not known.
  const made = [...classes].filter(
    ([key, { before }]) =>
      !before.includes('1') || [...classes].some(([other, one]) => other !== key && one.before === before),
  );
  return {
    safe: made.every(([, { cells }]) => base(cells) >= floor),
    oneAnswer: [
      next.sessions.map(({ cells }) => cells).reduce(add, NOBODY),
      ...made.map(([, { cells }]) => cells),
    ].some((cells) => cells.slice(0, 3).includes(base(cells))),
  };
}

const NOBODY: Cells = [0, 0, 0, 0];
const add = (a: Cells, b: Cells): Cells => a.map((n, i) => n + (b[i] ?? 0)) as Cells;
const total = (cells: Cells): number => cells.reduce((sum, n) => sum + n, 0);
/** Who said yes, partly or no. */
const base = ([yes, partly, no]: Cells): number => yes + partly + no;

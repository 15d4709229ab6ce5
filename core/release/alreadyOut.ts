/** What follows exactly from the figures of earlier releases alone, and so cannot be kept back any more. */
import { addTo } from './people.ts';
import { membersOf } from './sets.ts';
import { type Basis, basisOf, inSpan } from './span.ts';
import type { Universe } from './universe.ts';

/**
 * Columns are the classes that the earlier figures alone make, once for each different version of
 * their counts; every earlier figure is a row. Worked out only when it is first asked for.
 */
export class AlreadyOut {
  readonly #universe: Universe;
  #known: { basis: Basis; columns: Map<string, number> } | null = null;

  constructor(universe: Universe) {
    this.#universe = universe;
  }

  /**
   * Whether a sum of versions of a class is out. A part of a class is not, since earlier figures have all
   * of it or nothing; only where the rest of it is nobody the two have the same counts.
   *
   * @param members atoms of a class, as all figures make it
   * @param coefficients by the version's counts, as text
   */
  has(members: readonly number[], coefficients: ReadonlyMap<string, number>): boolean {
    const id = this.#universe.start.classes[members[0] ?? -1];
    this.#known ??= this.#work();
    const { basis, columns } = this.#known;
    const target = Array.from({ length: columns.size }, () => 0);
    for (const [version, coefficient] of coefficients) {
      if (coefficient === 0) continue;
      const column = columns.get(`${id} ${version}`);
      if (column === undefined) return false;
      target[column] = coefficient;
    }
    return inSpan(basis, target);
  }

  #work(): { basis: Basis; columns: Map<string, number> } {
    const { earlier, start } = this.#universe;
    const classes = [...membersOf(start)];
    const columns = new Map<string, number>();
    const rows = earlier.flatMap((use) =>
      use.figures.map((set) =>
        classes.flatMap(([id, members]) => {
          if (set[members[0] ?? -1] !== 1) return [];
          const counts: number[] = [];
          for (const i of members) addTo(counts, use.cells[i] ?? []);
          const name = `${id} ${String(counts)}`;
          const column = columns.get(name) ?? columns.size;
          columns.set(name, column);
          return [column];
        }),
      ),
    );
    const dense = rows.map((on) => Array.from({ length: columns.size }, (_, i) => (on.includes(i) ? 1 : 0)));
    return { basis: basisOf(dense), columns };
  }
}

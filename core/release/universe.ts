/** Everything known about one statement in one round: its atoms, their counts now, and those used before. */
import { points } from '../scale.ts';
import type { Atom, AskedBoard, EntryBoard, FigureSet, ReleaseInput } from './types.ts';
import { type Bits, bitsOf, partition, type Partition } from './sets.ts';

/** Counts of every atom: `cells` as in an entry, `there` null where nobody counted. */
export interface Counts {
  cells: number[][];
  there: (number | null)[];
}

/** What one earlier release printed of it. */
export interface Use extends Counts {
  release: number;
  date: string;
  sets: FigureSet[];
  figures: Bits[];
  /** Those figures that told how many were there. */
  thereFigures: Bits[];
}

export interface Universe {
  floor: number;
  atoms: Atom[];
  now: Counts;
  earlier: Use[];
  /** Atoms by the earlier figures. */
  start: Partition;
}

type Where = Pick<AskedBoard, 'statement' | 'round'>;

const nameOf = (atom: Atom): string => `${atom.session} ${atom.membership}`;

/** Gathers the counts of one statement and round, those of sessions that were not chosen too. */
export function universeOf(input: ReleaseInput, { statement, round }: Where, floor: number): Universe {
  const same = (row: Where): boolean => row.statement === statement && row.round === round;
  const width = new Map(input.boards.filter(same).map((b) => [b.session, points(b.scale)]));
  const tallies = input.tallies.filter((row) => same(row) && width.has(row.session));
  const eligible = input.eligible.filter((row) => same(row) && width.has(row.session));
  const entries = input.earlier.flatMap((entry) =>
    entry.boards.filter(same).map((board) => ({ release: entry.number, date: entry.date, board })),
  );
  const known = [...tallies, ...eligible, ...entries.flatMap((e) => e.board.atoms)];
  const atoms = [
    ...new Map(
      known.map(({ session, membership }) => [nameOf({ session, membership }), { session, membership }]),
    ).values(),
  ];
  const at = new Map(atoms.map((atom, i) => [nameOf(atom), i]));

  const counted = new Set(eligible.map((row) => row.session));
  const now: Counts = {
    cells: atoms.map(({ session }) => Array.from({ length: (width.get(session) ?? 0) + 2 }, () => 0)),
    there: atoms.map(({ session }) => (counted.has(session) ? 0 : null)),
  };
  for (const row of tallies) {
    const cells = now.cells[at.get(nameOf(row)) ?? -1];
    if (cells === undefined) continue;
    const k = cells.length - 2;
    const cell = row.answer === 'n' ? k : row.answer === 'x' ? k + 1 : row.answer - 1;
    if (row.answer === 'n' || row.answer === 'x' || (cell >= 0 && cell < k))
      cells[cell] = (cells[cell] ?? 0) + row.n;
  }
  for (const row of eligible) {
    const i = at.get(nameOf(row)) ?? -1;
    now.there[i] = (now.there[i] ?? 0) + row.n;
  }
  const earlier = entries.map(({ release, date, board }) => useOf(release, date, board, atoms, now, at));
  const start = partition(
    atoms.length,
    earlier.flatMap((use) => use.figures),
  );
  return { floor, atoms, now, earlier, start };
}

function useOf(
  release: number,
  date: string,
  board: EntryBoard,
  atoms: readonly Atom[],
  now: Counts,
  at: ReadonlyMap<string, number>,
): Use {
  // An atom that a release did not know had nobody then.
  const cells = now.cells.map((row) => row.map(() => 0));
  const there: (number | null)[] = atoms.map(() => 0);
  for (const atom of board.atoms) {
    const i = at.get(nameOf(atom)) ?? -1;
    cells[i] = atom.cells;
    there[i] = atom.there;
  }
  const figures = board.figures.map(({ set }) => bitsOf(set, atoms));
  return {
    release,
    date,
    sets: board.figures.map(({ set }) => set),
    figures,
    thereFigures: figures.filter((_, i) => board.figures[i]?.there),
    cells,
    there,
  };
}

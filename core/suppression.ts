/**
 * Hiding cells of a two-way table that is printed with its margins, for researchers who ask for one.
 * Small cells are hidden, and then as many others as it takes that none of the small ones can be worked
 * out from the rest. Releases do not use it: their small groups are merged (core/release).
 *
 * The rule is that of primary and secondary suppression, with the attacker's problem solved exactly for
 * every hidden cell (Federal Committee on Statistical Methodology, Working Paper 22, chapter IV); two
 * hidden cells in each row and column are not enough.
 */

/** Row and column, from 0. */
export type Cell = readonly [number, number];

export interface HiddenCell {
  cell: Cell;
  /** The least and the most it can be, given everything that is shown. */
  low: number;
  high: number;
  /** It was too small itself; the others are hidden to protect these. */
  small: boolean;
}

/** Hidden cells by row and column, or null: no choice of up to three more protects it, so the table is not printed. */
export type Suppressed = { hidden: HiddenCell[]; added: Cell[] } | null;

/** Tables are small (at most some six by seven); more cells than this are not searched. */
const MOST_CELLS = 60;

/**
 * Hides cells above nought and under the threshold, and what protects them.
 *
 * @param table counts by row and column, whose row and column totals are printed
 * @param threshold a cell of 1 to threshold - 1 is hidden
 * @param width how far apart the least and the most of a small cell have to be, at least 1
 * @returns null also for a table too large to be searched
 */
export function suppress(table: readonly (readonly number[])[], threshold: number, width = 1): Suppressed {
  const cells: Cell[] = table.flatMap((row, i) => row.map((_, j): Cell => [i, j]));
  if (cells.length > MOST_CELLS) return null;
  const at = ([i, j]: Cell): number => table[i]?.[j] ?? 0;
  const small = cells.filter((cell) => at(cell) > 0 && at(cell) < threshold);
  const added: Cell[] = [];
  const unsafe = (hidden: readonly Cell[]): number => {
    const intervals = intervalsOf(table, hidden);
    return small.filter((cell) => {
      const [low, high] = intervals.get(String(cell)) ?? [0, 0];
      return high - low < width;
    }).length;
  };
  let left = unsafe(small);
  while (left > 0) {
    const better = bestAddition(cells, [...small, ...added], at, unsafe, left);
    if (better === null) return null;
    added.push(...better.cells);
    left = better.unsafe;
  }
  const hidden = [...small, ...added];
  const intervals = intervalsOf(table, hidden);
  return {
    added,
    hidden: hidden
      .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
      .map((cell) => {
        const [low, high] = intervals.get(String(cell)) ?? [at(cell), at(cell)];
        return { cell, low, high, small: small.includes(cell) };
      }),
  };
}

/**
 * One, then two, then three more cells: those that leave fewest small cells unsafe, then those with the
 * least in them, then the first by row and column. Only what leaves fewer unsafe than before counts.
 */
function bestAddition(
  cells: readonly Cell[],
  hidden: readonly Cell[],
  at: (cell: Cell) => number,
  unsafe: (hidden: readonly Cell[]) => number,
  before: number,
): { cells: Cell[]; unsafe: number } | null {
  const open = cells.filter((cell) => !hidden.includes(cell));
  for (const size of [1, 2, 3]) {
    let best: { cells: Cell[]; unsafe: number; people: number } | null = null;
    for (const some of choices(open, size)) {
      const now = unsafe([...hidden, ...some]);
      if (now >= before) continue;
      const people = some.reduce((n, cell) => n + at(cell), 0);
      if (best === null || now < best.unsafe || (now === best.unsafe && people < best.people))
        best = { cells: some, unsafe: now, people };
    }
    if (best !== null) return best;
  }
  return null;
}

function* choices<T>(from: readonly T[], size: number, start = 0): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let i = start; i < from.length; i += 1)
      for (const rest of choices(from, size - 1, i + 1)) yield [from[i] as T, ...rest];
}

/**
 * The exact least and most of every hidden cell. Hidden cells with what the margins leave for them are
 * a flow from rows to columns: from the true table on, a cell can rise by as much as can be sent back
 * from its row to its column through the others, and fall by as much as can be sent the other way
 * (maximum flow, Ford and Fulkerson 1956). Whole numbers stay whole.
 */
export function intervalsOf(
  table: readonly (readonly number[])[],
  hidden: readonly Cell[],
): Map<string, [number, number]> {
  return new Map(
    hidden.map((cell) => {
      const value = table[cell[0]]?.[cell[1]] ?? 0;
      const others = hidden.filter((other) => other !== cell);
      const fall = Math.min(value, flow(table, others, cell, 'fall'));
      return [String(cell), [value - fall, value + flow(table, others, cell, 'rise')]];
    }),
  );
}

/** How far one cell can move while the others make up for it. Rows are nodes 0.., columns follow. */
function flow(
  table: readonly (readonly number[])[],
  others: readonly Cell[],
  [row, column]: Cell,
  way: 'rise' | 'fall',
): number {
  const rows = table.length;
  // A cell may grow without end as far as its own row and column are made up for, and shrink to nought.
  const room = new Map<string, number>();
  const edges = others.flatMap(([i, j]) => {
    room.set(`${i} ${rows + j}`, Infinity);
    room.set(`${rows + j} ${i}`, table[i]?.[j] ?? 0);
    return [
      [i, rows + j],
      [rows + j, i],
    ] as const;
  });
  // When the cell rises its column has too much: other cells of the column fall, those of their rows rise.
  const [from, to] = way === 'rise' ? [rows + column, row] : [row, rows + column];
  const own = way === 'fall' ? (table[row]?.[column] ?? 0) : Infinity;
  let sent = 0;
  while (sent < own) {
    const path = pathFrom(from, to, edges, room);
    if (path === null) return sent;
    const by = Math.min(own - sent, ...path.map(([a, b]) => room.get(`${a} ${b}`) ?? 0));
    for (const [a, b] of path) {
      room.set(`${a} ${b}`, (room.get(`${a} ${b}`) ?? 0) - by);
      room.set(`${b} ${a}`, (room.get(`${b} ${a}`) ?? 0) + by);
    }
    sent += by;
  }
  return sent;
}

type Edge = readonly [number, number];

/** A shortest way along edges that have room. */
function pathFrom(
  from: number,
  to: number,
  edges: readonly Edge[],
  room: ReadonlyMap<string, number>,
): Edge[] | null {
  const came = new Map<number, Edge | null>([[from, null]]);
  for (const node of came.keys())
    for (const edge of edges)
      if (edge[0] === node && !came.has(edge[1]) && (room.get(`${edge[0]} ${edge[1]}`) ?? 0) > 0)
        came.set(edge[1], edge);
  if (!came.has(to)) return null;
  const path: Edge[] = [];
  for (let edge = came.get(to) ?? null; edge !== null; edge = came.get(edge[0]) ?? null) path.unshift(edge);
  return path;
}

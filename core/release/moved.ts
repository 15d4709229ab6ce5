/**
 * Whether it may be told how many people moved between the rounds of a statement.
 *
 * Two figures of different people and a table that joins their answers tell about those who are in one of
 * the three and not in the others: "nobody moved" beside twelve answers and then eleven is the answer of
 * the one who left. So, in every class of people that figures of either round tell apart, those who
 * answered in one round only, and those whose answers are not linked, are nobody or reach the floor. The
 * table itself is a figure like others (of three answers: down, same, up), and is held against those of
 * earlier releases by the same rule; also no cell of it may differ from an earlier one by too few.
 */
import { scaleKey } from '../scale.ts';
import type { Scale } from '../scale.ts';
import { addTo, below, codedOf, few, sum } from './people.ts';
import type { Checked, Item } from './plan.ts';
import { check } from './safe.ts';
import { type Bits, bitsOf, refine } from './sets.ts';
import type { EntryBoard, FigureSet, MovedTold, PairedRow, ReleaseInput, ReleaseNote } from './types.ts';
import { universeOf } from './universe.ts';

interface Moved {
  told: MovedTold[];
  notes: ReleaseNote[];
  entry: EntryBoard[];
}

/** A published whole of one round, on the scale of the pairs. */
interface Round extends Checked {
  set: FigureSet;
  bits: Bits;
}

const nameOf = (atom: { session: string; membership: string }): string =>
  `${atom.session} ${atom.membership}`;
const codesOf = (row: PairedRow | undefined): number =>
  row === undefined ? 0 : row.down + row.same + row.up;

/** For every statement with linked answers in two published rounds: that it is told, or a note that it is not. */
export function movedFor(input: ReleaseInput, checked: readonly Checked[]): Moved {
  const moved: Moved = { told: [], notes: [], entry: [] };
  for (const statement of input.statements) {
    const rows = input.paired.filter((row) => row.statement === statement);
    const scale = rows[0]?.scale;
    const [first, second] = ([1, 2] as const).map((n) =>
      roundOf(
        checked.find(({ item }) => item.statement === statement && item.round === n),
        scale,
      ),
    );
    if (scale === undefined || first == null || second == null) continue;
    const sessions = first.set.sessions.filter((s) => second.set.sessions.includes(s));
    const pairs = rows.filter((row) => row.scale === scale && sessions.includes(row.session));
    if (pairs.every((row) => codesOf(row) === 0)) continue;
    const entry = enough(input.floor, [first, second], pairs) ? tableOf(input, sessions, pairs) : null;
    if (entry === null) moved.notes.push({ code: 'moved-withheld', statement, round: null, slots: {} });
    else {
      moved.told.push({ statement, scale, sessions });
      moved.entry.push(entry);
    }
  }
  return moved;
}

function roundOf(checked: Checked | undefined, scale: string | undefined): Round | null {
  const pools = checked?.item.pools.filter((pool) => scaleKey(pool.scale) === scale) ?? [];
  const [pool] = pools;
  if (checked === undefined || pools.length !== 1 || pool?.whole.is !== 'published') return null;
  return { ...checked, set: pool.whole.set, bits: pool.whole.bits };
}

/** Nothing is printed again, and whoever is in one round only, or not linked, is nobody or enough. */
function enough(floor: number, rounds: readonly [Round, Round], pairs: readonly PairedRow[]): boolean {
  if (rounds.some(({ bits, verdict }) => bits.some((on, i) => on === 1 && verdict.again[i]))) return false;
  const rows = new Map(pairs.map((row) => [nameOf(row), row]));
  const classes = rounds.map(({ item }) => classesOf(item));
  const apart = new Map<string, number[]>();
  const bases = rounds.map(({ item, bits }, r) => {
    const base: number[] = [];
    for (const [i, atom] of item.universe.atoms.entries()) {
      if (bits[i] !== 1) continue;
      const name = nameOf(atom);
      const row = rows.get(name);
      const cells = item.universe.now.cells[i] ?? [];
      const [coded, placed] = [sum(codedOf(cells)), sum(cells)];
      const linked = row?.rounds[r] ?? { coded: 0, placed: 0 };
      const key = [r, ...classes.map((of) => of.get(name) ?? '')].join(' ');
      const counts = apart.get(key) ?? [];
      addTo(counts, [
        linked.coded - codesOf(row),
        linked.placed - (row?.both ?? 0),
        coded - linked.coded,
        placed - linked.placed,
      ]);
      apart.set(key, counts);
      addTo(base, [coded, placed]);
    }
    return base;
  });
  const [before = [], after = []] = bases;
  return (
    [...apart.values()].flat().every((n) => n === 0 || n >= floor) &&
    before.every((n, i) => !below(Math.abs(n - (after[i] ?? 0)), floor))
  );
}

/** Each atom's class by all figures of its round, of this release and of earlier ones. */
function classesOf({ universe, standing }: Item): Map<string, number> {
  const { classes } = refine(universe.start, standing);
  return new Map(universe.atoms.map((atom, i) => [nameOf(atom), classes[i] ?? 0]));
}

/** The table for the register; null where it, or what changed in it since an earlier one, is about too few. */
function tableOf(
  input: ReleaseInput,
  sessions: readonly string[],
  pairs: readonly PairedRow[],
): EntryBoard | null {
  const where = { statement: pairs[0]?.statement ?? '', round: 2 as const };
  const scale: Scale = { kind: 'agreement-3', declines: ['n', 'x'] };
  const asTable: ReleaseInput = {
    ...input,
    boards: input.allSessions.map((session) => ({ session, ...where, version: 1, scale })),
    tallies: pairs.flatMap(({ session, membership, down, same, up }) =>
      [down, same, up].map((n, i) => ({ session, membership, ...where, version: 1, answer: i + 1, n })),
    ),
    eligible: [],
    earlier: input.earlier.map((entry) => ({ ...entry, boards: entry.moved ?? [] })),
  };
  const universe = universeOf(asTable, where, input.floor);
  const set: FigureSet = { sessions: [...sessions], units: null, others: null };
  const bits = bitsOf(set, universe.atoms);
  const { unsafe, again } = check(universe, [bits]);
  const table = totalIn(bits, universe.now.cells);
  const close = universe.earlier.some((use) =>
    use.figures.some((figure) => {
      const before = totalIn(figure, use.cells);
      return [...table.map((n, i) => n - (before[i] ?? 0)), sum(table) - sum(before)].some((change) =>
        below(Math.abs(change), input.floor),
      );
    }),
  );
  if (unsafe.length > 0 || again.includes(true) || close || few(table, input.floor)) return null;
  const atoms = universe.atoms.flatMap((atom, i) =>
    bits[i] === 1 ? [{ ...atom, cells: universe.now.cells[i] ?? [], there: null }] : [],
  );
  return { ...where, figures: [{ set, there: false }], atoms };
}

function totalIn(bits: Bits, cells: readonly (readonly number[])[]): number[] {
  const total: number[] = [];
  for (const [i, row] of cells.entries()) if (bits[i] === 1) addTo(total, row);
  return total;
}

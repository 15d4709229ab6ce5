/** The figures of a plan, from the counts that are used, and what the register keeps of them. */
import { figureOf } from '../results.ts';
import type { Answer, Scale } from '../scale.ts';
import type { EligibleRow, TallyRow } from '../tally.ts';
import { sum } from './people.ts';
import type { Item, Pool } from './plan.ts';
import { type Bits, bitsOf } from './sets.ts';
import { maySayThere, thereOf } from './there.ts';
import type {
  EntryBoard,
  FigureSet,
  Released,
  ReleasedBoard,
  ReleaseEntry,
  ReleaseInput,
  ReleaseNote,
} from './types.ts';
import type { Verdict } from './safe.ts';
import type { Use } from './universe.ts';

interface Built {
  boards: ReleasedBoard[];
  notes: ReleaseNote[];
  entry: EntryBoard | null;
}

/** @param verdict whose counts are used for each atom */
export function boardOf(item: Item, verdict: Verdict): Built {
  const { statement, round, universe, pools } = item;
  const wholes = pools.flatMap(({ whole }) => (whole.is === 'published' ? [whole.bits] : []));
  const there = wholes.length > 0 && maySayThere(universe, wholes, verdict);
  const figures: EntryBoard['figures'] = [];
  const released = (set: FigureSet, scale: Scale, withThere: boolean): Released => {
    figures.push({ set, there: withThere });
    return figureFor(item, verdict, set, scale, withThere);
  };
  const boards = pools.map((pool): ReleasedBoard => {
    const { whole, scale, versions } = pool;
    const published = whole.is === 'published';
    return {
      statement,
      round,
      versions,
      scale,
      whole: published ? released(whole.set, scale, there) : null,
      withheld: whole.is === 'withheld' ? whole.why : whole.is === 'refused' ? 'earlier' : null,
      parts: published ? partsOf(pool, whole.set, released) : [],
    };
  });
  const covered = figures.map(({ set }) => bitsOf(set, universe.atoms));
  const atoms = universe.atoms.flatMap((atom, i) => {
    const { cells } = verdict.from[i] ?? universe.now;
    return covered.some((set) => set[i] === 1)
      ? [{ ...atom, cells: cells[i] ?? [], there: thereOf(universe, verdict, i) }]
      : [];
  });
  const notSaid = wholes.length > 0 && !there && universe.now.there.some((n) => n !== null);
  return {
    boards,
    notes: notesOf(item, covered, verdict, notSaid),
    entry: figures.length === 0 ? null : { statement, round, figures, atoms },
  };
}

function partsOf(
  { splits, scale }: Pool,
  whole: FigureSet,
  released: (set: FigureSet, scale: Scale, there: boolean) => Released,
): ReleasedBoard['parts'] {
  return splits.flatMap(({ units, accepted: { split, shown } }) =>
    shown.map((at) => {
      const part = (split.parts[at] ?? []).flatMap((i) => units[i] ?? []);
      const choices = (list: typeof units) => list.map(({ groups, sessions }) => ({ groups, sessions }));
      const others = split.others === at;
      const set = { sessions: whole.sessions, units: choices(part), others: others ? choices(units) : null };
      return { ...released(set, scale, false), names: part.map((u) => u.name), others };
    }),
  );
}

function figureFor(
  { statement, round, universe }: Item,
  verdict: Verdict,
  set: FigureSet,
  scale: Scale,
  withThere: boolean,
): Released {
  const bits = bitsOf(set, universe.atoms);
  const rows: TallyRow[] = [];
  const eligible: EligibleRow[] = [];
  const uses = new Set<Use>();
  for (const [i, atom] of universe.atoms.entries()) {
    if (bits[i] !== 1) continue;
    const use = verdict.from[i] ?? null;
    if (use !== null && verdict.again[i]) uses.add(use);
    const { cells } = use ?? universe.now;
    const where = { ...atom, statement, round };
    const own = cells[i] ?? [];
    const answers: Answer[] = [...own.slice(0, -2).map((_, code) => code + 1), 'n', 'x'];
    for (const [a, n] of own.entries()) rows.push({ ...where, version: 1, answer: answers[a] ?? 'n', n });
    eligible.push({ ...where, n: thereOf(universe, verdict, i) ?? 0 });
  }
  const everything = { sessions: [], groups: [], statement, round };
  return {
    figure: figureOf(rows, withThere ? eligible : null, everything, scale),
    set,
    reprinted: [...uses]
      .map(({ release, date }) => ({ release, date }))
      .toSorted((a, b) => a.release - b.release),
  };
}

function notesOf(
  { statement, round, universe, pools }: Item,
  figures: readonly Bits[],
  { from, again }: Verdict,
  notSaid: boolean,
): ReleaseNote[] {
  const notes: Pick<ReleaseNote, 'code' | 'slots'>[] = [];
  if (pools.length > 1)
    notes.push({ code: 'not-pooled', slots: { versions: pools.map((p) => p.versions.join(', ')) } });
  for (const { whole } of pools) {
    if (whole.is === 'withheld') notes.push({ code: 'withheld', slots: { why: whole.why } });
    if (whole.is === 'published' && whole.held.length > 0)
      notes.push({ code: 'held-back', slots: { sessions: whole.held } });
  }
  const printed = from.map((use, i) => (again[i] && figures.some((f) => f[i] === 1) ? use : null));
  for (const use of new Set(printed)) {
    if (use === null) continue;
    const changed = universe.atoms.filter((_, i) => printed[i] === use);
    const sessions = [...new Set(changed.map((atom) => atom.session))];
    notes.push({ code: 'reprinted', slots: { release: use.release, date: use.date, sessions } });
  }
  if (notSaid) notes.push({ code: 'not-answered-withheld', slots: {} });
  return notes.map((note) => ({ ...note, statement, round }));
}

/** What the register keeps once the release is written. Atoms of whom nobody is known are left out. */
export function entryOf(
  { date, floor, breakdowns }: ReleaseInput,
  boards: EntryBoard[],
  moved: EntryBoard[],
): Omit<ReleaseEntry, 'number'> {
  const known = (board: EntryBoard): EntryBoard => ({
    ...board,
    atoms: board.atoms.filter(({ cells, there }) => sum(cells) > 0 || (there ?? 0) > 0),
  });
  return {
    date,
    floor,
    breakdowns,
    boards: boards.map(known),
    ...(moved.length === 0 ? {} : { moved: moved.map(known) }),
  };
}

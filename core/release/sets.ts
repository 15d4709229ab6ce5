/** Whom a figure is about, over the atoms of one statement and round. */
import { inGroups } from '../tally.ts';
import type { Atom, Choice, FigureSet } from './types.ts';

/** For each atom 1 if it is in the set, else 0. */
export type Bits = Uint8Array;

function chosen(choice: Choice, atom: Atom): boolean {
  return (
    (choice.sessions.length === 0 || choice.sessions.includes(atom.session)) &&
    inGroups(atom.membership, choice.groups)
  );
}

/** Whether a set has an atom, as far as its units say: all of them where it has none, and the others where it has these. */
export function holds(set: Pick<FigureSet, 'units' | 'others'>, atom: Atom): boolean {
  return (
    set.units === null ||
    set.units.some((unit) => chosen(unit, atom)) ||
    (set.others !== null && !set.others.some((unit) => chosen(unit, atom)))
  );
}

/** A set as bits over these atoms, its sessions heeded. */
export function bitsOf(set: FigureSet, atoms: readonly Atom[]): Bits {
  const sessions = new Set(set.sessions);
  return Uint8Array.from(atoms, (atom) => (sessions.has(atom.session) && holds(set, atom) ? 1 : 0));
}

/** All atoms that stand in one of the sets at least. */
export function union(sets: readonly Bits[], length: number): Bits {
  return Uint8Array.from({ length }, (_, i) => (sets.some((set) => set[i] === 1) ? 1 : 0));
}

/**
 * Atoms by the sets they stand in: those that every set has together or not at all are one class. Each
 * atom has the number of its class; not every number is used.
 */
export interface Partition {
  classes: Int32Array;
  /** Above every number used. */
  next: number;
}

/** All atoms in one class, then parted by each of the sets. */
export function partition(atoms: number, sets: readonly Bits[]): Partition {
  return refine({ classes: new Int32Array(atoms), next: 1 }, sets);
}

/** Parts each class into those inside and those outside each set. */
export function refine(from: Partition, sets: readonly Bits[]): Partition {
  const classes = from.classes.slice();
  let { next } = from;
  for (const set of sets) {
    const inside = new Map<number, number>();
    for (let i = 0; i < classes.length; i += 1) {
      if (set[i] !== 1) continue;
      const id = classes[i] ?? 0;
      let name = inside.get(id);
      if (name === undefined) {
        name = next;
        next += 1;
        inside.set(id, name);
      }
      classes[i] = name;
    }
  }
  return { classes, next };
}

/** The atoms of each class, by its number. */
export function membersOf({ classes }: Partition): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [atom, id] of classes.entries()) {
    const list = members.get(id);
    if (list === undefined) members.set(id, [atom]);
    else list.push(atom);
  }
  return members;
}

/** What was done to the split and why, once for all statements where it is the same under all. */
import { sum } from './people.ts';
import type { Bits } from './sets.ts';
import type { Accepted, Split } from './split.ts';
import type { ReleaseNote, ReleaseUnit } from './types.ts';
import type { Item } from './plan.ts';

interface Result {
  item: Item;
  sets: readonly Bits[];
  accepted: Accepted | null;
  /** What there would be if nothing had been released before. */
  byFloor: Accepted | null;
}

type Told = Pick<ReleaseNote, 'code' | 'slots'>;

/** @param results one for each figure that was to be split by these units */
export function splitNotes(units: readonly ReleaseUnit[], results: readonly Result[]): ReleaseNote[] {
  const told = results.map((result) => ({ result, notes: notesOf(units, result) }));
  const texts = told.map(({ notes }) => notes.map((note) => JSON.stringify(note)));
  const everywhere = (text: string): boolean => told.length > 1 && texts.every((list) => list.includes(text));
  const [first] = told;
  return [
    ...(first?.notes ?? [])
      .filter((note) => everywhere(JSON.stringify(note)))
      .map((note) => ({ ...note, statement: null, round: null })),
    ...told.flatMap(({ result: { item }, notes }) =>
      notes
        .filter((note) => !everywhere(JSON.stringify(note)))
        .map((note) => ({ ...note, statement: item.statement, round: item.round })),
    ),
  ];
}

function notesOf(units: readonly ReleaseUnit[], { item, sets, accepted, byFloor }: Result): Told[] {
  const { now } = item.universe;
  const answered = (set: Bits): boolean =>
    [...set.keys()].some((i) => set[i] === 1 && sum(now.cells[i] ?? []) > 0);
  const names = (part: readonly number[]): string[] => part.flatMap((i) => units[i]?.name ?? []);
  if (accepted === null) {
    const those = units.filter((_, i) => answered(sets[i] ?? new Uint8Array()));
    if (those.length < 2) return [];
    const why = byFloor === null ? 'under-floor' : 'earlier';
    return [{ code: 'split-withheld', slots: { names: those.map((u) => u.name), why } }];
  }
  const { split } = accepted;
  return split.parts.flatMap((part, at): Told[] => {
    const others = split.others === at;
    if (part.length < 2 && !others) return [];
    const why = byFloor !== null && hasPart(byFloor.split, part, others) ? 'under-floor' : 'earlier';
    return [{ code: 'merged', slots: { names: names(part), others: others ? 1 : 0, why } }];
  });
}

function hasPart({ parts, others }: Split, part: readonly number[], withOthers: boolean): boolean {
  return parts.some((p, at) => String(p) === String(part) && (others === at) === withOthers);
}

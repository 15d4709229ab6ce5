/**
 * Whether head-counts may be told beside all that were printed before, whatever sums and differences of
 * them somebody makes: two reports on one session each and a third on these and a small one tell of the
 * small one, though no two of them do.
 *
 * It is the rule of core/release/safe.ts over the heads of one attribute: heads of one value in one session
 * are sorted by the printed rows that they stand in, and each class holds nobody or at least the floor,
 * and has changed by nobody or at least the floor. Heads of different attributes are never crossed in
 * print, and are judged apart; heads by session and in all are one attribute.
 */
import { below } from './people.ts';
import { changesSafe } from './safe.ts';
import { type Bits, membersOf, partition } from './sets.ts';
import type { EntryHeads } from './types.ts';

type Table = Pick<EntryHeads, 'kind' | 'cells' | 'rows'>;

/**
 * @param wanted the table that is to be printed
 * @param before those of all earlier releases, and those of this one that stand already
 */
export function classesSafe(wanted: Table, before: readonly Table[], floor: number): boolean {
  const tables = [...before.filter((t) => universeOf(t) === universeOf(wanted)), wanted];
  const keys = [...new Set(tables.flatMap((t) => atomsOf(t).map(({ key }) => key)))];
  const position = new Map(keys.map((key, i) => [key, i]));
  const uses = tables.map((table) => {
    const counts = new Float64Array(keys.length);
    const own = atomsOf(table);
    for (const { key, n } of own) {
      const i = position.get(key) ?? 0;
      counts[i] = (counts[i] ?? 0) + n;
    }
    const figures = table.rows.map((names) => {
      const bits: Bits = new Uint8Array(keys.length);
      for (const { key, name } of own) if (names.includes(name)) bits[position.get(key) ?? 0] = 1;
      return bits;
    });
    return { counts, figures };
  });
  const all = uses.flatMap(({ figures }) => figures);
  return [...membersOf(partition(keys.length, all)).values()].every((members) => {
    const [first = 0] = members;
    const told = uses.filter(({ figures }) => figures.some((bits) => bits[first] === 1));
    const versions = [
      ...new Set(told.map(({ counts }) => members.reduce((n, i) => n + (counts[i] ?? 0), 0))),
    ];
    return (
      versions.every((n) => !below(n, floor)) &&
      // The rule for answers, as if being there were one.
      changesSafe(
        versions.map((n) => [n, 0, 0]),
        floor,
        () => false,
      )
    );
  });
}

/** Heads of each session are what heads in all are made of. */
function universeOf({ kind }: Table): EntryHeads['kind'] {
  return kind === 'session' ? 'total' : kind;
}

/** Heads of one value in one session. By session and in all there is one value; the name tells the row. */
function atomsOf(table: Table): { key: string; name: string; n: number }[] {
  const apart = universeOf(table) !== 'total';
  return table.cells.map(({ session, name, n }) => ({
    key: JSON.stringify(apart ? [session, name] : [session]),
    name,
    n,
  }));
}

/**
 * Rounds that differ by a few people alone. Nobody knows who of the first round stayed for the second, so
 * one figure subtracted from the other is about no set of people; but where all answers but a few are as
 * they were, a reader will take it that the others did not move, and whoever saw those few leave or come
 * has their answers.
 */
import { below, moved, sum } from './people.ts';
import type { Released, ReleasedBoard } from './types.ts';

export interface RoundsApart {
  statement: string;
  /** Names of the part; empty: the whole. */
  names: string[];
  /** People who answered or declined in the one round and not, as it seems, in the other. */
  n: number;
  /** Codes 1..k and declined answers of both rounds, for keeping that it was confirmed. */
  counts: [number[], number[]];
}

/** Every whole and part that is printed for both rounds and differs so, of statements on one scale. */
export function roundsApart(boards: readonly ReleasedBoard[], floor: number): RoundsApart[] {
  return boards.flatMap((first) => {
    if (first.round !== 1) return [];
    const second = boards.find((b) => b.statement === first.statement && b.round === 2);
    if (second === undefined) return [];
    const pairs: { names: string[]; before: Released; after: Released }[] = [];
    if (first.whole !== null && second.whole !== null)
      pairs.push({ names: [], before: first.whole, after: second.whole });
    for (const before of first.parts) {
      const after = second.parts.find((p) => String(p.names) === String(before.names));
      if (after !== undefined) pairs.push({ names: before.names, before, after });
    }
    return pairs.flatMap(({ names, before, after }) => {
      const counts: [number[], number[]] = [cellsOf(before), cellsOf(after)];
      const changes = counts[1].map((n, i) => n - (counts[0][i] ?? 0));
      const { more, fewer } = moved(changes);
      const oneWay = Math.min(more, fewer) === 0;
      return oneWay && below(more + fewer, floor)
        ? [{ statement: first.statement, names, n: Math.abs(sum(changes)), counts }]
        : [];
    });
  });
}

function cellsOf({ figure: { counts, declined } }: Released): number[] {
  return [...counts, declined.n, declined.x];
}

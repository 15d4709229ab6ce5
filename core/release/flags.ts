/** Figures that tell what each one in them answered, or what none of them did, however many they are. */
import { sides } from '../results.ts';
import { sum } from './people.ts';
import type { ReleasedBoard } from './types.ts';
import type { UnanimityFlag } from './unanimity.ts';

/**
 * What counts of the codes tell about each one behind them; null: nothing.
 *
 * @param counts of the codes 1..k
 */
export function kindOf(counts: readonly number[]): UnanimityFlag['kind'] | null {
  const n = sum(counts);
  if (n === 0) return null;
  if (counts.includes(n)) return 'one-answer';
  const { agree, disagree } = sides(counts);
  if (agree === 0) return 'none-agree';
  return disagree === 0 ? 'none-disagree' : null;
}

/** Flags of one board: everyone gave the same answer, or nobody is on one of the two sides. */
export function flagsOf(board: ReleasedBoard): UnanimityFlag[] {
  const { statement, round, versions } = board;
  const figures = [
    ...(board.whole === null ? [] : [{ names: [] as string[], figure: board.whole.figure }]),
    ...board.parts,
  ];
  return figures.flatMap(({ names, figure: { counts } }) => {
    const kind = kindOf(counts);
    if (kind === null) return [];
    const key = JSON.stringify([statement, round, versions, names, counts]);
    return [{ key, statement, round, names, rest: null, kind }];
  });
}

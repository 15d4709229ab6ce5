/** Figures that tell what each one in them answered, or what none of them did, however many they are. */
import { sides } from '../results.ts';
import type { ReleasedBoard, UnanimityFlag } from './types.ts';

/** Flags of one board: everyone gave the same answer, or nobody is on one of the two sides. */
export function flagsOf(board: ReleasedBoard): UnanimityFlag[] {
  const { statement, round, versions } = board;
  const figures = [
    ...(board.whole === null ? [] : [{ names: [] as string[], figure: board.whole.figure }]),
    ...board.parts,
  ];
  return figures.flatMap(({ names, figure: { counts, n } }) => {
    if (n === 0) return [];
    const { agree, disagree } = sides(counts);
    const kind = counts.includes(n)
      ? 'one-answer'
      : agree === 0
        ? 'none-agree'
        : disagree === 0
          ? 'none-disagree'
          : null;
    if (kind === null) return [];
    const key = JSON.stringify([statement, round, versions, names, counts]);
    return [{ key, statement, round, names, kind }];
  });
}

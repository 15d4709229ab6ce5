/** The boards of a room, in the order in which they are placed on: as its lobby opens, and those that come to it later. */
import { refuse, type Refusal } from './refusal.ts';
import type { Board, BoardSource, Room } from './room.ts';
import type { Style } from './session.ts';

export interface Rounds {
  rounds: 1 | 2;
  /** With two of them: statement by statement, or all statements before all again. */
  order: 'each' | 'all';
}

/**
 * One board per statement and round, numbered on.
 *
 * @param from the number before theirs
 */
export function boardsOf(
  style: Style,
  statements: readonly BoardSource[],
  { rounds, order }: Rounds,
  from = 0,
): Board[] {
  const pairs: { source: BoardSource; round: 1 | 2 }[] = [];
  const roundList: (1 | 2)[] = rounds === 2 ? [1, 2] : [1];
  if (order === 'each' && style === 'guided')
    for (const source of statements) for (const round of roundList) pairs.push({ source, round });
  else for (const round of roundList) for (const source of statements) pairs.push({ source, round });
  return pairs.map(({ source, round }, i) => ({
    ...source,
    n: from + i + 1,
    round,
    state: 'waiting',
    opened: false,
    eligible: null,
    snapshot: null,
    seenParts: null,
  }));
}

/**
 * The room with statements that it had not before, such as one that people proposed in it, after all others. It cannot
 * be undone, since numbers of boards are on the wire; one that is not opened is asked of nobody.
 */
export function withStatements(
  room: Room,
  statements: readonly BoardSource[],
  rounds: Rounds,
): Room | Refusal {
  if (room.state === 'ended') return refuse('wrong-state');
  if (statements.length === 0) return refuse('nothing-to-place', 'statements');
  const there = statements.findIndex(({ statement }) => room.boards.some((b) => b.statement === statement));
  if (there !== -1) return refuse('wrong-state', `statements.${there}`);
  return {
    ...room,
    boards: [...room.boards, ...boardsOf(room.style, statements, rounds, room.boards.length)],
  };
}

/** What the steps of the ladder need to know of a running session's answers. */
import { mayFollow, partsFor } from '../../core/disclosure.ts';
import type { Facts } from '../../core/ladder.ts';
import { figureOf, type Figure } from '../../core/results.ts';
import type { Board, Part, Snapshot } from '../../core/room.ts';
import type { EligibleRow } from '../../core/tally.ts';
import { rowsOf } from '../../core/tally.ts';
import type { Running } from './running.ts';
import { eligibleNow } from './people.ts';
import { placedOn } from './running.ts';

/** Facts of a session as they are at the moment each of them is asked for. */
export function factsOf(running: Running): Facts {
  const boardOf = (n: number): Board => {
    const board = running.room.boards[n - 1];
    if (board === undefined) throw new Error('a board that is not in the room');
    return board;
  };
  return {
    answered: (n) => figure(running, boardOf(n), []).n,
    placed: (n) => placedOn(running, n),
    eligible: () => eligibleNow(running),
    snapshot: (n) => snapshot(running, boardOf(n)),
  };
}

function figure(running: Running, board: Board, groups: string[]): Figure {
  const { statement, round, version } = board;
  const where = { session: running.session.id, statement, round, version };
  const eligible = Object.entries(eligibleNow(running)).map(([membership, n]): EligibleRow => ({
    ...where,
    membership,
    n,
  }));
  const rows = rowsOf(running.tallies.get(board.n) ?? new Map(), where);
  return figureOf(rows, eligible, { sessions: [], groups, statement, round }, board.scale);
}

function snapshot(running: Running, board: Board): Snapshot {
  const { groups } = running.session;
  const { floor } = running.consultation;
  const parts = partsFor(groups, running.tallies.get(board.n) ?? new Map(), floor)
    ?.map((part): Part => ({
      groups: part,
      // Who placed nothing is told for everyone together: by group it would point at a hidden one.
      figure: { ...figure(running, board, part), notAnswered: null },
    }))
    .filter((part) => part.figure.n > 0);
  const safe = parts !== undefined && (board.seenParts === null || mayFollow(board.seenParts, parts, floor));
  const notes = [...running.notes].flatMap(([id, { board: n, answer }]) =>
    n === board.n && answer !== null && !running.superseded.has(id) ? [{ id, answer }] : [],
  );
  return {
    whole: figure(running, board, []),
    parts: safe ? parts : null,
    withheld: safe ? null : groups.length < 2 ? 'one-group' : 'floor',
    // Ids are random, so their order tells nothing about when they came.
    notes: notes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

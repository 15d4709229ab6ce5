/**
 * The ladder a facilitator climbs: show, open, close, reveal, discuss, next. Every step can be gone
 * back, and going on to another statement closes the one before.
 */
import { keptCheck } from './checking.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import type { Board, BoardState, LadderStep, Room, Snapshot } from './room.ts';
import { boardAt, onStatement } from './room.ts';
import { FLOORS } from './limits.ts';
import { distance } from './disclosure.ts';
import { isOneAnswer } from './results.ts';
import type { Membership } from './session.ts';

/** What a step needs to know of the answers, which are not part of the room. */
export interface Facts {
  /** Number of people who gave an answer with a code on this board. */
  answered: (board: number) => number;
  /** Number of people who placed anything, declined answers among them. */
  placed: (board: number) => number;
  snapshot: (board: number) => Snapshot;
  /** How many people of which groups are in the session now. */
  eligible: () => Record<Membership, number>;
}

/**
 * The step that Next takes from here, or null when there is none left.
 *
 * @param placed how many have placed something on a board; a walk-around reveals only what was answered
 */
export function nextStep(room: Room, placed: (board: number) => number): LadderStep | null {
  if (room.state === 'ended') return null;
  if (room.state === 'lobby') return room.boards.length > 0 ? { do: 'start' } : null;
  const board = boardAt(room, room.at);
  if (board === undefined) return { do: 'end' };
  return room.style === 'guided' ? nextGuided(room, board) : nextWalkAround(room, board, placed);
}

function nextGuided(room: Room, board: Board): LadderStep {
  const n = board.n;
  const onwards: LadderStep = n < room.boards.length ? { do: 'show', board: n + 1 } : { do: 'end' };
  // The talk may have begun in the middle of a statement, which is gone back to.
  if (room.freeTalk === true) {
    if (board.state === 'waiting' || board.state === 'shown') return { do: 'show', board: n };
    if (board.state !== 'closed') return onwards;
  }
  switch (board.state) {
    case 'waiting':
      return { do: 'show', board: n };
    case 'shown':
      return { do: 'open', board: n };
    case 'open':
      return { do: 'close', board: n };
    case 'closed':
      return { do: 'reveal', board: n };
    case 'revealed':
      return { do: 'discuss', board: n };
    case 'discussed':
      return onwards;
  }
}

function nextWalkAround(room: Room, board: Board, placed: (board: number) => number): LadderStep {
  if (room.boards.some((b) => b.state === 'open')) return { do: 'closeAll' };
  const answered = room.boards.filter((b) => b.state === 'closed' && placed(b.n) > 0);
  const first = answered.find((b) => b.n >= board.n) ?? answered[0];
  if (first !== undefined) return { do: 'reveal', board: first.n };
  const waiting = room.boards.find((b) => b.state === 'waiting' || b.state === 'shown');
  return waiting === undefined ? { do: 'end' } : { do: 'openAll', round: waiting.round };
}

/**
 * Takes one step. Steps that `next` would not take (another board, a second reveal) are allowed too,
 * as long as the session is running.
 *
 * @returns the new room, or the reason why not
 */
export function climb(now: Room, step: LadderStep, facts: Facts): Room | Refusal {
  const room = onStatement(now);
  if (step.do === 'start') {
    if (room.state !== 'lobby') return refuse('wrong-state');
    const live: Room = { ...room, state: 'live', at: 1 };
    return room.style === 'guided'
      ? setState(live, 1, 'shown')
      : climb(live, { do: 'openAll', round: 1 }, facts);
  }
  if (room.state !== 'live') return refuse('wrong-state');
  if (step.do === 'end')
    return {
      ...countLeftOut(
        closeWhere(room, facts, () => true),
        facts,
      ),
      state: 'ended',
      screen: { ...room.screen, blank: 'none', join: false },
    };
  if (step.do === 'openAll') return openAll(room, step.round, facts);
  if (step.do === 'closeAll') return closeWhere(room, facts, () => true);
  const board = boardAt(room, step.board);
  if (board === undefined) return refuse('no-such-board', 'board');
  return climbBoard(room, step, board, facts);
}

type BoardStep = Exclude<LadderStep, { do: 'start' | 'end' | 'openAll' | 'closeAll' }>;

function climbBoard(room: Room, step: BoardStep, board: Board, facts: Facts): Room | Refusal {
  const n = board.n;
  switch (step.do) {
    case 'show': {
      // In a walk-around the others stay open; guided, going on closes what was open.
      const others = alone(room, n, facts);
      const there = { ...others, at: n, screen: { ...others.screen, blank: 'none' as const, noteAt: 0 } };
      return board.state === 'waiting' ? setState(there, n, 'shown') : there;
    }
    case 'open': {
      if (board.state !== 'shown' && board.state !== 'waiting') return refuse('wrong-state');
      return open(alone(room, n, facts), n);
    }
    case 'reopen':
      if (!board.opened || board.state === 'open') return refuse('wrong-state');
      return open(alone(room, n, facts), n);
    case 'close':
      if (board.state !== 'open') return refuse('wrong-state');
      return closeWhere(room, facts, (b) => b.n === n);
    case 'reveal':
      return reveal(room, step, board, facts);
    case 'discuss':
      if (board.state !== 'revealed') return refuse('wrong-state');
      // The talk begins with the chart, which leaves room for the statement.
      return {
        ...setState(room, n, 'discussed'),
        at: n,
        screen: { ...room.screen, result: 'chart', noteAt: 0 },
      };
  }
}

/** One rung down. Answers that were placed stay where they are. */
export function stepBack(room: Room): Room | Refusal {
  const board = boardAt(room, room.at);
  if (room.state !== 'live' || board === undefined) return refuse('wrong-state');
  if (room.freeTalk === true) return onStatement(room);
  const n = board.n;
  switch (board.state) {
    case 'discussed':
      return setState(room, n, 'revealed');
    case 'revealed':
      return setState(room, n, 'closed');
    case 'closed':
      return open(room, n);
    case 'open':
      return room.style === 'guided' ? setState(room, n, 'shown') : previous(room, n);
    case 'shown':
    case 'waiting':
      return previous(setState(room, n, board.opened ? 'closed' : 'waiting'), n);
  }
}

function previous(room: Room, n: number): Room {
  return n > 1 ? { ...room, at: n - 1 } : { ...room, state: 'lobby', at: null };
}

/** An ended session goes on where it was, until it is sealed. */
export function resume(room: Room): Room | Refusal {
  if (room.state !== 'ended') return refuse('wrong-state');
  // Should it be held open once more, the days begin anew.
  const { heldFrom: _, ...onwards } = room;
  return { ...onwards, state: 'live' };
}

/**
 * Puts back an earlier room without un-knowing what has happened since: a board that was opened stays
 * so, wordings that were corrected stay corrected, what the room has seen stays seen, a concern that was
 * passed on stays out of sight, and whether the room is paused or keys are locked is left as it is.
 */
export function restore(earlier: Room, now: Room): Room {
  return {
    ...earlier,
    paused: now.paused,
    keysLocked: now.keysLocked,
    notes: { ...earlier.notes, ...Object.fromEntries(now.passedOn.map((id) => [id, 'hide' as const])) },
    leaving: now.leaving,
    released: now.released,
    live: now.live,
    passedOn: now.passedOn,
    slots: now.slots,
    wall: now.wall,
    hold: now.hold,
    most: now.most,
    slips: now.slips,
    ...(now.days === undefined ? {} : { days: now.days }),
    ...keptCheck(earlier.check, now.check),
    // Statements that came since stay, as they are.
    boards: now.boards.map((current) => {
      const b = boardAt(earlier, current.n);
      if (b === undefined) return current;
      const { version, wordings, scale, picture, opened, eligible, seenParts, seenWhole } = current;
      const seen = seenWhole === undefined ? {} : { seenWhole };
      // Without what was shown first, the next reveal would be taken for the first and nobody asked.
      const snapshot = b.snapshot ?? current.snapshot;
      return { ...b, version, wordings, scale, picture, opened, eligible, snapshot, seenParts, ...seen };
    }),
  };
}

type Reveal = Extract<LadderStep, { do: 'reveal' }>;

function reveal(room: Room, step: Reveal, board: Board, facts: Facts): Room | Refusal {
  const n = board.n;
  if (!board.opened) return refuse('wrong-state');
  if (facts.answered(n) < FLOORS.askBeforeReveal && facts.placed(n) > 0 && step.sure !== true)
    return refuse('small-room', 'board', String(facts.answered(n)));
  // Whoever was there until now could have answered, latecomers among them.
  const closed = change(
    closeWhere(room, facts, (b) => b.n === n),
    n,
    { eligible: facts.eligible() },
  );
  const snapshot = shownBy(step, board, facts.snapshot(n));
  if ('refusal' in snapshot) return snapshot;
  const screen = { ...room.screen, blank: 'none' as const, join: false, noteAt: 0 };
  return {
    ...change(closed, n, {
      state: 'revealed',
      snapshot,
      seenParts: snapshot.parts ?? board.seenParts,
      seenWhole: snapshot.whole,
    }),
    at: n,
    screen: { ...screen, result: 'notes' },
  };
}

/** What a reveal shows, or what the facilitator is asked first. */
function shownBy(step: Reveal, board: Board, found: Snapshot): Snapshot | Refusal {
  const last = board.snapshot;
  if (last !== null && step.again === 'same') return last;
  // A late card, somebody who changed their mind or took it back: the room would see what of.
  const few = [last?.whole, board.seenWhole]
    .map((seen) => (seen === undefined ? 0 : distance(seen, found.whole)))
    .find((n) => n > 0 && n < FLOORS.askBeforeReveal);
  if (few !== undefined && step.again !== 'new') return refuse('few-changed', 'board', String(few));
  const alike = found.parts?.find(({ figure }) => isOneAnswer(figure));
  // Where the whole room gave one answer, its own wall says so already.
  if (alike !== undefined && !isOneAnswer(found.whole) && step.sure !== true && step.together !== true)
    return refuse('one-answer', 'board', alike.groups.join(' '));
  return step.together === true && found.parts !== null
    ? { ...found, parts: null, withheld: 'floor' }
    : found;
}

function openAll(room: Room, round: 1 | 2, facts: Facts): Room | Refusal {
  const targets = room.boards.filter((b) => b.round === round);
  const first = targets[0];
  if (first === undefined) return refuse('no-such-board', 'round');
  const others = closeWhere(room, facts, (b) => b.round !== round);
  return targets
    .filter((b) => b.state === 'waiting' || b.state === 'shown' || b.state === 'closed')
    .reduce<Room>((r, b) => open(r, b.n), { ...others, at: first.n });
}

function open(room: Room, n: number): Room {
  const opened = change(room, n, { state: 'open', opened: true });
  return { ...opened, screen: { ...opened.screen, blank: 'none' } };
}

export function closeWhere(room: Room, facts: Facts, where: (board: Board) => boolean): Room {
  return {
    ...room,
    boards: room.boards.map((b) =>
      b.state === 'open' && where(b) ? { ...b, state: 'closed' as const, eligible: facts.eligible() } : b,
    ),
  };
}

/** Boards that were opened and gone back from were never closed; who was there is counted at the end. */
function countLeftOut(room: Room, facts: Facts): Room {
  return {
    ...room,
    boards: room.boards.map((b) =>
      b.opened && b.eligible === null ? { ...b, eligible: facts.eligible() } : b,
    ),
  };
}

/** The room at this board; guided, the others are closed. */
function alone(room: Room, n: number, facts: Facts): Room {
  const others = room.style === 'guided' ? closeWhere(room, facts, (b) => b.n !== n) : room;
  return { ...others, at: n };
}

function setState(room: Room, n: number, state: BoardState): Room {
  return change(room, n, { state });
}

function change(room: Room, n: number, part: Partial<Board>): Room {
  return { ...room, boards: room.boards.map((b) => (b.n === n ? { ...b, ...part } : b)) };
}

/** A command of the facilitator: the room becomes its next value, durably, and everyone is shown it. */
import type { Command, Room } from '../../core/room.ts';
import { boardAt } from '../../core/room.ts';
import type { Facts } from '../../core/ladder.ts';
import { canBeUndone, climb, nextStep, restore, resume, stepBack } from '../../core/ladder.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { figureOf } from '../../core/results.ts';
import { partsFor } from '../../core/disclosure.ts';
import type { EligibleRow } from '../../core/tally.ts';
import { rowsOf } from '../../core/tally.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Store } from '../store/store.ts';
import type { Running } from './running.ts';
import { eligibleNow, forgetPending, releasable, withReleased } from './running.ts';

/** What the steps of the ladder need to know of the answers. */
function factsOf(running: Running): Facts {
  const figure = (n: number, groups: string[]) => {
    const board = running.room.boards[n - 1];
    if (board === undefined) throw new Error('a board that is not in the room');
    const where = {
      session: running.session.id,
      statement: board.statement,
      round: board.round,
      version: board.version,
    };
    const there = board.eligible ?? eligibleNow(running);
    const eligible: EligibleRow[] = Object.entries(there).map(([membership, people]) => ({
      ...where,
      membership,
      n: people,
    }));
    const rows = rowsOf(running.tallies.get(n) ?? new Map(), where);
    return figureOf(
      rows,
      eligible,
      { sessions: [], groups, statement: board.statement, round: board.round },
      board.scale,
    );
  };
  return {
    answered: (n) => figure(n, []).n,
    eligible: () => eligibleNow(running),
    snapshot: (n) => {
      const { groups } = running.session;
      const parts = partsFor(groups, running.tallies.get(n) ?? new Map(), running.consultation.floor);
      const notes = [...running.notes].filter(([, response]) => response.board === n).map(([id]) => id);
      return {
        whole: figure(n, []),
        parts:
          parts
            ?.map((part) => ({ groups: part, figure: figure(n, part) }))
            .filter((part) => part.figure.n > 0) ?? null,
        withheld: parts !== null ? null : groups.length < 2 ? 'one-group' : 'floor',
        // Ids are random, so their order tells nothing about when they came.
        notes: notes.toSorted(),
      };
    },
  };
}

/**
 * Carries out a command. Commands of one session happen one after the other, and each is durable
 * before it is answered.
 *
 * @param now a monotonic clock in milliseconds
 */
export async function runCommand(
  store: Store,
  running: Running,
  command: Command,
  now: () => number,
): Promise<{ ok: true } | Refusal> {
  const turn = running.turn.then(() => carryOut(store, running, command, now));
  running.turn = turn.catch(() => undefined);
  return turn;
}

async function carryOut(
  store: Store,
  running: Running,
  command: Command,
  now: () => number,
): Promise<{ ok: true } | Refusal> {
  const before = running.room;
  const next = apply(running, command);
  if (isRefusal(next)) return next;
  const batches = releasable(running, next);
  const room = withReleased(next, batches);
  await running.store.saveRoom(room);
  running.room = room;
  forgetPending(running, batches);
  remember(running, command, before);
  if (anyClosed(before, room)) running.closedAt = now();
  if (room.state === 'ended' || before.state === 'ended' || before.state !== room.state) {
    running.session = { ...running.session, state: room.state };
    await store.saveSession(running.session);
  }
  running.changed(['phone', 'projector', 'console']);
  return { ok: true };
}

/**
 * Sends comments that are waiting to the console, when a batch is full or the board has closed.
 * Called after placements; takes its turn among the facilitator's commands.
 */
export function releaseComments(running: Running): Promise<void> {
  const turn = running.turn.then(async () => {
    const batches = releasable(running, running.room);
    if (Object.keys(batches).length === 0) return;
    const room = withReleased(running.room, batches);
    await running.store.saveRoom(room);
    running.room = room;
    forgetPending(running, batches);
    running.changed(['console']);
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

function remember(running: Running, command: Command, before: Room): void {
  if (command.do === 'undo') running.undo.pop();
  else if (command.do === 'end') running.undo = [];
  else if (canBeUndone(command))
    running.undo = [...running.undo, { command: command.do, room: before }].slice(-LIMITS.undoSteps);
}

function anyClosed(before: Room, after: Room): boolean {
  return after.boards.some((b, i) => b.state === 'closed' && before.boards[i]?.state === 'open');
}

function apply(running: Running, command: Command): Room | Refusal {
  const { room } = running;
  switch (command.do) {
    case 'next': {
      const step = nextStep(room);
      if (step === null || step.do === 'end') return refuse('wrong-state');
      const sure = command.sure === true && step.do === 'reveal' ? { sure: true } : {};
      return climb(room, { ...step, ...sure }, factsOf(running));
    }
    case 'back':
      return stepBack(room);
    case 'resume':
      return resume(room);
    case 'undo': {
      const last = running.undo.at(-1);
      return last === undefined ? refuse('nothing-to-undo') : restore(last.room, room);
    }
    case 'pause':
      return { ...room, paused: command.on };
    case 'door':
      return { ...room, doorLocked: command.locked };
    case 'keys':
      return { ...room, keysLocked: command.locked };
    case 'screen':
      return { ...room, screen: { ...room.screen, ...command.change } };
    case 'note':
      return moderate(running, command.id, command.to);
    case 'notes':
      return moderateAll(running, command.board, command.to);
    default:
      return climb(room, command, factsOf(running));
  }
}

function moderate(running: Running, id: string, to: 'show' | 'hide' | 'waiting'): Room | Refusal {
  const { room } = running;
  const note = running.notes.get(id);
  const reached = note !== undefined && (room.released[note.board] ?? []).includes(id);
  if (!reached) return refuse('no-such-note', 'id');
  if (to === 'show' && note.audience === 'team') return refuse('team-only', 'id');
  const notes = { ...room.notes };
  if (to === 'waiting') delete notes[id];
  else notes[id] = to;
  return { ...room, notes };
}

/** Lets through, or hides, all comments of a board that have not been decided on. */
function moderateAll(running: Running, n: number, to: 'show' | 'hide'): Room | Refusal {
  const { room } = running;
  if (boardAt(room, n) === undefined) return refuse('no-such-board', 'board');
  const notes = { ...room.notes };
  for (const id of room.released[n] ?? []) {
    const note = running.notes.get(id);
    if (note !== undefined && notes[id] === undefined && (to === 'hide' || note.audience === 'room'))
      notes[id] = to;
  }
  return { ...room, notes };
}

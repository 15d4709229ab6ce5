/** Moves the results that are shown while people place; core/liveResult.ts has the rule. */
import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { TIMES } from '../../core/limits.ts';
import { countsIn, countsOf, nextBatch, shownAgain } from '../../core/liveResult.ts';
import type { Room } from '../../core/room.ts';
import { shuffled } from '../random.ts';
import type { Running } from './running.ts';

/** How far apart batches are, in milliseconds; tests wait less. */
export interface LiveGap {
  least: number;
  /** The most by which a batch comes later, at random. */
  jitter: number;
}

export const USUAL_GAP: LiveGap = { least: TIMES.liveGapMs, jitter: TIMES.liveJitterMs };

/** Plans a move of a board's live results, where they are shown and none is planned. */
export function moveSoon(running: Running, n: number): void {
  const board = running.room.boards[n - 1];
  if (!running.room.screen.live || board?.state !== 'open' || running.closed || running.moving.has(n)) return;
  const { least, jitter } = running.liveGap;
  const wait = (running.movedAt.get(n) ?? -Infinity) + least - performance.now();
  const timer = setTimeout(
    () => {
      running.moving.delete(n);
      // Should it fail, the next placement plans it again.
      move(running, n).catch(() => undefined);
    },
    Math.max(0, wait) + randomInt(jitter + 1),
  );
  timer.unref();
  running.moving.set(n, timer);
}

/** Plans it for every board that is open: after a restart, or when the choice has just been made. */
export function moveAllSoon(running: Running): void {
  for (const { n } of running.room.boards) moveSoon(running, n);
}

/** Nothing of the session moves any more, whatever was planned. */
export function stopMoving(running: Running): void {
  for (const timer of running.moving.values()) clearTimeout(timer);
  running.moving.clear();
}

/** Takes its turn among the facilitator's commands; durable before anyone is shown it. */
function move(running: Running, n: number): Promise<void> {
  const turn = running.turn.then(async () => {
    const { room } = running;
    const board = room.boards[n - 1];
    if (running.closed || !room.screen.live || board?.state !== 'open') return;
    const current = await answersOn(running, n);
    const shown = running.shown.get(n) ?? shownAgain(room.live[n] ?? {}, current, shuffled);
    running.shown.set(n, shown);
    const next = nextBatch(current, shown, running.consultation.floor, shuffled);
    if (next === null) return;
    const moved: Room = { ...room, live: { ...room.live, [n]: countsOf(next) } };
    await running.store.saveRoom(moved);
    running.room = moved;
    running.shown.set(n, next);
    running.movedAt.set(n, performance.now());
    running.changed(['projector', 'console']);
    moveSoon(running, n);
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

async function answersOn(running: Running, n: number) {
  const responses = await running.store.responses();
  return new Map(responses.flatMap((r) => (r.board === n ? [[r.tag, r.answer]] : [])));
}

/**
 * What a reveal shows is shown: should the board be opened again, live results go on from there, and not
 * from a batch before it.
 */
export function withRevealed(running: Running, before: Room, next: Room): Room {
  const live = { ...next.live };
  for (const [i, board] of next.boards.entries()) {
    if (board.state !== 'revealed' || before.boards[i]?.state === 'revealed') continue;
    if (!next.screen.live && live[board.n] === undefined) continue;
    if (board.snapshot === null) continue;
    // Not what stands now: where the facilitator chose the same as before, a few have changed since.
    live[board.n] = countsIn(board.snapshot.whole);
    // Whoever is in it is found again from the counts, which all of these fit.
    running.shown.delete(board.n);
  }
  return { ...next, live };
}

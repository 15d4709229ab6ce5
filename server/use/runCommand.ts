/** A command of the facilitator: the room becomes its next value, durably, and everyone is shown it. */
import type { Command, Room } from '../../core/room.ts';
import { boardAt } from '../../core/room.ts';
import { holdOpen, openForPaper } from '../../core/forPaper.ts';
import { climb, nextStep, restore, resume, stepBack } from '../../core/ladder.ts';
import { canBeUndone } from '../../core/undoable.ts';
import { backInCheck, changeCheck } from '../../core/checkingSteps.ts';
import { checkPlace } from '../../core/checking.ts';
import { talkFreely } from '../../core/freeTalk.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { FLOORS, LIMITS } from '../../core/limits.ts';
import { becomesPoint } from '../../core/beside.ts';
import { FREE_TALK, PROPOSING, thoughtPlace } from '../../core/thought.ts';
import { changeTopics } from '../../core/topicChange.ts';
import {
  dotPlace,
  isTopicPlace,
  TOPIC_LIST,
  withoutGone,
  withoutNote,
  withTopic,
} from '../../core/topics.ts';
import type { Store } from '../store/store.ts';
import { addStatements } from './addStatements.ts';
import { beginChecking, closesPart, dotsOn, withClosed } from './checking.ts';
import { passOn } from './concerns.ts';
import { factsOf } from './facts.ts';
import { peopleNow } from './people.ts';
import type { Running } from './running.ts';
import { hearAgain, listedNote, mute, redact } from './moderation.ts';
import { moveAllSoon, withRevealed } from './liveResults.ts';
import { anyListDue, goesWith, listsDue, tellListed, withLists } from './lists.ts';
import { placedOn } from './running.ts';
import { keepTime } from './topicTime.ts';

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
  if (running.closed) return refuse('no-such-session');
  const before = running.room;
  let next = await carried(store, running, command);
  if (isRefusal(next)) return next;
  if (revealsOpen(before, next)) {
    await closeFirst(running, next);
    next = apply(running, command);
    if (isRefusal(next)) return next;
  }
  hearAgain(running, next);
  if (isStep(before, next)) running.newAddress = false;
  const part = closesPart(before, next);
  await become(running, withRevealed(running, before, next));
  if (part !== null) await become(running, await withClosed(running, part));
  keepTime(running, now());
  moveAllSoon(running);
  remember(running, command, before);
  if (anyClosed(before, next)) running.closedAt = now();
  try {
    if (before.state !== next.state) {
      running.session = { ...running.session, state: next.state };
      await store.saveSession(running.session);
    }
    await running.keepPoints();
  } finally {
    // What could not be saved now follows later: the room is what it was asked to be, and everyone is shown it.
    running.changed(['phone', 'projector', 'console']);
  }
  return { ok: true };
}

/** What some commands need the store for; the others are of the room alone. */
function carried(store: Store, running: Running, command: Command): Promise<Room | Refusal> | Room | Refusal {
  if (command.do === 'redact') return redact(running, command.id, command.words);
  if (command.do === 'concern') return passOn(store.concerns, running, command.id);
  if (command.do === 'check' && command.change.to === 'begin')
    return beginChecking(store, running, command.change.ids);
  return apply(running, command);
}

/** Whether the room sees something else by it. */
function isStep(before: Room, next: Room): boolean {
  return (
    before.screen !== next.screen ||
    before.at !== next.at ||
    before.freeTalk !== next.freeTalk ||
    before.proposing !== next.proposing ||
    before.check !== next.check ||
    before.state !== next.state ||
    next.boards.some(({ state }, i) => state !== before.boards[i]?.state)
  );
}

/** Makes a room the current one, durably, with the comments that are due on the console. */
async function become(running: Running, next: Room): Promise<void> {
  const lists = listsDue(running, next);
  // What a mended topic says goes with the list from which its note goes.
  const room = withoutGone(
    withLists(next, lists),
    (note) => running.notes.has(note) && !goesWith(running, lists, note),
  );
  await running.store.saveRoom(room);
  for (const [i, { n, state }] of room.boards.entries())
    if (running.room.boards[i]?.state !== state) running.ghosts.delete(n);
  if (running.room.at !== room.at) running.mostJoined = joinedFrom(running);
  running.room = room;
  tellListed(running, lists);
}

/**
 * How many the projector says have joined, from the next statement on: fewer only where so many have left that
 * nobody is pointed at. So it cannot be driven up for good by people who come and go.
 */
function joinedFrom(running: Running): number {
  const [most, now] = [running.mostJoined, peopleNow(running)];
  return most - now >= FLOORS.leftBeforeFewer ? now : most;
}

function revealsOpen(before: Room, after: Room): boolean {
  return after.boards.some((b, i) => b.state === 'revealed' && before.boards[i]?.state === 'open');
}

/**
 * Closes what is about to be revealed and waits for the post-its that are on their way to the disk, so
 * that everyone who was told Saved is in the snapshot.
 */
async function closeFirst(running: Running, next: Room): Promise<void> {
  let room: Room | Refusal = running.room;
  for (const [i, board] of next.boards.entries())
    if (board.state === 'revealed' && running.room.boards[i]?.state === 'open' && !isRefusal(room))
      room = climb(room, { do: 'close', board: board.n }, factsOf(running));
  if (isRefusal(room)) return;
  await become(running, room);
  await running.store.settled();
}

/**
 * Sends comments that are waiting to the console, when a batch is full or the board has closed.
 * Called after placements; takes its turn among the facilitator's commands.
 */
export function releaseComments(running: Running): Promise<void> {
  const turn = running.turn.then(async () => {
    if (running.closed || !anyListDue(running)) return;
    await become(running, running.room);
    try {
      await running.keepPoints();
    } finally {
      running.changed(['console']);
    }
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

function remember(running: Running, command: Command, before: Room): void {
  if (command.do === 'undo') running.undo.pop();
  else if (command.do === 'end' || command.do === 'resume') running.undo = [];
  // Looks are tried one after the other; together they are one thing to take back.
  else if (command.do === 'screen' && running.undo.at(-1)?.command === 'screen') return;
  else if (before.state !== 'ended' && canBeUndone(command))
    running.undo = [...running.undo, { command: command.do, room: before }].slice(-LIMITS.undoSteps);
}

function anyClosed(before: Room, after: Room): boolean {
  return after.boards.some((b, i) => b.state === 'closed' && before.boards[i]?.state === 'open');
}

function apply(running: Running, command: Command): Room | Refusal {
  const { room } = running;
  switch (command.do) {
    case 'next': {
      const step = nextStep(room, (n) => placedOn(running, n));
      if (step === null || step.do === 'end') return refuse('wrong-state');
      // What the facilitator said about a reveal is about nothing else.
      const asked = step.do === 'reveal' ? { ...command, ...step } : step;
      return climb(room, asked, factsOf(running));
    }
    case 'back':
      return backInCheck(room) ?? stepBack(room);
    case 'resume':
      return resume(room);
    case 'talk':
      return talkFreely(room, command.on, command.propose === true, factsOf(running));
    case 'topics':
      return changeTopics(room, command.change, (n) => dotsOn(running, dotPlace(n)));
    case 'check':
      return changeCheck(room, command.change, factsOf(running));
    case 'add':
      return addStatements(running, command.statements);
    case 'openForPaper':
      return openForPaper(room, factsOf(running));
    case 'undo': {
      const last = running.undo.at(-1);
      return last === undefined ? refuse('nothing-to-undo') : restore(last.room, room);
    }
    case 'most':
      return { ...room, most: command.people };
    case 'hold':
      return holdOpen(room, command.on);
    case 'pause':
      return { ...room, paused: command.on };
    case 'door':
      return { ...room, doorLocked: command.locked };
    case 'keys':
      return { ...room, keysLocked: command.locked };
    case 'screen':
      return { ...room, screen: { ...room.screen, ...command.change } };
    case 'note':
      return moderate(running, room, command.id, command.to);
    case 'notes':
      return moderateAll(running, command);
    case 'mute':
      return mute(running, command.id, command.on);
    case 'slow':
      return { ...room, slow: command.seconds };
    case 'redact':
    case 'concern':
      return refuse('wrong-state');
    default:
      return climb(room, command, factsOf(running));
  }
}

function moderate(running: Running, room: Room, id: string, to: 'show' | 'hide' | 'waiting'): Room | Refusal {
  const note = listedNote(running, id);
  if (note === null) return refuse('no-such-note', 'id');
  // A thought is noted for the team; the room sees it only where its writer said so.
  if (to === 'show' && note.audience === 'team' && !becomesPoint(note.board))
    return refuse('team-only', 'id');
  // What is about somebody's safety is with the lead, and not for the room.
  if (to !== 'hide' && room.passedOn.includes(id)) return refuse('wrong-state', 'id');
  const notes = { ...room.notes };
  if (to === 'waiting') delete notes[id];
  else notes[id] = to;
  if (!isTopicPlace(note.board)) return { ...room, notes };
  const without = withoutNote({ ...room, notes }, id);
  return to === 'show' ? withTopic(without, { note: id, text: '' }) : without;
}

/** Lets through, or hides, all comments of a board that have not been decided on, or those of one kind of a talk. */
function moderateAll(
  running: Running,
  { board: n, to, of }: Extract<Command, { do: 'notes' }>,
): Room | Refusal {
  const { room } = running;
  if (n !== FREE_TALK && boardAt(room, n) === undefined) return refuse('no-such-board', 'board');
  const notes = { ...room.notes };
  const checks = (room.check?.list ?? []).map((item) => checkPlace(item.n));
  const free = { said: [thoughtPlace(n, 0)], proposed: [thoughtPlace(PROPOSING, 0)], checked: checks };
  const lists =
    n !== FREE_TALK ? [n, thoughtPlace(n, 0)] : of === undefined ? Object.values(free).flat() : free[of];
  for (const id of lists.flatMap((list) => room.released[list] ?? [])) {
    const note = running.notes.get(id);
    if (note === undefined || notes[id] !== undefined) continue;
    if (to === 'hide' || note.audience === 'room' || becomesPoint(note.board)) notes[id] = to;
  }
  let next: Room | Refusal = { ...room, notes };
  const topics = n === FREE_TALK && (of ?? 'said') === 'said';
  for (const id of topics ? (room.released[TOPIC_LIST] ?? []) : [])
    if (!isRefusal(next) && next.notes[id] === undefined) next = moderate(running, next, id, to);
  return next;
}

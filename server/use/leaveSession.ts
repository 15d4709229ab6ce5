/** Leaving with everything, and taking back the yes to being quoted. */
import type { Me } from '../../core/protocol.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { withLeaving, withoutLeaving, type Leaving, type Room } from '../../core/room.ts';
import { withNumber, withoutNumber } from '../../core/slips.ts';
import { count } from '../../core/tally.ts';
import { listOf } from '../../core/beside.ts';
import { checkDotPlace, checkPlace } from '../../core/checking.ts';
import { HEARD_PLACES } from '../../core/heardPlace.ts';
import { FREE_TALK, placesOf, PROPOSING, thoughtPlace } from '../../core/thought.ts';
import { dotPlace, TOPIC_PLACES } from '../../core/topics.ts';
import type { Spot } from '../store/rights.ts';
import type { LiveResponse } from '../store/store.ts';
import { hasLeft, me, tagOn, type Who } from './joinSession.ts';
import { moveSoon } from './liveResults.ts';
import { dropOther } from './people.ts';
import type { KnownSlip, Running } from './running.ts';

/** The slip whose person is taken out, with its number. */
interface TakenOut {
  number: number;
  known: KnownSlip;
}

/**
 * Takes someone out of a running session with all their answers. Nothing on projector or phones shows that
 * somebody went: neither piles nor the number who joined fall before another statement is in front, the number
 * by five or more only, and what was revealed stays as long. Said again it changes nothing.
 *
 * @param taken the slip that a desk takes out, whose number is then free; whoever leaves by their card keeps it
 */
export async function leaveSession(
  running: Running,
  who: Who,
  taken?: TakenOut,
): Promise<{ ok: true } | Refusal> {
  const { people, leaving, store } = running;
  if (running.closed) return refuse('not-saved');
  const person = people.get(who.hash);
  const slip = taken ?? (person?.channel === 'paper' ? slipBehind(running, who.hash) : undefined);
  // Of a slip that is not on the disk as a whole, the person may be what is missing.
  const here = person ?? (hasLeft(running, who.hash) ? undefined : taken?.known);
  if (here === undefined) return hasLeft(running, who.hash) ? { ok: true } : refuse('not-joined');
  // From here on nothing more of theirs is taken; what is on its way is committed before and goes with it.
  leaving.add(who.hash);
  people.delete(who.hash);
  const spots = spotsOf(running, who);
  // A slip's person was there for what it left blank too.
  const boards = spots.flatMap(({ board, tag }) =>
    slip === undefined && (store.current(board, tag)?.answer ?? null) === null ? [] : [board],
  );
  const { membership } = slip?.known ?? here;
  const mark: Leaving = { hash: who.hash, spots, counted: { boards, membership } };
  let isOut = false;
  try {
    // Written down first: half of it would bring the other half back by the phone that still has it.
    await inTurn(running, (room) => withoutNumberOf(withLeaving(room, mark), taken));
    const gone = await store.takeOut(spots);
    isOut = true;
    for (const response of gone) takeAway(running, response);
    await store.forgetPerson(who.hash);
    await inTurn(running, (room) => withoutPerson(room, who.hash, person?.slot, gone));
    forgetUndo(running, gone);
  } catch (error) {
    running.saveFailed(error);
    if (store.hasLeft(who.hash)) return { ok: true };
    if (person !== undefined) people.set(who.hash, person);
    // Where their answers are out already they stay marked, and saying it once more goes on from there.
    if (!isOut) await unmarked(running, who.hash);
    return refuse('not-saved');
  } finally {
    leaving.delete(who.hash);
  }
  running.limits.delete(who.hash);
  running.changed(['projector', 'console']);
  running.left(who.hash);
  return { ok: true };
}

/** The slip behind a person, as long as that is known. */
function slipBehind({ slips, store }: Running, hash: string): TakenOut | undefined {
  const found = [...slips].find(([, known]) => store.hashOf(known.token) === hash);
  return found === undefined ? undefined : { number: found[0], known: found[1] };
}

/**
 * The number is free in the same write in which its person is counted out: whatever fails afterwards, neither
 * is done twice. Beside the mark there is no number, and what leads from one to the other is in memory only.
 */
function withoutNumberOf(room: Room, slip: TakenOut | undefined): Room {
  if (slip === undefined || !room.slips.entered.includes(slip.number)) return room;
  const { entered, checked } = room.slips;
  slip.known.checked = checked.includes(slip.number);
  const slips = {
    entered: withoutNumber(entered, slip.number),
    checked: withoutNumber(checked, slip.number),
  };
  return { ...room, slips: { ...room.slips, ...slips } };
}

/** The slip of somebody who stays after all has its number again. */
function withNumberOf(room: Room, slip: TakenOut | undefined): Room {
  if (slip === undefined || room.slips.entered.includes(slip.number)) return room;
  const { entered, checked } = room.slips;
  const slips = {
    entered: withNumber(entered, slip.number),
    checked: slip.known.checked ? withNumber(checked, slip.number) : checked,
  };
  return { ...room, slips: { ...room.slips, ...slips } };
}

/** It is no longer written down that somebody leaves, or was not; false: that cannot be saved now. */
async function unmarked(running: Running, hash: string): Promise<boolean> {
  const marked = (room: Room): boolean => room.leaving.some((l) => l.hash === hash);
  if (!marked(running.room)) return true;
  try {
    const slip = slipBehind(running, hash);
    await inTurn(running, (room) => withNumberOf(withoutLeaving(room, hash), slip));
  } catch {
    return false;
  }
  return !marked(running.room);
}

/**
 * Whether this person is in and nothing is written down against it: somebody whose leaving could not be
 * saved goes on, and what they place then is not to go at the next start with what they had meant to take back.
 */
export async function stays(running: Running, { hash }: Who): Promise<boolean> {
  return !running.leaving.has(hash) && (await unmarked(running, hash)) && !running.leaving.has(hash);
}

/** Where this person's responses stand, or would. */
function spotsOf(running: Running, who: Who): Spot[] {
  const { boards } = running.room;
  const talks = [FREE_TALK, PROPOSING, ...boards.flatMap(({ n, opened }) => (opened ? [n] : []))];
  const thoughts = talks.flatMap((n) => placesOf(thoughtPlace(n, 0)));
  const dots = (running.room.topics?.list ?? []).map(({ n }) => dotPlace(n));
  const checks = (running.room.check?.list ?? []).flatMap(({ n }) => [checkPlace(n), checkDotPlace(n)]);
  const beside = [...thoughts, ...HEARD_PLACES, ...TOPIC_PLACES, ...dots, ...checks];
  const places = [...boards.map(({ n }) => n), ...beside];
  return places.map((board) => ({ board, tag: tagOn(running, who, board) }));
}

/** Brings memory up to date with a response that was taken out. */
function takeAway(running: Running, response: LiveResponse): void {
  const { board, tag, membership, answer, note } = response;
  dropOther(running, response);
  const tally = running.tallies.get(board);
  if (tally !== undefined && answer !== null) {
    count(tally, membership, answer, -1);
    running.ghosts.set(board, (running.ghosts.get(board) ?? 0) + 1);
  }
  moveSoon(running, board);
  if (note === '') return;
  // The list shows them as muted until then, or it would show whose writer has just gone.
  if (running.room.muted.some((m) => m.tag === tag)) running.stillMuted.add(note);
  // What has reached the console goes with its next batch, as a text does that was changed.
  if (running.pending.get(listOf(board))?.delete(note) === true) running.notes.delete(note);
  else if (running.notes.has(note)) running.superseded.add(note);
}

/** Changes the room after the facilitator's commands that came before, durably. */
function inTurn(running: Running, change: (room: Room) => Room): Promise<void> {
  const turn = running.turn.then(async () => {
    const room = change(running.room);
    await running.store.saveRoom(room);
    running.room = room;
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

/** They have left; their number, if they have no phone, is nobody's now. */
function withoutPerson(
  room: Room,
  hash: string,
  slot: number | null | undefined,
  gone: readonly LiveResponse[],
): Room {
  return {
    ...unmuted(room, gone),
    leaving: room.leaving.filter((l) => l.hash !== hash),
    slots: Object.fromEntries(Object.entries(room.slots).filter(([number]) => Number(number) !== slot)),
  };
}

const unmuted = (room: Room, gone: readonly LiveResponse[]): Room => ({
  ...room,
  muted: room.muted.filter(({ tag }) => !gone.some((r) => r.tag === tag)),
});

/** Undoing a command does not bring back that somebody was muted who has left. */
function forgetUndo(running: Running, gone: readonly LiveResponse[]): void {
  running.undo = running.undo.map((step) => ({ ...step, room: unmuted(step.room, gone) }));
}

/**
 * Finishes the leaving of those who were at it when the program was stopped; what a session is sealed from
 * has nothing of them either.
 */
export async function finishLeaving(running: Running): Promise<void> {
  for (const { hash, spots } of running.room.leaving) {
    const person = running.people.get(hash);
    running.people.delete(hash);
    const gone = await running.store.takeOut(spots);
    for (const response of gone) takeAway(running, response);
    await running.store.forgetPerson(hash);
    await inTurn(running, (room) => withoutPerson(room, hash, person?.slot, gone));
  }
}

/**
 * Changes the second yes at any time, for what this person has placed already and what they will. Points that were made
 * of it have it as the session is sealed: all of this person's would show it at once, as they tap.
 */
export async function changeQuote(running: Running, who: Who, quote: boolean): Promise<Me | Refusal> {
  const person = running.people.get(who.hash);
  if (running.closed) return refuse('not-saved');
  if (person === undefined) return refuse(hasLeft(running, who.hash) ? 'left' : 'not-joined');
  const changed = { ...person, quote };
  // First for what comes from now on, so that nothing slips in between with the old one.
  running.people.set(who.hash, changed);
  try {
    const spots = spotsOf(running, who);
    await running.store.quote(spots, quote);
    // What is placed in the place of these, with words taken out, says the same.
    for (const [id, note] of running.notes)
      if (spots.some(({ board, tag }) => note.board === board && note.tag === tag))
        running.notes.set(id, { ...note, quote });
    await running.store.saveParticipant(changed);
  } catch (error) {
    running.saveFailed(error);
    running.people.set(who.hash, person);
    return refuse('not-saved');
  }
  return me(running, who);
}

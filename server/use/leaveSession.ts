/** Leaving with everything, and taking back the yes to being quoted. */
import type { Me } from '../../core/protocol.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { count } from '../../core/tally.ts';
import type { Spot } from '../store/rights.ts';
import type { LiveResponse, Participant } from '../store/store.ts';
import { hasLeft, me, tagOn, type Who } from './joinSession.ts';
import { newToken } from '../random.ts';
import { moveSoon } from './liveResults.ts';
import type { Running } from './running.ts';

/**
 * Takes someone out of a running session with all their answers. Nothing on projector or phones shows that
 * somebody went: piles and the number who joined do not fall, and what was revealed stays until another
 * statement is in front. Said again it changes nothing.
 */
export async function leaveSession(running: Running, who: Who): Promise<{ ok: true } | Refusal> {
  const { people, leaving, store } = running;
  if (running.closed) return refuse('not-saved');
  const person = people.get(who.hash);
  if (person === undefined) return hasLeft(running, who.hash) ? { ok: true } : refuse('not-joined');
  // From here on nothing more of theirs is taken; what is on its way is committed before and goes with it.
  leaving.add(who.hash);
  people.delete(who.hash);
  try {
    const gone = await store.takeOut(spotsOf(running, who));
    for (const response of gone) takeAway(running, response);
    await forgetIn(running, person, gone);
    await store.forgetPerson(who.hash);
  } catch {
    people.set(who.hash, person);
    return refuse('not-saved');
  } finally {
    leaving.delete(who.hash);
  }
  running.limits.delete(who.hash);
  running.changed(['projector', 'console']);
  running.left(who.hash);
  return { ok: true };
}

/** Where this person's responses stand, or would. */
function spotsOf(running: Running, who: Who): Spot[] {
  return running.room.boards.map(({ n }) => ({ board: n, tag: tagOn(running, who, n) }));
}

/** Brings memory up to date with a response that was taken out. */
function takeAway(running: Running, { board, membership, answer, note }: LiveResponse): void {
  const tally = running.tallies.get(board);
  if (tally !== undefined && answer !== null) {
    count(tally, membership, answer, -1);
    running.ghosts.set(board, (running.ghosts.get(board) ?? 0) + 1);
  }
  moveSoon(running, board);
  if (note === '') return;
  // What has reached the console goes with its next batch, as a text does that was changed.
  if (running.pending.get(board)?.delete(note) === true) running.notes.delete(note);
  else if (running.notes.has(note)) running.superseded.add(note);
}

/** Where they had answered, one less could have; their number, if they have no phone, is nobody's now. */
function forgetIn(running: Running, person: Participant, gone: readonly LiveResponse[]): Promise<void> {
  const tags = new Set(gone.map((r) => r.tag));
  const answered = new Set(gone.filter((r) => r.answer !== null).map((r) => r.board));
  const turn = running.turn.then(async () => {
    const { slots, boards } = running.room;
    running.undo = running.undo.map((step) => ({ ...step, room: withoutTags(step.room, tags) }));
    const room: Room = {
      ...withoutTags(running.room, tags),
      boards: boards.map((b) =>
        answered.has(b.n) && b.eligible !== null
          ? { ...b, eligible: oneLess(b.eligible, person.membership) }
          : b,
      ),
      slots: Object.fromEntries(Object.entries(slots).filter(([slot]) => Number(slot) !== person.slot)),
    };
    await running.store.saveRoom(room);
    running.room = room;
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

/**
 * The room without the tags of somebody who left. Live results stay as they are shown until their next batch,
 * so an answer in them stays until then, under a tag that is nobody's.
 */
function withoutTags(room: Room, tags: ReadonlySet<string>): Room {
  const live = Object.entries(room.live).map(([n, shown]) => [
    n,
    Object.fromEntries(
      Object.entries(shown)
        .map(([tag, answer]) => [tags.has(tag) ? newToken() : tag, answer] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  ]);
  return {
    ...room,
    muted: room.muted.filter((m) => !tags.has(m.tag)),
    live: Object.fromEntries(live) as Room['live'],
  };
}

function oneLess(eligible: Record<string, number>, membership: string): Record<string, number> {
  const n = (eligible[membership] ?? 0) - 1;
  const { [membership]: _, ...others } = eligible;
  return n > 0 ? { ...others, [membership]: n } : others;
}

/** Changes the second yes at any time, for what this person has placed already and what they will. */
export async function changeQuote(running: Running, who: Who, quote: boolean): Promise<Me | Refusal> {
  const person = running.people.get(who.hash);
  if (running.closed) return refuse('not-saved');
  if (person === undefined) return refuse(hasLeft(running, who.hash) ? 'left' : 'not-joined');
  const changed = { ...person, quote };
  // First for what comes from now on, so that nothing slips in between with the old one.
  running.people.set(who.hash, changed);
  try {
    await running.store.quote(spotsOf(running, who), quote);
    await running.store.saveParticipant(changed);
  } catch {
    running.people.set(who.hash, person);
    return refuse('not-saved');
  }
  return me(running, who);
}

/** What of a running session is kept when it is sealed. */
import type { LiveResponse, Participant, SealedBoard, SealedResponse, SealedSession } from '../store.ts';
import type { Room } from '../../../core/room.ts';
import { boardAt } from '../../../core/room.ts';
import type { Channel, Session } from '../../../core/session.ts';
import { FLOORS } from '../../../core/limits.ts';
import { becomesPoint } from '../../../core/beside.ts';
import { checkDotPlace, checkPlace } from '../../../core/checking.ts';
import { checkedFrom, countsOf } from '../../../core/checked.ts';
import type { Answer } from '../../../core/scale.ts';
import { NOT_HEARD, type Heard } from '../../../core/heard.ts';
import { SAID_PLACE, TOLD_PLACE } from '../../../core/heardPlace.ts';
import { groupOfOne, pointOfThought, type LastThought } from '../thoughtPoints.ts';
import type { EligibleRow } from '../../../core/tally.ts';

/** A way of taking part that fewer people than this used would point at them. */
const CHANNEL_FLOOR = Math.min(...FLOORS.choices);

/**
 * The session as it is kept: boards that were opened, answers that stand, without revisions. Ways of
 * taking part that fewer than five people used become `mixed`. Words that were passed on as a concern
 * are for its lead alone: their answer stays as one to which nothing was written.
 *
 * @param participants from the key file, or null when it is gone
 */
export function sealedFrom(
  session: Session,
  room: Room,
  live: readonly LiveResponse[],
  participants: readonly Participant[] | null,
): SealedSession {
  const opened = room.boards.filter((board) => board.opened);
  const boards: SealedBoard[] = opened.map(({ n, statement, round, version, wordings, scale }) => ({
    session: session.id,
    n,
    statement,
    round,
    version,
    wordings,
    scale,
  }));
  const eligible: EligibleRow[] = opened.flatMap(({ statement, round, eligible: counts }) =>
    Object.entries(counts ?? {}).map(([membership, n]) => ({
      session: session.id,
      statement,
      round,
      membership,
      n,
    })),
  );
  const passedOn = new Set(room.passedOn);
  const standing = live
    .filter((r) => r.answer !== null && boardAt(room, r.board)?.opened === true)
    .map((r): LiveResponse => (passedOn.has(r.note) ? { ...r, comment: '', note: '', audience: 'room' } : r));
  const few = channelsOfFew(standing, participants);
  const responses = standing.flatMap((r): SealedResponse[] => {
    const { board, tag, membership, answer, comment, audience, person } = r;
    if (answer === null) return [];
    const channel = few.has(r.channel) ? 'mixed' : r.channel;
    const shown = wasShown(room, r);
    // Beside nothing to quote, the answers of the few who said no would stand together by it.
    const quote = comment !== '' && r.quote;
    return [{ board, tag, membership, answer, comment, audience, quote, shown, channel, person }];
  });
  const heard = heardFrom(session.heard, live);
  const said = { ...session, ...(heard === null ? {} : { heard }), ...checkedIn(room, live) };
  return { session: said, boards, eligible, responses };
}

/** What was said of recommendations, as counts with the words that were shown. */
function checkedIn({ check }: Room, live: readonly LiveResponse[]): Pick<Session, 'checked'> {
  if (check === undefined) return {};
  const on = (place: number): Map<Answer, number> => {
    const sums = new Map<Answer, number>();
    for (const { board, answer } of live)
      if (board === place && answer !== null) sums.set(answer, (sums.get(answer) ?? 0) + 1);
    return sums;
  };
  const checked = checkedFrom(check, (n) => countsOf(on(checkPlace(n)), on(checkDotPlace(n))));
  return checked.length === 0 ? {} : { checked };
}

/** What phones said of being heard as counts, beside what was typed in already; null: nobody said anything. */
function heardFrom(before: Heard | undefined, live: readonly LiveResponse[]): Heard | null {
  const said = live.filter((r) => r.board === SAID_PLACE && r.answer !== null);
  const told = live.filter((r) => r.board === TOLD_PLACE && r.answer !== null);
  if (before === undefined && said.length + told.length === 0) return null;
  const n = (rows: readonly LiveResponse[], answer: LiveResponse['answer']): number =>
    rows.filter((row) => row.answer === answer).length;
  return {
    ...(before ?? NOT_HEARD),
    phone: {
      said: { yes: n(said, 1), partly: n(said, 2), no: n(said, 3), declined: n(said, 'n') },
      told: { yes: n(told, 1), partly: n(told, 2), no: n(told, 3), unknown: n(told, 'x') },
    },
    texts: said.flatMap(({ comment }) => (comment === '' ? [] : [comment])).toSorted(),
  };
}

/**
 * Thoughts that become points: all that stand, but what was left out and what was passed on as a concern. Nobody's
 * words are lost because there was no time to look at them.
 */
export function thoughtsFrom(room: Room, live: readonly LiveResponse[]): LastThought[] {
  const passedOn = new Set(room.passedOn);
  return live
    .filter(({ board, answer, comment }) => becomesPoint(board) && answer !== null && comment !== '')
    .filter(({ note }) => room.notes[note] !== 'hide' && !passedOn.has(note))
    .map((thought) => {
      const { id, point } = pointOfThought(room, thought);
      const { note } = thought;
      const isNoted = room.notes[note] === 'show';
      return { id, note, isNoted, point: { ...point, group: groupOfOne(thought.membership) } };
    });
}

/** Whether the room saw the comment: for the room, let through, and part of a reveal. */
function wasShown(room: Room, r: LiveResponse): boolean {
  return (
    r.note !== '' &&
    r.audience === 'room' &&
    room.notes[r.note] === 'show' &&
    (boardAt(room, r.board)?.snapshot?.notes.some(({ id }) => id === r.note) ?? false)
  );
}

/**
 * Channels that fewer than five people used. How many people answered by one is known from below, as
 * the most answers by it on any board; how many joined by one is known from the key file. The smaller
 * of the two counts.
 */
function channelsOfFew(
  standing: readonly LiveResponse[],
  participants: readonly Participant[] | null,
): Set<Channel> {
  const onBoards = new Map<string, number>();
  const people = new Map<Channel, number>();
  for (const { board, channel } of standing) {
    const key = `${board} ${channel}`;
    const n = (onBoards.get(key) ?? 0) + 1;
    onBoards.set(key, n);
    people.set(channel, Math.max(n, people.get(channel) ?? 0));
  }
  const joined = new Map<Channel, number>();
  for (const { channel } of participants ?? []) joined.set(channel, (joined.get(channel) ?? 0) + 1);
  // Post-its of a wall, or of a tablet that was passed on, are nobody's who has joined.
  const known = (channel: Channel, n: number): number =>
    participants === null || channel !== 'phone' ? n : Math.min(n, joined.get(channel) ?? 0);
  const few = [...people].filter(([channel, n]) => known(channel, n) < CHANNEL_FLOOR);
  return new Set(few.map(([channel]) => channel));
}

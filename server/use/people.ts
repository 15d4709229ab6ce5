/**
 * How many people are in a running session. Phones, slips and whoever answers everything on a tablet are
 * participants. Post-its of the counted wall, and of a tablet that is passed on for one statement, are
 * nobody's: of them only how many there are is known, and how many heads were counted.
 */
import { isBeside } from '../../core/beside.ts';
import type { Board, Room } from '../../core/room.ts';
import type { Channel, Membership } from '../../core/session.ts';
import type { LiveResponse, Participant } from '../store/store.ts';
import type { Running } from './running.ts';

/** The wall is paper too, but nobody's: whoever is known by a slip or a card is not at it. */
type Way = Channel | 'wall';

const keyOf = (way: Way, membership: Membership): string => `${way} ${membership}`;

const wayOf = ({ wallTags }: Running, { channel, tag }: LiveResponse): Way =>
  wallTags.has(tag) ? 'wall' : channel;

/** Keeps count of a post-it that did not come by phone. On a phone nobody places who has not joined. */
export function takeOther(running: Running, before: LiveResponse | undefined, after: LiveResponse): void {
  const { board, membership, answer } = after;
  if (after.channel === 'phone' || isBeside(board)) return;
  const counts = running.others.get(board) ?? new Map<string, number>();
  running.others.set(board, counts);
  const add = (key: string, by: number): void => void counts.set(key, (counts.get(key) ?? 0) + by);
  if (before !== undefined && before.answer !== null)
    add(keyOf(wayOf(running, before), before.membership), -1);
  if (answer !== null) add(keyOf(wayOf(running, after), membership), 1);
}

/** One that was taken out is counted no more. */
export function dropOther(running: Running, response: LiveResponse): void {
  const { board, channel, membership, answer } = response;
  const counts = running.others.get(board);
  const key = keyOf(wayOf(running, response), membership);
  if (counts !== undefined && channel !== 'phone' && !isBeside(board) && answer !== null)
    counts.set(key, (counts.get(key) ?? 0) - 1);
}

/**
 * How many people of which groups are in the session: by each way of taking part whoever is known and every
 * head at the wall, or as many as have placed on one board, should that be more.
 */
export function eligibleNow({ people, room, others }: Running): Record<Membership, number> {
  const known = new Map<string, number>();
  const add = (key: string, n: number): void => void known.set(key, (known.get(key) ?? 0) + n);
  for (const { channel, membership } of people.values()) add(keyOf(channel, membership), 1);
  for (const [membership, n] of Object.entries(room.wall.heads)) add(keyOf('wall', membership), n);
  for (const counts of others.values())
    for (const [key, n] of counts) known.set(key, Math.max(known.get(key) ?? 0, n));
  const eligible: Record<Membership, number> = {};
  for (const [key, n] of known) {
    const membership = key.slice(key.indexOf(' ') + 1);
    if (n > 0) eligible[membership] = (eligible[membership] ?? 0) + n;
  }
  return eligible;
}

/**
 * As `eligibleNow`, once these post-its stand, this person is in, or so many heads are at the wall.
 *
 * @param then.responses none of which is durable yet
 */
export function eligibleThen(
  running: Running,
  then: { responses?: readonly LiveResponse[]; person?: Participant | null; heads?: Room['wall']['heads'] },
): Record<Membership, number> {
  const { people, room, others, store } = running;
  const { responses = [], person = null, heads = room.wall.heads } = then;
  const next: Running = {
    ...running,
    people: person === null ? people : new Map(people).set(person.hash, person),
    others: new Map([...others].map(([board, counts]) => [board, new Map(counts)])),
    room: { ...room, wall: { ...room.wall, heads } },
  };
  for (const response of responses) takeOther(next, store.current(response.board, response.tag), response);
  return eligibleNow(next);
}

/** How many people are in the session, in whatever way. */
export function peopleNow(running: Running): number {
  // As a rule everyone is known, and counting them for each view is not needed.
  if (running.others.size === 0 && Object.keys(running.room.wall.heads).length === 0)
    return running.people.size;
  return Object.values(eligibleNow(running)).reduce((sum, n) => sum + n, 0);
}

/** Boards that have closed count whoever was there: with this person, in their groups. */
export function withOneMore(boards: readonly Board[], membership: Membership): Board[] {
  return boards.map((b) =>
    b.eligible === null
      ? b
      : { ...b, eligible: { ...b.eligible, [membership]: (b.eligible[membership] ?? 0) + 1 } },
  );
}

/**
 * Boards that have closed, once others turn out to have been there: as many more of each groups as there are in
 * the session, or fewer. So of whoever is nobody's each board has the same number, whenever it was closed.
 */
export function countedAnew(
  boards: readonly Board[],
  before: Readonly<Record<Membership, number>>,
  after: Readonly<Record<Membership, number>>,
): Board[] {
  const more = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((key): [Membership, number] => [key, (after[key] ?? 0) - (before[key] ?? 0)])
    .filter(([, by]) => by !== 0);
  if (more.length === 0) return [...boards];
  return boards.map((b) => {
    if (b.eligible === null) return b;
    const eligible = { ...b.eligible };
    for (const [key, by] of more) eligible[key] = (eligible[key] ?? 0) + by;
    return { ...b, eligible: Object.fromEntries(Object.entries(eligible).filter(([, n]) => n > 0)) };
  });
}

/**
 * Writes down somebody who takes part without a phone, among the commands of the facilitator.
 *
 * @param wasThere they are new and were in the room when boards closed: what they answered then comes late
 * @returns false: it could not be saved, or the session is being finished and nobody is taken in any more
 */
export function takeIn(running: Running, person: Participant, wasThere: boolean): Promise<boolean> {
  const turn = running.turn.then(() => takeInNow(running, person, wasThere));
  running.turn = turn.catch(() => undefined);
  return turn;
}

/** As `takeIn`, for what has its turn already. */
export async function takeInNow(running: Running, person: Participant, wasThere: boolean): Promise<boolean> {
  if (running.closed) return false;
  const isNew = !running.people.has(person.hash);
  const isLate = isNew && wasThere && running.room.boards.some((b) => b.eligible !== null);
  const then = isLate ? eligibleThen(running, { person }) : {};
  const boards = isLate ? countedAnew(running.room.boards, eligibleNow(running), then) : running.room.boards;
  const room: Room = { ...running.room, boards };
  try {
    await running.store.saveParticipant(person);
    // Known only with it: said again after a failure, they are counted all the same.
    if (isLate) await running.store.saveRoom(room);
  } catch {
    return false;
  }
  if (isLate) running.room = room;
  running.people.set(person.hash, person);
  running.mostJoined = Math.max(running.mostJoined, peopleNow(running));
  return true;
}

/** Whether as many have joined as may: a stranger with the code cannot fill a room before anybody looks. */
export function isFull({ people, room, session }: Running): boolean {
  if (session.rehearsal || people.size < room.most) return false;
  let phones = 0;
  for (const { channel } of people.values()) if (channel === 'phone') phones += 1;
  return phones >= room.most;
}

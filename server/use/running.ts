/**
 * A running session in memory: its room, its counts, its people. All of it can be rebuilt from the
 * live store, and is when the server starts again.
 */
import type { Bucket } from '../../core/bucket.ts';
import type { Consultation, Group } from '../../core/consultation.ts';
import type { Session, Membership } from '../../core/session.ts';
import type { Command, Room } from '../../core/room.ts';
import type { Suggestion } from '../../core/personal/types.ts';
import { keptCounts, type ShownAnswers } from '../../core/liveResult.ts';
import type { Tally } from '../../core/tally.ts';
import { isRevealed } from '../../core/makeView.ts';
import { count, placed } from '../../core/tally.ts';
import type { Info } from '../../core/view.ts';
import { cappedTexts } from '../../core/text.ts';
import { USUAL_GAP, type LiveGap } from './liveResults.ts';
import type { LiveResponse, LiveStore, Participant } from '../store/store.ts';
import { shuffled } from '../random.ts';
import { picturesOf, type StoredPicture } from './shownPictures.ts';
import { FLOORS } from '../../core/limits.ts';
import { roomLabel } from '../../core/consultation.ts';

/** A writer who is muted: the tag of one of their comments. */
export type Mute = Room['muted'][number];

export type AudienceName = 'phone' | 'projector' | 'tablet' | 'console';

export interface Running {
  session: Session;
  consultation: Consultation;
  store: LiveStore;
  room: Room;
  /**
   * Version of each audience's views; rises with every one that is sent to it, and with no other: a phone
   * must not learn from it how often the console was told of somebody.
   */
  v: Record<AudienceName, number>;
  /** Counts by board number. */
  tallies: Map<number, Tally>;
  /** Participants by the hash of their token. */
  people: Map<string, Participant>;
  /** Responses with a comment, by the comment's id. */
  notes: Map<string, LiveResponse>;
  /**
   * Texts that were changed or taken back and are still listed on the console: they go with the next
   * batch, or their going would show who has just written.
   */
  superseded: Set<string>;
  /** Signs of a person in comments that the console lists, by the comment's id. */
  signs: Map<string, Suggestion[]>;
  /** Comments of people who are muted, which do not reach the console before the end, each with the mute. */
  hushed: Map<string, Mute>;
  /** Comments whose muted writer has left with everything, until they go from the console's list. */
  stillMuted: Set<string>;
  /** Whose answers the live results of a board are made of, by tag; only as long as the program runs. */
  shown: Map<number, ShownAnswers>;
  /** When each participant may comment again in slow mode. */
  slow: Map<string, Bucket>;
  /** Comments that have not reached the console yet, by board. */
  pending: Map<number, Set<string>>;
  /** Sockets by participant's hash: who is connected now. Kept in memory only. */
  presence: Map<string, number>;
  /** How much each participant may still place in a short time, however many sockets they have. */
  limits: Map<string, Bucket>;
  /** Hashes of people who are leaving with everything at this moment. */
  leaving: Set<string>;
  /** Post-its of those who left with everything, by board, which the pile still has until the board moves on. */
  ghosts: Map<number, number>;
  /** Most people who were in at one time. */
  mostJoined: number;
  /** Nothing more is taken: the session is being sealed or removed. */
  closed: boolean;
  /** Set while comments are about to go to the console. */
  releasing: NodeJS.Timeout | null;
  /** How far apart live results move; boards that are about to, and when each moved last by the monotonic clock. */
  liveGap: LiveGap;
  moving: Map<number, NodeJS.Timeout>;
  movedAt: Map<number, number>;
  undo: { command: Command['do']; room: Room }[];
  /** Monotonic time of the last close, for the ten seconds in which Reopen is one press. */
  closedAt: number | null;
  pictures: Map<string, StoredPicture>;
  /** Commands of the facilitator happen one after the other. */
  turn: Promise<unknown>;
  /** Told when something changed that these audiences may see. */
  changed: (audiences: readonly AudienceName[]) => void;
  /** Told that somebody has left with everything, so that their phones forget it. */
  left: (hash: string) => void;
}

/** Builds the memory of a session from its store. */
export async function run(session: Session, consultation: Consultation, store: LiveStore): Promise<Running> {
  const room: Partial<Pick<Room, 'live' | 'passedOn' | 'muted' | 'slow' | 'leaving'>> & Room =
    await store.room();
  const running: Running = {
    session,
    consultation,
    store,
    // A session that began under an earlier version lacks what came later.
    room: {
      ...room,
      live: keptCounts(room.live),
      leaving: room.leaving ?? [],
      passedOn: room.passedOn ?? [],
      muted: room.muted ?? [],
      slow: room.slow ?? 0,
    },
    v: { phone: 1, projector: 1, tablet: 1, console: 1 },
    tallies: new Map(),
    people: new Map(),
    notes: new Map(),
    superseded: new Set(),
    signs: new Map(),
    hushed: new Map(),
    stillMuted: new Set(),
    shown: new Map(),
    slow: new Map(),
    pending: new Map(),
    presence: new Map(),
    limits: new Map(),
    leaving: new Set(),
    ghosts: new Map(),
    mostJoined: 0,
    closed: false,
    releasing: null,
    liveGap: USUAL_GAP,
    moving: new Map(),
    movedAt: new Map(),
    undo: [],
    closedAt: null,
    pictures: picturesOf(consultation),
    turn: Promise.resolve(),
    changed: () => undefined,
    left: () => undefined,
  };
  for (const person of await store.participants()) running.people.set(person.hash, person);
  running.mostJoined = running.people.size;
  const released = new Set(Object.values(running.room.released).flat());
  for (const response of await store.responses()) {
    take(running, undefined, response);
    if (released.has(response.note)) running.pending.get(response.board)?.delete(response.note);
  }
  // The program was stopped between the two writes of a command: the live file has the later word.
  if (running.session.state !== running.room.state)
    running.session = { ...running.session, state: running.room.state };
  return running;
}

/** Brings memory up to date with a response that is durable now. */
export function take(running: Running, before: LiveResponse | undefined, after: LiveResponse): void {
  const tally = running.tallies.get(after.board) ?? new Map();
  running.tallies.set(after.board, tally);
  if (before !== undefined && before.answer !== null) count(tally, before.membership, before.answer, -1);
  if (after.answer !== null) count(tally, after.membership, after.answer, 1);
  const pending = running.pending.get(after.board) ?? new Set();
  running.pending.set(after.board, pending);
  if (before !== undefined && before.note !== '' && before.note !== after.note) {
    if (pending.delete(before.note)) running.notes.delete(before.note);
    else running.superseded.add(before.note);
  }
  if (after.note === '') return;
  const listed = running.room.released[after.board]?.includes(after.note) === true;
  running.superseded.delete(after.note);
  running.notes.set(after.note, after);
  if (!listed) pending.add(after.note);
}

/** What goes to the console now, by board: the whole list anew. */
export type Lists = Record<number, string[]>;

/**
 * Boards whose list on the console is due. While people place, a batch needs at least five comments;
 * the rest come when the board closes for the first time, and what comes late waits for five or for
 * the reveal. The list is shuffled whole, so that it does not tell old from new.
 *
 * @param next the room as it is about to be
 */
export function listsDue(running: Running, next: Room): Lists {
  const lists: Lists = {};
  for (const [n, all] of running.pending) {
    // One's own comments would stand together by being hidden; at the end nobody is shown any of them.
    const ids = next.state === 'ended' ? all : new Set([...all].filter((id) => !running.hushed.has(id)));
    if (ids.size < FLOORS.commentBatch && !allAreDue(running, next, n)) continue;
    const listed = next.released[n] ?? [];
    const kept =
      running.superseded.size === 0
        ? listed
        : listed.filter((id) => !running.superseded.has(id) || isOnWall(next, n, id));
    if (ids.size === 0 && kept.length === listed.length) continue;
    lists[n] = shuffled([...kept, ...ids]);
  }
  return lists;
}

/** What was revealed is a snapshot: a text in it goes when another statement is in front of the room. */
function isOnWall(room: Room, n: number, id: string): boolean {
  const board = room.state === 'live' && room.at === n ? room.boards[n - 1] : undefined;
  return (
    board !== undefined && isRevealed(board) && board.snapshot?.notes.some((note) => note.id === id) === true
  );
}

function allAreDue(running: Running, next: Room, n: number): boolean {
  const [before, after] = [running.room.boards[n - 1], next.boards[n - 1]];
  if (after === undefined || next.state === 'ended' || isRevealed(after)) return true;
  return after.state === 'closed' && before?.eligible === null;
}

/** The room with those lists. */
export function withLists(room: Room, lists: Lists): Room {
  return Object.keys(lists).length === 0 ? room : { ...room, released: { ...room.released, ...lists } };
}

/** Memory is told that these have gone to the console, once that is durable. */
export function tellListed(running: Running, lists: Lists): void {
  for (const [n, ids] of Object.entries(lists)) {
    for (const id of ids) running.pending.get(Number(n))?.delete(id);
    for (const id of running.superseded) {
      if (running.notes.get(id)?.board !== Number(n) || ids.includes(id)) continue;
      running.superseded.delete(id);
      running.stillMuted.delete(id);
      running.notes.delete(id);
    }
  }
}

/** How many people of which groups are in the session. */
export function eligibleNow(running: Running): Record<Membership, number> {
  const eligible: Record<Membership, number> = {};
  for (const person of running.people.values())
    eligible[person.membership] = (eligible[person.membership] ?? 0) + 1;
  return eligible;
}

/** How many people have something on a board, declined answers among them. */
export function placedOn(running: Running, board: number): number {
  return placed(running.tallies.get(board) ?? new Map());
}

/**
 * Post-its on the projector's pile. While a board stays as it is it does not shrink by somebody who leaves
 * with everything: the room would see that one went, and who has just used their phone.
 */
export function pileOn(running: Running, board: number): number {
  return placedOn(running, board) + (running.ghosts.get(board) ?? 0);
}

/** The groups this session asks about, in the consultation's order. */
export function groupsIn(running: Pick<Running, 'session' | 'consultation'>): Group[] {
  return running.consultation.groups.filter((g) => running.session.groups.includes(g.id));
}

/** What a phone is told once. */
export function infoOf(running: Running): Info {
  const { consultation: c, session: s } = running;
  return cappedTexts({
    title: c.title,
    aim: c.aim,
    askedBy: c.askedBy,
    ledBy: c.ledBy,
    answeredBy: c.answeredBy,
    answerDue: c.answerDue,
    decided: c.decided,
    open: c.open,
    words: c.words,
    languages: c.languages,
    mode: s.mode,
    style: s.style,
    groups: groupsIn(running).map((g) => ({ id: g.id, label: roomLabel(g) })),
    twoGroups: s.twoGroups,
    sample: c.sample,
    rehearsal: s.rehearsal,
    withdrawUntil: s.withdrawUntil ?? null,
    keepUntil: s.keepUntil ?? null,
  });
}

/**
 * A running session in memory: its room, its counts, its people. All of it can be rebuilt from the
 * live store, and is when the server starts again.
 */
import { createHash } from 'node:crypto';
import type { Bucket } from '../../core/bucket.ts';
import type { Consultation, Group } from '../../core/consultation.ts';
import type { Session, Membership } from '../../core/session.ts';
import type { Command, Room } from '../../core/room.ts';
import type { Tally } from '../../core/tally.ts';
import { count, placed } from '../../core/tally.ts';
import type { Info } from '../../core/view.ts';
import type { LiveResponse, LiveStore, Participant } from '../store/store.ts';
import { shuffled } from '../random.ts';
import { FLOORS } from '../../core/limits.ts';
import { roomLabel } from '../../core/consultation.ts';

export type AudienceName = 'phone' | 'projector' | 'console';

export interface StoredPicture {
  type: string;
  bytes: Buffer;
}

export interface Running {
  session: Session;
  consultation: Consultation;
  store: LiveStore;
  room: Room;
  /** Version of the views; rises with every one that is sent. */
  v: number;
  /** Counts by board number. */
  tallies: Map<number, Tally>;
  /** Participants by the hash of their token. */
  people: Map<string, Participant>;
  /** Responses with a comment, by the comment's id. */
  notes: Map<string, LiveResponse>;
  /** Comments that have not reached the console yet, by board. */
  pending: Map<number, Set<string>>;
  /** Sockets by participant's hash: who is connected now. Kept in memory only. */
  presence: Map<string, number>;
  /** How much each participant may still place in a short time, however many sockets they have. */
  limits: Map<string, Bucket>;
  /** Set while comments are about to go to the console. */
  releasing: NodeJS.Timeout | null;
  undo: { command: Command['do']; room: Room }[];
  /** Monotonic time of the last close, for the ten seconds in which Reopen is one press. */
  closedAt: number | null;
  pictures: Map<string, StoredPicture>;
  /** Commands of the facilitator happen one after the other. */
  turn: Promise<unknown>;
  /** Told when something changed that these audiences may see. */
  changed: (audiences: readonly AudienceName[]) => void;
}

/** Builds the memory of a session from its store. */
export async function run(session: Session, consultation: Consultation, store: LiveStore): Promise<Running> {
  const running: Running = {
    session,
    consultation,
    store,
    room: await store.room(),
    v: 1,
    tallies: new Map(),
    people: new Map(),
    notes: new Map(),
    pending: new Map(),
    presence: new Map(),
    limits: new Map(),
    releasing: null,
    undo: [],
    closedAt: null,
    pictures: picturesOf(consultation),
    turn: Promise.resolve(),
    changed: () => undefined,
  };
  for (const person of await store.participants()) running.people.set(person.hash, person);
  const released = new Set(Object.values(running.room.released).flat());
  for (const response of await store.responses()) {
    take(running, undefined, response);
    if (released.has(response.note)) running.pending.get(response.board)?.delete(response.note);
  }
  return running;
}

/** Brings memory up to date with a response that is durable now. */
export function take(running: Running, before: LiveResponse | undefined, after: LiveResponse): void {
  const tally = running.tallies.get(after.board) ?? new Map();
  running.tallies.set(after.board, tally);
  if (before !== undefined && before.answer !== null) count(tally, before.membership, before.answer, -1);
  if (after.answer !== null) count(tally, after.membership, after.answer, 1);
  const known = running.notes.has(after.note);
  const pending = running.pending.get(after.board) ?? new Set();
  running.pending.set(after.board, pending);
  if (before !== undefined && before.note !== '' && before.note !== after.note) {
    running.notes.delete(before.note);
    pending.delete(before.note);
  }
  if (after.note === '') return;
  running.notes.set(after.note, after);
  if (!known) pending.add(after.note);
}

/**
 * Comments that may go to the console now: a batch of at least five while people place, all that are
 * left once the board has closed. Shuffled, so that their order tells nothing.
 */
export function releasable(running: Running, room: Room): Record<number, string[]> {
  const batches: Record<number, string[]> = {};
  for (const [n, ids] of running.pending) {
    const open = room.boards[n - 1]?.state === 'open';
    if (ids.size > 0 && (!open || ids.size >= FLOORS.commentBatch)) batches[n] = shuffled(ids);
  }
  return batches;
}

/** The room with those batches added. */
export function withReleased(room: Room, batches: Record<number, string[]>): Room {
  if (Object.keys(batches).length === 0) return room;
  const released = { ...room.released };
  for (const [n, ids] of Object.entries(batches))
    released[Number(n)] = [...(released[Number(n)] ?? []), ...ids];
  return { ...room, released };
}

/** Memory is told that these have gone, once that is durable. */
export function forgetPending(running: Running, batches: Record<number, string[]>): void {
  for (const [n, ids] of Object.entries(batches))
    for (const id of ids) running.pending.get(Number(n))?.delete(id);
}

/** How many people of which groups are in the session. */
export function eligibleNow(running: Running): Record<Membership, number> {
  const eligible: Record<Membership, number> = {};
  for (const person of running.people.values())
    eligible[person.membership] = (eligible[person.membership] ?? 0) + 1;
  return eligible;
}

export function placedOn(running: Running, board: number): number {
  return placed(running.tallies.get(board) ?? new Map());
}

/** The groups this session asks about, in the consultation's order. */
export function groupsIn(running: Pick<Running, 'session' | 'consultation'>): Group[] {
  return running.consultation.groups.filter((g) => running.session.groups.includes(g.id));
}

/** What a phone is told once. */
export function infoOf(running: Running): Info {
  const { consultation: c, session: s } = running;
  return {
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
  };
}

/** A picture's address is the hash of what is in it. */
export function pictureHash(data: string): string {
  return createHash('sha256').update(data, 'base64').digest('hex').slice(0, 32);
}

function picturesOf(consultation: Consultation): Map<string, StoredPicture> {
  const pictures = new Map<string, StoredPicture>();
  for (const { picture } of consultation.statements)
    if (picture !== null)
      pictures.set(pictureHash(picture.data), {
        type: picture.type,
        bytes: Buffer.from(picture.data, 'base64'),
      });
  return pictures;
}

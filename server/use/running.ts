/**
 * A running session in memory: its room, its counts, its people. All of it can be rebuilt from the
 * live store, and is when the server starts again.
 */
import type { Bucket } from '../../core/bucket.ts';
import type { Consultation, Group } from '../../core/consultation.ts';
import type { Membership, Session } from '../../core/session.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { SlipDone } from '../../core/schemaSlips.ts';
import { MOST_PEOPLE } from '../../core/limits.ts';
import type { Command, Room } from '../../core/room.ts';
import type { PersonalLists, Suggestion } from '../../core/personal/types.ts';
import { keptCounts, type ShownAnswers } from '../../core/liveResult.ts';
import type { Tally } from '../../core/tally.ts';
import { NO_SLIPS } from '../../core/slips.ts';
import { isWordless, listOf } from '../../core/beside.ts';
import { count, placed } from '../../core/tally.ts';
import type { Info } from '../../core/view.ts';
import { partOf } from '../../core/involved.ts';
import { cappedTexts } from '../../core/text.ts';
import { USUAL_GAP, type LiveGap } from './liveResults.ts';
import type { LiveResponse, LiveStore, Participant } from '../store/store.ts';
import type { NotedAs } from '../store/talk.ts';
import type { Aside } from './notedBefore.ts';
import type { TopicTime } from './topicTime.ts';
import { peopleNow, takeOther } from './people.ts';
import { picturesOf, type StoredPicture } from './shownPictures.ts';
import { roomLabel } from '../../core/consultation.ts';

/** A writer who is muted: the tag of one of their comments. */
export type Mute = Room['muted'][number];

/** A paper slip that was entered since the program started. */
export interface KnownSlip {
  /** What the console called this entry, so that a repetition is known for one. */
  entry: string;
  /** The last checking that was carried out. */
  check: string;
  /** The random token of its person. */
  token: string;
  person: string | null;
  membership: Membership;
  /** Whether it had been checked when it was taken out, should that not be saved. */
  checked: boolean;
  /** It is being taken out. */
  out: Promise<SlipDone | Refusal> | null;
}

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
  /** Post-its that came otherwise than by phone, by board, and then by way and membership. */
  others: Map<number, Map<string, number>>;
  /** Tags of the wall's post-its. */
  wallTags: Set<string>;
  /** Participants by the hash of their token. */
  people: Map<string, Participant>;
  /** Responses with a comment, by the comment's id. */
  notes: Map<string, LiveResponse>;
  /**
   * Texts that were changed or taken back and are still listed on the console: they go with the next
   * batch, or their going would show who has just written.
   */
  superseded: Set<string>;
  /** Signs of a person that were found in comments; they go with the comment. */
  signs: WeakMap<LiveResponse, Suggestion[]>;
  /** Ids of comments that are still to be looked through for them. */
  unread: Set<string>;
  /** What the team has listed, which is looked for in comments. */
  lists: PersonalLists;
  /** Somebody is named to whom concerns about somebody's safety go. */
  lead: boolean;
  /** What phones are told of talking alone; null: nobody is named, or it is a rehearsal. */
  alone: Info['alone'];
  /** How often each participant has asked, by hash and kind; in memory only, and never what or which. */
  aloneAsked: Map<string, number>;
  /** Comments of people who are muted, which do not reach the console before the end, each with the mute. */
  hushed: Map<string, Mute>;
  /** Comments whose muted writer has left with everything, until they go from the console's list. */
  stillMuted: Set<string>;
  /** Whose answers the live results of a board are made of, by tag; only as long as the program runs. */
  shown: Map<number, ShownAnswers>;
  /** When each participant may comment again in slow mode. */
  slow: Map<string, Bucket>;
  /** Comments and thoughts that have not reached the console yet, by their list (`listOf`). */
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
  /** It came here from another laptop. */
  moved: boolean;
  /** It has just come, to another address, and its people are still to find it: the big screen says where. */
  newAddress: boolean;
  /** Told why something could not be saved. */
  saveFailed: (error: unknown) => unknown;
  /** Nothing more is taken: the session is being sealed or removed. */
  closed: boolean;
  /** Set while comments are about to go to the console. */
  releasing: NodeJS.Timeout | null;
  /** How far apart live results move; boards that are about to, and when each moved last by the monotonic clock. */
  liveGap: LiveGap;
  moving: Map<number, NodeJS.Timeout>;
  movedAt: Map<number, number>;
  /** Whose answers stand on which paper slip, by its number; only as long as the program runs. */
  slips: Map<number, KnownSlip>;
  undo: { command: Command['do']; room: Room }[];
  /** Monotonic time of the last close, for the ten seconds in which Reopen is one press. */
  closedAt: number | null;
  pictures: Map<string, StoredPicture>;
  /** Commands of the facilitator happen one after the other. */
  turn: Promise<unknown>;
  /** Audiences of whom somebody was given a whole view since all of them were last sent one. */
  asked: Set<AudienceName>;
  /** Told when something changed that these audiences may see; `counts`: no comment that the console has. */
  changed: (audiences: readonly AudienceName[], only?: 'counts') => void;
  topicTime: TopicTime;
  /** What thoughts that stand among the points were noted as, by the point's id; what the scribe made of others. */
  noted: Map<string, NotedAs>;
  notedBefore: Map<string, Aside>;
  /** Brings those points in line with what was noted; takes its turn among the facilitator's commands. */
  keepPoints: () => Promise<void>;
  /** Told that points have changed, and how new they are now. */
  said: (at: string) => void;
  /** Told that somebody has left with everything, so that their phones forget it. */
  left: (hash: string) => void;
}

/** Builds the memory of a session from its store. */
export async function run(session: Session, consultation: Consultation, store: LiveStore): Promise<Running> {
  const room: Partial<
    Pick<Room, 'live' | 'passedOn' | 'muted' | 'slow' | 'leaving' | 'wall' | 'hold' | 'slips' | 'most'>
  > &
    Room = await store.room();
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
      wall: { ...(room.wall ?? { tokens: [], heads: {} }), words: room.wall?.words ?? {} },
      hold: room.hold ?? false,
      most: room.most ?? MOST_PEOPLE[0],
      slips: room.slips ?? NO_SLIPS,
    },
    v: { phone: 1, projector: 1, tablet: 1, console: 1 },
    tallies: new Map(),
    others: new Map(),
    wallTags: new Set(),
    people: new Map(),
    notes: new Map(),
    superseded: new Set(),
    signs: new WeakMap(),
    unread: new Set(),
    lists: { names: [], places: [] },
    lead: false,
    alone: null,
    aloneAsked: new Map(),
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
    moved: false,
    newAddress: false,
    saveFailed: () => undefined,
    closed: false,
    releasing: null,
    liveGap: USUAL_GAP,
    moving: new Map(),
    movedAt: new Map(),
    slips: new Map(),
    undo: [],
    closedAt: null,
    pictures: picturesOf(consultation),
    turn: Promise.resolve(),
    asked: new Set(),
    changed: () => undefined,
    topicTime: { spent: new Map(), now: null },
    noted: new Map(),
    notedBefore: new Map(),
    keepPoints: () => Promise.resolve(),
    said: () => undefined,
    left: () => undefined,
  };
  for (const person of await store.participants()) running.people.set(person.hash, person);
  for (const token of running.room.wall.tokens)
    for (const { statement, round } of running.room.boards)
      running.wallTags.add(store.tagOf(token, statement, round));
  const released = new Set(Object.values(running.room.released).flat());
  for (const response of await store.responses()) {
    take(running, undefined, response);
    if (released.has(response.note)) running.pending.get(listOf(response.board))?.delete(response.note);
  }
  running.mostJoined = peopleNow(running);
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
  takeOther(running, before, after);
  // What stopped somebody is read once the session is finished, and by nobody before.
  if (isWordless(after.board)) return;
  const list = listOf(after.board);
  const pending = running.pending.get(list) ?? new Set();
  running.pending.set(list, pending);
  if (before !== undefined && before.note !== '' && before.note !== after.note) {
    if (pending.delete(before.note)) running.notes.delete(before.note);
    else running.superseded.add(before.note);
  }
  if (after.note === '') return;
  const listed = running.room.released[list]?.includes(after.note) === true;
  running.superseded.delete(after.note);
  running.notes.set(after.note, after);
  if (!listed) pending.add(after.note);
}

/** How many people have something on a board, declined answers among them. */
export function placedOn(running: Running, board: number): number {
  return placed(running.tallies.get(board) ?? new Map());
}

/**
 * Post-its on the projector's pile. While a board stays as it is it does not shrink by somebody who leaves
 * with everything: the room would see that one went, and who has just used their phone. Nor are there more
 * than people: that would show it too, and whoever comes, places and leaves again and again drove it up.
 */
export function pileOn(running: Running, board: number): number {
  const here = placedOn(running, board);
  const pile = here + (running.ghosts.get(board) ?? 0);
  return Math.max(here, Math.min(pile, running.mostJoined));
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
    part: partOf(c),
    words: c.words,
    languages: c.languages,
    mode: s.mode,
    style: s.style,
    groups: groupsIn(running).map((g) => ({ id: g.id, label: roomLabel(g) })),
    twoGroups: s.twoGroups,
    sample: c.sample,
    rehearsal: s.rehearsal,
    moved: running.moved,
    withdrawUntil: s.withdrawUntil ?? null,
    keepUntil: s.keepUntil ?? null,
    alone: running.alone,
  });
}

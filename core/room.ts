/**
 * The state of a running session: where everyone is on the ladder and what the projector shows. It is
 * one value; each command of the facilitator makes the next one. Answers are kept apart from it.
 */
import { boardsOf } from './boards.ts';
import { MOST_PEOPLE } from './limits.ts';
import type { Membership, Style } from './session.ts';
import type { Figure } from './results.ts';
import type { Answer, Scale } from './scale.ts';
import type { Wording } from './consultation.ts';
import type { ShownCounts } from './liveResult.ts';
import type { TopicsChange } from './topicChange.ts';
import type { Topics } from './topics.ts';
import { NO_SLIPS, type Slips } from './slips.ts';
import type { Checking } from './checking.ts';
import type { CheckChange } from './checkingSteps.ts';
import type { Consent } from './consent.ts';
import type { TalkKind } from './thought.ts';

/** waiting, then the ladder: shown, open, closed, revealed, discussed. */
export type BoardState = 'waiting' | 'shown' | 'open' | 'closed' | 'revealed' | 'discussed';

/** One group, or several merged because each alone is under the floor, with its figure. */
export interface Part {
  groups: string[];
  figure: Figure;
}

/**
 * Why a split by group is not shown: the session has fewer than two groups, or somebody could be worked out.
 * `floor` is that the floor cannot be met, or that the facilitator chose so because a whole group gave one
 * answer: told apart from the floor, that alone would say so.
 */
export type Withheld = 'one-group' | 'floor';

/** What a reveal shows, fixed at that moment; later cards and reopenings change it only at the next reveal. */
export interface Snapshot {
  whole: Figure;
  parts: Part[] | null;
  withheld: Withheld | null;
  /**
   * The comments that stood at the reveal, with the answer they hung under, in random order; moderation
   * decides which of them show.
   */
  notes: { id: string; answer: Answer }[];
}

/** One statement in this session and one round, with its columns of post-its. */
export interface Board {
  /** Short number of the board in this session, from 1, used on the wire. */
  n: number;
  statement: string;
  round: 1 | 2;
  state: BoardState;
  /** Text and scale as they are for this session; frozen once it has opened. */
  version: number;
  wordings: Wording[];
  scale: Scale;
  /** Address of the picture, if the statement has one, and what it shows. */
  picture: { hash: string; alt: string } | null;
  opened: boolean;
  /** How many people of which groups were in the session when it last closed. */
  eligible: Record<Membership, number> | null;
  snapshot: Snapshot | null;
  /** The last split that the room has seen, which a later one is measured against. */
  seenParts: Part[] | null;
  /** Everyone together as the room saw it last, also where that reveal was undone; missing: never. */
  seenWhole?: Figure;
}

export type NoteChoice = 'show' | 'hide';

export interface Screen {
  blank: 'none' | 'black' | 'white';
  /** The join code laid over whatever is shown. */
  join: boolean;
  /** Text size, 0 to 4; 2 is the usual one. */
  size: 0 | 1 | 2 | 3 | 4;
  theme: 'light' | 'dark';
  /** `thoughts` only while the room talks; where there are none it is as `chart`. */
  result: 'notes' | 'chart' | 'table' | 'thoughts';
  byGroup: boolean;
  /** All comments that were let through, or one at a time. */
  notes: 'all' | 'one';
  /** With `one`: which of them, from 0. */
  noteAt: number;
  /** The growing pile and its count: from ten people on, always, or never. */
  pile: 'auto' | 'on' | 'off';
  /** The number of people who have joined. */
  count: boolean;
  /** Results while people place, in batches (core/liveResult.ts). */
  live: boolean;
}

/** How long one person waits between two comments, in seconds. */
export type Slow = 0 | 15 | 60;

/** Somebody who takes everything back. */
export interface Leaving {
  hash: string;
  spots: { board: number; tag: string }[];
  /** Boards where one less could have answered from the moment this was written down; missing in an earlier version. */
  counted?: { boards: number[]; membership: Membership };
}

export interface Room {
  state: 'lobby' | 'live' | 'ended';
  style: Style;
  /** The board in front of the room, by number; null in the lobby. */
  at: number | null;
  boards: Board[];
  paused: boolean;
  doorLocked: boolean;
  /** With so many on phones the door is closed, until the facilitator lets more in. */
  most: number;
  keysLocked: boolean;
  screen: Screen;
  notes: Record<string, NoteChoice>;
  /** Comments that were passed on as a concern about somebody's safety. */
  passedOn: string[];
  /** Writers who are muted, each by the tag of one of their comments; who they are is not known. */
  muted: { board: number; tag: string }[];
  /** Seconds between two comments of one person; 0: no limit of the room's own. */
  slow: Slow;
  /** Ids of comments that have reached the console, by board, in the order of their batches. */
  released: Record<number, string[]>;
  /**
   * How many people of each answer the results of boards with live results are made of. What was shown last
   * is shown again after a restart; who is in it is known in memory only.
   */
  live: Record<number, ShownCounts>;
  /**
   * People who take everything back at this moment, and where it stands: should the program be killed then,
   * it is finished at the next start. Empty but for that moment.
   */
  leaving: Leaving[];
  /**
   * Random tokens of the people without a phone, by their number. They stand in the live file only, so
   * that after sealing nothing leads from a number to answers.
   */
  slots: Record<number, string>;
  /**
   * The real wall, where it was counted: random tokens for its post-its, each good for one on every board
   * and nobody's; how many people of which groups took part there; and the ids of words that were typed up, in
   * the order of the alphabet, each with the tag where they stand, or nothing once they were taken away. In the
   * live file only.
   */
  wall: { tokens: string[]; heads: Record<Membership, number>; words: Record<string, string> };
  /** The room talks about no statement; missing: it does not. */
  freeTalk?: boolean;
  /** With `freeTalk`: people propose statements of their own. */
  proposing?: boolean;
  /** The room's own list of topics; missing: there is none. */
  topics?: Topics;
  /** With `freeTalk`: the room is asked about recommendations. */
  checking?: boolean;
  check?: Checking;
  /** After the end it is not finished by itself: paper and the wall are still to be typed up. */
  hold: boolean;
  /** The first day on which it was found to be held; missing: it was not yet, or not since it was held anew. */
  heldFrom?: string;
  /** Days that the session was given before the one it has now; missing: none. Somebody's request may be of one of them. */
  days?: string[];
  /** Which numbers of paper slips are in. Whose answers are whose is known in memory only. */
  slips: Slips;
}

export type LadderStep =
  | { do: 'start' }
  | { do: 'show'; board: number }
  | { do: 'open'; board: number }
  | { do: 'close'; board: number }
  | ({ do: 'reveal'; board: number } & Consent)
  | { do: 'discuss'; board: number }
  | { do: 'reopen'; board: number }
  | { do: 'openAll'; round: 1 | 2 }
  | { do: 'closeAll' }
  | { do: 'end' };

export type Command =
  | LadderStep
  | ({ do: 'next' } & Consent)
  | { do: 'back' }
  | { do: 'undo' }
  | { do: 'resume' }
  | { do: 'hold'; on: boolean }
  | { do: 'openForPaper' }
  | { do: 'add'; statements: string[] }
  | { do: 'talk'; on: boolean; propose?: boolean }
  | { do: 'topics'; change: TopicsChange }
  | { do: 'check'; change: CheckChange }
  | { do: 'pause'; on: boolean }
  | { do: 'door'; locked: boolean }
  | { do: 'most'; people: (typeof MOST_PEOPLE)[number] }
  | { do: 'keys'; locked: boolean }
  | { do: 'screen'; change: Partial<Screen> }
  | { do: 'note'; id: string; to: NoteChoice | 'waiting' }
  | { do: 'notes'; board: number; to: NoteChoice; of?: TalkKind }
  | { do: 'redact'; id: string; words: { from: number; to: number; by: string }[] }
  | { do: 'mute'; id: string; on: boolean }
  | { do: 'slow'; seconds: Slow }
  | { do: 'concern'; id: string };

export const FIRST_SCREEN: Screen = {
  blank: 'none',
  join: false,
  size: 2,
  theme: 'light',
  result: 'notes',
  byGroup: false,
  notes: 'all',
  noteAt: 0,
  pile: 'auto',
  count: true,
  live: false,
};

/** What a board needs of its statement when a session opens its lobby. */
export type BoardSource = Pick<Board, 'statement' | 'version' | 'wordings' | 'scale' | 'picture'>;

/**
 * The room as the lobby opens: one board per statement and round. With two rounds they follow each
 * other statement by statement (`each`), or all statements come before all again (`all`).
 */
export function firstRoom(
  style: Style,
  statements: readonly BoardSource[],
  rounds: 1 | 2,
  order: 'each' | 'all',
): Room {
  return {
    state: 'lobby',
    style,
    at: null,
    boards: boardsOf(style, statements, { rounds, order }),
    paused: false,
    doorLocked: false,
    most: MOST_PEOPLE[0],
    keysLocked: false,
    screen: FIRST_SCREEN,
    notes: {},
    passedOn: [],
    muted: [],
    slow: 0,
    released: {},
    live: {},
    leaving: [],
    slots: {},
    wall: { tokens: [], heads: {}, words: {} },
    hold: false,
    slips: NO_SLIPS,
  };
}

/** The board with this number, from 1; undefined where there is none. */
export function boardAt(room: Room, n: number | null): Board | undefined {
  return n === null ? undefined : room.boards[n - 1];
}

/** The room without the talk that is about no statement: any step of the ladder ends it. */
export function onStatement({ freeTalk: _over, proposing: _too, checking: _as, ...room }: Room): Room {
  return room;
}

/** Writes down that somebody takes everything back; where they had answered, one less could have from then on. */
export function withLeaving(room: Room, mark: Leaving): Room {
  if (room.leaving.some(({ hash }) => hash === mark.hash)) return room;
  return { ...room, leaving: [...room.leaving, mark], boards: counting(room.boards, mark, -1) };
}

/** It could not be done, and is not written down any more. */
export function withoutLeaving(room: Room, hash: string): Room {
  const marks = room.leaving.filter((mark) => mark.hash === hash);
  return {
    ...room,
    leaving: room.leaving.filter((mark) => mark.hash !== hash),
    boards: marks.reduce((boards, mark) => counting(boards, mark, 1), room.boards),
  };
}

function counting(boards: Board[], { counted }: Leaving, by: 1 | -1): Board[] {
  return boards.map((board) => {
    const { n, eligible } = board;
    if (eligible === null || counted?.boards.includes(n) !== true) return board;
    const { [counted.membership]: before = 0, ...others } = eligible;
    const people = before + by;
    return { ...board, eligible: people > 0 ? { ...others, [counted.membership]: people } : others };
  });
}

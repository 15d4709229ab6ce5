/** The shapes of what each audience sees; `makeView.ts` decides what may be in them. */
import type { Tablets } from './tabletView.ts';
import type { Group, Wording, Words } from './consultation.ts';
import type { LaptopState } from './laptop.ts';
import type { BoardState, Command, LadderStep, NoteChoice, Room, Screen, Snapshot } from './room.ts';
import type { Suggestion } from './personal/types.ts';
import type { Answer, Scale } from './scale.ts';
import type { Attendance, Mode, OtherPresent, SessionState, Style } from './session.ts';
import type { Audience } from './response.ts';
import type { Figure } from './results.ts';
import type { Slips } from './slips.ts';
import type { ShownTopic, TopicStep } from './topics.ts';
import type { ConsoleCheck, PhoneCheck, ProjectorCheck } from './checkingView.ts';

/** What a phone is told once, when it joins: everything that does not change while the session runs. */
export interface Info {
  title: string;
  aim: string;
  askedBy: string;
  ledBy: string;
  answeredBy: string;
  answerDue: string;
  decided: string;
  open: string;
  /** How far people have a part in it, in words; empty: that was not declared. */
  part: string;
  words: Words;
  languages: string[];
  mode: Mode;
  style: Style;
  /** Groups to choose from, with their names for the room. */
  groups: { id: string; label: string }[];
  twoGroups: boolean;
  sample: boolean;
  rehearsal: boolean;
  /** It came to this laptop from another one while it was running. */
  moved: boolean;
  /** The last day on which answers can be taken out with a code; null: only while the session lasts. */
  withdrawUntil: string | null;
  /** The last day on which answers are kept; null: no day was set. */
  keepUntil: string | null;
  /** Talking alone, and being told alone; null: nobody is named who could read it, and it is not offered. */
  alone: {
    /** Who reads it, and the public key to which it is sealed on the device. */
    lead: string;
    to: string;
    /** The last days on which what was sent is kept: to talk, and to be told. */
    talk: string;
    told: string;
  } | null;
}

export interface PhoneBoard {
  n: number;
  /** Position of the statement in its round, from 1. */
  number: number;
  round: 1 | 2;
  state: Exclude<BoardState, 'waiting'>;
  wordings: Wording[];
  scale: Scale;
  picture: { hash: string; alt: string } | null;
  /** Only once revealed. */
  result: PublicResult | null;
}

export interface PhoneView {
  /** Rises with every view that phones are sent in this run of the server; a screen keeps the highest. */
  v: number;
  state: 'lobby' | 'live' | 'ended';
  paused: boolean;
  /** Nobody new is let in for now. */
  doorLocked: boolean;
  /** The board in front of the room. */
  at: number | null;
  /** Guided: that board and those one can still catch up on. Walk-around: all that were opened. */
  boards: PhoneBoard[];
  /** Statements in all, and whether there are two rounds, for "Statement 2 of 4". */
  of: number;
  rounds: 1 | 2;
  /** The room talks about no statement. */
  talk?: true;
  /** With `talk`: people propose statements of their own. */
  proposing?: true;
  /** The room's own list, with `talk`; not while people propose. */
  topics?: TopicsView;
  /** The recommendations that the room is asked about, with `talk`. */
  check?: PhoneCheck;
}

export interface TopicsView {
  step: TopicStep;
  /** In the order that was chosen, once it was. How many dots each has is not told. */
  list: { n: number; text: string; done: boolean }[];
  at: number | null;
}

export interface ConsoleTopic extends ShownTopic {
  /** Once putting in order is over: those of phones and of hands together. */
  dots: number | null;
  hands: number;
  /** Minutes for it, whether they are its own, and seconds it was talked about, until this view was made. */
  minutes: number;
  ownTime: boolean;
  seconds: number;
}

/** A figure and its split, with group names for the room. */
export interface PublicResult {
  whole: Figure;
  parts: { label: string; figure: Figure }[] | null;
  withheld: Snapshot['withheld'];
}

export interface Note {
  id: string;
  text: string;
  answer: Answer;
}

export interface ProjectorView {
  v: number;
  title: string;
  sample: boolean;
  rehearsal: boolean;
  state: 'lobby' | 'live' | 'ended';
  paused: boolean;
  code: string;
  /** What phones open, without a path: http://192.168.1.20:8080. */
  address: string;
  /** The session has just come from another laptop, and phones are still to find this one. */
  newAddress: boolean;
  /** People who have joined, or null while it is not to be shown. */
  joined: number | null;
  screen: Screen;
  board: ProjectorBoard | null;
  /** While the room talks. */
  talk: ProjectorTalk | null;
  /** While it is asked about recommendations. */
  check?: ProjectorCheck;
  of: number;
  rounds: 1 | 2;
  /** Walk-around while all boards are open: how many are. */
  openBoards: number;
}

export interface ProjectorTalk {
  /** About no statement: then with the room's own list. */
  free: boolean;
  /** People propose statements of their own meanwhile. */
  proposing: boolean;
  topics: TopicsView | null;
  /** Thoughts that were let through for the room, in random order. */
  thoughts: { id: string; text: string }[];
}

export interface ProjectorBoard {
  n: number;
  /** Position of the statement in its round, from 1. */
  number: number;
  round: 1 | 2;
  state: Exclude<BoardState, 'waiting'>;
  wordings: { group: string | null; lang: string; text: string }[];
  scale: Scale;
  picture: { hash: string; alt: string } | null;
  /** Blank post-its on the pile, or null while they are not to be counted out. */
  pile: number | null;
  /** Results while people place, or null where that was not chosen; without a figure while too few are behind it. */
  live: { figure: Figure | null; floor: number } | null;
  result: PublicResult | null;
  /** The first round's figure beside the second's. */
  before: PublicResult | null;
  /** Comments that were let through, in random order; only once revealed. */
  notes: Note[] | null;
}

export interface ConsoleNote {
  id: string;
  /** Nought: the talk that is about no statement. */
  board: number;
  /** It was added while the room talked; there is no answer to it. */
  thought?: true;
  /** It is a topic for the room's own list. */
  topic?: true;
  /** It is a statement that its writer proposes. */
  proposal?: true;
  /** What it says is on a recommendation: its number there. */
  check?: number;
  text: string;
  audience: Audience;
  choice: NoteChoice | 'waiting';
  /** Only once the board was revealed. */
  answer: Answer | null;
  /** What may show who somebody is; offsets in the text. */
  found: Suggestion[];
  /** It was passed on as a concern about somebody's safety. */
  passedOn: boolean;
  /** Its writer is muted. Other comments of the same writer do not say so. */
  muted: boolean;
}

export interface ConsoleBoard {
  n: number;
  number: number;
  round: 1 | 2;
  state: BoardState;
  wordings: Wording[];
  notes: string;
  scale: Scale;
  /** People who placed, exactly, and never who. */
  placed: number;
  opened: boolean;
  result: PublicResult | null;
}

export interface ConsoleView {
  v: number;
  session: {
    id: string;
    consultation: string;
    name: string;
    mode: Mode;
    style: Style;
    state: SessionState;
    rehearsal: boolean;
    twoGroups: boolean;
    attendance: Attendance[];
    others: OtherPresent[];
    /** The last day on which answers can be taken out with a code; null: only while it lasts. */
    withdrawUntil: string | null;
  };
  title: string;
  sample: boolean;
  groups: Group[];
  code: string;
  address: string;
  joined: number;
  /** Of those, with a phone that is connected now. */
  connected: number;
  withoutPhone: number;
  /** How many have said whether they were heard, after the end. */
  heard: number;
  /** As many have joined as may: whoever else wants to stands before a closed door. */
  full: boolean;
  /** Paper slips by their numbers; `known` are those that can be called up, since the program has not stopped. */
  slips: Slips & { known: number[] };
  tablets: Tablets;
  room: Pick<
    Room,
    | 'state'
    | 'at'
    | 'paused'
    | 'doorLocked'
    | 'most'
    | 'keysLocked'
    | 'screen'
    | 'slow'
    | 'hold'
    | 'freeTalk'
    | 'proposing'
    | 'checking'
  >;
  /** While the room talks about no statement. */
  topics?: Omit<TopicsView, 'list'> & { minutes: number; list: ConsoleTopic[] };
  /** Recommendations that the room was asked about. */
  check?: ConsoleCheck;
  boards: ConsoleBoard[];
  /** Statements that the room has no board for, such as one that people proposed; missing: none. */
  fresh?: { id: string; text: string; found: Suggestion[] }[];
  notes: ConsoleNote[];
  /** Whether somebody is named to whom concerns go; never who. */
  lead: boolean;
  next: LadderStep | null;
  /** The command that undo would take back, or null. */
  undo: Command['do'] | null;
  /** Milliseconds left in which Reopen is one press, or 0. */
  reopenFor: number;
  /** What may keep answers from being saved. */
  laptop: LaptopState;
  /** What the projector shows, so that the console can draw it small. */
  projector: ProjectorView;
}

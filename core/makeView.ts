/**
 * What each audience may see. Everything that leaves the server for a screen is made here, so
 * "hidden means not sent" is decided in this file and nowhere else.
 */
import type { Group } from './consultation.ts';
import type { LaptopState } from './laptop.ts';
import { FLOORS } from './limits.ts';
import { nextStep } from './ladder.ts';
import { liveFigure } from './liveResult.ts';
import type { Audience } from './response.ts';
import { SAID_PLACE } from './heardPlace.ts';
import { consoleCheck, phoneCheck, projectorCheck } from './checkingView.ts';
import { consoleTopics, talkView, topicsView } from './talkView.ts';
import { hasTopics } from './topics.ts';
import { boardAt, type Board, type Command, type Room } from './room.ts';
import type { Suggestion } from './personal/types.ts';
import type { Answer } from './scale.ts';
import { capMarks, cappedTexts } from './text.ts';
import type {
  ConsoleView,
  Note,
  PhoneBoard,
  PhoneView,
  ProjectorBoard,
  ProjectorView,
  PublicResult,
} from './view.ts';
import type { TabletBoard, Tablets, TabletView } from './tabletView.ts';

export interface SceneNote {
  text: string;
  answer: Answer | null;
  audience: Audience;
}

/** What the views are made from. */
export interface Scene {
  v: number;
  room: Room;
  code: string;
  address: string;
  newAddress: boolean;
  title: string;
  sample: boolean;
  rehearsal: boolean;
  groups: readonly Group[];
  /** Least number of people in a batch of live results. */
  floor: number;
  joined: number;
  /** As many have joined as may. */
  full: boolean;
  /** For the room: does not fall when somebody leaves with everything. */
  shownJoined: number;
  placed: (board: number) => number;
  /** Post-its on the pile; somebody who left with everything does not show in it. */
  pile: (board: number) => number;
  note(id: string): SceneNote | undefined;
}

/** What the console needs beyond the room's own scene. */
export interface ConsoleScene extends Scene {
  session: ConsoleView['session'];
  connected: number;
  withoutPhone: number;
  /** Numbers of paper slips that can be called up. */
  knownSlips: number[];
  tablets: Tablets;
  /** Facilitator's notes by statement. */
  notesFor(statement: string): string;
  fresh: NonNullable<ConsoleView['fresh']>;
  undo: Command['do'] | null;
  reopenFor: number;
  /** Dots that stand on a place. */
  dotsOn(place: number): number;
  /** How long a topic was talked about, in milliseconds. */
  spent(topic: number): number;
  laptop: LaptopState;
  /** Signs of a person in a comment as it is shown. */
  signs(id: string): Suggestion[];
  muted(id: string): boolean;
  lead: boolean;
}

/** Whether answers of this board may be on a screen of the room. */
export function isRevealed(board: Board): boolean {
  return board.state === 'revealed' || board.state === 'discussed';
}

/** What a group is called in the room, or several that are shown as one. */
export function nameOf(groups: readonly Group[], ids: readonly string[]): string {
  return groups
    .filter((g) => ids.includes(g.id))
    .map((g) => capMarks(g.roomLabel === '' ? g.label : g.roomLabel))
    .join(' + ');
}

/** A reveal's snapshot with group names instead of ids; null before the reveal. */
function publicResult(board: Board, groups: readonly Group[]): PublicResult | null {
  if (!isRevealed(board) || board.snapshot === null) return null;
  const { whole, parts, withheld } = board.snapshot;
  return {
    whole,
    parts: parts?.map((p) => ({ label: nameOf(groups, p.groups), figure: p.figure })) ?? null,
    withheld,
  };
}

/** The phones' view; it is the same for every phone, so that it is encoded once. */
export function phoneView(scene: Scene): PhoneView {
  const { room } = scene;
  const visible = room.boards.filter((b) =>
    room.style === 'walk-around'
      ? b.opened && b.state !== 'waiting'
      : b.state !== 'waiting' && (b.n === room.at || b.state === 'closed' || b.state === 'open'),
  );
  return {
    v: scene.v,
    state: room.state,
    paused: room.paused,
    doorLocked: room.doorLocked || scene.full,
    at: room.at,
    boards: (room.state === 'live' ? visible : []).map((b) => ({
      ...questionOf(room, b),
      result: publicResult(b, scene.groups),
    })),
    of: room.boards.filter((b) => b.round === 1).length,
    rounds: room.boards.some((b) => b.round === 2) ? 2 : 1,
    ...(room.freeTalk === true ? { talk: true as const } : {}),
    ...(room.proposing === true ? { proposing: true as const } : {}),
    ...(hasTopics(room) ? { topics: topicsView(scene) } : {}),
    ...phoneCheck(room),
  };
}

/** What of a board anybody has to know who answers it. */
function questionOf(room: Room, b: Board): TabletBoard {
  return {
    n: b.n,
    number: numberOf(room, b),
    round: b.round,
    state: b.state as PhoneBoard['state'],
    wordings: cappedTexts(b.wordings),
    scale: cappedTexts(b.scale),
    picture: cappedTexts(b.picture),
  };
}

/**
 * A shared tablet's view. What is answered there counts as a card that comes late does, so that every board that
 * was opened can be answered: of two rounds both, since whoever has begun with the first hands that one in.
 */
export function tabletView(scene: Pick<Scene, 'v' | 'room'>): TabletView {
  const { room } = scene;
  const opened = room.boards.filter((b) => b.opened && b.state !== 'waiting');
  return {
    v: scene.v,
    state: room.state,
    at: room.at,
    boards: opened.map((b) => questionOf(room, b)),
    of: room.boards.filter((b) => b.round === 1).length,
    rounds: room.boards.some((b) => b.round === 2) ? 2 : 1,
  };
}

/** Position of a board's statement among those of its round. */
function numberOf(room: Room, board: Board): number {
  return room.boards.filter((b) => b.round === board.round && b.n <= board.n).length;
}

/** What the projector may show now: of a board that is not revealed no answer and no comment. */
export function projectorView(scene: Scene): ProjectorView {
  const { room } = scene;
  const board = room.state === 'live' ? boardAt(room, room.at) : undefined;
  return {
    v: scene.v,
    title: capMarks(scene.title),
    sample: scene.sample,
    rehearsal: scene.rehearsal,
    state: room.state,
    paused: room.paused,
    code: scene.code,
    address: scene.address,
    newAddress: scene.newAddress,
    joined: room.screen.count ? scene.shownJoined : null,
    screen: room.screen,
    board: board === undefined || board.state === 'waiting' ? null : projectorBoard(scene, board),
    talk: talkView(scene),
    ...projectorCheck(room),
    of: room.boards.filter((b) => b.round === 1).length,
    rounds: room.boards.some((b) => b.round === 2) ? 2 : 1,
    openBoards: room.boards.filter((b) => b.state === 'open').length,
  };
}

function projectorBoard(scene: Scene, board: Board): ProjectorBoard {
  const { room } = scene;
  const first =
    board.round === 2 ? room.boards.find((b) => b.statement === board.statement && b.round === 1) : undefined;
  return {
    n: board.n,
    number: numberOf(room, board),
    round: board.round,
    state: board.state as ProjectorBoard['state'],
    wordings: cappedTexts(board.wordings).map((w) => ({
      ...w,
      group: w.group === null ? null : nameOf(scene.groups, [w.group]),
    })),
    scale: cappedTexts(board.scale),
    picture: cappedTexts(board.picture),
    pile: pileOf(scene, board),
    live: liveOf(scene, board),
    result: publicResult(board, scene.groups),
    before: first === undefined ? null : publicResult(first, scene.groups),
    notes: isRevealed(board) ? notesOf(scene, board) : null,
  };
}

/** In a small room the count presses the last person, so it shows from ten people on or by choice. */
function pileOf(scene: Scene, board: Board): number | null {
  const { pile } = scene.room.screen;
  if (board.state !== 'open' && board.state !== 'closed') return null;
  if (pile === 'off' || (pile === 'auto' && scene.shownJoined < FLOORS.pileFrom)) return null;
  return scene.pile(board.n);
}

/** Until the reveal, and only by choice: what was shown last, which moves in batches. */
function liveOf({ room, floor }: Scene, board: Board): ProjectorBoard['live'] {
  if (!room.screen.live || (board.state !== 'open' && board.state !== 'closed')) return null;
  return { figure: liveFigure(room.live[board.n] ?? {}, board.scale, floor), floor };
}

function notesOf(scene: Scene, board: Board): Note[] {
  const notes: Note[] = [];
  for (const { id, answer } of board.snapshot?.notes ?? []) {
    const note = scene.note(id);
    if (scene.room.notes[id] !== 'show' || scene.room.passedOn.includes(id) || note === undefined) continue;
    if (note.audience === 'room' && note.text !== '') notes.push({ id, text: capMarks(note.text), answer });
  }
  return notes;
}

/** What the facilitator sees now, for a console that has the comments as they are: in a full room they are most of it. */
export function consoleFrame(scene: ConsoleScene): Omit<ConsoleView, 'notes'> {
  const { room } = scene;
  return {
    v: scene.v,
    session: { ...scene.session, name: capMarks(scene.session.name) },
    title: capMarks(scene.title),
    sample: scene.sample,
    groups: cappedTexts([...scene.groups]),
    code: scene.code,
    address: scene.address,
    joined: scene.joined,
    connected: scene.connected,
    withoutPhone: scene.withoutPhone,
    heard: scene.placed(SAID_PLACE),
    full: scene.full,
    slips: { ...room.slips, known: scene.knownSlips },
    tablets: scene.tablets,
    room: {
      state: room.state,
      at: room.at,
      paused: room.paused,
      doorLocked: room.doorLocked,
      most: room.most,
      keysLocked: room.keysLocked,
      screen: room.screen,
      slow: room.slow,
      hold: room.hold,
      ...(room.freeTalk === true ? { freeTalk: true } : {}),
      ...(room.proposing === true ? { proposing: true } : {}),
      ...(room.checking === true ? { checking: true } : {}),
    },
    ...(hasTopics(room) ? { topics: consoleTopics(scene) } : {}),
    ...consoleCheck(scene),
    boards: room.boards.map((b) => ({
      n: b.n,
      number: numberOf(room, b),
      round: b.round,
      state: b.state,
      wordings: cappedTexts(b.wordings),
      notes: capMarks(scene.notesFor(b.statement)),
      scale: cappedTexts(b.scale),
      placed: scene.placed(b.n),
      opened: b.opened,
      result: publicResult(b, scene.groups),
    })),
    ...(scene.fresh.length === 0 ? {} : { fresh: scene.fresh }),
    lead: scene.lead,
    next: nextStep(room, scene.placed),
    undo: scene.undo,
    reopenFor: scene.reopenFor,
    laptop: scene.laptop,
    projector: projectorView(scene),
  };
}

/**
 * Every event between a browser and the server. docs/PROTOCOL.md is this file in prose, precise enough
 * to write a phone from it alone; a test holds the two equal.
 *
 * Phones use the namespace `/`, projectors `/projector`, shared tablets `/tablet`, consoles `/console`. Who and
 * where a socket is comes from its handshake, never from a message.
 */
import type { AddFor, CodeAsk, Join, QuoteChange } from './schema.ts';
import type { AloneAsk } from './schemaAlone.ts';
import type { AttendanceEntry } from './schemaSession.ts';
import type { Answer } from './scale.ts';
import type { Refusal } from './refusal.ts';
import type { NotesChange } from './notesChange.ts';
import type { Command } from './room.ts';
import type { ConsoleView, Info, PhoneView, ProjectorView } from './view.ts';
import type { TabletView } from './tabletView.ts';
import type { TabletState } from './tablet.ts';

/** Rises when an older phone could no longer take part. */
export const PROTOCOL_VERSION = 1;

export const NAMESPACES = {
  phone: '/',
  projector: '/projector',
  tablet: '/tablet',
  console: '/console',
} as const;

/** Stands for an answer that a phone is not told, since it came by a card: something is placed there. */
export const UNTOLD = '?';

/** A phone's own post-it: board, revision, answer (null: taken back), comment, 0 room or 1 team only. */
export type OwnPostIt = [
  board: number,
  revision: number,
  answer: Answer | null | typeof UNTOLD,
  comment: string,
  audience: 0 | 1,
];

export interface Me {
  joined: boolean;
  groups: string[];
  quote: boolean;
  mine: OwnPostIt[];
  /** This phone came by a card: what is placed stands in `mine` untold, without its comment. */
  card?: true;
}

/** The whole state a phone needs, on connecting and on coming back. */
export interface Hello {
  protocol: number;
  info: Info;
  view: PhoneView;
  me: Me;
}

/**
 * The answer to `place`. A number is the revision that is now durable: only then may the phone say
 * Saved. A refusal with `stale` brings what counts instead.
 */
export type PlaceAck = number | (Refusal & { current?: OwnPostIt });

/** What a phone is told of a code: where to go on, and as whom. */
export type ComeBack =
  /** The same person goes on in the session with this join code; by a card, with a token that tells no answers. */
  | { is: 'person'; join: string; token: string }
  /** A card that nobody has yet. */
  | { is: 'card'; join: string }
  /** The session is sealed; answers can be taken out until the end of that day. */
  | { is: 'sealed'; title: string; until: string }
  /** It was removed from this laptop; until the end of that day answers can be left out of a copy that comes back. */
  | { is: 'removed'; until: string };

/** Answers under a code are out, or are not quoted any more. */
export interface WasTakenOut {
  ok: true;
  /** Their session had been removed from this laptop: it holds should a copy be opened here again. */
  removed?: true;
}

export interface PhoneToServer {
  hello: (ack: (answer: Hello | Refusal) => void) => void;
  join: (join: Join, ack: (answer: Me | Refusal) => void) => void;
  place: (
    board: number,
    revision: number,
    answer: Answer | null,
    ...rest:
      | [ack: (answer: PlaceAck) => void]
      | [comment: string, audience: 0 | 1, ack: (answer: PlaceAck) => void]
  ) => void;
  /** Asks for a code for later, or takes the one on a card. */
  code: (ask: CodeAsk, ack: (answer: { code: string } | Refusal) => void) => void;
  /** Gives or takes back the yes to being quoted, for everything placed here. */
  quote: (change: QuoteChange, ack: (answer: Me | Refusal) => void) => void;
  /** Asks to talk alone or to be told alone, sealed for the lead, or takes that back. */
  alone: (ask: AloneAsk, ack: (answer: { ok: true } | Refusal) => void) => void;
  /** Leaves and takes back every answer. Who leaves and lets them stand only forgets, on the phone. */
  leave: (ack: (answer: { ok: true } | Refusal) => void) => void;
}

export interface ServerToPhone {
  /** What `hello` would answer, to whoever asked for it with the handshake: one way there and back less. */
  state: (hello: Hello | Refusal) => void;
  view: (view: PhoneView) => void;
  /** The session was sealed or removed: nothing more comes. */
  gone: () => void;
  /** This person has left and taken everything back, here or on another phone: forget. */
  left: () => void;
  /** This person has too many tabs open, and this is the oldest: say so, and do not come back by yourself. */
  elsewhere: () => void;
}

export interface ProjectorToServer {
  hello: (ack: (answer: ProjectorView | Refusal) => void) => void;
}

export interface ServerToProjector {
  view: (view: ProjectorView) => void;
  gone: () => void;
}

/** The whole state that a shared tablet needs, on connecting and on coming back. */
export interface TabletHello {
  info: Info;
  view: TabletView;
  /** To whom each person's answers are sealed: the session, in the form `age1…`. */
  recipient: string;
  tablet: TabletState;
}

export interface TabletToServer {
  hello: (ack: (answer: TabletHello | Refusal) => void) => void;
  /** How many people's answers this tablet has still to hand over. */
  queue: (waiting: number, ack: (answer: { ok: true } | Refusal) => void) => void;
  /** Whether a code card that somebody typed is one that nobody has yet. */
  card: (card: string, ack: (answer: { ok: true } | Refusal) => void) => void;
}

export interface ServerToTablet {
  view: (view: TabletView) => void;
  gone: () => void;
}

export interface ConsoleToServer {
  hello: (ack: (answer: ConsoleView | Refusal) => void) => void;
  do: (command: Command, ack: (answer: { ok: true } | Refusal) => void) => void;
  addFor: (entry: AddFor, ack: (answer: { ok: true } | Refusal) => void) => void;
  attendance: (entry: AttendanceEntry, ack: (answer: { ok: true } | Refusal) => void) => void;
}

/** What became of the comments is there when they may have changed since the last view. */
export type ConsoleFrame = Omit<ConsoleView, 'notes'> & { notes?: NotesChange };

export interface ServerToConsole {
  view: (view: ConsoleFrame) => void;
  /** Points or themes changed: how new they are now, to be asked for over HTTP. */
  talk: (at: string) => void;
  gone: () => void;
}

/** Names of all events, for docs/PROTOCOL.md and the tests that go through every one of them. */
export const EVENTS = {
  phone: {
    in: ['hello', 'join', 'place', 'code', 'quote', 'alone', 'leave'],
    out: ['state', 'view', 'gone', 'left', 'elsewhere'],
  },
  projector: { in: ['hello'], out: ['view', 'gone'] },
  tablet: { in: ['hello', 'queue', 'card'], out: ['view', 'gone'] },
  console: { in: ['hello', 'do', 'addFor', 'attendance'], out: ['view', 'talk', 'gone'] },
} as const satisfies {
  phone: { in: (keyof PhoneToServer)[]; out: (keyof ServerToPhone)[] };
  projector: { in: (keyof ProjectorToServer)[]; out: (keyof ServerToProjector)[] };
  tablet: { in: (keyof TabletToServer)[]; out: (keyof ServerToTablet)[] };
  console: { in: (keyof ConsoleToServer)[]; out: (keyof ServerToConsole)[] };
};

/** How many arguments each event has at most, without the ack. */
export const EVENT_PARTS = {
  phone: { hello: 0, join: 1, place: 5, code: 1, quote: 1, alone: 1, leave: 0 },
  projector: { hello: 0 },
  tablet: { hello: 0, queue: 1, card: 1 },
  console: { hello: 0, do: 1, addFor: 1, attendance: 1 },
} as const satisfies {
  phone: Record<keyof PhoneToServer, number>;
  projector: Record<keyof ProjectorToServer, number>;
  tablet: Record<keyof TabletToServer, number>;
  console: Record<keyof ConsoleToServer, number>;
};

/**
 * What was said: points that a scribe notes, the themes they are put under, and post-its that are put under the same
 * themes. Themes belong to the consultation, so that all of its sessions share one codebook.
 */

/** Where a contribution comes from: said in the room, or added from a phone. Interviews and documents have room here. */
export type Source = 'discussion' | 'phone';

/** How ids of points begin that came from a phone: where they came from stays so, whatever is changed of them. */
export const FROM_PHONE = 'phone-';

/** How those of them begin that are statements which somebody proposed. */
export const PROPOSED = `${FROM_PHONE}s-`;

/** How those of them begin that say something of a recommendation, with its number in their session. */
export function checkPrefix(n: number): string {
  return `${FROM_PHONE}c${String(n).padStart(2, '0')}-`;
}

/** The number that a recommendation had in its session, of which a point says something; null: it is none of those. */
export function checkOf(id: string): number | null {
  const [, n] = /^phone-c(\d\d)-/.exec(id) ?? [];
  return n === undefined ? null : Number(n);
}

export function isProposed(id: string): boolean {
  return id.startsWith(PROPOSED);
}

export function sourceOf(id: string): Source {
  return id.startsWith(FROM_PHONE) ? 'phone' : 'discussion';
}

/** A point in the scribe's words, or what somebody said as they said it. */
export type PointKind = 'paraphrase' | 'quote';
/** What somebody does with a point; empty: it is not marked. */
export type Stance = '' | 'agree' | 'disagree' | 'idea' | 'experience';
/** What the point says about how things went; empty: it is not marked. */
export type Outcome = '' | 'worked' | 'absent' | 'change';

export const STANCES = ['agree', 'disagree', 'idea', 'experience'] as const satisfies readonly Stance[];
export const OUTCOMES = ['worked', 'absent', 'change'] as const satisfies readonly Outcome[];

/** Names of colours, never one of the five answers'. */
export const COLOURS = ['leaf', 'plum', 'rose', 'teal', 'olive', 'clay', 'slate', 'gold'] as const;
export type Colour = (typeof COLOURS)[number];

/** As `#RRGGBB`, as software for qualitative analysis has it. */
export const COLOUR_CODES: Record<Colour, string> = {
  leaf: '#3f7d3a',
  plum: '#7a4a94',
  rose: '#b3446c',
  teal: '#1d7874',
  olive: '#6f7022',
  clay: '#8c5a4a',
  slate: '#5a6672',
  gold: '#8a6a00',
};

/** What can be changed of a theme. */
export interface ThemeFields {
  name: string;
  description: string;
  colour: Colour;
  /** Id of the theme it is nested under; empty: it stands by itself. */
  parent: string;
  /** Place among its neighbours: the lower one comes first. */
  order: number;
  /** Id of the theme it was merged into; empty: it stands. Points keep what they were put under, so this can be undone. */
  into: string;
}

export interface Theme extends ThemeFields {
  id: string;
}

/** What can be changed of a point. Who spoke is told by attributes, never by a name. */
export interface PointFields {
  text: string;
  kind: PointKind;
  /** The speaker said yes to being quoted. */
  mayQuote: boolean;
  /** Id of a group; empty: not told. */
  group: string;
  /** As attendance has it; empty: not told. */
  gender: string;
  ageBand: string;
  stance: Stance;
  outcome: Outcome;
  /** Ids of themes. One that is not there any more is passed over. */
  themes: string[];
  /** Id of the statement it is about; empty: none. */
  statement: string;
  /** The post-it it is about, as `BOARD.COMMENT` (`postitKey`); empty: none. */
  postit: string;
  /** Hands that went up for it, besides the speaker. */
  hands: number;
  /**
   * A throwaway number that keeps one speaker's points together while the session lasts; nought: none. It is gone
   * when the session is sealed, and taken by no session that is.
   */
  person: number;
}

export interface Point extends PointFields {
  /** Random, made on the device that wrote it; of a thought made from its tag, which is as random. */
  id: string;
  session: string;
  source: Source;
  /** Place on the screen while the session runs, from 1; nought when it is sealed: then no order is known. */
  place: number;
}

/** A post-it that was put under themes. It goes with its post-it, and is never anybody's. */
export interface Coding {
  session: string;
  /** `BOARD.COMMENT`. */
  postit: string;
  themes: string[];
}

export const NEW_POINT: PointFields = {
  text: '',
  kind: 'paraphrase',
  mayQuote: false,
  group: '',
  gender: '',
  ageBand: '',
  stance: '',
  outcome: '',
  themes: [],
  statement: '',
  postit: '',
  hands: 0,
  person: 0,
};

export const NEW_THEME: ThemeFields = {
  name: '',
  description: '',
  colour: 'leaf',
  parent: '',
  order: 1,
  into: '',
};

/**
 * How a post-it is named: its board and, while the session runs, the id of its comment, after that the tag of its
 * response, which is as random.
 */
export function postitKey(board: number, comment: string): string {
  return `${board}.${comment}`;
}

/** Null where it names none. */
export function readPostit(key: string): { board: number; comment: string } | null {
  const [, board, comment] = /^(\d{1,4})\.([A-Za-z0-9_-]{1,64})$/.exec(key) ?? [];
  return board === undefined || comment === undefined ? null : { board: Number(board), comment };
}

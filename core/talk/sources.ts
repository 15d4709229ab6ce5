/**
 * Interviews and documents: texts that are coded by selecting passages, and the questions of an interview. They
 * belong to the consultation, as themes do (docs/decisions/027).
 *
 * A text is kept as `cleanText` leaves it (core/text.ts): LF, no byte order mark, NFC, without outer white space.
 * Positions in it are Unicode code points from nought, half open, and mean that text and no other. Only a browser's
 * selection counts otherwise (positions.ts).
 */
import type { Outcome, Stance } from './types.ts';

export const FORMS = ['interview', 'document'] as const;
export type SourceForm = (typeof FORMS)[number];
/** Who asked: somebody with experience of their own, or of the staff; never a name. Empty: not told, or nobody. */
export const INTERVIEWERS = ['peer', 'staff'] as const;
export type Interviewer = '' | (typeof INTERVIEWERS)[number];
/** Two people who code the same text without seeing each other's passages. Labels, never names. */
export const CODERS = ['first', 'second'] as const;
export type Coder = (typeof CODERS)[number];
export const PROPOSERS = ['team', 'participants', 'both'] as const;
export type Proposer = (typeof PROPOSERS)[number];

/** What can be changed of an interview or document. */
export interface SourceFields {
  form: SourceForm;
  /** What it is, never who. */
  title: string;
  text: string;
  /** YYYY-MM-DD; empty: not told. */
  day: string;
  /** Id of the session it belongs to; empty: none. One that is not there any more is passed over. */
  session: string;
  /** Whoever spoke or wrote, by attributes as points have them; empty: not told. */
  group: string;
  gender: string;
  ageBand: string;
  interviewer: Interviewer;
  /** Yes to being used. Without it the text is neither coded nor counted, and in no file but the archive. */
  mayUse: boolean;
  /** Yes to being quoted, apart from that. */
  mayQuote: boolean;
  /** Tag of its language. */
  language: string;
}

export interface TextSource extends SourceFields {
  /** Random, made on the device that brought it. */
  id: string;
}

/** What can be changed of a passage. */
export interface PassageFields {
  /**
   * Code points of the text, from the first on to before the last. Both alike: the words were taken out of the text
   * since; it is kept until somebody looks at it, with its place.
   */
  from: number;
  to: number;
  /** Ids of themes. */
  themes: string[];
  coder: Coder;
  note: string;
  stance: Stance;
  outcome: Outcome;
}

export interface Passage extends PassageFields {
  id: string;
  /** Id of its source, with which it goes. */
  source: string;
}

/** A question of the interview, and who wrote it. */
export interface QuestionFields {
  text: string;
  proposedBy: Proposer;
  /** Who agreed to it ("panel of parents, 3 May"), never a name; empty: nobody was asked. */
  agreedBy: string;
  /** Place among the others: the lower one comes first. */
  order: number;
}

export interface Question extends QuestionFields {
  id: string;
}

export interface Sources {
  sources: TextSource[];
  passages: Passage[];
  questions: Question[];
}

export const NO_SOURCES: Sources = { sources: [], passages: [], questions: [] };

export const NEW_SOURCE: SourceFields = {
  form: 'interview',
  title: '',
  text: '',
  day: '',
  session: '',
  group: '',
  gender: '',
  ageBand: '',
  interviewer: '',
  mayUse: false,
  mayQuote: false,
  language: 'en',
};

/** The text of an interview that somebody has asked for, until there is one: no source is without a text. */
export const NOT_HELD = 'Not held yet.';

export const NEW_PASSAGE: PassageFields = {
  from: 0,
  to: 0,
  themes: [],
  coder: 'first',
  note: '',
  stance: '',
  outcome: '',
};

export const NEW_QUESTION: QuestionFields = { text: '', proposedBy: 'team', agreedBy: '', order: 1 };

/** Whether its words are gone from the text. */
export function isLost({ from, to }: Pick<PassageFields, 'from' | 'to'>): boolean {
  return from === to;
}

/** Passages of either coder that may be read and given out: of sources with a yes, whose words stand. */
export function usable(
  sources: readonly TextSource[],
  passages: readonly Passage[],
): { source: TextSource; passage: Passage }[] {
  const yes = new Map(sources.flatMap((source) => (source.mayUse ? [[source.id, source]] : [])));
  return passages.flatMap((passage) => {
    const source = yes.get(passage.source);
    return source === undefined || isLost(passage) ? [] : [{ source, passage }];
  });
}

/**
 * Those of the team's own coding: all that is counted, quoted, read back and rested on. What a second coder put under
 * themes tells how far both agree, and nothing else (docs/decisions/046).
 */
export function usableOfTeam(
  sources: readonly TextSource[],
  passages: readonly Passage[],
): { source: TextSource; passage: Passage }[] {
  return usable(sources, passages.filter(isTeams));
}

/** Whether it is of the team's own coding. */
export function isTeams({ coder }: Pick<Passage, 'coder'>): boolean {
  return coder === 'first';
}

/** In the order of the text, a longer one before those inside it. */
export function inText(a: Passage, b: Passage): number {
  return a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1);
}

/** By day, then by title. */
export function inDays(a: TextSource, b: TextSource): number {
  const [one, two] = [`${a.day} ${a.title}`, `${b.day} ${b.title}`];
  return one === two ? (a.id < b.id ? -1 : 1) : one < two ? -1 : 1;
}

export function asAsked(a: Question, b: Question): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

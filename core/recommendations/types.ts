/**
 * What a consultation asks for, and what became of it. A recommendation is changed field by field, as points and
 * themes are (core/talk/change.ts); days only, no times.
 */

import { LIMITS } from '../limits.ts';

/** What should change, or what works and should stay. */
export type RecommendationKind = 'change' | 'keep';
/** Empty: none yet. */
export type OwnersAnswer = '' | 'accepted' | 'part' | 'no';

export const KINDS = ['change', 'keep'] as const satisfies readonly RecommendationKind[];
export const ANSWERS = ['accepted', 'part', 'no'] as const satisfies readonly OwnersAnswer[];
/** What participants said about whether it happened. */
export const WORDS = ['wordYes', 'wordPartly', 'wordNo', 'wordUnknown'] as const;

/** What can be changed of a recommendation. Days are YYYY-MM-DD, or empty. */
export interface RecommendationFields {
  text: string;
  /** One sub-point a line. */
  points: string;
  kind: RecommendationKind;
  /** Place in its list: the lower one comes first. */
  order: number;
  /** What it rests on, each as an `evidenceKey`, in no order. */
  evidence: string[];
  /** Whether it stands on the page and the poster. */
  told: boolean;
  /** Who is asked. */
  to: string;
  /** Who sees to it there; for the team, and on no page. */
  owner: string;
  askedOn: string;
  answer: OwnersAnswer;
  /** The answer in the owner's words. */
  answerWords: string;
  /** Why not, or why not all of it; a "no" and an "in part" have one. */
  why: string;
  answeredOn: string;
  done: string;
  doneOn: string;
  /** Each `SAID>BY`: on which day it was promised, and by which day. The oldest first; none is ever taken out. */
  promises: string[];
  /** Participants were told what became of it. */
  toldOn: string;
  toldHow: string;
  /** Did it happen? How many participants said what; head-counts, and the day on which they were asked. */
  wordYes: number;
  wordPartly: number;
  wordNo: number;
  wordUnknown: number;
  wordOn: string;
}

export interface Recommendation extends RecommendationFields {
  /** Random, made on the device that wrote it. */
  id: string;
}

export const NEW_RECOMMENDATION: RecommendationFields = {
  text: '',
  points: '',
  kind: 'change',
  order: 1,
  evidence: [],
  told: true,
  to: '',
  owner: '',
  askedOn: '',
  answer: '',
  answerWords: '',
  why: '',
  answeredOn: '',
  done: '',
  doneOn: '',
  promises: [],
  toldOn: '',
  toldHow: '',
  wordYes: 0,
  wordPartly: 0,
  wordNo: 0,
  wordUnknown: 0,
  wordOn: '',
};

/** Always in one order of its fields and its evidence, so that nothing shows how it came to be what it is. */
export function inOrderOfFields(given: RecommendationFields): RecommendationFields {
  const fields = Object.fromEntries(
    Object.keys(NEW_RECOMMENDATION).map((name) => [name, given[name as keyof RecommendationFields]]),
  ) as unknown as RecommendationFields;
  return { ...fields, evidence: given.evidence.toSorted() };
}

export interface Promised {
  /** The day on which it was promised. */
  said: string;
  /** The day by which it was to be done. */
  by: string;
}

export function promiseKey({ said, by }: Promised): string {
  return `${said}>${by}`;
}

/** The oldest first. */
export function promisesOf({ promises }: Pick<RecommendationFields, 'promises'>): Promised[] {
  return promises.map((key) => {
    const [said = '', by = ''] = key.split('>');
    return { said, by };
  });
}

/**
 * Promises of several lists in one, the oldest first. Of one day those come first that went out, else what the longer
 * list has: it knows more of their order. So it is the same whoever unites them.
 *
 * @param out those that went out, the first of them first: none of them is left out
 */
export function unitedPromises(lists: readonly (readonly string[])[], out: readonly string[]): string[] {
  const known = lists.toSorted((a, b) => b.length - a.length || (a.join(' ') < b.join(' ') ? -1 : 1));
  const all = [...new Set([...out, ...known.flat()])].slice(0, LIMITS.promises);
  return promisesOf({ promises: all })
    .toSorted((a, b) => (a.said < b.said ? -1 : a.said > b.said ? 1 : 0))
    .map(promiseKey);
}

/**
 * By when an answer was promised to everyone, where this one has none yet and no day of its own; empty: no such day.
 *
 * @param answerDue as people were told it, a day or other words
 */
export function answerAwaited(
  { kind, answer, askedOn, promises }: RecommendationFields,
  answerDue: string,
): string {
  // What should stay as it is waits for an answer only where somebody was asked.
  const waits = answer === '' && promises.length === 0 && (kind === 'change' || askedOn !== '');
  return waits ? answerDue.trim() : '';
}

export function subPoints({ points }: Pick<RecommendationFields, 'points'>): string[] {
  return points
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Those of one kind, as the team has put them. */
export function inTeamsOrder(all: readonly Recommendation[], kind: RecommendationKind): Recommendation[] {
  return all
    .filter((one) => one.kind === kind)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

export type Evidence =
  | { of: 'theme' | 'statement'; id: string }
  | { of: 'point'; session: string; id: string }
  /** Of an interview or document, by its own id: it is of no session. */
  | { of: 'passage'; id: string }
  /** A comment of a sealed session, by the tag of its response. */
  | { of: 'postit'; session: string; board: number; tag: string };

export function evidenceKey(one: Evidence): string {
  switch (one.of) {
    case 'theme':
    case 'statement':
    case 'passage':
      return `${one.of}.${one.id}`;
    case 'point':
      return `point.${one.session}.${one.id}`;
    case 'postit':
      return `postit.${one.session}.${one.board}.${one.tag}`;
  }
}

const EVIDENCE =
  /^(?:(theme|statement|passage)\.([a-z0-9-]{1,40})|point\.([a-z0-9-]{1,40})\.([a-z0-9-]{1,40})|postit\.([a-z0-9-]{1,40})\.(\d{1,4})\.([A-Za-z0-9_-]{1,64}))$/;

/** Null where it names none. */
export function readEvidence(key: string): Evidence | null {
  const [whole, of, id, inSession, point, session, board, tag] = EVIDENCE.exec(key) ?? [];
  if (whole === undefined) return null;
  if (of === 'theme' || of === 'statement' || of === 'passage') return { of, id: id ?? '' };
  if (point !== undefined) return { of: 'point', session: inSession ?? '', id: point };
  return { of: 'postit', session: session ?? '', board: Number(board), tag: tag ?? '' };
}

/**
 * "You said, we did, or why not": what may leave of recommendations, and how it is said. Of evidence only in how many
 * sessions it was raised, that it is one person's idea, and quotes that a report has printed.
 */
import { publishedText, type Review } from '../report/document.ts';
import type { Audience } from '../response.ts';
import type { FirstAndNow, ToldOn, WordsTold } from '../wordsTold.ts';
import { isStillOf, wordToTell, type WordCounts, type WordField, type WordTold } from './participantsWord.ts';
import type { Rests } from './rests.ts';
import type { FromOut, Raised } from './toldFrom.ts';
import { answerAwaited, promisesOf, subPoints, type OwnersAnswer, type Recommendation } from './types.ts';

export interface ToldItem {
  id: string;
  text: string;
  points: string[];
  lone: boolean;
  /** Null: not told. */
  raised: Raised | null;
  /** Texts of the statements it follows from. */
  statements: string[];
  /** Names of themes. */
  themes: string[];
  to: string;
  askedOn: string;
  answer: OwnersAnswer;
  answerWords: string;
  why: string;
  answeredOn: string;
  /** By when people were told that there would be an answer, as it was typed; absent: there is one, or nothing was told. */
  answerBy?: string;
  /** As it was told first; absent: likewise. */
  answerFirst?: string;
  done: string;
  doneOn: string;
  /** Days; the same where it was promised once. */
  promised: { first: string; now: string } | null;
  word: WordTold;
}

/** As it is published: quotes are looked up each time, so that one that was withdrawn is gone. */
export interface ToldPage {
  title: string;
  sample: boolean;
  /** The day on which it was made. */
  date: string;
  floor: number;
  change: ToldItem[];
  keep: ToldItem[];
  /** What people were told can change, and what they said of whether that was true; absent: nothing was. */
  before?: ToldBefore;
}

export interface ToldBefore {
  /** As it is told now. */
  open: string;
  /** As it was told first; absent: likewise. */
  first?: string;
  heard: ToldHeard | null;
  /** What those were told who said whether it was true, where that is not what stands here; absent: it is. */
  judged?: string[];
}

/** As a report that left the team printed it. */
export interface ToldHeard {
  /** YYYY-MM-DD of that report. */
  date: string;
  n: number;
  yes: number;
  partly: number;
  no: number;
}

/** A post-it whose words may stand beside a recommendation. */
export interface ToldQuote {
  recommendation: string;
  session: string;
  board: number;
  tag: string;
}

export interface QuotedComment {
  comment: string;
  audience: Audience;
  /** Its writer agreed to be quoted. */
  quote: boolean;
  review: Review | null;
}

/** As in a report: chosen there, read for signs of a person, given to the room, and with its writer's yes. */
export function mayStand({ comment, audience, quote, review }: QuotedComment): boolean {
  if (!quote || audience !== 'room' || review?.chosen !== true || !review.checked) return false;
  return publishedText(comment, review) !== '';
}

export function wordsOf({ comment, review }: QuotedComment): string {
  return publishedText(comment, review);
}

/** Promises that went out, by their keys: they stay. */
export interface PromisesOut {
  promises: string[];
}

/**
 * Promises that went out of a recommendation. What went out has the whole list of then, to which promises are only ever
 * added: whatever stands in a shorter one went out before.
 */
export function promisesThatWentOut(out: readonly ToldOut['counts'][]): string[] {
  const lists = out.flatMap((counts) => (isPromised(counts) ? [counts.promises] : []));
  return [
    ...new Set(lists.toSorted((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1)).flat()),
  ];
}

/** What was promised on each: noted before anybody has it. */
export function promisedIn(list: readonly Recommendation[]): ToldOut[] {
  return list.flatMap(({ id, promises }): ToldOut[] =>
    promises.length === 0 ? [] : [{ recommendation: id, counts: { promises } }],
  );
}

/** What went out of what can change and of when there will be an answer, on a page, a poster or in a report. */
export interface WordsOut {
  words: ToldOn;
}

/** Stands for all of them: these words are of no recommendation. */
const OF_ALL = 'all';

/** What went out on a recommendation: of participants' word, of where it comes from, or of what was promised. */
export interface ToldOut {
  recommendation: string;
  counts: WordCounts | FromOut | PromisesOut | WordsOut;
}

/** Which of them it is. */
export function isFrom(counts: ToldOut['counts']): counts is FromOut {
  return 'voices' in counts;
}

/** Which of them it is. */
export function isPromised(counts: ToldOut['counts']): counts is PromisesOut {
  return 'promises' in counts;
}

/** Which of them it is. */
export function isWords(counts: ToldOut['counts']): counts is WordsOut {
  return 'words' in counts;
}

/** Words that went out, in no order. */
export function wordsIn(out: readonly ToldOut[]): ToldOn[] {
  return out.flatMap(({ counts }) => (isWords(counts) ? [counts.words] : []));
}

/**
 * To be noted as it goes out, in its order; nothing where each word of it was, on that day or before.
 *
 * @param words the oldest first
 */
export function wordsOut(words: readonly ToldOn[], out: readonly ToldOut[]): ToldOut[] {
  const known = wordsIn(out);
  return words.flatMap((one): ToldOut[] => {
    const of = (['open', 'decided', 'part', 'answerDue'] as const).filter((name) => one[name] !== '');
    if (of.every((name) => known.some((was) => was[name] === one[name] && was.on <= one.on))) return [];
    known.push(one);
    return [{ recommendation: OF_ALL, counts: { words: one } }];
  });
}

/** What a page that is out tells of what can change, and by when it says that there will be an answer. */
export function wordsOnPage({ date, before, change, keep }: ToldPage): ToldOn {
  const waits = [...change, ...keep].find(({ answerBy }) => answerBy !== undefined);
  return {
    on: date,
    open: before?.open.trim() ?? '',
    decided: '',
    part: '',
    answerDue: waits?.answerBy ?? '',
  };
}

/** Of which of the words it tells at all. */
export function wordsOfPage(page: ToldPage): (keyof WordsTold)[] {
  const { open, answerDue } = wordsOnPage(page);
  return [...(open === '' ? [] : (['open'] as const)), ...(answerDue === '' ? [] : (['answerDue'] as const))];
}

/** What a page that is out says was told first, where that was not noted: the day of then is not known. */
export function firstOnPage({ date, before, change, keep }: ToldPage): ToldOn {
  const waits = [...change, ...keep].find(({ answerFirst }) => answerFirst !== undefined);
  return {
    on: date,
    nth: 0,
    open: before?.first?.trim() ?? '',
    decided: '',
    part: '',
    answerDue: waits?.answerFirst ?? '',
  };
}

/**
 * What a page that is out tells of where recommendations come from, where that was not noted as it went out: an earlier
 * version did not. What was behind it is not known.
 */
export function fromOnPage(page: Pick<ToldPage, 'change' | 'keep'>, out: readonly ToldOut[]): ToldOut[] {
  return [...page.change, ...page.keep].flatMap(({ id, raised, lone }): ToldOut[] => {
    const reads = JSON.stringify([raised?.n, raised?.of, raised?.smaller, lone]);
    const noted = out.some(
      ({ recommendation, counts }) =>
        recommendation === id &&
        isFrom(counts) &&
        JSON.stringify([counts.raised?.n, counts.raised?.of, counts.raised?.smaller, counts.lone]) === reads,
    );
    if (noted || (raised === null && !lone)) return [];
    return [{ recommendation: id, counts: { raised, lone, voices: raised?.n ?? 1, links: [] } }];
  });
}

export interface ToldFacts {
  rests: Pick<Rests, 'statements' | 'themes'>;
  /** Where it comes from, as it may be told. */
  from: Pick<FromOut, 'raised' | 'lone'>;
  statementText: (id: string) => string;
  floor: number;
  /** By when participants were told that there would be an answer; nobody was, where the first is empty. */
  answerDue: FirstAndNow;
  /** Those that are told. */
  list: readonly Pick<Recommendation, 'id' | 'text' | WordField>[];
  /** What went out before. */
  out: readonly ToldOut[];
}

/** Participants' word that went out of it, and what went out of others that it may have been. */
function wordBefore(one: Recommendation, { list, out, floor }: ToldFacts): [WordCounts[], WordCounts[]] {
  const word = out.flatMap(({ recommendation: of, counts }) =>
    isFrom(counts) || isPromised(counts) || isWords(counts) ? [] : [{ of, counts }],
  );
  const own = word.flatMap(({ of, counts }) => (of === one.id ? [counts] : []));
  const isAnother = own.some((counts) => counts.on === one.wordOn && !isStillOf(counts, one, floor));
  const others = word.filter(
    ({ of, counts }) =>
      of !== one.id &&
      // One that is told no more may have been typed anew; one with other counts now may have changed places.
      (isAnother ||
        !list.some((told) => told.id === of && told.text !== one.text && isStillOf(counts, told, floor))),
  );
  return [own, others.map(({ counts }) => counts)];
}

export function toldItem(one: Recommendation, facts: ToldFacts): ToldItem {
  const { rests, from, statementText, floor } = facts;
  const [own, others] = wordBefore(one, facts);
  const { id, text, to, askedOn, answer, answerWords, why, answeredOn, done, doneOn } = one;
  const promises = promisesOf(one);
  const [first, now] = [promises[0]?.by, promises.at(-1)?.by];
  const { first: answerFirst } = facts.answerDue;
  const answerBy = answerFirst === '' && one.askedOn === '' ? '' : answerAwaited(one, facts.answerDue.now);
  return {
    id,
    text,
    points: subPoints(one),
    lone: from.lone,
    raised: from.raised,
    statements: rests.statements.map(statementText).filter((words) => words !== ''),
    themes: rests.themes.map(({ name }) => name),
    to,
    askedOn,
    answer,
    answerWords,
    why,
    answeredOn,
    ...(answerBy === '' ? {} : { answerBy }),
    ...(answerBy === '' || answerFirst === '' || answerFirst === answerBy ? {} : { answerFirst }),
    done,
    doneOn,
    promised: first === undefined || now === undefined ? null : { first, now },
    word: wordToTell(one, own, floor, others),
  };
}

/** What its heading says became of it. */
export type ToldState = 'done' | 'donePart' | 'accepted' | 'part' | 'no' | 'asked' | 'new';

type Became = Pick<ToldItem, 'doneOn' | 'answer' | 'askedOn'>;

/** By the day alone: what was done need not be put into words. */
export function stateOf({ doneOn, answer, askedOn }: Became): ToldState {
  const did = doneOf({ doneOn, answer });
  if (did !== null) return did;
  if (answer !== '') return answer;
  return askedOn === '' ? 'new' : 'asked';
}

/** Done; in part, where that is all that was promised; null: not, or nobody was to do it. */
export function doneOf({ doneOn, answer }: Pick<Became, 'doneOn' | 'answer'>): 'done' | 'donePart' | null {
  if (doneOn === '' || answer === 'no') return null;
  return answer === 'part' ? 'donePart' : 'done';
}

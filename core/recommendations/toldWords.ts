/** "You said, we did, or why not" in words, one way for the page and the poster. */
import { dayTyped } from '../day.ts';
import { listsIn, speaker } from '../message.ts';
import { inQuotes } from '../report/words.ts';
import { cappedTexts } from '../text.ts';
import { toldEn } from '../messages/told.en.ts';
import type { WordCounts } from './participantsWord.ts';
import {
  doneOf,
  stateOf,
  type ToldBefore,
  type ToldHeard,
  type ToldItem,
  type ToldPage,
  type ToldState,
} from './told.ts';

const LANG = 'en-GB';
export const sayTold = speaker(toldEn, LANG);
const lists = listsIn(LANG, 'conjunction');
const days = new Intl.DateTimeFormat(LANG, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "28 November 2026" */
export function sayDay(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

export interface ToldLine {
  name: string;
  /** Paragraphs. */
  texts: string[];
}

export interface ToldBlock {
  /** Where it stands on the page. */
  at: string;
  state: ToldState;
  /** What became of it, in a word or two. */
  mark: string;
  text: string;
  points: string[];
  /** Where it comes from; empty: not told. */
  from: string;
  quotes: string[];
  lines: ToldLine[];
}

export interface ToldSection {
  kind: 'change' | 'keep';
  heading: string;
  blocks: ToldBlock[];
}

/** @param quotes of each recommendation, by its id */
export function toldSections(page: ToldPage, quotes: ReadonlyMap<string, readonly string[]>): ToldSection[] {
  const kinds = (['change', 'keep'] as const).filter((kind) => page[kind].length > 0);
  const sections = kinds.map((kind) => ({
    kind,
    heading: sayTold(`list.${kind}`),
    blocks: page[kind].map((item, i) => ({
      at: placeOf(kind, i),
      ...blockOf(item, page, quotes.get(item.id) ?? []),
    })),
  }));
  return cappedTexts(sections);
}

/** What came of one thing, in the list above all else. */
export interface ToldCame {
  mark: string;
  text: string;
  /** Where it stands on the page. */
  at: string;
  /** What its reason is called there; empty: it has none. */
  why: string;
}

/** What was open beside what came of it, above all else; null: people were told nothing. */
export interface BeforeWords {
  /** As people were told it first. */
  open: string;
  /** As it is told now; empty: likewise. */
  now: string;
  came: ToldCame[];
  /** Whether it was true, as they said; empty: not told. */
  heard: string;
}

export function toldBefore({ before, ...page }: ToldPage): BeforeWords | null {
  if (before === undefined) return null;
  const came = (['change', 'keep'] as const).flatMap((kind) =>
    page[kind].flatMap((item, i) => (isAsked(item) ? [cameOf(item, placeOf(kind, i))] : [])),
  );
  return cappedTexts({
    open: before.first ?? before.open,
    now: before.first === undefined ? '' : before.open,
    came,
    heard: before.heard === null ? '' : [heardWords(before.heard), ...judgedWords(before)].join(' '),
  });
}

function placeOf(kind: ToldSection['kind'], i: number): string {
  return `${kind}-${i + 1}`;
}

function isAsked({ askedOn, answer }: Pick<ToldItem, 'askedOn' | 'answer'>): boolean {
  return askedOn !== '' || answer !== '';
}

/** The list has no reasons, so that a “no” leads to its own. */
function cameOf(item: ToldItem, at: string): ToldCame {
  const state = stateOf(item);
  const named = item.why === '' ? '' : reasonOf(item.answer);
  const why = named === '' ? '' : sayTold(named);
  return { mark: sayTold(state === 'no' ? 'before.no' : `state.${state}`), text: item.text, at, why };
}

/** What the reason is called where it stands; empty: none is asked for. */
function reasonOf(answer: ToldItem['answer']): 'why' | 'why.part' | '' {
  return answer === 'no' ? 'why' : answer === 'part' ? 'why.part' : '';
}

function judgedWords({ judged = [] }: ToldBefore): string[] {
  const quoted = judged.map((text) => sayTold('quoted', { text: inQuotes(text) }));
  return quoted.length === 0 ? [] : [sayTold('before.judged', { list: lists.format(quoted) })];
}

function heardWords(heard: ToldHeard): string {
  const said = (['yes', 'partly', 'no'] as const).flatMap((way) =>
    heard[way] === 0 ? [] : [sayTold(`word.${way}`, { n: heard[way] })],
  );
  return sayTold('before.heard', { n: heard.n, list: lists.format(said), date: sayDay(heard.date) });
}

function blockOf(
  item: ToldItem,
  { floor, date }: ToldPage,
  quotes: readonly string[],
): Omit<ToldBlock, 'at'> {
  const state = stateOf(item);
  return {
    state,
    mark: sayTold(`state.${state}`),
    text: item.text,
    points: item.points,
    from: fromWords(item, floor),
    quotes: [...quotes],
    lines: linesOf(item, floor, date),
  };
}

/** Where it comes from; empty: not told. */
export function fromWords({ lone, raised, statements, themes }: ToldItem, floor: number): string {
  const said: string[] = [];
  if (lone) said.push(sayTold('lone'));
  if (raised !== null) {
    const { n, of, smaller } = raised;
    const key = n < of ? 'raised' : of === 2 ? 'raised.both' : 'raised.all';
    said.push(sayTold(smaller ? `${key}.large` : key, { n, of, floor }));
  }
  if (statements.length > 0) {
    const quoted = statements.map((text) => sayTold('quoted', { text: inQuotes(text) }));
    said.push(sayTold('statements', { n: statements.length, list: lists.format(quoted) }));
  }
  if (themes.length > 0) said.push(sayTold('themes', { n: themes.length, list: lists.format(themes) }));
  return said.join(' ');
}

/**
 * To whom, what was answered and done, and what participants say of it; what is not there has no line.
 *
 * @param today YYYY-MM-DD: days that were promised and are past by then say so; empty: nothing is said of it
 */
export function linesOf(item: ToldItem, floor: number, today = ''): ToldLine[] {
  const lines: ToldLine[] = [];
  const add = (name: string, ...texts: string[]): void => {
    const there = texts.filter((text) => text !== '');
    if (there.length > 0) lines.push({ name, texts: there });
  };
  const { to, askedOn, answer, answerWords, why, answeredOn, done, doneOn, promised, word } = item;
  // Where nobody was asked the day still stands: people were told it. It is no promise of whoever is to be asked.
  const asked = isAsked(item);
  add(sayTold(asked ? 'to' : 'to.not'), to);
  if (answer === '')
    add(
      sayTold('answer'),
      asked ? sayTold('asked.waits', { date: sayDay(askedOn) }) : sayTold('asked.not'),
      promisedWords(item, asked),
      isPast(dayTyped(item.answerBy ?? ''), today) ? sayTold('asked.past') : '',
      answerWords,
    );
  else
    add(
      sayTold('answer'),
      [sayTold(`answer.${answer}`), answerWords].filter((text) => text !== '').join(' '),
      [
        ...(askedOn === '' ? [] : [sayTold('asked.on', { date: sayDay(askedOn) })]),
        ...(answeredOn === '' ? [] : [sayTold('answer.on', { date: sayDay(answeredOn) })]),
      ].join(' '),
    );
  const reason = reasonOf(answer);
  if (reason !== '') add(sayTold(reason), why);
  // Nobody was to do what was refused, so that a day by itself says nothing of it.
  const day = doneOn === '' || (done === '' && doneOf(item) === null) ? '' : doneOn;
  add(sayTold('did'), done, day === '' ? '' : sayTold('did.on', { date: sayDay(day) }));
  if (promised !== null)
    add(
      sayTold('by'),
      promised.first === promised.now
        ? sayTold('by.once', { date: sayDay(promised.now) })
        : sayTold('by.moved', { first: sayDay(promised.first), now: sayDay(promised.now) }),
      doneOn === '' && isPast(promised.now, today) ? sayTold('by.past') : '',
    );
  if (word === 'few') add(sayTold('word'), sayTold('word.few', { floor }));
  else if (word !== null && 'near' in word)
    add(sayTold('word'), sayTold('word.near', { date: sayDay(word.near), floor }));
  else if (word !== null) add(sayTold('word'), sayTold('word.counts', wordSlots(word)));
  return lines;
}

const isPast = (day: string | null, today: string): boolean => day !== null && day < today;

function promisedWords({ answerBy = '', answerFirst }: ToldItem, asked: boolean): string {
  const day = dayTyped(answerBy);
  if (answerFirst !== undefined) {
    const key = asked ? 'asked.promised.moved' : 'asked.told.moved';
    const first = dayTyped(answerFirst);
    if (first !== null && day !== null) return sayTold(key, { first: sayDay(first), now: sayDay(day) });
    // Words are no day by which anything is.
    const said = (due: string, typed: string | null): string =>
      typed === null ? sayTold('quoted', { text: inQuotes(due) }) : sayDay(typed);
    return sayTold(`${key}.words`, { first: said(answerFirst, first), now: said(answerBy, day) });
  }
  if (day !== null) return sayTold(asked ? 'asked.promised' : 'asked.told', { date: sayDay(day) });
  if (answerBy === '') return '';
  return sayTold(asked ? 'asked.promised.words' : 'asked.told.words', { words: answerBy });
}

function wordSlots(word: WordCounts): { date: string; list: string } {
  const said = (['yes', 'partly', 'no', 'unknown'] as const).flatMap((way) =>
    word[way] === 0 ? [] : [sayTold(`word.${way}`, { n: word[way] })],
  );
  return { date: sayDay(word.on), list: lists.format(said) };
}

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
    blocks: page[kind].map((item) => blockOf(item, page, quotes.get(item.id) ?? [])),
  }));
  return cappedTexts(sections);
}

/** What was open beside what came of it, above all else; null: people were told nothing. */
export interface BeforeWords {
  /** As people were told it first. */
  open: string;
  /** As it is told now; empty: likewise. */
  now: string;
  came: { mark: string; text: string }[];
  /** Whether it was true, as they said; empty: not told. */
  heard: string;
}

export function toldBefore({ before, change }: ToldPage): BeforeWords | null {
  if (before === undefined) return null;
  const asked = change.filter(({ askedOn, answer }) => askedOn !== '' || answer !== '');
  return cappedTexts({
    open: before.first ?? before.open,
    now: before.first === undefined ? '' : before.open,
    came: asked.map((item) => ({ mark: sayTold(`state.${stateOf(item)}`), text: item.text })),
    heard: before.heard === null ? '' : [heardWords(before.heard), ...judgedWords(before)].join(' '),
  });
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

function blockOf(item: ToldItem, { floor, date }: ToldPage, quotes: readonly string[]): ToldBlock {
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
  const asked = askedOn !== '' || answer !== '';
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
  if (answer === 'no' || answer === 'part') add(sayTold(answer === 'no' ? 'why' : 'why.part'), why);
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
    const said = (due: string): string => {
      const typed = dayTyped(due);
      return typed === null ? due : sayDay(typed);
    };
    const slots = { first: said(answerFirst), now: said(answerBy) };
    return sayTold(asked ? 'asked.promised.moved' : 'asked.told.moved', slots);
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

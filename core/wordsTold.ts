/**
 * What people are told before they say yes, of what they can change and by when there will be an answer. It is kept with
 * each session as it was told there: the consultation's words are edited afterwards, and a promise is not.
 */
import type { Consultation } from './consultation.ts';
import { partOf } from './involved.ts';
import type { Session } from './session.ts';

export interface WordsTold {
  open: string;
  decided: string;
  /** Of the part that they have. */
  part: string;
  /** As it was typed: a day, or other words. */
  answerDue: string;
}

/** `on`: YYYY-MM-DD. */
export interface ToldOn extends WordsTold {
  on: string;
  /** Which of those that went out it is, for those of one day. Absent: not known, and taken for later. */
  nth?: number;
}

/** Among everything that was told, see `inTurn`. */
export interface ToldInTurn extends ToldOn {
  /** In a session, and of each session it is known. */
  inSession?: true;
}

type Told = Pick<Session, 'told'>;

/** As a phone is told it now. */
export function wordsToldNow(
  consultation: Pick<Consultation, 'open' | 'decided' | 'answerDue' | 'involvement'>,
): WordsTold {
  const { open, decided, answerDue } = consultation;
  return {
    open: open.trim(),
    decided: decided.trim(),
    part: partOf(consultation),
    answerDue: answerDue.trim(),
  };
}

/** What a session was told first, and these words after it, where they are others. */
export function alsoTold({ told = [] }: Told, words: WordsTold): WordsTold[] {
  const [first] = told;
  return first === undefined || isSameWords(first, words) ? [first ?? words] : [first, words];
}

function isSameWords(a: WordsTold, b: WordsTold): boolean {
  return (['open', 'decided', 'part', 'answerDue'] as const).every((of) => a[of] === b[of]);
}

/** Everything that was told, the oldest first; of one day in a session before on a page or in a report. */
export function inTurn(
  sessions: readonly (Told & Partial<Pick<Session, 'date' | 'imported'>>)[],
  elsewhere: readonly ToldOn[] = [],
): ToldInTurn[] {
  // What came from a file was not told by this program.
  const known = sessions.every(({ told, imported }) => told !== undefined || imported !== undefined);
  const there = sessions.flatMap(({ date = '', told = [] }) =>
    told.map((words): ToldInTurn => ({ ...words, on: date, ...(known ? { inSession: true } : {}) })),
  );
  const numbered = elsewhere.filter(({ nth }) => nth !== undefined);
  const out = [
    ...numbered.toSorted((a, b) => (a.nth ?? 0) - (b.nth ?? 0)),
    ...elsewhere.filter(({ nth }) => nth === undefined),
  ];
  return [...there, ...out].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const NO_WORDS: WordsTold = { open: '', decided: '', part: '', answerDue: '' };

/**
 * The words that were told first, each under the day of then. Where a page or a report tells them they are out: they
 * stay, also when the session goes in which they were told.
 *
 * @param told the oldest first
 * @param of those that it tells
 */
export function firstWords(told: readonly ToldOn[], of: readonly (keyof WordsTold)[]): ToldOn[] {
  const firsts = of.flatMap((name) => {
    const first = told.find((words) => words[name].trim() !== '');
    return first === undefined ? [] : [{ name, first }];
  });
  return [...Map.groupBy(firsts, ({ first }) => first)].map(([first, its]) => ({
    ...NO_WORDS,
    ...Object.fromEntries(its.map(({ name }) => [name, first[name].trim()])),
    on: first.on,
  }));
}

/**
 * It is known that no session was told anything of this: what the consultation says now was typed afterwards. What went
 * out under a day that is not after the last session may have been told in one that was removed since.
 */
export function toldNothing(told: readonly ToldInTurn[], of: keyof WordsTold): boolean {
  const there = told.filter(({ inSession }) => inSession === true);
  const last = there
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  if (last === undefined) return false;
  return told.every((words) => words[of].trim() === '' || (words.inSession !== true && words.on > last));
}

/** As it was told first, and as it is now; both are the same where it never was another. */
export interface FirstAndNow {
  /** Empty also where nobody was told anything of it until now. */
  first: string;
  now: string;
}

/**
 * What was told once is told still where nothing stands in its place.
 *
 * @param told the oldest first
 * @param now as the consultation has it
 */
export function firstAndNow(told: readonly ToldInTurn[], of: keyof WordsTold, now: string): FirstAndNow {
  const all = told.map((words) => words[of].trim()).filter((text) => text !== '');
  const is = now.trim() === '' ? (all.at(-1) ?? '') : now.trim();
  return { first: all[0] ?? (toldNothing(told, of) ? '' : is), now: is };
}

/**
 * The words about what can change that these sessions were told, each once: those that people judged. Empty where they
 * are the words that stand beside what they said, or are not known.
 */
export function openJudged(sessions: readonly Told[], { first }: FirstAndNow): string[] {
  const all = [...new Set(sessions.flatMap(({ told = [] }) => told.map(({ open }) => open)))];
  const known = all.filter((text) => text !== '');
  return known.length === 1 && known[0] === first ? [] : known;
}

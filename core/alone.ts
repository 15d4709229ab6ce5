/**
 * Asking to talk alone, and to be told alone what became of it (docs/decisions/033). What somebody writes is sealed
 * for the lead on the device on which it is written, and kept apart from answers with nothing that leads to anybody.
 */
import { addDays, isDay } from './day.ts';

/** `talk`: would rather talk alone. `told`: wants to hear alone what became of it. Kept apart from each other too. */
export const ALONE_KINDS = ['talk', 'told'] as const;
export type AloneKind = (typeof ALONE_KINDS)[number];

/** What somebody says to a question about their safety; only a yes is one. */
export const ALONE_SAFE = ['yes', 'no', 'unsure'] as const;
export type AloneSafe = (typeof ALONE_SAFE)[number];

/** How often one person may ask for each. */
export const ALONE_EACH = 2;

/** Lengths of what somebody writes in it, in code points. */
export const ALONE_TEXT = { find: 120, when: 300, where: 300 } as const;

/** What stands in a request to talk; the lead alone reads it. */
export interface TalkWish {
  /** How to find them, in their own words: a first name, "the person with the red card". */
  find: string;
  /** When and where is good. */
  when: string;
  /** Whether it is safe that somebody speaks to them in front of others. */
  aloud: AloneSafe;
  /** Whether it is safe that somebody writes to them. */
  write: AloneSafe;
}

/** What stands in a wish to be told. Where it is not safe nothing is sent, so that there is nothing to say so. */
export interface TellWish {
  how: 'speak' | 'write';
  where: string;
}

/**
 * Bytes that are sealed, filled up with blanks: all requests are of one length. Four bytes a code point, quotes and
 * line breaks doubled, and the names of the fields fit well inside.
 */
export const ALONE_PLAIN = 4096;
/** What age adds for one key: its header (version, one stanza, the header's own proof), a nonce and one block's proof. */
const ALONE_AROUND = 168 + 16 + 16;
/** Letters of a sealed request in base64; there is no other length. */
export const ALONE_LETTERS = Math.ceil((ALONE_PLAIN + ALONE_AROUND) / 3) * 4;

/** Days that a request is kept where no other day was told. */
const TALK_DAYS = 30;
/** Days after the answer is due, or after the session, that whoever wants to be told waits. */
const TELL_DAYS = 180;

/** What the days of a session and its consultation say of the day on which a request goes. */
export interface AloneDays {
  date: string;
  /** The day on which keys end; null: with the session. */
  withdrawUntil: string | null;
  /** The last day on which data are kept; null: none was set. */
  keepUntil: string | null;
  /** YYYY-MM-DD, or words. */
  answerDue: string;
}

/**
 * The last day on which a request is kept. One to talk goes with the keys at the latest; one to be told waits for an
 * answer, which comes later. None outlives the data.
 *
 * @param today YYYY-MM-DD; a session may be held long after its day, and then the days count from this one
 */
export function aloneUntil(kind: AloneKind, days: AloneDays, today: string): string {
  const { date, withdrawUntil, keepUntil, answerDue } = days;
  const after = (from: string, n: number): string => {
    const until = addDays(from, n);
    return until < today ? addDays(today, n) : until;
  };
  const due = isDay(answerDue) && answerDue > date ? answerDue : date;
  const until = kind === 'told' ? after(due, TELL_DAYS) : (withdrawUntil ?? after(date, TALK_DAYS));
  return keepUntil !== null && keepUntil < until ? keepUntil : until;
}

/** How many of a running session's the console is told: fives. The next one alone would tell who has just sent it. */
const ALONE_BATCH = 5;

export function shownWaiting(n: number): number {
  return n - (n % ALONE_BATCH);
}

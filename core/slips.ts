/**
 * Paper slips that are entered by keyboard. A slip is one person's answers to all statements; its number
 * only helps to enter it. What is kept is which numbers are in, never which answers are whose.
 */
import type { Answer } from './scale.ts';
import type { Audience } from './response.ts';
import { LIMITS } from './limits.ts';

export interface SlipAnswer {
  board: number;
  answer: Answer;
  comment: string;
}

/** What stands on a slip; statements that were left blank are not in it. */
export interface Slip {
  groups: string[];
  /** The second yes: may be quoted. */
  quote: boolean;
  /** Who may read its comments. */
  audience: Audience;
  answers: SlipAnswer[];
}

/** What a session keeps of its slips while it lasts. */
export interface Slips {
  /** How many lie in the pile, as somebody said; 0: nobody has. */
  pile: number;
  /** Numbers of those that are in, ascending, so that they do not show in which order. */
  entered: number[];
  /** Of those, what was entered a second time and stands as it was found then, ascending. */
  checked: number[];
  /** Second entries that said the same as the first, and those that did not. */
  same: number;
  differed: number;
  /** Differences in the latter, and in how many of them the second entry was right. */
  differences: number;
  second: number;
}

export const NO_SLIPS: Slips = {
  pile: 0,
  entered: [],
  checked: [],
  same: 0,
  differed: 0,
  differences: 0,
  second: 0,
};

/** Where two entries of one slip differ: the answer to a statement, its comment, or something of the whole slip. */
export type Difference =
  | { about: 'answer' | 'comment'; board: number }
  | { about: 'groups' | 'quote' | 'audience' };

export type Holds = 'first' | 'second';

/** The numbers with one more, or without one. */
export function withNumber(numbers: readonly number[], number: number): number[] {
  return [...new Set([...numbers, number])].toSorted((a, b) => a - b);
}

/** The numbers without this one. */
export function withoutNumber(numbers: readonly number[], number: number): number[] {
  return numbers.filter((n) => n !== number);
}

/** What stands on a slip for a statement; undefined where it was left blank. */
export function answerOn(slip: Slip, board: number): SlipAnswer | undefined {
  return slip.answers.find((a) => a.board === board);
}

/** Spaces are no difference: nobody sees on paper how many there are. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return plain(a) === plain(b);
}

/** Where two entries of one slip differ: first the whole slip's, then statement by statement. */
export function differencesOf(first: Slip, second: Slip): Difference[] {
  const found: Difference[] = [];
  const key = ({ groups }: Slip): string => groups.toSorted().join('+');
  if (key(first) !== key(second)) found.push({ about: 'groups' });
  const boards = [...new Set([...first.answers, ...second.answers].map((a) => a.board))];
  for (const board of boards.toSorted((a, b) => a - b)) {
    const [a, b] = [answerOn(first, board), answerOn(second, board)];
    if (a?.answer !== b?.answer) found.push({ about: 'answer', board });
    // A statement that one of them left blank is chosen whole.
    if (a !== undefined && b !== undefined && !sameText(a.comment, b.comment))
      found.push({ about: 'comment', board });
  }
  if (first.quote !== second.quote) found.push({ about: 'quote' });
  if (first.audience !== second.audience && saysSomething(first) && saysSomething(second))
    found.push({ about: 'audience' });
  return found;
}

function saysSomething({ answers }: Slip): boolean {
  return answers.some((a) => a.comment.trim() !== '');
}

/** The slip as it is to stand: what both say, and of each difference what was chosen. */
export function decided(
  first: Slip,
  second: Slip,
  differences: readonly Difference[],
  choices: readonly Holds[],
): Slip {
  const from = (about: Difference['about'], board?: number): Slip => {
    const at = differences.findIndex((d) => d.about === about && (!('board' in d) || d.board === board));
    return choices[at] === 'second' ? second : first;
  };
  const boards = new Set([...first.answers, ...second.answers].map((a) => a.board));
  return {
    groups: from('groups').groups,
    quote: from('quote').quote,
    // Of the one who read a comment there, where only one of them did.
    audience: (saysSomething(first) ? from('audience') : second).audience,
    answers: [...boards]
      .toSorted((a, b) => a - b)
      .flatMap((board) => {
        const chosen = answerOn(from('answer', board), board);
        const blank = answerOn(first, board) === undefined || answerOn(second, board) === undefined;
        const words = blank ? chosen : answerOn(from('comment', board), board);
        return chosen === undefined ? [] : [{ ...chosen, comment: words?.comment ?? '' }];
      }),
  };
}

/** Whether a number can stand on a slip. */
export function isSlipNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= LIMITS.slips;
}

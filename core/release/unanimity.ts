/** Figures in which everyone says the same, as they are told before a release goes out. */

/** People of no figure of their own: what is left when figures are subtracted from each other. */
export type Rest =
  /** Those in all these parts (empty: the whole), in none of those, and in no figure of those releases. */
  | { is: 'between'; parts: string[]; not: string[]; releases: number[] }
  /** Those who stand in figures of these releases and no more in this one. */
  | { is: 'left-out'; releases: number[] }
  /** What came to these parts (empty: the whole) since a release, or went: people, or answers corrected. */
  | { is: 'came' | 'went'; parts: string[]; release: number };

/** Everyone in a set of people gave the same answer, or nobody is on one side: to be confirmed, or merged. */
export interface UnanimityFlag {
  /** Names it, for keeping that it was confirmed; changes when the figure does. */
  key: string;
  statement: string;
  round: 1 | 2;
  /** Empty: the whole. */
  names: string[];
  /** Null: a printed figure. */
  rest: Rest | null;
  kind: 'one-answer' | 'none-agree' | 'none-disagree';
}

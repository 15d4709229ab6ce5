/** The parts of a Polis export: comments and votes. */

export type PolisVoteValue = 1 | 0 | -1;

export interface PolisVote {
  voter: number;
  comment: number;
  vote: PolisVoteValue;
  /** Milliseconds since 1970. */
  time: number;
}

export interface PolisComment {
  id: number;
  text: string;
  /** -1 rejected, 0 not looked at, 1 accepted. */
  moderated: -1 | 0 | 1;
  /** Votes of each kind as comments.csv counts them: events, so that a vote changed counts twice. */
  agrees: number;
  disagrees: number;
  /** Line of comments.csv. */
  line: number;
}

const VOTES: Record<string, PolisVoteValue> = { '1': 1, '+1': 1, '0': 0, '-1': -1 };

/** A vote as the files write it, or null. */
export function readVote(text: string): PolisVoteValue | null {
  return VOTES[text.trim()] ?? null;
}

/** Names one person's vote on one comment. */
export function pairKey(voter: number, comment: number): string {
  return `${voter} ${comment}`;
}

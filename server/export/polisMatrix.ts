/** Who voted what, for linked sessions: people by statements. */
import type { Membership, Session } from '../../core/session.ts';
import type { Codes } from './codes.ts';
import { voteOf, type PolisRound, type Vote } from './polisCounts.ts';
import { boardsOf } from './responses.ts';
import type { ExportSource } from './source.ts';

export interface Voter {
  membership: Membership;
  session: Session;
}

export interface Matrix {
  /** In a random order that says nothing about session or answers; the place is the voter's number. */
  voters: Voter[];
  /** One voter's vote on a statement, null for none. */
  voteAt(voter: number, statement: number): Vote | null;
}

/** No vote, as it is kept in a byte. */
const NONE = 2;

/** Everyone in linked sessions with at least one vote in a round. One byte a voter and statement is held. */
export async function matrixOf(source: ExportSource, round: PolisRound, codes: Codes): Promise<Matrix> {
  const { statements } = source.consultation;
  const at = new Map(statements.map((s, i) => [s.id, i]));
  const rows: { id: string; voter: Voter; votes: Int8Array }[] = [];
  for (const session of source.sessions.filter((s) => s.mode === 'linked')) {
    const idOf = codes.persons(session.id);
    const people = new Map<string, (typeof rows)[number]>();
    for (const board of await boardsOf(source, session.id)) {
      const statement = at.get(board.statement);
      if (!round.takes(board) || statement === undefined) continue;
      for (const { person, answer, membership } of await source.responsesOf(session.id, board.n)) {
        const vote = voteOf(board.scale, answer);
        if (person === null || vote === null) continue;
        let row = people.get(person);
        if (row === undefined) {
          const votes = new Int8Array(statements.length).fill(NONE);
          row = { id: idOf(person), voter: { membership, session }, votes };
          people.set(person, row);
        }
        row.votes[statement] = vote;
      }
    }
    rows.push(...people.values());
  }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    voters: rows.map((row) => row.voter),
    voteAt(voter, statement) {
      const vote = rows[voter]?.votes[statement] ?? NONE;
      return vote === NONE ? null : (vote as Vote);
    },
  };
}

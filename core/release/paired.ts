/** What linked people answered in the two rounds of a statement, counted for the rules of a release. */
import type { Answer } from '../scale.ts';
import type { Membership } from '../session.ts';
import type { PairedRow } from './types.ts';

interface Placed {
  membership: Membership;
  answer: Answer;
}

/** One linked person under one statement; null: placed nothing in that round. */
export interface LinkedPerson {
  session: string;
  statement: string;
  /** As `scaleKey` names it. */
  scale: string;
  before: Placed | null;
  after: Placed | null;
}

/** Codes before and after of a person who has both; null for anybody else. */
export function pairOf({ before, after }: LinkedPerson): [number, number] | null {
  return typeof before?.answer === 'number' && typeof after?.answer === 'number'
    ? [before.answer, after.answer]
    : null;
}

/** Whether a release may take the two answers for one: the person is counted in the same place both times. */
export function staysPut({ before, after }: LinkedPerson): boolean {
  return before !== null && before.membership === after?.membership;
}

/** Counts by statement, session and membership. */
export function pairedRows(people: readonly LinkedPerson[]): PairedRow[] {
  const rows = new Map<string, PairedRow>();
  for (const person of people) {
    const { session, statement, scale } = person;
    for (const [r, placed] of [person.before, person.after].entries()) {
      if (placed === null) continue;
      const { membership, answer } = placed;
      const key = JSON.stringify([statement, session, membership]);
      const none = () => ({ coded: 0, placed: 0 });
      const row: PairedRow = rows.get(key) ?? {
        session,
        membership,
        statement,
        scale,
        down: 0,
        same: 0,
        up: 0,
        both: 0,
        rounds: [none(), none()],
      };
      rows.set(key, row);
      const round = row.rounds[r === 0 ? 0 : 1];
      round.placed += 1;
      if (typeof answer === 'number') round.coded += 1;
      if (r === 0 || !staysPut(person)) continue;
      row.both += 1;
      const pair = pairOf(person);
      if (pair !== null) row[pair[1] > pair[0] ? 'up' : pair[1] < pair[0] ? 'down' : 'same'] += 1;
    }
  }
  return [...rows.values()];
}

/**
 * What became of what the wave before recommended, as it is told beside it: by the function of the page for
 * participants, without how often it was raised and what participants said. Those are numbers of people.
 */
import { firstAndNow, inTurn } from '../wordsTold.ts';
import { promisedIn, toldItem, wordsIn, type ToldItem, type ToldOut } from '../recommendations/told.ts';
import { inTeamsOrder, KINDS } from '../recommendations/types.ts';
import { wasAsked } from './asked.ts';
import type { WaveThen } from './waves.ts';

/** What somebody was asked for, in the team's order, and what was promised of it. */
export function sinceThen({
  consultation,
  sessions,
  recommendations,
  out,
}: Pick<WaveThen, 'consultation' | 'sessions' | 'recommendations' | 'out'>): {
  since: ToldItem[];
  promised: ToldOut[];
} {
  const list = recommendations.filter(({ told }) => told);
  const facts = {
    ...NOTHING,
    answerDue: firstAndNow(inTurn(sessions, wordsIn(out)), 'answerDue', consultation.answerDue),
  };
  const since = KINDS.flatMap((kind) => inTeamsOrder(list, kind))
    .map((one): ToldItem => ({ ...toldItem(one, facts), word: null }))
    .filter(wasAsked);
  const told = new Set(since.map(({ id }) => id));
  return { since, promised: promisedIn(list.filter(({ id }) => told.has(id))) };
}

const NOTHING = {
  rests: { themes: [], statements: [] },
  from: { raised: null, lone: false },
  statementText: () => '',
  floor: 0,
  list: [],
  out: [],
};

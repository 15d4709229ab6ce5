/** What groups share and where they differ, by the side that most people of each group took. */
import { agreementMeaning } from '../statistics/meaning.ts';
import type { PublishedPart, PublishedStatement } from './input.ts';
import { mainRound } from './input.ts';
import { sideOf } from './sentences.ts';

export interface Compared {
  /** Statements with two parts or more in which somebody answered. */
  comparable: PublishedStatement[];
  /** Every part has more people on this same side. */
  common: { statement: PublishedStatement; side: 'agree' | 'disagree' }[];
  /** At least one part leans each way. */
  split: { statement: PublishedStatement; agree: string[]; disagree: string[]; neither: string[] }[];
  /** Everyone together stands in two camps, see `agreementMeaning`. */
  camps: PublishedStatement[];
}

/** Sorts the statements by their last round; one whose figure is withheld is in no list. */
export function compare(statements: readonly PublishedStatement[]): Compared {
  const compared: Compared = { comparable: [], common: [], split: [], camps: [] };
  for (const statement of statements) {
    const round = mainRound(statement);
    if (round?.whole == null) continue;
    if (agreementMeaning(round.whole.counts) === 'camps') compared.camps.push(statement);
    const parts = round.parts.filter((p) => p.figure.n > 0);
    if (parts.length < 2) continue;
    compared.comparable.push(statement);
    const agree = labelsOn(parts, 'agree');
    const disagree = labelsOn(parts, 'disagree');
    if (agree.length === parts.length) compared.common.push({ statement, side: 'agree' });
    else if (disagree.length === parts.length) compared.common.push({ statement, side: 'disagree' });
    else if (agree.length > 0 && disagree.length > 0) {
      const neither = parts.map((p) => p.label).filter((l) => !agree.includes(l) && !disagree.includes(l));
      compared.split.push({ statement, agree, disagree, neither });
    }
  }
  return compared;
}

function labelsOn(parts: readonly PublishedPart[], side: 'agree' | 'disagree'): string[] {
  return parts.filter((p) => sideOf(p.figure) === side).map((p) => p.label);
}

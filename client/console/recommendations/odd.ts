/** What can hardly be so, in words that stand beside its field and where it is told. */
import { HAPPENED, oddDay, oddHeads, type HappenedOn } from '../../../core/recommendations/odd.ts';
import type { RecommendationsPage } from '../../../core/recommendations/api.ts';
import type { RecommendationFields } from '../../../core/recommendations/types.ts';
import { sayDate } from '../words.ts';
import { say } from './words.ts';

/** Undefined: nothing is odd about this day. */
export function dayWords(
  name: keyof RecommendationFields,
  one: RecommendationFields,
  today: string,
): string | undefined {
  if (!isHappened(name)) return undefined;
  const why = oddDay(name, one, today);
  return why === null ? undefined : say(`odd.${why}`, { asked: sayDate(one.askedOn) });
}

/** Undefined: no more people than came said something. */
export function headsWords(one: RecommendationFields, came: number): string | undefined {
  const n = oddHeads(one, came);
  return n === null ? undefined : say('odd.heads', { n, came });
}

/** All of it, each with the name of its field. */
export function oddWords(
  one: RecommendationFields,
  { today, came }: Pick<RecommendationsPage, 'today' | 'came'>,
): string[] {
  const days = HAPPENED.flatMap((name) => {
    const words = dayWords(name, one, today);
    const of = name === 'wordOn' ? 'odd.word' : (`field.${name}` as const);
    return words === undefined ? [] : [say('odd.of', { of: say(of), words })];
  });
  const heads = headsWords(one, came);
  return heads === undefined ? days : [...days, say('odd.of', { of: say('odd.word'), words: heads })];
}

function isHappened(name: string): name is HappenedOn {
  return HAPPENED.some((other) => other === name);
}

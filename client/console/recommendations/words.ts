/** Words of the pages of recommendations. */
import { dayTyped } from '../../../core/day.ts';
import { listsIn, speaker } from '../../../core/message.ts';
import type { RecommendationsPage } from '../../../core/recommendations/api.ts';
import { dueOf } from '../../../core/recommendations/due.ts';
import { doneOf } from '../../../core/recommendations/told.ts';
import { answerAwaited, promisesOf, type Recommendation } from '../../../core/recommendations/types.ts';
import { recommendationsEn } from '../messages/recommendations.en.ts';
import { LANGUAGE, sayDate } from '../words.ts';

export const say = speaker(recommendationsEn, LANGUAGE);
export const lists = listsIn(LANGUAGE, 'conjunction');

export interface Mark {
  words: string;
  kind: 'plain' | 'good' | 'warn';
}

/**
 * How it stands, in marks of a few words each.
 *
 * @param page the day, and by when people were told that there would be an answer
 */
export function marksOf(
  one: Recommendation,
  { today, answerDue }: Pick<RecommendationsPage, 'today' | 'answerDue'>,
): Mark[] {
  const { answer, askedOn, doneOn } = one;
  const marks: Mark[] = [];
  const due = dueOf(one, today, answerDue).map(({ why }) => why);
  if (answer === '')
    marks.push(
      askedOn === ''
        ? { words: say('state.new'), kind: 'plain' }
        : {
            words: say('state.asked', { date: sayDate(askedOn) }),
            kind: due.includes('answer') ? 'warn' : 'plain',
          },
    );
  const awaited = answerAwaited(one, answerDue);
  if (awaited !== '' && askedOn !== '') {
    const day = dayTyped(awaited);
    marks.push({
      words: say('state.promised', { when: day === null ? awaited : sayDate(day) }),
      kind: due.includes('promised') ? 'warn' : 'plain',
    });
  }
  if (answer !== '')
    marks.push({ words: say(`state.${answer}`), kind: answer === 'accepted' ? 'good' : 'plain' });
  const by = promisesOf(one).at(-1)?.by;
  const did = doneOf(one);
  if (did !== null)
    marks.push({
      words: say(`state.${did}`, { date: sayDate(doneOn) }),
      kind: did === 'done' ? 'good' : 'plain',
    });
  else if (by !== undefined)
    marks.push(
      due.includes('late')
        ? { words: say('state.late', { date: sayDate(by) }), kind: 'warn' }
        : { words: say('state.due', { date: sayDate(by) }), kind: 'plain' },
    );
  for (const why of ['tell', 'tellDone', 'when'] as const)
    if (due.includes(why)) marks.push({ words: say(`state.${why}`), kind: 'warn' });
  return marks;
}

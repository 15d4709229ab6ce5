/** What waits for somebody: an answer, a promise, or telling the people who took part. */
import { dayTyped, daysFrom } from '../day.ts';
import { LIMITS } from '../limits.ts';
import { answerAwaited, promisesOf, type Recommendation } from './types.ts';

export type DueKind = 'ask' | 'answer' | 'promised' | 'late' | 'tell';

export interface Due {
  why: DueKind;
  /** The day since which, or by which, it waits: asked on, answer promised by, promised by, answered on; empty: not known. */
  since: string;
}

/**
 * @param today YYYY-MM-DD
 * @param answerDue by when participants were told that there would be an answer, as it was typed
 */
export function dueOf(one: Recommendation, today: string, answerDue: string): Due[] {
  const due: Due[] = [];
  const { askedOn, answer, doneOn, toldOn } = one;
  const promised = dayTyped(answerAwaited(one, answerDue));
  // As long before that day as an answer usually takes.
  if (answer === '' && askedOn === '' && promised !== null && daysFrom(today, promised) <= LIMITS.answerDays)
    due.push({ why: 'ask', since: promised });
  if (answer === '' && askedOn !== '') {
    // Asked only after that day, it has the time that any question has.
    if (promised !== null && promised >= askedOn) {
      if (promised < today) due.push({ why: 'promised', since: promised });
    } else if (daysFrom(askedOn, today) >= LIMITS.answerDays) due.push({ why: 'answer', since: askedOn });
  }
  const present = promisesOf(one).at(-1)?.by ?? '';
  if (present !== '' && doneOn === '' && present < today) due.push({ why: 'late', since: present });
  if (answer !== '' && (toldOn === '' || toldOn < one.answeredOn || toldOn < doneOn))
    due.push({ why: 'tell', since: doneOn > one.answeredOn ? doneOn : one.answeredOn });
  return due;
}

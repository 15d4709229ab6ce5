/** What waits for somebody: an answer, a promise, or telling the people who took part. */
import { daysFrom } from '../day.ts';
import { LIMITS } from '../limits.ts';
import { promisesOf, type Recommendation } from './types.ts';

export type DueKind = 'answer' | 'late' | 'tell';

export interface Due {
  why: DueKind;
  /** The day since which it waits: asked on, promised by, answered on; empty: not known. */
  since: string;
}

/** @param today YYYY-MM-DD */
export function dueOf(one: Recommendation, today: string): Due[] {
  const due: Due[] = [];
  const { askedOn, answer, doneOn, toldOn } = one;
  if (answer === '' && askedOn !== '' && daysFrom(askedOn, today) >= LIMITS.answerDays)
    due.push({ why: 'answer', since: askedOn });
  const present = promisesOf(one).at(-1)?.by ?? '';
  if (present !== '' && doneOn === '' && present < today) due.push({ why: 'late', since: present });
  if (answer !== '' && (toldOn === '' || toldOn < one.answeredOn || toldOn < doneOn))
    due.push({ why: 'tell', since: doneOn > one.answeredOn ? doneOn : one.answeredOn });
  return due;
}

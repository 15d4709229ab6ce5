/** What waits for somebody: an answer, a promise, or telling the people who took part. */
import { dayTyped, daysFrom } from '../day.ts';
import { LIMITS } from '../limits.ts';
import { answerAwaited, promisesOf, type Recommendation } from './types.ts';

export type DueKind = 'ask' | 'answer' | 'promised' | 'late' | 'tell' | 'tellDone' | 'when';

export interface Due {
  why: DueKind;
  /** The day since which, or by which, it waits: asked on, answer promised by, promised by, answered on, done on; empty: not known. */
  since: string;
}

/**
 * @param today YYYY-MM-DD
 * @param answerDue by when participants were told that there would be an answer, as it was typed
 */
export function dueOf(one: Recommendation, today: string, answerDue: string): Due[] {
  const due: Due[] = [];
  const { askedOn, answer, answeredOn, doneOn, toldOn } = one;
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
  const accepted = answer === 'accepted' || answer === 'part';
  const present = promisesOf(one).at(-1)?.by ?? '';
  if (present !== '' && doneOn === '' && present < today) due.push({ why: 'late', since: present });
  if (answer !== '' && (toldOn === '' || toldOn < answeredOn))
    due.push({ why: 'tell', since: doneOn > answeredOn ? doneOn : answeredOn });
  // They know the answer, and not what was done.
  else if (answer !== '' && toldOn < doneOn) due.push({ why: 'tellDone', since: doneOn });
  // A yes without a day, and people know it: nothing else would ever bring it back.
  else if (accepted && one.kind === 'change' && present === '' && doneOn === '' && isOver(toldOn, today))
    due.push({ why: 'when', since: answeredOn === '' ? toldOn : answeredOn });
  return due;
}

/** Whether those who said yes had the time that naming a day usually takes, since people were told. */
function isOver(toldOn: string, today: string): boolean {
  return daysFrom(toldOn, today) >= LIMITS.promiseDays;
}

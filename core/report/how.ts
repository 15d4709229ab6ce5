/**
 * How interviews and documents were asked and coded, as lists for researchers want to know it. Of those who asked and
 * coded only the kind is told, never how many: they are few, and known to many.
 */
import {
  INTERVIEWERS,
  usable,
  type Interviewer,
  type Passage,
  type Question,
  type TextSource,
} from '../talk/sources.ts';

export interface HowAsked {
  /** Whoever held the interviews that may be used; empty: of none it is recorded. */
  interviewers: Exclude<Interviewer, ''>[];
  /** There are interviews of which it is not recorded. */
  unknown: boolean;
  /** As many people coded passages; 0: there are none. */
  coders: 0 | 1 | 2;
  /** Participants proposed questions of the interview, alone or with the team. */
  proposed: boolean;
}

/** @param sources those of the report */
export function howAsked(
  sources: readonly TextSource[],
  passages: readonly Passage[],
  questions: readonly Question[],
): HowAsked {
  const held = sources.filter(({ form, mayUse }) => form === 'interview' && mayUse);
  const by = new Set(held.map(({ interviewer }) => interviewer));
  const coders = new Set(usable(sources, passages).map(({ passage }) => passage.coder));
  return {
    interviewers: INTERVIEWERS.filter((one) => by.has(one)),
    unknown: by.has(''),
    coders: coders.size === 2 ? 2 : coders.size === 1 ? 1 : 0,
    proposed: held.length > 0 && questions.some(({ proposedBy }) => proposedBy !== 'team'),
  };
}

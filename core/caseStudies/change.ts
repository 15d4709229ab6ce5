/**
 * Changes to case studies, and to what people corrected: made, handed over, compared and undone field by field, as those
 * of points are (core/talk/change.ts).
 */
import { LIMITS } from '../limits.ts';
import type { CorrectionFields } from '../readBack/types.ts';
import { applyChange, type Applied } from '../talk/change.ts';
import { TOLD, type CaseStudyFields } from './types.ts';

interface Of<F> {
  /** Random; the same one again changes nothing. */
  id: string;
  key: string;
  /** What the window saw of these fields; null: it makes a new one, or brings a removed one back. */
  was: Partial<F> | null;
  /** The same fields as they are to be; null: it is removed. */
  set: Partial<F> | null;
}

export interface CaseStudyChange extends Of<CaseStudyFields> {
  of: 'caseStudy';
  /** The words are again as they were under this version, whose yes and tick stand again. */
  back?: string;
}

export interface CorrectionChange extends Of<CorrectionFields> {
  of: 'correction';
}

export type StudiesChange = CaseStudyChange | CorrectionChange;

/**
 * A change of the words makes them another version, so that a yes to what stood before is none to what stands now; an
 * undo that brings back exactly the words that were there brings their version back.
 *
 * @param again this change was carried out before and is sent once more
 */
export function applyCaseStudy(
  now: CaseStudyFields | null,
  change: CaseStudyChange,
  again: boolean,
): Applied<CaseStudyFields> {
  const { id, set } = change;
  const { next, outcome } = applyChange<CaseStudyFields>(now, change, again, LIMITS.caseStudySigns);
  if (next === null || again) return { next, outcome };
  // New, or brought back whole, with the version it had.
  if (now === null) return { next: { ...next, version: next.version === '' ? id : next.version }, outcome };
  const moved = TOLD.some((field) => next[field] !== now[field]);
  const back = change.back ?? '';
  const whole = outcome.is === 'done' && set !== null && back !== '';
  return { next: { ...next, version: !moved ? now.version : whole ? back : id }, outcome };
}

/**
 * The change that takes another one back.
 *
 * @param id a fresh one
 * @param last what stood before it, whole; null: nothing
 */
export function undoOfStudies(
  change: StudiesChange,
  id: string,
  last: CaseStudyFields | CorrectionFields | null,
): StudiesChange | null {
  const { was, set } = change;
  if (was === null) return { ...change, id, was: set, set: null };
  if (set === null) return last === null ? null : { ...change, id, was: null, set: last };
  const back = { ...change, id, was: set, set: was } as StudiesChange;
  return back.of === 'caseStudy' && last !== null && 'version' in last
    ? { ...back, back: last.version }
    : back;
}

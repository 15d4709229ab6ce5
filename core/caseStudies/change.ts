/**
 * Changes to case studies, and to what people corrected: made, handed over, compared and undone field by field, as those
 * of points are (core/talk/change.ts).
 */
import { LIMITS } from '../limits.ts';
import type { CorrectionFields } from '../readBack/types.ts';
import { applyChange, type Applied } from '../talk/change.ts';
import { withinLimit } from './ticks.ts';
import { TOLD, type CaseStudyFields } from './types.ts';
import type { Versions } from './versions.ts';

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
  /** The version that the window saw. The words that come of it have the id as theirs only where that one stood. */
  on?: string;
  /** An undo: the words are to be again as they were under this version, whose yes and tick stand again then. */
  back?: string;
  /** Id of the change that an undo takes back. What others took back since stays taken back. */
  undoes?: string;
}

export interface CorrectionChange extends Of<CorrectionFields> {
  of: 'correction';
}

export type StudiesChange = CaseStudyChange | CorrectionChange;

/**
 * A change of the words makes them another version, so that a yes to what stood before is none to what stands now; an
 * undo that brings back exactly the words that were there brings their version back. Words by which somebody would
 * recognise the person stay such words where they are typed anew.
 *
 * @param again this change was carried out before and is sent once more
 * @param versions which words stood under which version; told what is changed or removed here
 */
export function applyCaseStudy(
  now: CaseStudyFields | null,
  change: CaseStudyChange,
  again: boolean,
  versions: Versions,
): Applied<CaseStudyFields> {
  const { id, key, on, back } = change;
  const { next, outcome } = applyChange<CaseStudyFields>(now, change, again, LIMITS.caseStudySigns);
  if (again || now === next) return { next, outcome };
  if (now !== null && next !== null && lifts(change))
    return { next: notKnown(key, { ...next, version: now.version }, versions), outcome };
  // New, or brought back whole, with the version it had.
  if (now === null || next === null) {
    if (now !== null) versions.note(key, now);
    if (next === null) return { next, outcome };
    const own = next.version === '' || versions.differs(key, next);
    return { next: stillKnown(key, own ? { ...next, version: id } : next, versions), outcome };
  }
  if (!TOLD.some((field) => next[field] !== now[field]))
    return { next: stillKnown(key, { ...next, version: now.version }, versions), outcome };
  versions.note(key, now);
  const seen = on === undefined || on === now.version;
  const stood = versions.under(key, next, back ?? '');
  const version = (back === undefined ? null : stood) ?? (seen ? id : unseen(id));
  return { next: stillKnown(key, { ...next, version }, versions), outcome };
}

/**
 * Of words that stood under several versions a second reader names the one that they saw. What was said of one is said
 * of whichever stands with these words now, also where an undo brings back an older one with its tick.
 */
function stillKnown(key: string, study: CaseStudyFields, versions: Versions): CaseStudyFields {
  const { knownTo, version } = study;
  if (knownTo.length === 0 || knownTo.includes(version)) return study;
  if (!versions.allUnder(key, study).some((one) => knownTo.includes(one))) return study;
  return { ...study, knownTo: withinLimit([...knownTo, version], version) };
}

/** Whether it takes back that somebody would recognise these words. */
function lifts({ was, set }: CaseStudyChange): boolean {
  return (set?.knownTo?.length ?? 0) < (was?.knownTo?.length ?? 0);
}

/** Neither under the version that was named nor under another that had the same words. */
function notKnown(key: string, study: CaseStudyFields, versions: Versions): CaseStudyFields {
  const same = versions.allUnder(key, study);
  return { ...study, knownTo: study.knownTo.filter((one) => !same.includes(one)) };
}

/**
 * The window that changed some words had not seen the others as they stand. It takes its change's id for the name of
 * what it shows, and a yes that somebody gives to that there must not be one to this.
 */
function unseen(id: string): string {
  return `u-${id}`.slice(0, 35);
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
  if (was === null) return { ...change, id, was: madeAs(change), set: null };
  if (set === null) return last === null ? null : { ...change, id, was: null, set: last };
  const back = { ...change, id, was: set, set: was } as StudiesChange;
  if (back.of !== 'caseStudy') return back;
  const undoes = change.id;
  return last !== null && 'version' in last ? { ...back, undoes, back: last.version } : { ...back, undoes };
}

/** What was made, but for the version: that was given as it was made, and says no more than the words that are told. */
function madeAs({ of, set }: StudiesChange): StudiesChange['set'] {
  if (of !== 'caseStudy' || set === null) return set;
  const { version: _given, ...seen } = set;
  return seen;
}

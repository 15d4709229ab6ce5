/** A change to a recommendation, by the rules of points and themes; what was promised is only ever added to. */
import { LIMITS } from '../limits.ts';
import { applyChange } from '../talk/change.ts';
import { promiseKey, promisesOf, type RecommendationFields } from './types.ts';

export interface RecommendationChange {
  /** Random; the same one again changes nothing. */
  id: string;
  /** Id of the recommendation. */
  key: string;
  /** What the device saw of these fields; null: it makes a new one, or brings a removed one back. */
  was: Partial<RecommendationFields> | null;
  /** The same fields as they are to be; null: it is removed. */
  set: Partial<RecommendationFields> | null;
  /** A promise that was mistyped, by its key, and the day that was meant; empty: it was none at all. */
  mend?: { promise: string; by: string };
}

export type RecommendationOutcome =
  | { id: string; is: 'done' | 'gone' }
  | { id: string; is: 'differs'; now: Partial<RecommendationFields> };

export interface Changed {
  /** What stands now; null: nothing. */
  next: RecommendationFields | null;
  outcome: RecommendationOutcome;
}

/**
 * @param now what stands; null: nothing
 * @param again this change was carried out before and is sent once more
 * @param out promises that have gone out, which no correction overwrites
 */
export function changeRecommendation(
  now: RecommendationFields | null,
  change: RecommendationChange,
  again: boolean,
  out: ReadonlySet<string> = new Set(),
): Changed {
  const { next, outcome } = applyChange<RecommendationFields>(
    now,
    { ...change, set: keepsPromises(change) },
    again,
    LIMITS.evidence,
  );
  const { mend } = change;
  const promises = next === null || again || mend === undefined ? null : mended(next.promises, mend, out);
  return {
    next: next === null || promises === null ? next : { ...next, promises },
    outcome: outcome as RecommendationOutcome,
  };
}

/** In its place. One that has gone out meanwhile stays, and the day that was meant stands beside it. */
function mended(
  promises: readonly string[],
  { promise, by }: NonNullable<RecommendationChange['mend']>,
  out: ReadonlySet<string>,
): string[] {
  if (!promises.includes(promise)) return [...promises];
  const [was] = promisesOf({ promises: [promise] });
  const meant = was === undefined || by === '' ? [] : [promiseKey({ said: was.said, by })];
  const kept = out.has(promise);
  const after = promises.flatMap((one) => (one === promise ? [...(kept ? [one] : []), ...meant] : [one]));
  return [...new Set(after)].slice(0, LIMITS.promises);
}

/** No window, and no undo, takes out what somebody promised. */
function keepsPromises({ was, set }: RecommendationChange): Partial<RecommendationFields> | null {
  if (set?.promises === undefined || was?.promises === undefined) return set;
  const seen = was.promises;
  return { ...set, promises: [...seen, ...set.promises.filter((one) => !seen.includes(one))] };
}

/** A "no" and an "in part" say why. */
export function lacksWhy({ answer, why }: Pick<RecommendationFields, 'answer' | 'why'>): boolean {
  return (answer === 'no' || answer === 'part') && why === '';
}

/** The change that takes another one back; null: nothing does. */
export function undoOfRecommendation(
  { key, was, set }: RecommendationChange,
  id: string,
  last: RecommendationFields | null,
): RecommendationChange | null {
  if (was === null) return { id, key, was: set, set: null };
  if (set === null) return last === null ? null : { id, key, was: null, set: last };
  return { id, key, was: set, set: was };
}

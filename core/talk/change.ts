/**
 * Changes to points, themes and codings. A device makes each once, with an id of its own and with what it saw before
 * (`was`) beside what it wants (`set`), field by field. So it can hand over late and twice, two scribes can work on
 * one point without overwriting each other unseen, and undoing is a change as well: the other way round.
 */
import type { PointFields, ThemeFields } from './types.ts';

interface Common {
  /** Random; the same one again changes nothing. */
  id: string;
  /** Id of the point or theme; of a coding its post-it. */
  key: string;
}

interface Of<F> {
  /** What the device saw of these fields; null: it makes a new one, or brings a removed one back. */
  was: Partial<F> | null;
  /** The same fields as they are to be; null: it is removed. */
  set: Partial<F> | null;
}

export interface CodingFields {
  themes: string[];
}

export type PointChange = Common & Of<PointFields> & { of: 'point'; session: string };
export type ThemeChange = Common & Of<ThemeFields> & { of: 'theme' };
/** A post-it has its coding from the start: an empty one. */
export type CodingChange = Common & { of: 'coding'; session: string; was: CodingFields; set: CodingFields };
export type Change = PointChange | ThemeChange | CodingChange;

/**
 * What became of a change: it is done; some fields had been changed elsewhere and stand as they did there; or what it
 * changes was removed elsewhere.
 */
export type Outcome =
  | { id: string; is: 'done' }
  | { id: string; is: 'differs'; now: Partial<PointFields & ThemeFields> }
  | { id: string; is: 'gone' };

type Fields = Record<string, unknown>;

export interface Applied<F> {
  /** What stands now; null: nothing, it is removed or was never there. */
  next: F | null;
  outcome: Outcome;
}

/**
 * @param now what stands; null: nothing
 * @param again this change was carried out before and is sent once more
 */
export function applyChange<F extends object>(
  now: F | null,
  change: { id: string; was: Partial<F> | null; set: Partial<F> | null },
  again: boolean,
): Applied<F> {
  const { id, was, set } = change;
  const done: Outcome = { id, is: 'done' };
  if (set === null) return { next: again ? now : null, outcome: done };
  if (was === null) {
    // Sent once more, and perhaps changed or removed since: as it was left, it stays.
    if (again || now !== null) return { next: now, outcome: done };
    return { next: set as F, outcome: done };
  }
  if (now === null) return { next: null, outcome: again ? done : { id, is: 'gone' } };
  const next: Fields = { ...(now as Fields) };
  const differs: Fields = {};
  for (const [field, wanted] of Object.entries(set as Fields)) {
    const [seen, there] = [(was as Fields)[field], (now as Fields)[field]];
    if (isList(wanted) && isList(seen) && isList(there)) {
      if (!again) next[field] = mergeList(there, seen, wanted);
    } else if (field === 'hands') {
      if (!again) next[field] = Math.max(0, Number(there) + Number(wanted) - Number(seen));
    } else if (there === seen || there === wanted) {
      if (!again) next[field] = wanted;
      // Done before, and changed back or on since.
      else if (there !== wanted) differs[field] = there;
    } else differs[field] = there;
  }
  const all = Object.keys(differs).length === 0;
  return { next: next as F, outcome: all ? done : { id, is: 'differs', now: differs } };
}

/** What was put in and taken out here, done to what stands there. */
function mergeList(there: readonly string[], was: readonly string[], set: readonly string[]): string[] {
  const kept = there.filter((one) => set.includes(one) || !was.includes(one));
  return [...kept, ...set.filter((one) => !was.includes(one) && !kept.includes(one))];
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value);
}

/**
 * The change that takes another one back.
 *
 * @param id a fresh one
 * @param last what stood before it, whole, where it removed something
 */
export function undoOf(change: Change, id: string, last: PointFields | ThemeFields | null): Change | null {
  const { was, set } = change;
  if (was === null) return { ...change, id, was: set, set: null } as Change;
  if (set === null) return last === null ? null : ({ ...change, id, was: null, set: last } as Change);
  return { ...change, id, was: set, set: was } as Change;
}

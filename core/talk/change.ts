/**
 * Changes to points, themes and codings. A device makes each once, with an id of its own and with what it saw before
 * (`was`) beside what it wants (`set`), field by field. So it can hand over late and twice, two scribes can work on
 * one point without overwriting each other unseen, and undoing is a change as well: the other way round.
 */
import { LIMITS } from '../limits.ts';
import type { SecondFields } from './second.ts';
import type { PassageFields, QuestionFields, SourceFields } from './sources.ts';
import type { PointFields, ThemeFields } from './types.ts';

interface Common {
  /** Random; the same one again changes nothing. */
  id: string;
  /** Id of what is changed; of a coding its post-it, of a second one its point or post-it. */
  key: string;
}

interface Of<F> {
  /**
   * What the device saw of these fields; null: it makes a new one, or brings a removed one back. Of a removal all
   * that it saw: where somebody has changed one of them since, it stays.
   */
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
/** A point or post-it that a second coder put under themes; it has its coding from the start: not looked at. */
export type SecondChange = Common & { of: 'second'; session: string; was: SecondFields; set: SecondFields };
export type SourceChange = Common & Of<SourceFields> & { of: 'source' };
/**
 * `words`: what stands at its place in the text, so that it is found where somebody else has changed the text since.
 * They are not kept: what is taken out of a text is in no passage.
 */
export type PassageChange = Common & Of<PassageFields> & { of: 'passage'; source: string; words: string };
export type QuestionChange = Common & Of<QuestionFields> & { of: 'question' };
export type Change =
  | PointChange
  | ThemeChange
  | CodingChange
  | SecondChange
  | SourceChange
  | PassageChange
  | QuestionChange;
/** All that can be changed of anything. No name stands for two kinds of values. */
export type AnyFields = PointFields & ThemeFields & SourceFields & PassageFields & QuestionFields;
/** What stands of a point, a theme, a source, a passage or a question, whole. */
export type WholeFields = PointFields | ThemeFields | SourceFields | PassageFields | QuestionFields;

/**
 * What became of a change: it is done; some fields had been changed elsewhere and stand as they did there; or what it
 * changes was removed elsewhere.
 */
export type Outcome =
  | { id: string; is: 'done' }
  | { id: string; is: 'differs'; now: Partial<AnyFields> }
  | { id: string; is: 'gone' };

type Fields = Record<string, unknown>;

export interface Applied<F> {
  /** What stands now; null: nothing, it is removed or was never there. */
  next: F | null;
  outcome: Outcome;
}

/**
 * @param now what stands; null: nothing
 * @param again this change was carried out before and is sent once more: nothing changes, and what differs is told
 * @param most how long a list may get
 */
export function applyChange<F extends object>(
  now: F | null,
  change: { id: string; was: Partial<F> | null; set: Partial<F> | null },
  again: boolean,
  most: number = LIMITS.themesPerPoint,
): Applied<F> {
  const { id, was, set } = change;
  const done: Outcome = { id, is: 'done' };
  if (set === null) {
    if (now === null) return { next: null, outcome: done };
    const others = changedSince(now as Fields, was ?? {});
    if (others !== null) return { next: now, outcome: { id, is: 'differs', now: others } };
    return { next: again ? now : null, outcome: done };
  }
  if (was === null) {
    // Sent once more, and perhaps changed or removed since: as it was left, it stays.
    if (again || now !== null) return { next: now, outcome: done };
    return { next: set as F, outcome: done };
  }
  if (now === null) return { next: null, outcome: { id, is: 'gone' } };
  const next: Fields = { ...(now as Fields) };
  const differs: Fields = {};
  for (const [field, wanted] of Object.entries(set as Fields)) {
    const [seen, there] = [(was as Fields)[field], (now as Fields)[field]];
    if (isList(wanted) && isList(seen) && isList(there)) {
      if (again) continue;
      const merged = mergeList(there, seen, wanted);
      next[field] = merged.slice(0, most);
      // There is no room for all that both put on: told, so that nobody believes theirs is there.
      if (merged.length > most) differs[field] = next[field];
    } else if (field === 'hands') {
      if (again) continue;
      const sum = Math.max(0, Number(there) + Number(wanted) - Number(seen));
      next[field] = Math.min(sum, LIMITS.peoplePerSession);
      if (sum > LIMITS.peoplePerSession) differs[field] = next[field];
    } else if (there === seen || there === wanted) {
      if (!again) next[field] = wanted;
      // Done before, and changed back or on since.
      else if (there !== wanted) differs[field] = there;
    } else differs[field] = there;
  }
  const all = Object.keys(differs).length === 0;
  return { next: next as F, outcome: all ? done : { id, is: 'differs', now: differs } };
}

/**
 * Names of what is not somebody's words or marks: a neighbour's place moves it, a session's end takes it away, and
 * a post-it is known by another name from then on. A passage moves with its text.
 */
const PASSING: readonly string[] = ['order', 'person', 'postit', 'from', 'to'];

/** What somebody else has changed of these fields, which a removal would take along unseen; null: nothing. */
function changedSince(now: Fields, was: Fields): Fields | null {
  const names = Object.keys(was).filter((name) => !PASSING.includes(name) && !same(now[name], was[name]));
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, now[name]]));
}

function same(a: unknown, b: unknown): boolean {
  // Themes of a point are kept in no order.
  return isList(a) && isList(b) ? a.toSorted().join(' ') === b.toSorted().join(' ') : a === b;
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
export function undoOf(change: Change, id: string, last: WholeFields | null): Change | null {
  const { was, set } = change;
  if (was === null) return { ...change, id, was: set, set: null } as Change;
  if (set === null) return last === null ? null : ({ ...change, id, was: null, set: last } as Change);
  return { ...change, id, was: set, set: was } as Change;
}

/**
 * Merging one document that was changed in two places, field by field. A shape says what the fields of a
 * document are; merging takes what was there before, mine and theirs. What only one side changed is taken
 * from there. Where both changed the same field differently somebody is asked: no text that was typed on
 * either side goes unless it was chosen to. Nothing here knows what the documents mean.
 */
import { cleanText } from '../text.ts';

export type Side = 'mine' | 'theirs';

/** A field that both sides changed differently; undefined: it is not there on that side. */
export interface Conflict {
  /** Names of fields and ids of list entries with dots between: `chapters.ID.text`. */
  at: string;
  mine: unknown;
  theirs: unknown;
}

/** One field in its three states; undefined: it is not there. */
export interface Three<T> {
  base: T | undefined;
  mine: T | undefined;
  theirs: T | undefined;
}

/** Told of a conflict; says which side is taken. */
export type Ask = (conflict: Conflict) => Side;

export interface Shape<T> {
  /** Whether both say the same to a reader. */
  same(a: T | undefined, b: T | undefined): boolean;
  merge(at: string, three: Three<T>, ask: Ask): T | undefined;
}

/** Compared and asked about as a whole: a choice, a list of ids, a picture. */
export function whole<T>(same: Shape<T>['same'] = equal): Shape<T> {
  return {
    same,
    merge(at, { base, mine, theirs }, ask) {
      if (equal(theirs, base)) return mine;
      if (equal(mine, base)) return theirs;
      if (same(theirs, base) || same(mine, theirs)) return mine;
      if (same(mine, base)) return theirs;
      return ask({ at, mine, theirs }) === 'mine' ? mine : theirs;
    },
  };
}

/** A text that somebody typed. The server cleans texts, so that white space around them is no difference. */
export function typed(): Shape<string> {
  return whole((a, b) => cleanText(a ?? '') === cleanText(b ?? ''));
}

/** Named fields, each for itself. One that is not there is left out. */
export function fields<T extends object>(shapes: {
  [K in keyof T]-?: Shape<Exclude<T[K], undefined>>;
}): Shape<T> {
  const keys = Object.keys(shapes) as (keyof T & string)[];
  // A field's shape takes the field's own kind of value, which the type of the record has said already.
  const shapeOf = <K extends keyof T>(key: K) => shapes[key] as unknown as Shape<T[K]>;
  return {
    same: (a, b) => keys.every((key) => shapeOf(key).same(a?.[key], b?.[key])),
    merge(at, { base, mine, theirs }, ask) {
      const merged: Partial<T> = {};
      for (const key of keys) {
        const three = { base: base?.[key], mine: mine?.[key], theirs: theirs?.[key] };
        const value = shapeOf(key).merge(inside(at, key), three, ask);
        if (value !== undefined) merged[key] = value;
      }
      return merged as T;
    },
  };
}

/** A record of entries by id, in which one without anything in it is as if it were not there. */
export function entries<T extends object>(each: Shape<T>): Shape<Record<string, T>> {
  const ids = (...records: (Record<string, T> | undefined)[]): string[] => [
    ...new Set(records.flatMap((record) => Object.keys(record ?? {}))),
  ];
  return {
    same: (a, b) => ids(a, b).every((id) => each.same(a?.[id], b?.[id])),
    merge(at, { base, mine, theirs }, ask) {
      const merged: Record<string, T> = {};
      for (const id of ids(base, mine, theirs)) {
        const three = { base: base?.[id], mine: mine?.[id], theirs: theirs?.[id] };
        const value = each.merge(inside(at, id), three, ask);
        if (value !== undefined && Object.keys(value).length > 0) merged[id] = value;
      }
      return merged;
    },
  };
}

/**
 * A list of things that are known by a key. What one side removed goes unless the other has changed it,
 * and then somebody is asked. The order is that of the side that moved something; of mine where both did.
 */
export function list<T>(key: (one: T) => string, each: Shape<T>): Shape<T[]> {
  const byKey = (all: readonly T[] | undefined) => new Map((all ?? []).map((one) => [key(one), one]));
  const one = (at: string, three: Three<T>, ask: Ask): T | undefined => {
    const { base, mine, theirs } = three;
    if (mine !== undefined && theirs !== undefined) return each.merge(at, three, ask);
    const left = mine ?? theirs;
    if (base === undefined || left === undefined) return left;
    if (each.same(left, base)) return undefined;
    return ask({ at, mine, theirs }) === 'mine' ? mine : theirs;
  };
  return {
    same: (a = [], b = []) =>
      a.length === b.length &&
      a.every((x, i) => {
        const y = b[i];
        return y !== undefined && key(x) === key(y) && each.same(x, y);
      }),
    merge(at, { base, mine, theirs }, ask) {
      const [before, own, other] = [byKey(base), byKey(mine), byKey(theirs)];
      return orderOf([...before.keys()], [...own.keys()], [...other.keys()]).flatMap((id) => {
        const three = { base: before.get(id), mine: own.get(id), theirs: other.get(id) };
        return one(inside(at, id), three, ask) ?? [];
      });
    },
  };
}

/** Every key of either side, in the order of the one that moved something; what is new stays behind its neighbour. */
function orderOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = base.filter((id) => mine.includes(id));
  const still = equal(
    mine.filter((id) => base.includes(id)),
    kept,
  );
  const [first, second] = still ? [theirs, mine] : [mine, theirs];
  const order = [...first];
  for (const [i, id] of second.entries())
    if (!order.includes(id)) order.splice(order.indexOf(second[i - 1] ?? '') + 1, 0, id);
  return order;
}

function inside(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

/** Whether two values of JSON are the same, whatever the order of their fields. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    one.size === other.size &&
    [...one].every(([key, value]) => other.has(key) && equal(value, other.get(key)))
  );
}

/** What older documents lack is not there where no side has it. */
export function whereThereIs<T>(shape: Shape<T>): Shape<T> {
  return {
    same: (a, b) => shape.same(a, b),
    merge: (at, three, ask) =>
      Object.values(three).every((one) => one === undefined) ? undefined : shape.merge(at, three, ask),
  };
}

/** What the laptop has, with what this device has changed since laid over it. */
import type { TalkPage } from '../../../core/talk/api.ts';
import { applyChange, type Change, type CodingFields } from '../../../core/talk/change.ts';
import {
  sourceOf,
  type Coding,
  type Point,
  type PointFields,
  type Theme,
  type ThemeFields,
} from '../../../core/talk/types.ts';

/** Puts a point that the laptop does not have yet behind all others. */
const LAST = 1_000_000;

export interface Mirror {
  themes: Map<string, Theme>;
  points: Map<string, Point>;
  /** Themes of post-its, by `codingKey`. */
  codings: Map<string, string[]>;
}

export function codingKey(session: string, postit: string): string {
  return `${session} ${postit}`;
}

export function emptyMirror(): Mirror {
  return { themes: new Map(), points: new Map(), codings: new Map() };
}

/** Takes in what the laptop told. */
export function take(mirror: Mirror, page: TalkPage): void {
  if (page.whole) for (const map of Object.values(mirror) as Map<string, unknown>[]) map.clear();
  for (const id of page.gone) {
    mirror.points.delete(id);
    mirror.themes.delete(id);
  }
  for (const theme of page.themes) mirror.themes.set(theme.id, theme);
  for (const point of page.points) mirror.points.set(point.id, point);
  for (const { session, postit, themes } of page.codings)
    mirror.codings.set(codingKey(session, postit), themes);
}

/** A copy of it with these changes done; what they do not touch stays the very same object. */
export function overlaid(mirror: Mirror, changes: readonly Change[]): Mirror {
  const { themes, points, codings } = mirror;
  const over: Mirror = { themes: new Map(themes), points: new Map(points), codings: new Map(codings) };
  for (const [i, change] of changes.entries()) doOne(over, change, LAST + i);
  return over;
}

function doOne(over: Mirror, change: Change, place: number): void {
  if (change.of === 'theme') {
    const now = over.themes.get(change.key) ?? null;
    const { next } = applyChange<ThemeFields>(now, change, false);
    if (next === null) over.themes.delete(change.key);
    else over.themes.set(change.key, { ...next, id: change.key });
  } else if (change.of === 'point') {
    const now = over.points.get(change.key) ?? null;
    const { next } = applyChange<PointFields>(now, change, false);
    const about = { id: change.key, session: change.session, source: sourceOf(change.key) };
    if (next === null) over.points.delete(change.key);
    else over.points.set(change.key, { ...next, ...about, place: now?.place ?? place });
  } else {
    const key = codingKey(change.session, change.key);
    const { next } = applyChange<CodingFields>({ themes: over.codings.get(key) ?? [] }, change, false);
    over.codings.set(key, next?.themes ?? []);
  }
}

/** In the order in which they came; where that is not known any more, in that of their random ids. */
export function inPlace(points: Iterable<Point>): Point[] {
  return [...points].toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

export function codingList(codings: ReadonlyMap<string, string[]>): Coding[] {
  return [...codings].flatMap(([key, themes]) => {
    const [session = '', postit = ''] = key.split(' ');
    return themes.length === 0 ? [] : [{ session, postit, themes }];
  });
}

/** What can be changed of it, all of it. */
export function fieldsOf(item: Point): PointFields;
export function fieldsOf(item: Theme): ThemeFields;
export function fieldsOf(item: Point | Theme): PointFields | ThemeFields;
export function fieldsOf(item: Point | Theme): PointFields | ThemeFields {
  const { id: _id, ...rest } = item;
  if (!('session' in rest)) return rest;
  const { session: _session, source: _source, place: _place, ...fields } = rest;
  return fields;
}

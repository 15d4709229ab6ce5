/** What the laptop has, with what this device has changed since laid over it. */
import type { TalkPage } from '../../../core/talk/api.ts';
import { applyChange, type Change, type CodingFields, type WholeFields } from '../../../core/talk/change.ts';
import { changedPassage, movedPassages } from '../../../core/talk/passages.ts';
import { NOT_CODED, unitKey, type SecondCoding, type SecondFields } from '../../../core/talk/second.ts';
import type {
  Passage,
  PassageFields,
  Question,
  QuestionFields,
  SourceFields,
  TextSource,
} from '../../../core/talk/sources.ts';
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
  /** Themes of what the second coder has looked at, by `unitKey`. */
  seconds: Map<string, string[]>;
  sources: Map<string, TextSource>;
  passages: Map<string, Passage>;
  questions: Map<string, Question>;
}

export function codingKey(session: string, postit: string): string {
  return `${session} ${postit}`;
}

export function emptyMirror(): Mirror {
  return {
    themes: new Map(),
    points: new Map(),
    codings: new Map(),
    seconds: new Map(),
    sources: new Map(),
    passages: new Map(),
    questions: new Map(),
  };
}

/** Takes in what the laptop told. */
export function take(mirror: Mirror, page: TalkPage): void {
  if (page.whole) for (const map of Object.values(mirror) as Map<string, unknown>[]) map.clear();
  for (const id of page.gone) {
    mirror.points.delete(id);
    mirror.themes.delete(id);
    mirror.questions.delete(id);
    mirror.passages.delete(id);
    if (mirror.sources.delete(id)) dropPassages(mirror, id);
  }
  for (const theme of page.themes) mirror.themes.set(theme.id, theme);
  for (const point of page.points) mirror.points.set(point.id, point);
  for (const { session, postit, themes } of page.codings)
    mirror.codings.set(codingKey(session, postit), themes);
  for (const { session, unit, themes, coded } of page.seconds)
    if (coded) mirror.seconds.set(unitKey(session, unit), themes);
    else mirror.seconds.delete(unitKey(session, unit));
  for (const source of page.sources) mirror.sources.set(source.id, source);
  for (const passage of page.passages) mirror.passages.set(passage.id, passage);
  for (const question of page.questions) mirror.questions.set(question.id, question);
}

/** Passages go with their text. */
function dropPassages(mirror: Mirror, source: string): void {
  for (const passage of mirror.passages.values())
    if (passage.source === source) mirror.passages.delete(passage.id);
}

/** A copy of it with these changes done; what they do not touch stays the very same object. */
export function overlaid(mirror: Mirror, changes: readonly Change[]): Mirror {
  const over: Mirror = {
    themes: new Map(mirror.themes),
    points: new Map(mirror.points),
    codings: new Map(mirror.codings),
    seconds: new Map(mirror.seconds),
    sources: new Map(mirror.sources),
    passages: new Map(mirror.passages),
    questions: new Map(mirror.questions),
  };
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
  } else if (change.of === 'source' || change.of === 'passage' || change.of === 'question') {
    doText(over, change);
  } else if (change.of === 'second') {
    const key = unitKey(change.session, change.key);
    const { next } = applyChange<SecondFields>(secondAt(over.seconds, key), change, false);
    if (next?.coded === true) over.seconds.set(key, next.themes);
    else over.seconds.delete(key);
  } else {
    const key = codingKey(change.session, change.key);
    const { next } = applyChange<CodingFields>({ themes: over.codings.get(key) ?? [] }, change, false);
    over.codings.set(key, next?.themes ?? []);
  }
}

/** What stands of a second coding. */
export function secondAt(seconds: ReadonlyMap<string, string[]>, key: string): SecondFields {
  const themes = seconds.get(key);
  return themes === undefined ? NOT_CODED : { themes, coded: true };
}

/** As the laptop will do it (server/store/sqlite/talkSources.ts). */
function doText(over: Mirror, change: Extract<Change, { of: 'source' | 'passage' | 'question' }>): void {
  if (change.of === 'source') {
    const now = over.sources.get(change.key) ?? null;
    const { next } = applyChange<SourceFields>(now, change, false);
    if (next === null) {
      over.sources.delete(change.key);
      dropPassages(over, change.key);
      return;
    }
    over.sources.set(change.key, { ...next, id: change.key });
    if (now === null || now.text === next.text) return;
    const own = [...over.passages.values()].filter(({ source }) => source === change.key);
    for (const passage of movedPassages(now.text, next.text, own)) over.passages.set(passage.id, passage);
  } else if (change.of === 'passage') {
    const now = over.passages.get(change.key) ?? null;
    const source = over.sources.get(change.source);
    if (source === undefined) return void over.passages.delete(change.key);
    const { next } = changedPassage(now, change, source.text, false);
    if (next === null) over.passages.delete(change.key);
    else over.passages.set(change.key, { ...next, id: change.key, source: change.source });
  } else {
    const { next } = applyChange<QuestionFields>(over.questions.get(change.key) ?? null, change, false);
    if (next === null) over.questions.delete(change.key);
    else over.questions.set(change.key, { ...next, id: change.key });
  }
}

/** All that can be changed of what a change is about, as it stands; null: it is not there, or always. */
export function standingFields(view: Mirror, change: Change): WholeFields | null {
  const { of, key } = change;
  if (of === 'coding' || of === 'second') return null;
  if (of === 'passage') {
    const there = view.passages.get(key);
    return there === undefined ? null : passageFields(there);
  }
  if (of === 'source' || of === 'question') {
    const there = (of === 'source' ? view.sources : view.questions).get(key);
    if (there === undefined) return null;
    const { id: _id, ...fields } = there;
    return fields;
  }
  const there = (of === 'point' ? view.points : view.themes).get(key);
  return there === undefined ? null : fieldsOf(there);
}

export function passageFields({ id: _id, source: _source, ...fields }: Passage): PassageFields {
  return fields;
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

export function secondList(seconds: ReadonlyMap<string, string[]>): SecondCoding[] {
  return [...seconds].map(([key, themes]) => {
    const [session = '', unit = ''] = key.split(' ');
    return { session, unit, themes };
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

/**
 * Whether a theme is made of something else than it was in an earlier release: another was nested under it since, or
 * taken from under it, or merged into it, or one that is new took of its points. Then a number of it tells of others
 * as well: nine and ten that were told, and eighteen that are nested, are one who took something back. So such a number
 * is told anew only where the floor is reached by how many more, or fewer, are under all that it was made of and is made
 * of now: what was only moved has neither come nor gone. Else what was told of the theme itself stands, or nothing is
 * told. That goes by what was told and how themes stand, and not by what a few have taken back
 * (docs/decisions/043-wholes-and-parts.md).
 */
import type { TalkCell } from '../release/stories.ts';
import type { EntryTalk } from '../release/types.ts';
import { ONE, WHOLE } from './partsHeld.ts';
import { rowsOf, type Rows, type Said } from './talkRows.ts';
import type { Related } from './themesRelated.ts';
import { DISSENT } from './toldNumbers.ts';

interface MovedSource {
  /** Oldest first. */
  earlier: readonly EntryTalk[];
  related: Related;
  /** Ids of which what was told stands as a theme's own. */
  standsAs: (theme: string) => readonly string[];
  /** Everything that is counted. */
  now: Said;
  /** Ids of sessions that are counted. */
  chosen: ReadonlySet<string>;
  floor: number;
}

/** What is under the same themes, and how much of it was said in each session. */
interface Heap {
  put: readonly string[];
  n: number;
  sessions: ReadonlyMap<string, number>;
}

type Is = (put: readonly string[]) => boolean;

/** So many new themes add up to anything: to try all that they can be together would come to no end. */
const MANY = 12;

/** One release, as far as its numbers are of sessions that are counted now. */
interface Before {
  heaps: readonly Heap[];
  /** Of which themes there was a number, and what it was made of. */
  numbers: readonly { theme: string; heaps: readonly Heap[] }[];
  themes: NonNullable<EntryTalk['themes']>;
  /** Ids of what they were put under. */
  known: ReadonlySet<string>;
  /** What each theme led up to. */
  above: ReadonlyMap<string, readonly string[]>;
}

/** @returns whether the number of a theme may not be told anew for what it is made of */
export function movedThemes(source: MovedSource): (theme: string) => boolean {
  const { earlier, related, standsAs, now, chosen, floor } = source;
  const today = heapsOf(rowsOf(now));
  const sizes = new Map<string, number>();
  for (const { put, n } of today) for (const id of new Set(put)) sizes.set(id, (sizes.get(id) ?? 0) + n);
  const before = earlier.flatMap((entry, i): Before[] => {
    if (!tellsOf(entry)) return [];
    const heaps = heapsOf(rowsIn(entry.cells, chosen));
    const known = new Set(heaps.flatMap(({ put }) => put));
    const { themes = [] } = entry;
    return [{ heaps, numbers: numbersIn(entry), themes, known, above: aboveUntil(earlier.slice(0, i + 1)) }];
  });
  /** New ones, beside what they were taken from. */
  const taken = new Set(before.flatMap(takenIn));
  return (theme) =>
    related.heirs(theme).some((id) => taken.has(id)) || before.some((one) => isOther(one, theme));

  function reachedBy(theme: string): Is {
    return (put) => put.some((id) => related.reaches(id).has(theme));
  }

  /** It is made of others than it was, and of about as much in all. */
  function isOther(one: Before, theme: string): boolean {
    const line = standsAs(theme);
    const is = reachedBy(theme);
    const was: Is = (put) =>
      put.some((id) => [id, ...(one.above.get(id) ?? [])].some((upper) => line.includes(upper)));
    // Also one of which nothing was left then.
    const told = [...one.heaps, ...one.themes.map(({ theme: id }) => ({ put: [id] }))];
    if (!told.some(({ put }) => was(put) !== is(put))) return takenFrom(one, line, is).length > 0;
    const anew = [...one.known].flatMap((id) => (was([id]) ? related.madeAnew(id) : [])).map(reachedBy);
    const any: Is = (put) => was(put) || is(put) || anew.some((isOne) => isOne(put));
    return hasNumber(one, line, any) && Math.abs(sumOf(today, any) - sumOf(one.heaps, any)) < floor;
  }

  function takenIn(one: Before): string[] {
    return one.themes.flatMap(({ theme, name }) =>
      name === '' ? [] : takenFrom(one, [theme], reachedBy(theme)),
    );
  }

  /** New ones that may have, alone or with others that are new, what has gone from a theme. */
  function takenFrom(one: Before, line: readonly string[], is: Is): string[] {
    const fresh = freshBeside(one, is);
    if (fresh.length === 0 || !hasNumber(one, line, is)) return [];
    const gone = sumOf(one.heaps, is) - sumOf(today, is);
    const most = gone + floor;
    const size = (id: string): number => sizes.get(id) ?? 0;
    if (fresh.length > MANY) return fresh.filter((id) => size(id) < most);
    return fresh.filter((id) => {
      let sums = new Set([size(id)]);
      for (const other of fresh)
        if (other !== id)
          sums = new Set([...sums].flatMap((sum) => [sum, sum + size(other)]).filter((sum) => sum < most));
      return [...sums].some((sum) => Math.abs(gone - sum) < floor);
    });
  }

  /** Those that are new in the sessions in which as much as the floor has gone from a theme: it may be under them now. */
  function freshBeside({ heaps, above, known }: Before, is: Is): string[] {
    const left = perSession(heaps, is);
    for (const [session, n] of perSession(today, is)) left.set(session, (left.get(session) ?? 0) - n);
    const went = [...left].filter(([, n]) => n > 0);
    if (went.reduce((sum, [, n]) => sum + n, 0) < floor) return [];
    const there = today.filter(({ sessions }) => went.some(([session]) => sessions.has(session)));
    const isNew = (id: string): boolean =>
      !known.has(id) && !above.has(id) && ![...known].some((old) => related.reaches(old).has(id));
    return [...new Set(there.flatMap(({ put }) => put))].filter((id) => isNew(id) && !is([id]));
  }
}

/** It says of what is in it what that was put under. */
function tellsOf({ themes, cells }: EntryTalk): boolean {
  const rows = cells.flatMap(({ by, sessions = [] }) => (by === DISSENT ? [] : sessions));
  return themes !== undefined && rows.every((row) => row.n === 0 || row.themes !== undefined);
}

/** What each led up to when it was noted last. */
export function aboveUntil(entries: readonly EntryTalk[]): Map<string, readonly string[]> {
  return new Map(
    entries.flatMap(({ themes = [] }) => themes.map(({ theme, above }) => [theme, above] as const)),
  );
}

/** All that was told of, each once: what is under several themes is in the number of each. */
function rowsIn(cells: readonly TalkCell[], chosen: ReadonlySet<string>): Rows {
  const most = new Map<string, Rows[number]>();
  for (const { by, sessions = [] } of cells) {
    if (by === DISSENT) continue;
    for (const { n, ...where } of sessions) {
      const key = JSON.stringify([where.session, where.groups, where.statement, where.themes]);
      if (n > (most.get(key)?.n ?? 0) && chosen.has(where.session)) most.set(key, { ...where, n });
    }
  }
  return [...most.values()];
}

function heapsOf(rows: Rows): Heap[] {
  const heaps = new Map<string, { put: readonly string[]; n: number; sessions: Map<string, number> }>();
  for (const { session, n, themes: put = [] } of rows) {
    if (n === 0) continue;
    const key = JSON.stringify(put);
    const heap = heaps.get(key) ?? { put, n: 0, sessions: new Map<string, number>() };
    heap.n += n;
    heap.sessions.set(session, (heap.sessions.get(session) ?? 0) + n);
    heaps.set(key, heap);
  }
  return [...heaps.values()];
}

function numbersIn({ cells }: EntryTalk): Before['numbers'] {
  return cells
    .filter(({ by }) => by === WHOLE || by === ONE)
    .map(({ theme, sessions = [] }) => ({ theme, heaps: heapsOf(sessions) }));
}

/** A number was told of the theme, of one that is below it, now or then, or of one that is all in it. */
function hasNumber({ numbers }: Before, line: readonly string[], is: Is): boolean {
  return numbers.some(
    ({ theme, heaps }) =>
      line.includes(theme) || is([theme]) || (heaps.length > 0 && heaps.every(({ put }) => is(put))),
  );
}

function perSession(heaps: readonly Heap[], is: Is): Map<string, number> {
  const found = new Map<string, number>();
  for (const { put, sessions } of heaps)
    if (is(put)) for (const [session, n] of sessions) found.set(session, (found.get(session) ?? 0) + n);
  return found;
}

function sumOf(heaps: readonly Heap[], is: Is): number {
  return heaps.reduce((sum, { put, n }) => sum + (is(put) ? n : 0), 0);
}

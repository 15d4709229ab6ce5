/**
 * What a release may tell of themes, held against everything that earlier ones told of them. Whoever has them all
 * subtracts: so a number is printed anew only where nothing under the floor can be worked out between it and all the
 * earlier ones (holdHeard), and what was told of a theme that few have changed since stays told, also where it could not
 * be told for the first time now. That some were taken back is then seen in none of it: not in a number, in the number
 * of sessions, in the order, in a part that is missing, nor in a theme that is.
 */
import type { EntryTalk, TalkCell } from '../release/types.ts';
import { holdHeard } from './heardHeld.ts';
import { setHeld } from './sets.ts';

/** A number that may be told; `again`: the date of the release it is taken from unchanged. */
export interface Told {
  n: number;
  again: string | null;
}

/** How many points there are in all: told, `few` where they are under the floor, `one` participant's one. */
export interface ToldRow {
  points: Told | 'few' | 'one';
  /** Ids of sessions of which it is told that the theme was raised there. */
  sessions: string[];
  dissent: boolean;
}

/** Where it was said, once for each time that it was said. */
export type Said = readonly { session: string }[];

/** Names of what is noted of a theme besides its numbers, none of which is a group's or a statement's. */
const [FEW, ONE, DISSENT] = ['few', 'one', 'dissent'];

/**
 * Sessions that a release counts: those of the report, where nothing that few people talked about can be worked out
 * from them and from what earlier ones counted. A theme that appears, or stands higher, beside a few people who are new
 * would be theirs, and so would one that is gone with them. So those who are new wait until they are as many together
 * as the floor; and with those who are not in the report any more an earlier set stands as it was, until they are as
 * many. This goes by who was there and never by what was said.
 *
 * @param sessions ids of those of the report
 * @param people how many each had; one that is not in it: not known, and taken for nobody
 * @returns ids; empty: none can be counted
 */
export function sessionsCounted(
  sessions: readonly string[],
  earlier: readonly EntryTalk[],
  people: ReadonlyMap<string, number>,
  floor: number,
): string[] {
  // One in which nothing was said was counted all the same, and its people are not new.
  const sets = earlier.map((entry) => entry.counted ?? entry.sessions ?? []);
  return setHeld(sessions, sets, (id) => people.get(id) ?? 0, floor);
}

/**
 * @param earlier oldest first
 * @param entry for the register: what is told is noted in it
 * @param chosen ids of sessions that are counted
 */
export function talkHeld(
  earlier: readonly EntryTalk[],
  entry: EntryTalk,
  { floor, date, chosen }: { floor: number; date: string; chosen: ReadonlySet<string> },
) {
  const cellsOf = (theme: string, by: string): TalkCell[] =>
    earlier.flatMap(({ cells }) =>
      cells.filter((cell) => cell.theme === theme && (cell.by === by || (by === '' && cell.by === ONE))),
    );

  /** What the last release that told of it told. */
  const lastOf = (theme: string): TalkCell[] =>
    earlier
      .findLast(({ cells }) => cells.some((cell) => cell.theme === theme))
      ?.cells.filter((cell) => cell.theme === theme) ?? [];

  /**
   * Null: it may not be told, and was not.
   *
   * @param may it may be told for itself; else only where it was
   */
  function number(theme: string, by: string, said: Said, may = true): Told | null {
    const next: TalkCell = { theme, by, n: said.length, date, sessions: perSession(said) };
    const past = cellsOf(theme, by);
    const last = past.at(-1);
    const same = last !== undefined && isSame(next, last);
    if (may && next.n >= floor && (same || isSafe(next, past, floor))) {
      // With its date in any case: one beside some numbers only would tell under which themes something has changed.
      entry.cells.push(same ? { ...last } : next);
      return { n: next.n, again: same ? last.date : null };
    }
    const near = last !== undefined && Math.abs(next.n - last.n) < floor;
    if (last === undefined || (!near && (!may || next.n < floor))) return null;
    return again(last);
  }

  function again(last: TalkCell): Told {
    entry.cells.push({ ...last });
    return { n: last.n, again: last.date };
  }

  return {
    /**
     * Parts of a theme: those that may be told, and those that were and few have changed since. Where its whole number
     * stays, so do they, as they were told with it: a new one could be taken from the old whole.
     *
     * @param may keys of those that may be told for themselves
     * @param of what is said in one
     */
    parts(
      theme: string,
      kind: string,
      row: ToldRow,
      may: readonly string[],
      of: (key: string) => Said,
    ): [string, Told][] {
      const cells = lastOf(theme).filter(({ by }) => by.startsWith(`${kind} `));
      const stays = typeof row.points !== 'string' && row.points.again !== null;
      if (stays) return cells.map((cell) => [cell.by.slice(kind.length + 1), again(cell)]);
      const keys = new Set([...may, ...cells.map(({ by }) => by.slice(kind.length + 1))]);
      return [...keys].flatMap((key): [string, Told][] => {
        const told = number(theme, `${kind} ${key}`, of(key), may.includes(key));
        return told === null ? [] : [[key, told]];
      });
    },

    /**
     * What is told of all that is under a theme. Null: nothing, now and before.
     *
     * @param one it is one participant's, once
     */
    row(theme: string, said: Said, one: boolean, dissent: boolean): ToldRow | null {
      const before = lastOf(theme);
      const cell = before.find(({ by }) => ['', FEW, ONE].includes(by));
      const now = perSession(said);
      // One that only sessions had which are not counted is not in it either.
      const there = (cell?.sessions ?? []).map(({ session }) => session).filter((id) => chosen.has(id));
      if (said.length === 0 && there.length === 0) return null;
      const told = pointsOf(theme, said, one, cell);
      if (told === null) return null;
      // What stands says nothing of who has come since, nor that they disagree.
      const stands = told.stays && there.length > 0;
      const sessions = stands ? there : now.map(({ session }) => session);
      const disagreed = told.stays ? before.some(({ by }) => by === DISSENT) : dissent;
      const noted = entry.cells.find((made) => made.theme === theme && ['', FEW, ONE].includes(made.by));
      // The next release knows where this one told it was raised.
      if (noted !== undefined && told.stays) noted.sessions = union(noted.sessions, sessions);
      if (disagreed) entry.cells.push({ theme, by: DISSENT, n: 1, date });
      return { points: told.points, sessions, dissent: disagreed };
    },
  };

  /** `stays`: it is what was told before, since fewer than the floor have come or gone. */
  function pointsOf(
    theme: string,
    said: Said,
    one: boolean,
    cell: TalkCell | undefined,
  ): { points: ToldRow['points']; stays: boolean } | null {
    const n = said.length;
    const note = (by: string, least: number): void =>
      void entry.cells.push({ theme, by, n: least, date, sessions: perSession(said) });
    if (cell?.by === ONE && Math.abs(n - 1) < floor) return { points: again(cell), stays: true };
    const told = number(theme, '', said);
    if (told !== null) return { points: told, stays: told.again !== null };
    if (cell?.by === FEW) {
      entry.cells.push({ ...cell });
      return { points: 'few', stays: true };
    }
    if (n === 0) return null;
    // Beside a number that it stood in, the rest of that number would be told with it.
    const apart = cellsOf(theme, '').every(
      (past) => Math.abs(past.n - 1) >= floor && past.sessions?.every((there) => !isIn(there, said)) === true,
    );
    if (one && apart) {
      note(ONE, 1);
      return { points: 'one', stays: false };
    }
    note(FEW, 0);
    return { points: 'few', stays: false };
  }
}

function isIn({ session, n }: { session: string; n: number }, said: Said): boolean {
  return n > 0 && said.some((one) => one.session === session);
}

type Sessions = NonNullable<TalkCell['sessions']>;

function perSession(said: Said): Sessions {
  const counts = new Map<string, number>();
  for (const { session } of said) counts.set(session, (counts.get(session) ?? 0) + 1);
  return [...counts]
    .map(([session, n]) => ({ session, n }))
    .toSorted((a, b) => (a.session < b.session ? -1 : 1));
}

function union(kept: Sessions | undefined, sessions: readonly string[]): Sessions {
  const known = kept ?? [];
  const more = sessions.filter((id) => !known.some(({ session }) => session === id));
  return [...known, ...more.map((session) => ({ session, n: 0 }))];
}

function isNear({ n }: TalkCell, last: TalkCell, floor: number): boolean {
  return n !== last.n && Math.abs(n - last.n) < floor;
}

/** The same number in the same sessions. */
function isSame(next: TalkCell, last: TalkCell): boolean {
  const real = (sessions: Sessions | undefined) => JSON.stringify((sessions ?? []).filter(({ n }) => n > 0));
  return next.n === last.n && (last.sessions === undefined || real(next.sessions) === real(last.sessions));
}

/** Against every number that was printed of it, not only the last. */
function isSafe(next: TalkCell, past: readonly TalkCell[], floor: number): boolean {
  const figures = past.filter(({ sessions }) => sessions !== undefined).map(figureOf);
  return past.every((cell) => !isNear(next, cell, floor)) && holdHeard(figureOf(next), figures, floor).safe;
}

function figureOf({ sessions = [] }: TalkCell): Parameters<typeof holdHeard>[0] {
  return { sessions: sessions.map(({ session, n }) => ({ session, cells: [n, 0, 0, 0] })) };
}

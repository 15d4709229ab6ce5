/**
 * What a release may tell of themes, held against everything that earlier ones told of them. Whoever has them all
 * subtracts: so a number is printed anew only where nothing under the floor can be worked out between it and all the
 * earlier ones, of the whole theme and of its parts (partsHeld.ts), and what was told of a theme that few have changed
 * since stays told, also where it could not be told for the first time now. That some were taken back is then seen in
 * none of it: not in a number, in the number of sessions, in the order, in a part that is missing, nor in a theme that
 * is. What stays has its date and says of how many sessions it was told; and a number that was told of a session which
 * this release is not about is not printed again in it, but left out.
 */
import type { TalkCell } from '../release/stories.ts';
import type { EntryTalk } from '../release/types.ts';
import { ONE, WHOLE } from './partsHeld.ts';
import { setHeld } from './sets.ts';
import { isSame, perSession, rowsOf, toldOf, union, type Rows, type Said } from './talkRows.ts';
import { disagreedThen, mostPerSession, toldIn, without } from './talkThere.ts';
import { movedThemes } from './themesMoved.ts';
import type { Related } from './themesRelated.ts';
import { DISSENT, FEW, isAll, NOT, toldNumbers, type TalkBefore } from './toldNumbers.ts';

/** A number that may be told; `again`: the date of the release it is taken from unchanged. */
export interface Told {
  n: number;
  again: string | null;
}

export interface ToldRow {
  /**
   * How many points there are in all: told, `few` where they are under the floor, `one` participant's one, `not` where
   * a number of other sessions would tell of too few beside it.
   */
  points: Told | 'few' | 'one' | 'not';
  /** Ids of sessions of which it is told that the theme was raised there. */
  sessions: string[];
  /** Of how many in which anything was said, at that time. */
  of: number;
  /** The date of the release that said so, where it stands; null: it is today's. */
  again: string | null;
  dissent: boolean;
}

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
 * @param related which themes of earlier releases each has to do with
 * @param chosen ids of sessions that are counted
 * @param said ids of those of them in which anything was said
 * @param all everything that is counted
 */
export function talkHeld(
  earlier: readonly TalkBefore[],
  entry: EntryTalk,
  related: Related,
  {
    floor,
    date,
    chosen,
    said: spoken,
    all: today,
  }: { floor: number; date: string; chosen: ReadonlySet<string>; said: readonly string[]; all: Said },
) {
  const numbers = toldNumbers(earlier, entry, related, floor);
  const { note, cellsOf, lastOf: lastTold, mayTell, standsAs, holdsStill } = numbers;
  const isMoved = movedThemes({ earlier, related, standsAs, now: today, chosen, floor });

  /** Told of no session but those that are counted now: else it would say of these what was said in others. */
  const isOurs = (cell: TalkCell): boolean => toldOf(cell).every((id) => chosen.has(id));
  const meetsOurs = (cell: TalkCell): boolean => toldOf(cell).some((id) => chosen.has(id));

  /** What the last release that told of it in any of these sessions told. */
  const lastOf = (theme: string) => lastTold(theme, meetsOurs);

  /**
   * Null: it may not be told, and was not, or not of these sessions alone.
   *
   * @param all everything under the theme
   * @param may it may be told for itself; else only where it was
   * @param anew it may be told anew, for all that is told beside it
   */
  function number(theme: string, by: string, own: Said, all: Said, may = true, anew = true): Told | null {
    const next = { theme, by, n: own.length, date, sessions: rowsOf(own), of: [...spoken] };
    const past = cellsOf(theme, by);
    // One participant's one is told in words, and is no number that could stand for many.
    const last = past.own.findLast((cell) => cell.by === by && meetsOurs(cell) && isOurs(cell));
    const same = last !== undefined && isSame(next, last);
    if (may && next.n >= floor && (same || (anew && mayTell(next, past.all.filter(meetsOurs), all)))) {
      // With its date in any case: one beside some numbers only would tell under which themes something has changed.
      note(same ? { ...last, theme } : next);
      return { n: next.n, again: same ? last.date : null };
    }
    // The floor may have been a lower one then.
    if (last === undefined || last.n < floor) return null;
    const near = Math.abs(next.n - last.n) < floor;
    if (!near && (!may || next.n < floor)) return null;
    return again(last, theme);
  }

  function again(last: TalkCell, theme: string): Told {
    note({ ...last, theme });
    return { n: last.n, again: last.date };
  }

  return {
    /**
     * Parts of a theme: those that may be told, and those that were and few have changed since. Where its whole number
     * stays, so do they, as they were told with it, and where it is not told, neither are they. Nor are any where those
     * that were told under a lower floor do not hold under this one.
     *
     * @param may keys of those that may be told for themselves, the largest first
     * @param all everything under the theme
     * @param of what of it is in one
     */
    parts(
      theme: string,
      kind: string,
      row: ToldRow,
      may: readonly string[],
      all: Said,
      of: (key: string) => Said,
    ): [string, Told][] {
      if (typeof row.points === 'string' || !holdsStill(theme)) return [];
      const cells = lastOf(theme).own.filter((cell) => cell.by.startsWith(`${kind} `) && isOurs(cell));
      if (row.points.again !== null)
        return cells.flatMap((cell): [string, Told][] =>
          cell.n < floor ? [] : [[cell.by.slice(kind.length + 1), again(cell, theme)]],
        );
      const keys = new Set([...may, ...cells.map(({ by }) => by.slice(kind.length + 1))]);
      return [...keys].flatMap((key): [string, Told][] => {
        const told = number(theme, `${kind} ${key}`, of(key), all, may.includes(key));
        return told === null ? [] : [[key, told]];
      });
    },

    /**
     * What is told of all that is under a theme. Null: nothing, now and before.
     *
     * @param one it is one participant's, once
     * @param against ids of sessions in which somebody disagreed
     * @param anew its number may be told anew
     * @param below those below it, of which is told already
     */
    row(theme: string, said: Said, { one, against, anew, below }: RowFacts): ToldRow | null {
      const { own, all: before } = lastOf(theme);
      const cell = own.find(isAll);
      // One that only sessions had which are not counted is not in it either.
      const then = mostPerSession(before.filter(isAll)).filter(({ session }) => chosen.has(session));
      const there = then.map(({ session }) => session);
      const lower = entry.cells.filter((made) => below.some(({ id }) => id === made.theme));
      const least = toldIn(lower.filter(isAll)).filter((id) => chosen.has(id));
      if (said.length === 0 && there.length === 0 && least.length === 0) return null;
      const moved = isMoved(theme);
      const now = perSession(rowsOf(said));
      const gone = then.reduce(
        (sum, { session, n }) =>
          sum + Math.max(0, n - (now.find((here) => here.session === session)?.n ?? 0)),
        0,
      );
      // What has only been moved has not gone, and what a few took back of it is not seen beside it.
      const keeps = moved || gone < floor;
      const left = least.length > 0 || (there.length > 0 && keeps);
      // Of what was told to be few, which is more than one, it would be told that others went.
      const alone = one && !lower.some(({ by }) => by === FEW) && !wasFew(theme);
      const told = pointsOf(theme, said, { one: alone, anew, moved }, cell, left);
      if (told === null) return null;
      // What stands says nothing of who has come since, nor that they disagree; and that few have gone is not seen. It
      // says nothing either of others that are in it now: it is of the sessions in which it was told of itself.
      const itself = toldIn(own.filter(isAll)).filter((id) => chosen.has(id));
      const stands = told.stays && itself.length > 0;
      const here = [...now.map(({ session }) => session), ...least];
      const sessions = stands ? itself : union(keeps ? there : [], here);
      const disagreed = stands
        ? disagreedThen(own, itself)
        : union(keeps ? disagreedThen(before, there) : [], [...against, ...disagreedThen(lower, least)]);
      const noted = entry.cells.find((made) => made.theme === theme && isAll(made));
      // The next release knows where this one told it was raised.
      if (noted !== undefined)
        noted.sessions = [
          ...(noted.sessions ?? []),
          ...without(sessions, noted.sessions ?? []).map((session) => ({ session, n: 0 })),
        ];
      if (disagreed.length > 0)
        note({ theme, by: DISSENT, n: 1, date, sessions: disagreed.map((session) => ({ session, n: 1 })) });
      const of = cell === undefined || !stands ? undefined : cell.of?.filter((id) => chosen.has(id));
      return {
        points: told.points,
        sessions,
        of: of?.length ?? spoken.length,
        again: of === undefined ? null : (cell?.date ?? null),
        dissent: disagreed.length > 0,
      };
    },
  };

  /** So was it told of one that may have been the same. */
  function wasFew(theme: string): boolean {
    const { all, own } = cellsOf(theme, FEW);
    return all.some((past) => !own.includes(past));
  }

  /**
   * `stays`: it is what was told before, since fewer than the floor have come or gone.
   *
   * @param left it was raised in these sessions by what was told before, and fewer than the floor have gone since
   */
  function pointsOf(
    theme: string,
    said: Said,
    { one, anew, moved }: { one: boolean; anew: boolean; moved: boolean },
    cell: TalkCell | undefined,
    left: boolean,
  ): { points: ToldRow['points']; stays: boolean } | null {
    const n = said.length;
    const ours = cell !== undefined && isOurs(cell) ? cell : null;
    const isNear = ours !== null && Math.abs(n - ours.n) < floor;
    const tell = (by: string, least: number): void =>
      note({ theme, by, n: least, date, sessions: rowsOf(said), of: [...spoken] });
    // Under a floor that was lower: until it may be told anew it is left out, however many it is of now.
    if (ours?.by === WHOLE && ours.n < floor && (moved || isNear)) {
      note({ ...ours, theme, by: NOT });
      return { points: 'not', stays: true };
    }
    if (moved) {
      if (ours?.by === WHOLE) return { points: again(ours, theme), stays: true };
      tell(NOT, n);
      return { points: 'not', stays: false };
    }
    if (ours?.by === ONE && isNear) return { points: again(ours, theme), stays: true };
    if (ours?.by === NOT && isNear) {
      note({ ...ours, theme });
      return { points: 'not', stays: true };
    }
    const told = number(theme, WHOLE, said, said, true, anew);
    if (told !== null) return { points: told, stays: told.again !== null };
    if (n >= floor) {
      tell(NOT, n);
      return { points: 'not', stays: false };
    }
    if (ours?.by === FEW) {
      note({ ...ours, theme });
      return { points: 'few', stays: true };
    }
    if (n === 0 && !left) return null;
    // Beside a number that it stood in, the rest of that number would be told with it.
    const apart = cellsOf(theme, WHOLE).all.every(
      (past) => Math.abs(past.n - 1) >= floor && past.sessions?.every((there) => !isIn(there, said)) === true,
    );
    if (one && apart) {
      tell(ONE, 1);
      return { points: 'one', stays: false };
    }
    tell(FEW, 0);
    return { points: 'few', stays: false };
  }
}

/** What is behind the row of a theme. */
interface RowFacts {
  one: boolean;
  against: readonly string[];
  anew: boolean;
  below: readonly { id: string }[];
}

function isIn({ session, n }: Rows[number], said: Said): boolean {
  return n > 0 && said.some((one) => one.session === session);
}

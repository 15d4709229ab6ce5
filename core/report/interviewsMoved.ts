/**
 * Whether a theme is made of something else than when a release told in how many interviews it, or any of that, was
 * raised: another was nested under it since, taken from under it or merged into it, or one that is new took of its
 * passages. Then its number is told anew only where, over all of these together, those who came and those who went are
 * nobody or as many as the floor, and not both nobody: six and six that were told, and eleven when they are merged, are
 * one who took something back, and where twelve were told, eleven that are not would say so too. As with points
 * (themesMoved.ts), but that it is known of interviews which they are.
 */
import type { EntryTalk } from '../release/types.ts';
import { aboveUntil } from './themesMoved.ts';
import type { Related } from './themesRelated.ts';

interface MovedSource {
  /** Oldest first. */
  earlier: readonly EntryTalk[];
  related: Related;
  /** Ids of which what was told stands as a theme's own. */
  standsAs: (theme: string) => readonly string[];
  /** What is counted: in which interview, and under which themes it was put. */
  passages: readonly { source: string; themes: readonly string[] }[];
  isFew: (line: Line) => boolean;
  floor: number;
}

type Line = NonNullable<EntryTalk['interviews']>['themes'][number];
type Is = (id: string) => boolean;

interface Before {
  /** Ids of themes that were in print, whether or not a number was told of them, or were in one that was. */
  ids: ReadonlySet<string>;
  lines: readonly Line[];
  /** Those that were in print with no number. */
  dashed: readonly string[];
  above: ReadonlyMap<string, readonly string[]>;
}

/** @returns whether the number of a theme may not be told anew for what it is made of */
export function movedInterviews(source: MovedSource): (theme: string) => boolean {
  const { earlier, related, standsAs, passages, isFew, floor } = source;
  const put = new Set(passages.flatMap(({ themes }) => themes));
  const before = earlier.flatMap(({ themes, interviews }, i): Before[] => {
    if (themes === undefined || interviews === undefined) return [];
    const ids = new Set([...themes, ...interviews.themes].map(({ theme }) => theme));
    const { themes: lines } = interviews;
    const noted = themes.flatMap(({ theme, name }) => (name === '' ? [] : [theme]));
    const dashed = noted.filter((id) => lines.every(({ theme }) => theme !== id));
    return [{ ids, lines, dashed, above: aboveUntil(earlier.slice(0, i + 1)) }];
  });
  const taken = new Set(
    before.flatMap((one) =>
      one.lines.flatMap(({ theme }) => takenFrom(one, [theme], reachedBy(theme), floor)),
    ),
  );
  return (theme) =>
    related.heirs(theme).some((id) => taken.has(id)) || before.some((one) => isOther(one, theme));

  function reachedBy(theme: string): Is {
    return (id) => related.reaches(id).has(theme);
  }

  function isOther(one: Before, theme: string): boolean {
    const line = standsAs(theme);
    const was: Is = (id) => [id, ...(one.above.get(id) ?? [])].some((upper) => line.includes(upper));
    const is = reachedBy(theme);
    const ids = [...one.ids];
    if (ids.every((id) => was(id) === is(id))) return takenFrom(one, line, is, 1).length > 0;
    const told = one.lines.filter(({ theme: id }) => was(id) || is(id));
    // How many are behind a dash is not known: they are as many as the floor, and “few” would tell that some went.
    if (one.dashed.some((id) => is(id) && (line.includes(id) || !was(id)))) return true;
    // With those that the numbers told were of, though they are elsewhere now.
    const inTold = (id: string): boolean =>
      told.some(({ theme: upper }) => one.above.get(id)?.includes(upper) === true);
    const members = ids.filter((id) => was(id) || is(id) || inTold(id));
    const anew = members.flatMap(related.madeAnew).map(reachedBy);
    return !isEnough(
      told,
      raisedIn((id) => is(id) || members.includes(id) || anew.some((isOne) => isOne(id))),
    );
  }

  /** No number was told of any of it, or enough have come and gone over all of it, and nobody else has. */
  function isEnough(told: readonly Line[], now: ReadonlySet<string>): boolean {
    if (told.every(isFew)) return true;
    // Which they were is not known of one of before.
    if (told.some(({ raised, n }) => raised === undefined && n > 0)) return false;
    const then = new Set(told.flatMap(({ raised = [] }) => raised));
    const moves = [without(now, then).length, without(then, now).length];
    return moves.some((n) => n > 0) && moves.every((n) => n === 0 || n >= floor);
  }

  function raisedIn(is: Is): Set<string> {
    return new Set(passages.flatMap((one) => (one.themes.some(is) ? [one.source] : [])));
  }

  /** @param least new themes that have as many as this of those who are not under one any more */
  function takenFrom(
    { ids, lines, above }: Before,
    line: readonly string[],
    is: Is,
    least: number,
  ): string[] {
    const own = lines.filter(({ theme }) => line.includes(theme));
    const gone = without(new Set(own.flatMap(({ raised = [] }) => raised)), raisedIn(is));
    if (gone.length < least) return [];
    const known = new Set([...ids].flatMap((id) => [...related.reaches(id)]));
    const fresh = [...put].filter((id) => {
      if (known.has(id) || above.has(id)) return false;
      const there = raisedIn((other) => other === id);
      return gone.some((one) => there.has(one));
    });
    const there = raisedIn((id) => fresh.includes(id));
    const enough = gone.filter((one) => there.has(one)).length >= least;
    return enough &&
      !isEnough(
        own,
        raisedIn((id) => is(id) || fresh.includes(id)),
      )
      ? fresh
      : [];
  }
}

function without(all: ReadonlySet<string>, some: ReadonlySet<string>): string[] {
  return [...all].filter((id) => !some.has(id));
}

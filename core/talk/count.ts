/** How often themes were raised: by sessions first, then by people. Often is not the same as important. */
import type { Codebook, Placed } from './themes.ts';

/** A point, or a post-it that was put under a theme. */
export interface Counted {
  session: string;
  /** Groups of whoever said it; empty: not known. */
  groups: readonly string[];
  /** Id of the statement it is about; empty: none. */
  statement: string;
  themes: readonly string[];
  /** Hands that went up for it. */
  hands: number;
  isPostit: boolean;
}

export interface Tally {
  /** Sessions in which it was raised. */
  sessions: number;
  points: number;
  postits: number;
  hands: number;
}

export interface ThemeCount extends Placed, Tally {
  /** By the id of a group; empty: of whom no group is known. */
  groups: ReadonlyMap<string, Tally>;
  /** By the id of a statement; empty: about none. */
  statements: ReadonlyMap<string, Tally>;
}

/** Each once who spoke, wrote or raised a hand: the same person may be in it more than once, and nobody can tell. */
export function voices({ points, postits, hands }: Tally): number {
  return points + postits + hands;
}

/**
 * What is under a theme counts for those above it as well, and there once, however many of them it is under.
 * In order: in how many sessions, then how many voices, then how many points; then the codebook's own order.
 */
export function countThemes(book: Codebook, contributions: readonly Counted[]): ThemeCount[] {
  const under = underThemes(book, contributions);
  return book.list
    .map((placed): ThemeCount => {
      const own = under.get(placed.theme.id) ?? [];
      return {
        ...placed,
        ...tallyOf(own),
        groups: tallied(own, ({ groups }) => (groups.length === 0 ? [''] : groups)),
        statements: tallied(own, ({ statement }) => [statement]),
      };
    })
    .toSorted(
      (a, b) =>
        b.sessions - a.sessions ||
        voices(b) - voices(a) ||
        b.points + b.postits - (a.points + a.postits) ||
        a.number - b.number,
    );
}

/** What counts for each theme that stands, by its id. */
export function underThemes(book: Codebook, contributions: readonly Counted[]): Map<string, Counted[]> {
  const under = new Map<string, Counted[]>(book.list.map(({ theme }) => [theme.id, []]));
  for (const one of contributions) {
    const ids = new Set(book.of(one.themes).flatMap(({ theme, above }) => [theme.id, ...above]));
    for (const id of ids) under.get(id)?.push(one);
  }
  return under;
}

function tallyOf(contributions: readonly Counted[]): Tally {
  return {
    sessions: new Set(contributions.map((one) => one.session)).size,
    points: contributions.filter((one) => !one.isPostit).length,
    postits: contributions.filter((one) => one.isPostit).length,
    hands: contributions.reduce((sum, one) => sum + one.hands, 0),
  };
}

function tallied(
  contributions: readonly Counted[],
  keys: (one: Counted) => readonly string[],
): Map<string, Tally> {
  const by = new Map<string, Counted[]>();
  for (const one of contributions) for (const key of keys(one)) by.set(key, [...(by.get(key) ?? []), one]);
  return new Map([...by].map(([key, list]) => [key, tallyOf(list)]));
}

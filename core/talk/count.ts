/** How often themes were raised: by sessions first, then by people. Often is not the same as important. */
import type { Range } from './passages.ts';
import { united } from './stretches.ts';
import type { Codebook, Placed } from './themes.ts';

/** A point, a post-it that was put under a theme, or a passage of an interview or document. */
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
  /** Where it stands, of a passage only; its session is empty then, since it was not said in one. */
  passage?: Range & { source: string };
}

export interface Tally {
  /** Sessions in which it was raised. */
  sessions: number;
  /** Interviews and documents likewise. */
  sources: number;
  points: number;
  postits: number;
  hands: number;
  /** Stretches of texts: passages that overlap, of two coders for one, are one. */
  passages: number;
}

export interface ThemeCount extends Placed, Tally {
  /** By the id of a group; empty: of whom no group is known. */
  groups: ReadonlyMap<string, Tally>;
  /** By the id of a statement; empty: about none. */
  statements: ReadonlyMap<string, Tally>;
}

/**
 * Each once who spoke, wrote or raised a hand: the same person may be in it more than once, and nobody can tell. An
 * interview is one voice, however often it comes back to a theme, and so is a document.
 */
export function voices({ points, postits, hands, sources }: Tally): number {
  return points + postits + hands + sources;
}

/** Whether anything is under it. */
export function isRaised({ points, postits, passages }: Tally): boolean {
  return points + postits + passages > 0;
}

/**
 * What is under a theme counts for those above it as well, and there once, however many of them it is under.
 * In order: in how many sessions, then how many voices, of which an interview is one, then how many points and
 * passages; then the codebook's own order. A room stands before an hour with one person.
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
        b.points + b.postits + b.passages - (a.points + a.postits + a.passages) ||
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
  const passages = contributions.flatMap(({ passage }) => passage ?? []);
  const said = contributions.filter(({ passage }) => passage === undefined);
  const texts = Map.groupBy(passages, ({ source }) => source);
  return {
    sessions: new Set(said.map((one) => one.session)).size,
    sources: texts.size,
    points: said.filter((one) => !one.isPostit).length,
    postits: said.filter((one) => one.isPostit).length,
    hands: said.reduce((sum, one) => sum + one.hands, 0),
    passages: [...texts.values()].reduce((sum, ranges) => sum + united(ranges).length, 0),
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

/** Where two people coded the same points, post-its or texts: how far they agree, theme by theme and over all. */
import { alphaOfTwo, masiApart, type Alpha } from '../statistics/krippendorff.ts';
import { firstCoding, type SecondCoding } from './second.ts';
import { isLost, type Passage, type TextSource } from './sources.ts';
import type { Codebook, Placed } from './themes.ts';
import type { Coding, Point } from './types.ts';

export interface Agreement {
  /** Points and post-its of what the team has coded that the second coder looked at, or sentences of texts that both coded. */
  units: number;
  /** Of themes that either used there, in the order of the codebook. */
  themes: readonly ThemeAgreement[];
  /** Of all themes together: what each put a unit under, as one set. */
  overall: Measured;
}

export interface SaidAgreement extends Agreement {
  /** Units that the team has under no theme: whether somebody looked at each of them is not known. */
  unplaced: number;
}

export interface TextAgreement extends Agreement {
  /** Texts that both coded. */
  sources: number;
}

export interface Measured extends Alpha {
  /** Units of which both said the same. */
  same: number;
  /** Units that either put under it; over all themes under any. */
  marked: number;
}

export interface ThemeAgreement extends Placed, Measured {
  /** Units that both put under it, and that only one did. */
  both: number;
  first: number;
  second: number;
}

/**
 * From so many units on anything is said of what an alpha is worth. By the formula of Bloch and Kraemer (2 x Kappa
 * Coefficients: Measures of Agreement or Association, Biometrics 45(1), 1989, 269-287) that Krippendorff takes for the
 * size of a sample (Content Analysis, 2019, chapter 12): so many tell an alpha from one below 0.667 at a level of 5 %
 * for two coders, where each answer is as likely as the other. Rarer themes need more of them.
 */
export const LEAST_UNITS = 60;
/** Our own: among fewer units under a theme one that is coded otherwise moves its alpha by a tenth and more. */
export const LEAST_MARKED = 10;
/** Krippendorff, Content Analysis, 4th ed., 2019, chapter 12. */
const [RELIED_ON, TENTATIVE] = [0.8, 0.667];

/** `few`: too few to tell; `none`: it cannot be computed. */
export type Worth = 'none' | 'few' | 'good' | 'fair' | 'low';

export function worthOf({ alpha, marked }: Pick<Measured, 'alpha' | 'marked'>, units: number): Worth {
  if (alpha === null) return 'none';
  if (units < LEAST_UNITS || marked < LEAST_MARKED) return 'few';
  return alpha >= RELIED_ON ? 'good' : alpha >= TENTATIVE ? 'fair' : 'low';
}

interface Unit {
  from: number;
  to: number;
}

/**
 * A unit is a sentence: short enough that two selections of one thought meet in it, long enough that their edges do
 * not count. It ends with the line, or after a full stop, question or exclamation mark, ellipsis, or their like in
 * other scripts, before a space. Not by the browser's own rules, which differ from one to the next.
 */
export function sentencesOf(text: string): Unit[] {
  const units: Unit[] = [];
  let from = 0;
  const letters = [...text];
  const end = (to: number): void => {
    let [a, b] = [from, to];
    while (a < b && isSpace(letters[a])) a += 1;
    while (b > a && isSpace(letters[b - 1])) b -= 1;
    // Marks alone are no sentence.
    if (letters.slice(a, b).some((letter) => /[\p{L}\p{N}]/u.test(letter))) units.push({ from: a, to: b });
    from = to;
  };
  for (const [i, letter] of letters.entries()) {
    const stops = letter === '\n' || /[。！？]/u.test(letter);
    const next = letters[i + 1];
    if (stops || (/[.!?…؟।۔"”’»)]/u.test(letter) && isSpace(next) && endsSentence(letters, i))) end(i + 1);
  }
  end(letters.length);
  return units;
}

/** A full stop, or one before closing quotes and brackets. */
function endsSentence(letters: readonly string[], at: number): boolean {
  let i = at;
  while (i > 0 && /["”’»)]/u.test(letters[i] ?? '')) i -= 1;
  return /[.!?…؟।۔]/u.test(letters[i] ?? '');
}

function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && /\s/u.test(letter);
}

/** Ids of themes that one coder put a unit under. */
type Row = Readonly<Record<'first' | 'second', ReadonlySet<string>>>;

/** Of points and post-its that the team has coded and the second coder has looked at. */
export function agreementOfSaid(
  book: Codebook,
  points: readonly Pick<Point, 'session' | 'id' | 'themes'>[],
  codings: readonly Coding[],
  seconds: readonly SecondCoding[],
): SaidAgreement {
  const first = firstCoding(book, points, codings);
  const standing = (ids: readonly string[]): Set<string> =>
    new Set(book.of(ids).map(({ theme }) => theme.id));
  const rows = seconds.flatMap(({ session, unit, themes }): Row[] => {
    const own = first(session, unit);
    return own === null ? [] : [{ first: standing(own), second: standing(themes) }];
  });
  return { unplaced: rows.filter((row) => row.first.size === 0).length, ...measured(book, rows) };
}

/** In each session how many of them there are. */
export function unitsOfSaid(
  book: Codebook,
  points: readonly Pick<Point, 'session' | 'id' | 'themes'>[],
  codings: readonly Coding[],
  seconds: readonly SecondCoding[],
): { session: string; n: number }[] {
  const first = firstCoding(book, points, codings);
  const both = seconds.filter(({ session, unit }) => first(session, unit) !== null);
  return [...Map.groupBy(both, ({ session }) => session)].map(([session, own]) => ({
    session,
    n: own.length,
  }));
}

/** Of texts that both coded at all: whoever found nothing in a text cannot be told from whoever did not read it. */
export function agreementOf(
  book: Codebook,
  sources: readonly TextSource[],
  passages: readonly Passage[],
): TextAgreement {
  const own = Map.groupBy(
    passages.filter((passage) => !isLost(passage)),
    (passage) => passage.source,
  );
  const both = sources.filter(({ id, mayUse }) => {
    const coders = new Set((own.get(id) ?? []).map(({ coder }) => coder));
    return mayUse && coders.size === 2;
  });
  const rows = both.flatMap(({ id, text }) => {
    const coded = (own.get(id) ?? []).map(({ from, to, coder, themes }) => ({
      from,
      to,
      coder,
      themes: book.of(themes).map(({ theme }) => theme.id),
    }));
    return sentencesOf(text).map((unit): Row => {
      const said = { first: new Set<string>(), second: new Set<string>() };
      for (const { from, to, coder, themes } of coded)
        if (from < unit.to && to > unit.from) for (const theme of themes) said[coder].add(theme);
      return said;
    });
  });
  return { sources: both.length, ...measured(book, rows) };
}

/** What is under a theme counts for those above it, as everywhere; over all themes each is only what it is itself. */
function measured(book: Codebook, rows: readonly Row[]): Agreement {
  const raised = rows.map((row) => [withAbove(book, row.first), withAbove(book, row.second)] as const);
  const themes = book.list.flatMap((placed): ThemeAgreement[] => {
    const marks = raised.map(
      ([a, b]) => [a.has(placed.theme.id) ? '1' : '0', b.has(placed.theme.id) ? '1' : '0'] as const,
    );
    const n = (a: string, b: string): number => marks.filter(([x, y]) => x === a && y === b).length;
    const counts = { both: n('1', '1'), first: n('1', '0'), second: n('0', '1') };
    const marked = counts.both + counts.first + counts.second;
    if (marked === 0) return [];
    const same = rows.length - counts.first - counts.second;
    return [{ ...placed, ...counts, ...alphaOfTwo(marks, () => 1), same, marked }];
  });
  const sets = rows.map(({ first, second }) => [asText(first), asText(second)] as const);
  const overall: Measured = {
    ...alphaOfTwo(sets, masiApart),
    same: sets.filter(([a, b]) => a === b).length,
    marked: sets.filter(([a, b]) => a + b !== '').length,
  };
  return { units: rows.length, themes, overall };
}

function withAbove(book: Codebook, ids: ReadonlySet<string>): Set<string> {
  return new Set(book.of([...ids]).flatMap(({ theme, above }) => [theme.id, ...above]));
}

function asText(ids: ReadonlySet<string>): string {
  return [...ids].toSorted().join(' ');
}

/** Where two people coded the same texts: how far they agree, theme by theme. */
import { krippendorffAlpha } from '../statistics/krippendorff.ts';
import { isLost, type Passage, type TextSource } from './sources.ts';
import type { Codebook, Placed } from './themes.ts';

export interface Agreement {
  /** Texts that both coded. */
  sources: number;
  /** Sentences in them. */
  units: number;
  /** Of themes that either used there, in the order of the codebook. */
  themes: readonly ThemeAgreement[];
}

export interface ThemeAgreement extends Placed {
  /** Null: it cannot be computed, nothing varies. */
  alpha: number | null;
  /** Sentences that both put under it, and that only one did. */
  both: number;
  first: number;
  second: number;
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

/**
 * Of texts that both coded at all: whoever found nothing in a text cannot be told from whoever did not read it. What
 * is under a theme counts for those above it, as everywhere.
 */
export function agreementOf(
  book: Codebook,
  sources: readonly TextSource[],
  passages: readonly Passage[],
): Agreement {
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
      themes: new Set(book.of(themes).flatMap(({ theme, above }) => [theme.id, ...above])),
    }));
    return sentencesOf(text).map((unit) => {
      const said = { first: new Set<string>(), second: new Set<string>() };
      for (const { from, to, coder, themes } of coded)
        if (from < unit.to && to > unit.from) for (const theme of themes) said[coder].add(theme);
      return said;
    });
  });
  const themes = book.list.flatMap((placed): ThemeAgreement[] => {
    const marks = rows.map(({ first, second }) => [
      first.has(placed.theme.id) ? 1 : 0,
      second.has(placed.theme.id) ? 1 : 0,
    ]);
    const n = (a: 0 | 1, b: 0 | 1): number => marks.filter(([x, y]) => x === a && y === b).length;
    const counts = { both: n(1, 1), first: n(1, 0), second: n(0, 1) };
    if (counts.both + counts.first + counts.second === 0) return [];
    return [{ ...placed, ...counts, alpha: krippendorffAlpha(marks).alpha }];
  });
  return { sources: both.length, units: rows.length, themes };
}

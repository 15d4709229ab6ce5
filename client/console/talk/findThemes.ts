/** Themes for what somebody types to look one up. */
import { nameKey, type Placed } from '../../../core/talk/themes.ts';

/** The most that are shown of them. */
const MOST_SHOWN = 8;

export interface FoundThemes {
  /** Those whose name is that, whose number it is, or whose name or a word of it begins so, in that order. */
  first: Placed[];
  /** Those that have it elsewhere: no good reason to take one for what was typed. */
  rest: Placed[];
  /** It would be a new one: no theme has this name, and it is no number. */
  isNew: boolean;
}

export function findThemes(list: readonly Placed[], typed: string): FoundThemes {
  const words = folded(typed);
  const name = nameKey(typed);
  const ranked = list.flatMap((one) => {
    const rank = rankOf(one, words, name);
    return rank < 0 ? [] : [{ one, rank }];
  });
  const shown = ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_SHOWN);
  const part = (isFirst: boolean): Placed[] =>
    shown.flatMap(({ one, rank }) => (rank < ELSEWHERE === isFirst ? [one] : []));
  const has = list.some(({ theme }) => nameKey(theme.name) === name);
  return { first: part(true), rest: part(false), isNew: name !== '' && !has && !/^\d+$/u.test(name) };
}

const ELSEWHERE = 5;

/** The lower the better; -1: it is not meant. */
function rankOf({ theme, number }: Placed, words: string, name: string): number {
  const own = folded(theme.name);
  if (nameKey(theme.name) === name) return 0;
  if (own === words) return 1;
  if (String(number) === words) return 2;
  if (own.startsWith(words)) return 3;
  let at = own.indexOf(words);
  if (at < 0) return -1;
  for (; at >= 0; at = own.indexOf(words, at + 1))
    if (!/[\p{L}\p{M}\p{N}]$/u.test(own.slice(0, at))) return 4;
  return ELSEWHERE;
}

/** Without the accents of Latin, Greek and Cyrillic letters; the marks of other scripts make other words. */
function folded(text: string): string {
  return nameKey(text.normalize('NFD').replace(/[\u0300-\u036f]/gu, ''));
}

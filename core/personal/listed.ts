/** Names and places of the project's lists, wherever they stand as whole words. */
import { type Folded, foldWord } from './fold.ts';
import { INSTEAD, type PersonalKind, type Suggestion } from './types.ts';
import { AFTER_AUXILIARY, BEFORE_MONTH, EVERYDAY, MONTH_NAMES } from './words.ts';

// Parts of names that are no names alone.
const PARTICLES =
  /^(?:de|da|di|do|du|del|der|den|van|von|la|le|el|al|bin|ibn|binti|bint|abu|of|the|and|st|mr|mrs|ms|miss|dr|jr|sr)$/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that are written without spaces between words. */
const NO_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** One thing to look for. */
interface Wanted {
  word: string;
  /** Its first word: without that in a text there is no need to look closer. */
  first: string;
  pattern: RegExp;
  loose: boolean;
}

// A list is searched for in thousands of comments, and made ready once.
const ready = new WeakMap<readonly string[], Partial<Record<PersonalKind, Wanted[]>>>();

function wanted(entries: readonly string[], kind: PersonalKind): Wanted[] {
  let known = ready.get(entries);
  if (known === undefined) ready.set(entries, (known = {}));
  return (known[kind] ??= wordsOf(entries, kind).map((word) => ({
    word,
    first: word.split(' ', 1)[0] ?? word,
    pattern: new RegExp(escape(word).replaceAll(' ', '\\s+'), 'gu'),
    loose: NO_SPACES.test(word),
  })));
}

/** Whole names, and each of their words alone; longest first. Places are looked for as they stand. */
function wordsOf(entries: readonly string[], kind: PersonalKind): string[] {
  const whole = entries.map((entry) => foldWord(entry).replace(/\s+/gu, ' ').trim());
  const words = kind === 'place' ? [] : whole.flatMap((name) => name.split(/[\s,]+/u));
  const named = [...whole, ...words.filter((w) => !PARTICLES.test(w))].filter((w) => [...w].length > 1);
  return [...new Set(named)].toSorted((a, b) => b.length - a.length);
}

/** Everything of a list that stands in the text. */
export function findListed(
  original: string,
  folded: Folded,
  entries: readonly string[],
  kind: PersonalKind,
): Suggestion[] {
  const here = wanted(entries, kind).filter(({ first }) => folded.text.includes(first));
  if (here.length === 0) return [];
  // A text in one case says nothing by its capitals.
  const capitalsTell = /\p{Ll}/u.test(original);
  return here.flatMap(({ word, ...how }) =>
    places(folded.text, { word, ...how }).flatMap(({ at, end, plural }): Suggestion[] => {
      const [from, to] = [folded.from(at), folded.to(end - 1)];
      if (from === undefined || to === undefined) return [];
      const everyday = EVERYDAY.has(word);
      if (everyday && (plural || !meant(original, from, to, word, capitalsTell))) return [];
      return [{ from, to, kind, suggestion: plural ? `${INSTEAD[kind]}’s` : INSTEAD[kind] }];
    }),
  );
}

/** Where a word stands whole. "Aminas" without an apostrophe is Amina's. */
function places(
  text: string,
  { word, pattern, loose }: Wanted,
): { at: number; end: number; plural: boolean }[] {
  const found: { at: number; end: number; plural: boolean }[] = [];
  for (const match of text.matchAll(pattern)) {
    const at = match.index;
    const end = at + match[0].length;
    const before = lastOf(text.slice(0, at));
    const [after = '', next = ''] = text.slice(end);
    if (!loose && LETTER.test(before)) continue;
    if (loose || !LETTER.test(after)) found.push({ at, end, plural: false });
    else if (after === 's' && word.length > 3 && !LETTER.test(next))
      found.push({ at, end: end + 1, plural: true });
  }
  return found;
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

/** Whether an everyday word is meant as a name here. */
function meant(original: string, from: number, to: number, word: string, capitalsTell: boolean): boolean {
  if (/^['’]s(?![\p{L}])/iu.test(original.slice(to))) return true;
  if (!capitalsTell || !/^\p{Lu}/u.test(original.slice(from))) return false;
  const before = foldWord(/([\p{L}\p{N}]+)[\s,]*$/u.exec(original.slice(0, from))?.[1] ?? '');
  const after = foldWord(/^[\s,]*([\p{L}\p{N}]+)/u.exec(original.slice(to))?.[1] ?? '');
  if (MONTH_NAMES.has(word) && (BEFORE_MONTH.has(before) || /^\d/u.test(before) || /^\d/u.test(after)))
    return false;
  const begins = /(?:^|[.!?…:\n]["'’”)]*)\s*$/u.test(original.slice(0, from));
  return !(begins && AFTER_AUXILIARY.has(after));
}

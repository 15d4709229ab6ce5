/**
 * Words that may be a name because of their capital: in a story that is printed whole, each of them is worth a
 * question. Comments are not searched for them, since in thousands of short ones it would be mostly noise.
 */
import { foldWord } from './fold.ts';
import { matchesOf } from './matches.ts';
import { AFTER_NAME, COMMON, COMMON_ENDING, COMMON_FIRST, FUNCTION_WORDS } from './common.ts';
import { FIRST_NAMES } from './firstNames.ts';
import { SOMEBODY } from './types.ts';
import { AFTER_AUXILIARY, BEFORE_MONTH, EVERYDAY, MONTH_NAMES, NO_NAME } from './words.ts';

const LETTERS = String.raw`[\p{L}\p{M}]+(?:['’-]\p{L}[\p{L}\p{M}]*)*`;
const WORD = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}@#])${LETTERS}`, 'gu');
/** A word of capitals is short for something, as its plural is: "GPs". */
const CAPITAL = /^\p{Lu}(?=.*\p{Ll})(?!\p{Lu}+s$)/u;
/** Behind these a sentence begins, also one that is said: a full stop, a line, a colon, a bullet, a quotation mark. */
const BEGINS = /(?:^|[.!?…:;\n؟۔。][\s"'“”‘’()[\]]*|[\n(–—•*-]\s*|[“‘"(]\s*|(?<!\p{L})['’])$/u;
/** Behind what stands for somebody close, as behind "her brother", any word with a capital is a name. */
const AFTER_SOMEBODY = /^[ \t]*,?[ \t]+(?:(?:is|was)[ \t]+)?(?:(?:called|named)[ \t]+)?$/u;
/** Under so many words a text is taken for an English one. */
const SHORT = 12;

interface Word {
  text: string;
  from: number;
  /** As lists have it: folded, no apostrophes, "Maya's" is Maya. */
  plain: string;
  to: number;
  is: 'common' | 'everyday' | 'unknown';
}

/**
 * Runs of capitalised words that may be names, and the words of each that may be one alone: "Sharon Bates", Sharon, Bates.
 *
 * @param texts those of one story: a language and words in small letters count for all of them
 * @param known folded words that are names and no question any more
 */
export function findCapitals(texts: readonly string[], known: ReadonlySet<string>): string[] {
  const english = isEnglish(texts.join('\n'));
  const nouns = !english && hasNouns(texts.join('\n'));
  const things = new Set(texts.flatMap(thingsOf));
  const small = new Set(texts.flatMap(smallOf));
  return [...new Set(texts.flatMap((text) => runsIn(text, { known, english, nouns, things, small })))];
}

interface Told {
  known: ReadonlySet<string>;
  english: boolean;
  /** Nouns have capitals, as in German. */
  nouns: boolean;
  /** Words with an article in small letters: "the panel". */
  things: ReadonlySet<string>;
  /** All words in small letters. */
  small: ReadonlySet<string>;
}

function runsIn(text: string, told: Told): string[] {
  // In a text of capitals every word looks like a name.
  if (!/\p{Ll}/u.test(text)) return [];
  const runs: string[] = [];
  let run: Word[] = [];
  let begins = false;
  const close = (): void => {
    const found = nameOf(run, begins, told, text);
    const parts = run.filter(({ from, to, is, plain }) => {
      const inside = found !== null && from >= found.from && to <= found.to;
      return inside && is !== 'common' && !COMMON.has(plain);
    });
    if (found !== null) runs.push(text.slice(found.from, found.to), ...parts.map((word) => word.text));
    run = [];
  };
  for (const { 0: whole, index } of matchesOf(text, WORD)) {
    const own = whole.replace(/['’]s$/u, '');
    const plain = foldWord(own).replace(/['’]/gu, '');
    const capital = CAPITAL.test(own);
    const last = run.at(-1);
    const together = last !== undefined && /^[ \t]+$/u.test(text.slice(last.to, index));
    if (!together || !capital || told.known.has(plain)) close();
    if (!capital || told.known.has(plain)) continue;
    if (run.length === 0) begins = BEGINS.test(text.slice(Math.max(0, index - 12), index));
    run.push({ text: own, from: index, plain, to: index + own.length, is: kindOf(plain, told) });
    if (own !== whole) close();
  }
  close();
  return runs;
}

function kindOf(plain: string, { things }: Told): Word['is'] {
  if (EVERYDAY.has(plain) && !FUNCTION_WORDS.has(plain)) return 'everyday';
  if (COMMON.has(plain) || NO_NAME.has(plain) || things.has(plain)) return 'common';
  return plain.length > 5 && COMMON_ENDING.test(plain) ? 'common' : 'unknown';
}

/** From the first to the last word of a run that may be a name; null: it is none. */
function nameOf(
  run: readonly Word[],
  begins: boolean,
  told: Told,
  text: string,
): { from: number; to: number } | null {
  const [first] = run;
  if (first === undefined) return null;
  const before = text.slice(Math.max(0, first.from - 60), first.from);
  const [, behind] = before.split(SOMEBODY).slice(-2);
  if (behind !== undefined && AFTER_SOMEBODY.test(behind) && !NO_NAME.has(first.plain))
    return { from: first.from, to: lastName(run) };
  const given = run.some(({ plain }) => FIRST_NAMES.has(plain));
  if (told.nouns && !given && run.length < (begins ? 3 : 2)) return null;
  const start = run.findIndex(({ is }) => is !== 'common');
  const named = start === -1 ? [] : run.slice(start);
  const [name] = named;
  if (name === undefined) return null;
  const found = { from: name.from, to: lastName(named) };
  const alone = run.length === 1;
  if (named.some(({ is }) => is === 'unknown'))
    return alone && begins && !likely(name, text, told) ? null : found;
  // "Mark Young" are two everyday words in a row.
  if (named.filter(({ is }) => is === 'everyday').length > 1) return found;
  const inside = !begins || start > 0;
  const single = named.length === 1 && !COMMON.has(name.plain);
  return inside && single && !isMonth(name, before, text) ? found : null;
}

/**
 * Whether a word that only begins a sentence is likely a name: it is often given, or somebody does something there
 * ("Dwayne was", "Kai, her partner, "), and it stands nowhere in small letters. No list has all words that begin one.
 */
function likely({ plain, text: own, to }: Word, text: string, { english, small }: Told): boolean {
  if (FIRST_NAMES.has(plain)) return true;
  if (!english || small.has(plain) || COMMON_FIRST.test(plain)) return false;
  const after = text.slice(to);
  if (/^['’]s(?!\p{L})/u.test(after)) return true;
  if (/^,[ \t]+(?:my|her|his|their|our|the|a|an|who|whose)[ \t]/u.test(after)) return true;
  if (/^[ \t]+(?:and|&)[ \t]+(?:\p{Lu}|(?:my|her|his|their|our|the|me)(?!\p{L}))/u.test(after)) return true;
  const next = foldWord(/^[ \t]+([\p{L}'’]+)/u.exec(after)?.[1] ?? '').replace(/'/gu, '');
  // Of many things one says what they do in the same words, but not that they "was".
  if (/[^s]s$/u.test(own))
    return ['was', 'is', 'has', 'does', 'wasnt', 'isnt', 'hasnt', 'doesnt'].includes(next);
  return AFTER_NAME.has(next) || /^\p{L}{2,}ed$/u.test(next);
}

/** "Leeds City Council" is one name; of "Boxing Day I" the last word begins what follows. */
function lastName(run: readonly Word[]): number {
  return run.findLast(({ plain }, i) => i === 0 || !FUNCTION_WORDS.has(plain))?.to ?? 0;
}

function isMonth({ plain, to }: Word, before: string, text: string): boolean {
  const [after = ''] = /^[\s,]*[\p{L}\p{N}]+/u.exec(text.slice(to)) ?? [];
  const next = foldWord(after.replace(/[\s,]/gu, ''));
  if (plain === 'will' || plain === 'may') return AFTER_AUXILIARY.has(next);
  if (!MONTH_NAMES.has(plain)) return false;
  const last = foldWord(/([\p{L}\p{N}]+)[\s,]*$/u.exec(before)?.[1] ?? '');
  return BEFORE_MONTH.has(last) || /^\d/u.test(last) || /^\d/u.test(next);
}

function isEnglish(text: string): boolean {
  const words = matchesOf(text, WORD).map(({ 0: word }) => foldWord(word));
  return words.length < SHORT || words.filter((word) => FUNCTION_WORDS.has(word)).length * 5 > words.length;
}

function hasNouns(text: string): boolean {
  const words = matchesOf(text, WORD);
  return words.filter(({ 0: word }) => CAPITAL.test(word)).length * 5 > words.length;
}

function thingsOf(text: string): string[] {
  const article = /(?<![\p{L}\p{M}])(?:the|a|an|this|these|some|no|any)[ \t]+(\p{Ll}[\p{L}\p{M}-]+)/gu;
  return matchesOf(text, article).map(({ 1: word = '' }) => foldWord(word));
}

function smallOf(text: string): string[] {
  return matchesOf(text, WORD).flatMap(({ 0: word }) => (/^\p{Ll}/u.test(word) ? [foldWord(word)] : []));
}

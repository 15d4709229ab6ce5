/**
 * Whether a name is one that somebody has, in another spelling or another script: Yusuf, Youssef, Юсуф and يوسف are
 * one. It errs towards yes: a changed name that is not offered costs nothing, one that somebody has may tell of them.
 */
import { foldWord } from './fold.ts';
import { romanised } from './romanised.ts';
import { spellingsOf } from './spellings.ts';

/** Words as they are known again. */
export interface Heard {
  words: ReadonlySet<string>;
  sounds: ReadonlySet<string>;
  arabic: readonly string[];
}

/** Shorter Latin words are compared as they stand: "nor" and "my" would be Noor and Mei. */
const SHORT = 3;
const ARABIC = /\p{Script=Arabic}/u;

/** @param texts names of people, and whatever else may name somebody */
export function heardIn(texts: Iterable<string>): Heard {
  const all = new Set<string>();
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of foldWord(text).split(/[^\p{L}\p{M}]+/u)) words.add(word);
    for (const word of text.replace(/\p{Cf}/gu, '').split(/[^\p{L}\p{M}]+/u)) all.add(word);
  }
  const sounds = new Set<string>();
  const arabic = new Set<string>();
  for (const word of all) {
    if (ARABIC.test(word)) arabic.add(foldWord(word));
    else if (!/^\p{Script=Latin}/u.test(word)) for (const latin of romanised(word)) sounds.add(sound(latin));
    else if (word.length > SHORT) for (const latin of singular(word)) sounds.add(sound(latin));
  }
  return { words, sounds, arabic: [...arabic] };
}

/** "Claras" without an apostrophe is Clara's. */
const singular = (word: string): string[] =>
  /[sS]$/u.test(word) && word.length > SHORT + 1 ? [word, word.slice(0, -1)] : [word];

/** Whether one of these words is this name, however it is written. */
export function isHeard(name: string, { words, sounds, arabic }: Heard): boolean {
  return [name, ...spellingsOf(name)].some((spelling) => {
    const word = foldWord(spelling);
    if (words.has(word) || words.has(`${word}s`)) return true;
    if (ARABIC.test(spelling)) return arabic.includes(word);
    if (romanised(spelling).some((latin) => sounds.has(sound(latin)))) return true;
    if (arabic.length === 0) return false;
    const pattern = inArabic(word);
    return arabic.some((one) => pattern.test(one));
  });
}

/** What spellings of one sound have in common, most alike first; the order counts. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/t?s[ck]?h|sz|sch/gu, 's'],
  [/ph/gu, 'f'],
  [/ck|kh|q[u]?/gu, 'k'],
  [/x/gu, 'ks'],
  [/c(?=[eiy])/gu, 's'],
  [/c(?!h)/gu, 'k'],
  [/w/gu, 'v'],
  [/dj/gu, 'j'],
  [/(?<=.)h/gu, ''],
  [/oo|ou/gu, 'u'],
  [/ee|ie/gu, 'i'],
  [/[jy]/gu, 'i'],
  [/[ae]i/gu, 'e'],
  [/(?<=..)e$/u, ''],
  [/e/gu, 'i'],
  [/o/gu, 'u'],
  [/(.)\1+/gu, '$1'],
];

function sound(latin: string): string {
  return ALIKE.reduce((word, [from, to]) => word.replace(from, to), foldWord(latin));
}

/** Letters of Arabic, Persian and Urdu that one or two of Latin stand for; of what is none a vowel. */
const LETTERS = new Map(
  `sh:ش kh:خ th:ثت ch:چتش gh:غ zh:ژز ph:ف b:ب p:بپ d:دضذ f:ف g:گغجقكک h:هح j:جيیژ k:كکق q:كکق c:كکقس l:ل m:م n:نں r:ر s:سصث t:تطة v:وڤف w:و x:كکس z:زذظض`
    .split(' ')
    .map((row): [string, string] => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1)]),
);
const WEAK = 'اوييیىعءهةے';

/** How it would be written with all, some or none of its vowels. */
function inArabic(word: string): RegExp {
  const parts = word.match(/[skctgzp]h|[aeiouy]+|./gu) ?? [];
  const pattern = parts.map((part, i) => {
    const letters = LETTERS.get(part) ?? (part.length > 1 ? LETTERS.get(part.slice(0, 1)) : undefined);
    if (letters !== undefined) return part === parts[i - 1] ? '' : `[${letters}]+`;
    return i === 0 || i === parts.length - 1 ? `[${WEAK}]{1,3}` : `[${WEAK}]{0,2}`;
  });
  return new RegExp(`^(?:ال)?${pattern.join('')}$`, 'u');
}

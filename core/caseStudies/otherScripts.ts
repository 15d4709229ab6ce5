/**
 * Names of a story that stand in it once more in a script without capital letters: سمیرا beside Samira. Nothing else
 * tells such a word, and what it is like is gone once the other one has been changed. Not every word that is like a
 * name is one: each is a question of its own.
 */
import { heardIn, isHeard, type Heard } from '../personal/alike.ts';
import { foldWord } from '../personal/fold.ts';

const WORD = /[\p{L}\p{M}\p{Cf}]+/gu;
/** Letters that are neither large nor small. */
const CASELESS = /\p{Lo}/u;
/** "And", "with" and the like, which Arabic writes in one with the word after them. */
const BEFORE = /^[وفبلكک](?=[\p{L}\p{M}]{3})/u;

/** A name that is a sign. */
export interface Named {
  key: string;
  words: string;
}

/** Whether there are words in which no name shows by a capital. */
export function hasCaseless(text: string): boolean {
  return CASELESS.test(text);
}

/** @returns by folded word, the name that it may be */
export function otherScripts(texts: readonly string[], names: readonly Named[]): ReadonlyMap<string, Named> {
  const words = new Map<string, Heard>();
  for (const word of texts.flatMap((text) => (hasCaseless(text) ? (text.match(WORD) ?? []) : [])))
    if (CASELESS.test(word)) words.set(foldWord(word), heardIn([word, word.replace(BEFORE, '')]));
  const alike = new Map<string, Named>();
  if (words.size === 0) return alike;
  // A name stands in a story many times, and says the same each time.
  const parts = new Map<string, Named>();
  for (const name of names)
    for (const part of name.words.match(WORD) ?? [])
      if (/^\p{Lu}/u.test(part) && !parts.has(part)) parts.set(part, name);
  for (const [part, name] of parts)
    for (const [word, heard] of words) if (!alike.has(word) && isHeard(part, heard)) alike.set(word, name);
  return alike;
}

/** Where these words stand. */
export function placesOf(
  text: string,
  alike: ReadonlyMap<string, Named>,
): { from: number; to: number; like: Named }[] {
  if (alike.size === 0) return [];
  return [...text.matchAll(WORD)].flatMap(({ index, 0: word }) => {
    const like = alike.get(foldWord(word));
    return like === undefined ? [] : [{ from: index, to: index + word.length, like }];
  });
}

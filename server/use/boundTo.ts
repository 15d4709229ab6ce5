/** What was confirmed is bound to what was seen: another text or another figure has another hash. */
import { createHash, createHmac } from 'node:crypto';
import { bareWords } from '../../core/release/persons.ts';

/** SHA-256, in hex, of anything that can be written as JSON. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * Hex digits of a mark. One of 4,096 texts has it, so that it proves nothing to whoever guesses words that were taken
 * out; where other words have it by chance, less is said of a person than could be.
 */
const MARK_DIGITS = 3;

/** The mark of words that were printed, by the salt of that release. */
export function markOf(salt: string, words: string): string {
  return createHmac('sha256', salt).update(bareWords(words)).digest('hex').slice(0, MARK_DIGITS);
}

/** What was confirmed is bound to what was seen: another text or another figure has another hash. */
import { createHash, createHmac } from 'node:crypto';
import { bareWords } from '../../core/release/persons.ts';

/** SHA-256, in hex, of anything that can be written as JSON. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Hex digits of a mark: of a million texts one has it, so that hardly two of a register have the same by chance. */
const MARK_DIGITS = 5;

/** The mark of words that were printed, by the salt of that release. */
export function markOf(salt: string, words: string): string {
  return createHmac('sha256', salt).update(bareWords(words)).digest('hex').slice(0, MARK_DIGITS);
}

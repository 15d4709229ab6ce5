/** Randomness of the server, all of it from the operating system's generator. */
import { randomBytes, randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH, LATER_LENGTH } from '../core/id.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** A fresh id: 26 symbols, 130 random bits. Carries no time and no order. */
export function newId(): string {
  return Array.from(randomBytes(26), (byte) => BASE32[byte & 31]).join('');
}

/** A join code: six symbols of 28. */
export function newCode(): string {
  return symbols(CODE_LENGTH);
}

/** A code for later: twelve symbols of 28, about 57 bits. */
export function newLaterCode(): string {
  return symbols(LATER_LENGTH);
}

function symbols(length: number): string {
  return Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

const PASSPHRASE_GROUPS = 6;
const PER_GROUP = 4;

/** A passphrase that nobody would guess: six groups of four symbols, about 115 bits. */
export function newPassphrase(): string {
  return grouped(symbols(PASSPHRASE_GROUPS * PER_GROUP));
}

/** One of those as somebody typed it: any case, with dashes, spaces or neither. */
export function readPassphrase(typed: string): string {
  return grouped(typed.toUpperCase().replace(/[\s\-–]/gu, ''));
}

function grouped(text: string): string {
  return text.match(/.{1,4}/gsu)?.join('-') ?? '';
}

/** A participant's token: 128 bits as 22 symbols of base64url. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** The same items in random order (Fisher and Yates). */
export function shuffled<T>(items: Iterable<T>): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    const [a, b] = [list[i], list[j]];
    if (a !== undefined && b !== undefined) {
      list[i] = b;
      list[j] = a;
    }
  }
  return list;
}

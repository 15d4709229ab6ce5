/** Alphabets and forms of ids, join codes and tokens. Making them needs randomness and is not done here. */

/** 28 symbols for join codes: digits 2 to 9 and consonants without L, so nothing reads as 0, O, 1, I or a word. */
export const CODE_ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 6;
/** A code for later, which is one person's: about 57 bits. */
export const LATER_LENGTH = 12;

/** Ids of consultations, statements, groups and sessions: 26 symbols of base 32, 130 random bits. */
const ID = /^[a-z2-7]{26}$/;
/** A participant's token as the phone keeps it: 128 bits as 22 symbols of base64url. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Whether a text has the form of an id of a consultation, statement, group or session. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** Whether a text has the form of a participant's token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * Reads a join code as people type it: any case, spaces and dashes ignored. Returns the six symbols
 * or null when they are not a code.
 */
export function readCode(text: string): string | null {
  return readSymbols(text, CODE_LENGTH);
}

/** Reads a code for later in the same way: the twelve symbols, or null. */
export function readLaterCode(text: string): string | null {
  return readSymbols(text, LATER_LENGTH);
}

function readSymbols(text: string, length: number): string | null {
  const code = text.toUpperCase().replace(/[\s\-–.]/gu, '');
  if (code.length !== length) return null;
  return [...code].every((ch) => CODE_ALPHABET.includes(ch)) ? code : null;
}

/** A join code as it is shown: two groups of three. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** A code for later as it is shown: three groups of four. */
export function showLaterCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`;
}

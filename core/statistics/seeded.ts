/**
 * Numbers that look random and are the same on every machine for the same seed, so that a report can be
 * made again to the digit. Not for keys or tokens.
 */

const { floor, imul } = Math;

/** Draws the next number, from 0 (may be) to 1 (never). */
export type Draw = () => number;

/**
 * xoshiro128** 1.1 of Blackman and Vigna (2018; ACM Transactions on Mathematical Software 47(4):36, 2021;
 * their code is in the public domain) from its four words of state, of which one must not be 0.
 *
 * @returns whole numbers from 0 to 2^32 - 1
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const out = imul(rotate(imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return out;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/**
 * A generator for a text, for instance the id of a statement. The words of state are FNV-1a (Fowler, Noll
 * and Vo) of the text under four prefixes, each finished by the mixer of MurmurHash3 (Appleby).
 */
export function seeded(seed: string): Draw {
  const word = (prefix: number): number => mix(fnv1a(`${prefix} ${seed}`));
  const next = xoshiro128([word(1), word(2), word(3), word(4) | 1]);
  return () => next() / 2 ** 32;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function mix(word: number): number {
  let h = word;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Shuffles a list in place, every order as likely as any other (Fisher and Yates). */
export function shuffle<T>(list: { [at: number]: T; length: number }, draw: Draw): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = floor(draw() * (i + 1));
    const swap = list[i] as T;
    list[i] = list[j] as T;
    list[j] = swap;
  }
}

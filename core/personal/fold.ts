/** Comparing words as people type them: any case, width and digits, with or without accents, composed or not. */

import { latinFor } from './lookalike.ts';

/** A folded text, and where in the original (in code units) each of its characters begins and ends. */
export interface Folded {
  text: string;
  from: (at: number) => number | undefined;
  to: (at: number) => number | undefined;
}

// Accents of Latin, Greek and Cyrillic, and Arabic vowel signs, are often left out. Signs of other
// scripts make other letters and stay.
const LEFT_OUT = /[\u0300-\u036f\u064b-\u065f\u0670]/u;

// Signs that nobody sees: soft hyphens, zero-width spaces, marks of direction.
const UNSEEN = /\p{Cf}/u;
const JOINER = /[\u200c\u200d]/u;
// In these a joiner or non-joiner is spelling: it parts a Persian word from its ending.
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Nothing in it has another form but that of small letters; most comments are like that. */
const ASCII = /^[\0-\x7f]*$/;
const APOSTROPHE = /[\u2018\u2019\u02b9\u02bc\u00b4\u2032\uff07]/u;

/**
 * For finding words: small letters of one width, without accents and signs that nobody sees, and those
 * that are taken for a Latin letter as that letter.
 */
export function fold(original: string): Folded {
  if (ASCII.test(original)) return asItStands(original.toLowerCase());
  return mapped(original, (ch) =>
    [...(APOSTROPHE.test(ch) ? "'" : ch).normalize('NFKD').toLowerCase()]
      .filter((c) => !LEFT_OUT.test(c))
      .flatMap((c) => [...latinFor(digit(c))]),
  );
}

/**
 * For finding numbers and written forms: letters keep their case and accents, and are of one width; every
 * digit is one of 0 to 9, every space a plain one, every dash a hyphen.
 */
export function unify(original: string): Folded {
  if (ASCII.test(original)) return asItStands(original);
  return mapped(original, (ch) => {
    if (/[\u2010-\u2015\u2212]/u.test(ch)) return ['-'];
    if (/\p{Zs}/u.test(ch)) return [' '];
    return /[\p{L}\p{N}\uff01-\uff5e]/u.test(ch) ? [...ch.normalize('NFKC')].map(digit) : [ch];
  });
}

/** A word as it is compared with others, see `fold`, without where its letters came from. */
export function foldWord(word: string): string {
  return fold(word).text;
}

function asItStands(text: string): Folded {
  return { text, from: (at) => at, to: (at) => at + 1 };
}

/** Writes each character as `plain` has it and keeps where in the original it came from. */
function mapped(original: string, plain: (ch: string) => string[]): Folded {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  let before = '';
  for (const ch of original) {
    const end = at + ch.length;
    const dropped = UNSEEN.test(ch) && !(JOINER.test(ch) && JOINED.test(before));
    for (const unit of dropped ? [] : plain(ch)) {
      text += unit;
      for (let i = 0; i < unit.length; i += 1) {
        from.push(at);
        to.push(end);
      }
    }
    // An accent on its own belongs to the letter before it.
    if (LEFT_OUT.test(ch) && to.length > 0) to[to.length - 1] = end;
    if (!dropped) before = ch;
    at = end;
  }
  return { text, from: (n) => from[n], to: (n) => to[n] };
}

/** A digit of any script as one of 0 to 9: Unicode has the ten of each in a row, nought first. */
function digit(ch: string): string {
  if (ch <= '9' || !/\p{Nd}/u.test(ch)) return ch;
  const code = ch.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

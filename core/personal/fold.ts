/** Comparing words as people type them: any case, with or without accents, composed or not. */

/** A folded text, with the offsets in the original (in code units) of each of its characters. */
export interface Folded {
  text: string;
  from: number[];
  to: number[];
}

// Accents of Latin, Greek and Cyrillic, and Arabic vowel signs, are often left out. Signs of other
// scripts make other letters and stay.
const LEFT_OUT = /[\u0300-\u036f\u064b-\u065f\u0670]/u;

export function fold(original: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  let at = 0;
  for (const ch of original) {
    const end = at + ch.length;
    for (const unit of plain(ch)) {
      folded.text += unit;
      for (let i = 0; i < unit.length; i += 1) {
        folded.from.push(at);
        folded.to.push(end);
      }
    }
    // An accent on its own belongs to the letter before it.
    if (LEFT_OUT.test(ch) && folded.to.length > 0) folded.to[folded.to.length - 1] = end;
    at = end;
  }
  return folded;
}

export function foldWord(word: string): string {
  return fold(word).text;
}

function plain(ch: string): string[] {
  const apostrophe = ch === '\u2019' || ch === '\u02bc' ? "'" : ch;
  return [...apostrophe.normalize('NFD').toLowerCase()].filter((c) => !LEFT_OUT.test(c));
}
